#include "simulate/shopper.h"

#include <algorithm>
#include <utility>

#include "simulate/order_value.h"
#include "simulate/philox.h"

namespace aftermint::simulate {
namespace {

constexpr Millis kSecond = 1'000, kMinute = 60 * kSecond;
constexpr std::int64_t kLaterDays = 27;  // a later order comes 1 to 28 days after the first

/** The draws of a shopper. Their numbers are the format: another order of the draws is another set of shoppers. */
enum ShopperDraw : std::uint32_t {
  kDrawTime,
  kDrawBot,
  kDrawConsent,
  kDrawHoldout,
  kDrawBuys,
  kDrawValue,
  kDrawSameCart,
  kDrawCart,
  kDrawReturning,
  kDrawPayTime,
  kDrawReturn,
  kDrawWhole,
  kDrawReturnDelay,
  kDrawRepeat,
  kDrawRepeatDelay,
  kDrawRepeatValue,
  kDrawRepeatReturn,
  kDrawRepeatWhole,
  kDrawRepeatReturnDelay,
  kShopperDraws = 32
};

/** The draws of one moment with an offer; those of the second moment follow those of the first. */
enum MomentDraw : std::uint32_t {
  kDrawOffer,
  kDrawArm,
  kDrawLost,
  kDrawSeen,
  kDrawTakes,
  kDrawDeclines,
  kDrawUndoes,
  kDrawReplaces,
  kDrawLaterDelay,
  kDrawBack,
  kDrawBackDelay,
  kMomentDraws = 16
};

/** Draws of one shopper, and what they mean in this truth. */
class Story {
 public:
  Story(const Truth& truth, std::int64_t number)
      : truth_(truth), draws_(truth.seed, static_cast<std::uint64_t>(number)) {
    shopper_.number = number;
    const std::int64_t day = number / truth.visitorsPerDay, ofDay = number % truth.visitorsPerDay;
    const Millis start = truth.from() + day * Truth::kDay + ofDay * Truth::kDay / truth.visitorsPerDay;
    shopper_.time = start + draws_.below(kDrawTime, std::max<Millis>(1, Truth::kDay / truth.visitorsPerDay));
  }

  Shopper tell(const std::array<std::vector<int>, 2>& offersAt) {
    shopper_.bot = draws_.chance(kDrawBot, truth_.botBps);
    shopper_.noConsent = !shopper_.bot && draws_.chance(kDrawConsent, truth_.noConsentBps);
    shopper_.holdout = draws_.chance(kDrawHoldout, truth_.holdoutBps);
    shopper_.returning = draws_.chance(kDrawReturning, truth_.returningBps);
    const Minor value = orderValue(draws_.bits(kDrawValue), truth_.orderValueBps);
    const bool sameCart = draws_.chance(kDrawSameCart, truth_.sameCartBps);
    const Minor cart = sameCart ? value : orderValue(draws_.bits(kDrawCart), truth_.orderValueBps);

    decide(shopper_.checkout, 0, offersAt[0], shopper_.time, cart);
    shopper_.buys = !shopper_.bot && draws_.chance(kDrawBuys, conversion());
    react(shopper_.checkout, 0);
    if (shopper_.bot && shopper_.checkout.shown) shopper_.checkout.seen = true;
    if (!shopper_.buys) return shopper_;

    shopper_.main.time = shopper_.time + 2 * kMinute + draws_.below(kDrawPayTime, 8 * kMinute);
    shopper_.main.amount = value + (shopper_.checkout.accepted ? shopper_.checkout.price : 0);
    decide(shopper_.after, 1, offersAt[1], shopper_.main.time + 5 * kSecond, shopper_.main.amount);
    react(shopper_.after, 1);
    const bool whole = sendBack(shopper_.main, value, kDrawReturn);
    sendOfferBack(shopper_.checkout, 0, whole);
    sendOfferBack(shopper_.after, 1, whole);
    if (whole && shopper_.checkout.accepted) shopper_.checkout.back = {};  // it is in the order's own refund
    comeAgain();
    return shopper_;
  }

 private:
  static std::uint32_t drawOf(int moment, MomentDraw draw) {
    return kShopperDraws + static_cast<std::uint32_t>(moment) * kMomentDraws + draw;
  }

  const TruthOffer& offerOf(const OfferMoment& moment) const {
    return truth_.offers[static_cast<std::size_t>(moment.offer)];
  }
  const TruthArm* armOf(const OfferMoment& moment) const {
    return moment.arm < 0 ? nullptr : &offerOf(moment).experiment->arms[static_cast<std::size_t>(moment.arm)];
  }

  /** Finds the offer of a moment, and its arm. */
  void decide(OfferMoment& moment, int number, const std::vector<int>& offers, Millis time, Minor before) {
    std::int64_t drawn = draws_.below(drawOf(number, kDrawOffer), 10'000);
    for (const int offer : offers) {
      drawn -= truth_.offers[static_cast<std::size_t>(offer)].shareBps;
      if (drawn >= 0) continue;
      moment.offer = offer;
      break;
    }
    if (moment.offer < 0) return;
    moment.time = time;
    moment.before = before;
    moment.shown = !shopper_.holdout;
    moment.price = offerOf(moment).price;
    Bps lost = offerOf(moment).lostBps;
    if (offerOf(moment).experiment) {
      drawArm(moment, number);
      moment.price = armOf(moment)->price.value_or(moment.price);
      lost = std::max(lost, armOf(moment)->lostBps);
    }
    moment.lost = moment.shown && draws_.chance(drawOf(number, kDrawLost), lost);
  }

  void drawArm(OfferMoment& moment, int number) {
    const std::vector<TruthArm>& arms = offerOf(moment).experiment->arms;
    std::int64_t drawn = draws_.below(drawOf(number, kDrawArm), 10'000);
    for (std::size_t i = 0; i < arms.size() && moment.arm < 0; ++i) {
      drawn -= arms[i].weightBps;
      if (drawn < 0) moment.arm = static_cast<int>(i);
    }
  }

  /** The conversion of this shopper: that of the arm, of the offer, or without an offer. */
  [[nodiscard]] Bps conversion() const {
    const OfferMoment& moment = shopper_.checkout;
    if (!moment.shown) return truth_.conversionBps;
    const TruthArm* arm = armOf(moment);
    if (arm != nullptr && arm->conversionBps) return *arm->conversionBps;
    return offerOf(moment).conversionBps.value_or(truth_.conversionBps);
  }

  /** Sees the offer or not, takes it or not; a purchase that it would have replaced happens later if it is not taken.
   */
  void react(OfferMoment& moment, int number) {
    if (moment.offer < 0 || shopper_.bot) return;
    const TruthOffer& offer = offerOf(moment);
    const bool looks =
        draws_.chance(drawOf(number, kDrawSeen), shopper_.buys ? truth_.seenByBuyersBps : truth_.seenByOthersBps);
    const std::int64_t taste = draws_.below(drawOf(number, kDrawTakes), 10'000);
    const TruthArm* arm = armOf(moment);
    const Bps takes = arm != nullptr ? arm->takeBps.value_or(offer.takeBps) : offer.takeBps;
    moment.seen = moment.shown && looks;
    moment.accepted = moment.seen && shopper_.buys && taste < takes;
    moment.declined = moment.seen && !moment.accepted && draws_.chance(drawOf(number, kDrawDeclines), offer.declineBps);
    moment.undone = moment.accepted && draws_.chance(drawOf(number, kDrawUndoes), offer.undoBps);
    const bool wantsIt = shopper_.buys && looks && taste < offer.takeBps;
    if (wantsIt && !moment.accepted && !shopper_.noConsent &&
        draws_.chance(drawOf(number, kDrawReplaces), offer.replacesBps)) {
      PlacedOrder& later = shopper_.replaced[static_cast<std::size_t>(number)];
      later.amount = offer.price;
      later.time = laterTime(drawOf(number, kDrawLaterDelay));
      if (draws_.chance(drawOf(number, kDrawBack), offer.returnBps)) {
        later.back = {later.amount, later.time + delay(drawOf(number, kDrawBackDelay))};
      }
    }
  }

  /** Returns of an order: whole, or half of its own lines' value. True if the whole order comes back. */
  bool sendBack(PlacedOrder& order, Minor own, std::uint32_t firstDraw) {
    if (!draws_.chance(firstDraw, truth_.returns.shareBps)) return false;
    const bool whole = draws_.chance(firstDraw + 1, truth_.returns.wholeBps);
    order.back = {whole ? order.amount : own / 2, order.time + delay(firstDraw + 2)};
    if (order.back.amount == 0) order.back = {};  // half of one minor unit
    return whole;
  }

  void sendOfferBack(OfferMoment& moment, int number, bool whole) {
    if (!moment.accepted || moment.undone) return;
    if (whole) {
      moment.back = {moment.price, shopper_.main.back.time};
    } else if (draws_.chance(drawOf(number, kDrawBack), offerOf(moment).returnBps)) {
      moment.back = {moment.price, shopper_.main.time + delay(drawOf(number, kDrawBackDelay))};
    }
  }

  /** The order of a shopper who comes again. Without consent they come as somebody else, so that is not theirs. */
  void comeAgain() {
    if (shopper_.noConsent || !draws_.chance(kDrawRepeat, truth_.repeatBps)) return;
    shopper_.repeat.amount = orderValue(draws_.bits(kDrawRepeatValue), truth_.orderValueBps);
    shopper_.repeat.time = laterTime(kDrawRepeatDelay);
    sendBack(shopper_.repeat, shopper_.repeat.amount, kDrawRepeatReturn);
  }

  Millis laterTime(std::uint32_t draw) {
    return shopper_.time + Truth::kDay + draws_.below(draw, kLaterDays * Truth::kDay);
  }

  /** How long until goods are back: between two of the truth's quantiles. */
  Millis delay(std::uint32_t draw) {
    const std::vector<std::int64_t>& days = truth_.returns.delayDays;
    const auto steps = static_cast<std::int64_t>(days.size()) - 1;
    const std::int64_t millionths = draws_.below(draw, steps * 1'000'000);
    const auto step = static_cast<std::size_t>(millionths / 1'000'000);
    const Millis low = days[step] * Truth::kDay, high = days[step + 1] * Truth::kDay;
    return kMinute * 30 + low + (high - low) / 1'000'000 * (millionths % 1'000'000);
  }

  const Truth& truth_;
  Draws draws_;
  Shopper shopper_;
};

}  // namespace

Shoppers::Shoppers(Truth truth) : truth_(std::move(truth)) {
  for (std::size_t i = 0; i < truth_.offers.size(); ++i) {
    offersAt_[truth_.offers[i].placement == Placement::Checkout ? 0 : 1].push_back(static_cast<int>(i));
  }
}

Shopper Shoppers::at(std::int64_t number) const { return Story(truth_, number).tell(offersAt_); }

}  // namespace aftermint::simulate
