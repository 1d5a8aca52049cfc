/** @file The shapes of what hosts hand in: a Moment, an Accept, counts. */
#include "aftermint/reading.h"
#include "aftermint/verify.h"
#include "codec/shapes.h"

namespace aftermint::codec {
namespace {

// Ids of the host's world are free text: an order is never refused for how the shop numbers it.
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
    one<&Order::status>("status", kMay, Kind::Word, "", {}, nullptr, kWordsOf<OrderStatus>),
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
    one<&Moment::placement>("placement", kMust, Kind::Word, "", {}, nullptr, kWordsOf<Placement>),
    one<&Moment::time>("time", kMust, Kind::Time, ""),
    one<&Moment::utcOffset>("utcOffset", kMay, Kind::Integer, "", {-1080, 1080}),
    one<&Moment::locale>("locale", kMay, Kind::Locale, ""),
    one<&Moment::order>("order", kMust, Kind::Record, "", {}, &kOrderShape),
    one<&Moment::visitor>("visitor", kMay, Kind::Record, "", {}, &kVisitorShape),
    one<&Moment::platform>("platform", kMay, Kind::Record, "", {}, &kPlatformShape),
    one<&Moment::page>("page", kMay, Kind::Record, "", {}, &kPageShape),
    many<&Moment::preview>("preview", kMay, Kind::Record, "", {0, 100}, &kForcedArmShape),
};

#if !AFTERMINT_PAGE
constexpr std::array kShownPriceFields{
    one<&Accept::amount>("amount", kMust, Kind::Money, "", kMoney),
    one<&Accept::currency>("currency", kMust, Kind::Currency, ""),
};
constexpr Shape kShownPriceShape = shapeOf<Accept, kShownPriceFields>("price");

/** The shown price is an object in JSON and two members of the Accept: its slot is the Accept itself. */
constexpr Entry shownPrice() {
  Entry field = one<&Accept::offer>("price", kMust, Kind::Record, "", {}, &kShownPriceShape);
  field.slot = [](void* owner) { return owner; };
  field.peek = [](const void* owner) { return owner; };
  return field;
}

constexpr std::array kAcceptFields{
    one<&Accept::moment>("moment", kMust, Kind::Record, "", {}, &kMomentShape),
    one<&Accept::offer>("offer", kMust, Kind::Text, "", {1, 256}),
    one<&Accept::consent>("consent", kMay, Kind::Boolean, ""),
    shownPrice(),
};

constexpr std::array kCountFields{
    one<&Counts::offer>("offer", kMust, Kind::Text, "", {1, 256}),
    one<&Counts::placement>("placement", kMust, Kind::Text, "", {1, 64}),
    one<&Counts::exposures>("exposures", kMust, Kind::Integer, "", kMoney),
    one<&Counts::accepts>("accepts", kMust, Kind::Integer, "", kMoney),
    one<&Counts::declines>("declines", kMay, Kind::Integer, "", kMoney),
    one<&Counts::undos>("undos", kMay, Kind::Integer, "", kMoney),
    one<&Counts::revenue>("revenue", kMay, Kind::Money, "", {-1'000'000'000'000'000, 1'000'000'000'000'000}),
};
constexpr Shape kCountShape = shapeOf<Counts, kCountFields>("row");

constexpr std::array kCountsFields{
    one<&StoreCounts::currency>("currency", kMust, Kind::Currency, ""),
    one<&StoreCounts::orders>("orders", kMust, Kind::Integer, "", kMoney),
    one<&StoreCounts::orderValue>("orderValue", kMust, Kind::Money, "", {0, 1'000'000'000'000'000}),
    one<&StoreCounts::offerValue>("offerValue", kMay, Kind::Money, "", {0, 1'000'000'000'000'000}),
    many<&StoreCounts::rows>("rows", kMust, Kind::Record, "", {0, 100'000}, &kCountShape),
};
#endif

}  // namespace

constexpr Shape kMomentShape = shapeOf<Moment, kMomentFields>("moment");
#if !AFTERMINT_PAGE
constexpr Shape kAcceptShape = shapeOf<Accept, kAcceptFields>("accept");
constexpr Shape kCountsShape = shapeOf<StoreCounts, kCountsFields>("counts");
#endif

}  // namespace aftermint::codec
