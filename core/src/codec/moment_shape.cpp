/** @file The shape of a Moment. */
#include "aftermint/verify.h"
#include "codec/shapes.h"

namespace aftermint::codec {
namespace {

// Ids of the shop's own systems may be any text: how a shop numbers its orders is never a reason to refuse one.
constexpr Range kForeignId{0, 256};

constexpr std::array kLineFields{
    one<&Line::product>("product", kMust, Kind::Text, "", {1, 256}),
    one<&Line::variant>("variant", kMay, Kind::Text, "", kForeignId),
    one<&Line::quantity>("quantity", kMay, Kind::Integer, "", {1, 1'000'000}),
    one<&Line::price>("price", kMust, Kind::Money, "", kMoney),
    one<&Line::offer>("offer", kMay, Kind::Text, "", kForeignId),
};
constexpr Shape kLineShape = shapeOf<Line, kLineFields>("line");

constexpr std::array kOrderFields{
    one<&Order::id>("id", kMay, Kind::Text, "", kForeignId),
    one<&Order::status>("status", kMay, Kind::Code, "", {}, nullptr, kCodesOf<OrderStatus>),
    one<&Order::currency>("currency", kMust, Kind::Currency, ""),
    many<&Order::lines>("lines", kMust, Kind::Record, "", {0, 10'000}, &kLineShape),
    one<&Order::total>("total", kMay, Kind::Money, "", kMoney),
    one<&Order::tax>("tax", kMay, Kind::Money, "", kMoney),
    one<&Order::paidAt>("paidAt", kMay, Kind::Time, ""),
};
constexpr Shape kOrderShape = shapeOf<Order, kOrderFields>("order");

constexpr std::array kSeenFields{
    one<&Seen::offer>("offer", kMust, Kind::Text, "", {1, 256}),
    one<&Seen::at>("at", kMust, Kind::Time, ""),
};
constexpr Shape kSeenShape = shapeOf<Seen, kSeenFields>("seen");

constexpr std::array kVisitorFields{
    one<&Visitor::id>("id", kMay, Kind::Text, "", kForeignId),
    one<&Visitor::attributes>("attributes", kMay, Kind::FreeObject, ""),
    many<&Visitor::declined>("declined", kMay, Kind::Text, "", {0, 1000}),
    many<&Visitor::declinedBefore>("declinedBefore", kMay, Kind::Record, "", {0, 1000}, &kSeenShape),
    many<&Visitor::seen>("seen", kMay, Kind::Record, "", {0, 1000}, &kSeenShape),
};
constexpr Shape kVisitorShape = shapeOf<Visitor, kVisitorFields>("visitor");

constexpr std::array kOneClickFields{
    one<&OneClick::allowed>("allowed", kMust, Kind::Boolean, ""),
    one<&OneClick::until>("until", kMay, Kind::Time, ""),
    one<&OneClick::currency>("currency", kMay, Kind::Currency, ""),
    one<&OneClick::reason>("reason", kMay, Kind::Text, "", kForeignId),
};
constexpr Shape kOneClickShape = shapeOf<OneClick, kOneClickFields>("oneClick");

constexpr std::array kPlatformFields{
    one<&Platform::oneClick>("oneClick", kMay, Kind::Record, "", {}, &kOneClickShape),
    one<&Platform::attributes>("attributes", kMay, Kind::FreeObject, ""),
};
constexpr Shape kPlatformShape = shapeOf<Platform, kPlatformFields>("platform");

constexpr std::array kPageFields{
    one<&Page::url>("url", kMay, Kind::Text, "", {0, 2048}),
    one<&Page::product>("product", kMay, Kind::Text, "", kForeignId),
};
constexpr Shape kPageShape = shapeOf<Page, kPageFields>("page");

constexpr std::array kForcedArmFields{
    one<&ForcedArm::experiment>("experiment", kMust, Kind::Text, "", {1, 256}),
    one<&ForcedArm::arm>("arm", kMust, Kind::Text, "", {1, 256}),
};
constexpr Shape kForcedArmShape = shapeOf<ForcedArm, kForcedArmFields>("forcedArm");

constexpr std::array kMomentFields{
    one<&Moment::placement>("placement", kMust, Kind::Code, "", {}, nullptr, kCodesOf<Placement>),
    one<&Moment::time>("time", kMust, Kind::Time, ""),
    one<&Moment::utcOffset>("utcOffset", kMay, Kind::Integer, "", {-1080, 1080}),
    one<&Moment::locale>("locale", kMay, Kind::Locale, ""),
    one<&Moment::order>("order", kMust, Kind::Record, "", {}, &kOrderShape),
    one<&Moment::visitor>("visitor", kMay, Kind::Record, "", {}, &kVisitorShape),
    one<&Moment::platform>("platform", kMay, Kind::Record, "", {}, &kPlatformShape),
    one<&Moment::page>("page", kMay, Kind::Record, "", {}, &kPageShape),
    many<&Moment::preview>("preview", kMay, Kind::Record, "", {0, 100}, &kForcedArmShape),
};

}  // namespace

constexpr Shape kMomentShape = shapeOf<Moment, kMomentFields>("moment");

}  // namespace aftermint::codec
