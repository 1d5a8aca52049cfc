#include "decide/candidates.h"

#include <algorithm>

#include "decide/pricing.h"
#include "decide/sort.h"
#include "memory/scratch.h"

namespace aftermint {
namespace {

bool contains(const List<Placement>& placements, Placement placement) {
  return std::find(placements.begin(), placements.end(), placement) != placements.end();
}

bool contains(const List<Text>& ids, std::string_view id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

bool afterPayment(Placement placement) {
  return placement == Placement::PostPurchase || placement == Placement::ThankYou || placement == Placement::Email;
}

bool oneClickPossible(const Moment& moment) {
  const OneClick& oneClick = moment.platform.oneClick;
  return oneClick.allowed && (!oneClick.until || moment.time < *oneClick.until) &&
         (oneClick.currency.empty() || oneClick.currency == moment.order.currency);
}

std::string_view languageOf(std::string_view locale) { return locale.substr(0, indexOf(locale, '-')); }

}  // namespace

bool suits(OfferType type, Placement placement) {
  switch (placement) {
    case Placement::ProductPage:
      return type == OfferType::Bundle || type == OfferType::CrossSell;
    case Placement::Checkout:
      return type == OfferType::CrossSell;
    case Placement::PostPurchase:
    case Placement::ThankYou:
    case Placement::Email:
      return type != OfferType::Bundle;
  }
  return false;
}

std::optional<Reason> refuseMoment(const Book& book, const Moment& moment) {
  const Order& order = moment.order;
  if (order.status == OrderStatus::Cancelled || order.status == OrderStatus::Refunded) return Reason::OrderClosed;
  if (moment.placement == Placement::PostPurchase && order.status != OrderStatus::Paid) return Reason::OrderNotPaid;
  if (afterPayment(moment.placement) && order.status == OrderStatus::Open) return Reason::OrderNotPaid;
  if (order.currency != book.currency) return Reason::Currency;
  if (moment.placement == Placement::PostPurchase && order.paidAt &&
      moment.time >= *order.paidAt + book.policy.windowSeconds * 1000) {
    return Reason::WindowClosed;
  }
  const bool ownLines =
      std::any_of(order.lines.begin(), order.lines.end(), [](const Line& line) { return line.offer.empty(); });
  return ownLines ? std::nullopt : std::optional(Reason::OrderEmpty);
}

List<Candidate> gatherCandidates(const IndexedBook& book, const Moment& moment) {
  struct Found {
    std::uint32_t offer;
    Relation relation;
    std::uint32_t line;
    const Product* trigger;
  };
  List<Found> found;
  for (std::uint32_t i = 0; i < moment.order.lines.size(); ++i) {
    const Line& line = moment.order.lines[i];
    const Product* product = line.offer.empty() ? book.product(line.product) : nullptr;
    if (product == nullptr) continue;
    const auto add = [&found, i, product](std::span<const IndexedBook::Tie> ties) {
      for (const IndexedBook::Tie& tie : ties) found.push_back({tie.offer, tie.relation, i, product});
    };
    add(book.tiesOfProduct(product->id));
    if (!product->category.empty()) add(book.tiesOfCategory(product->category));
    for (const Text& tag : product->tags) add(book.tiesOfTag(tag));
  }
  sortBy(found, [](const Found& a, const Found& b) {
    if (a.offer != b.offer) return a.offer < b.offer;
    if (a.relation != b.relation) return a.relation < b.relation;
    return a.line < b.line;
  });
  List<Candidate> candidates;
  for (const Found& each : found) {
    const Offer* offer = &book.book().offers[each.offer];
    if (!candidates.empty() && candidates.back().offer == offer) continue;
    Candidate& candidate = candidates.emplace_back();
    candidate.offer = offer;
    candidate.relation = each.relation;
    candidate.trigger = each.trigger;
  }
  return candidates;
}

std::int64_t expectedValue(const Offer& offer) {
  constexpr std::int64_t kMillion = 1'000'000;
  if (!offer.margin) return 0;
  const Evidence evidence = offer.evidence.value_or(Evidence{});
  const std::int64_t take = (evidence.accepted + 1) * kMillion / (evidence.shown + 10);
  const std::int64_t stay = kMillion - (evidence.returned + 1) * kMillion / (evidence.accepted + 20);
  // Margins end at 10^12 and a share at 10^6, so each product stays within 63 bits.
  return *offer.margin * take / kMillion * stay / 1'000;
}

const Copy* copyFor(const List<Copy>& copy, std::string_view locale, std::string_view fallback) {
  for (const std::string_view wanted : {locale, languageOf(locale), fallback, languageOf(fallback)}) {
    for (const Copy& each : copy) {
      if (!wanted.empty() && each.locale == wanted) return &each;
    }
  }
  return nullptr;
}

Judge::Judge(const IndexedBook& book, const Moment& moment) : book_(book), moment_(moment), attributes_(moment, book) {
  for (const Line& line : moment.order.lines) {
    if (line.offer.empty()) basis_ = std::min(kMaxMoney, basis_ + timesAtMost(line.price, line.quantity));
  }
}

void Judge::judge(Candidate& candidate) {
  const Offer& offer = *candidate.offer;
  candidate.terms = termsFor(book_, offer, moment_.visitor, candidate.arms);
  candidate.price = chargedPrice(book_, *candidate.terms.price, *candidate.terms.items);
  candidate.expected = expectedValue(offer);
  if (!afterPayment(moment_.placement)) {
    candidate.path = Path::Form;
  } else if (moment_.placement == Placement::PostPurchase && oneClickPossible(moment_)) {
    candidate.path = Path::OneClick;
  } else {
    candidate.path = Path::Link;
  }
  candidate.reason = refusal(candidate);
}

std::optional<Reason> Judge::itemsRefusal(const List<Item>& items) const {
  for (const Item& item : items) {
    const Product& product = *book_.product(item.product);
    for (const Line& line : moment_.order.lines) {
      if (line.product == item.product) return Reason::InOrder;
    }
    if (!product.seller.empty() && product.seller != book_.book().merchant) return Reason::Seller;
    const Variant* variant = variantOf(product, item.variant);
    const std::optional<std::int64_t>& stock = variant != nullptr && variant->stock ? variant->stock : product.stock;
    if (stock && *stock < item.quantity) return Reason::Stock;
  }
  return std::nullopt;
}

bool Judge::tooFrequent(const Offer& offer) const {
  if (!offer.frequencyCap) return false;
  const Millis since = moment_.time - offer.frequencyCap->seconds * 1000;
  std::int64_t times = 0;
  for (const Seen& seen : moment_.visitor.seen) times += seen.offer == offer.id && seen.at > since;
  return times >= offer.frequencyCap->exposures;
}

Reason Judge::refusal(Candidate& candidate) {
  const Offer& offer = *candidate.offer;
  if (!contains(*candidate.terms.placements, moment_.placement)) return Reason::Placement;
  if (!suits(offer.type, moment_.placement)) return Reason::TypePlacement;
  if (!offer.approved) return Reason::NotApproved;
  for (const Line& line : moment_.order.lines) {
    if (line.offer == offer.id) return Reason::Accepted;
  }
  if (const std::optional<Reason> reason = itemsRefusal(*candidate.terms.items)) return *reason;
  if (contains(moment_.visitor.declined, offer.id)) return Reason::Declined;
  if (offer.schedule && ((offer.schedule->from && moment_.time < *offer.schedule->from) ||
                         (offer.schedule->until && moment_.time >= *offer.schedule->until))) {
    return Reason::Schedule;
  }
  if (tooFrequent(offer)) return Reason::Frequency;
  const PriceBand& band = book_.book().policy.priceBand;
  candidate.bandMin = shareOf(basis_, band.minBps);
  candidate.bandMax = shareOf(basis_, band.maxBps);
  if (candidate.price < candidate.bandMin || candidate.price > candidate.bandMax) return Reason::PriceBand;
  if (copyFor(offer.copy, moment_.locale, book_.book().locale) == nullptr) return Reason::NoCopy;
  if (candidate.path == Path::Link && offer.link.empty()) return Reason::NoLink;
  const Condition& condition = book_.conditionOf(offer);
  if (!condition.always() && !condition.holds(attributes_, platformHost())) return Reason::Condition;
  return Reason::Offered;
}

}  // namespace aftermint
