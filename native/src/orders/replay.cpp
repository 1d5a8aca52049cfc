#include "orders/replay.h"

#include <chrono>
#include <unordered_set>
#include <utility>

#include "table/minor.h"

namespace aftermint::orders {

Moment momentOf(const OrderGroup& group, const Orders& orders, const Book& book, Placement placement) {
  const bool isPaid = placement != Placement::Checkout && placement != Placement::ProductPage;
  Moment moment;
  moment.placement = placement;
  moment.time = group.time;
  moment.locale = book.locale;
  moment.order.id = group.invoice;
  moment.order.status = isPaid ? OrderStatus::Paid : OrderStatus::Open;
  moment.order.currency = book.currency;
  if (isPaid) moment.order.paidAt = group.time;
  Minor total = 0;
  bool fits = true;
  for (const OrderPiece& piece : group.pieces) {
    Line line;
    line.product = orders.products()[piece.product].id;
    line.variant = orders.products()[piece.product].variant;
    line.quantity = piece.quantity;
    line.price = piece.price;
    moment.order.lines.push_back(std::move(line));
    if (fits) total += piece.quantity * piece.price;
    fits = fits && total <= kMaxMinor;
  }
  if (fits) moment.order.total = total;
  moment.visitor.id = group.customer;
  if (!group.country.empty()) moment.visitor.attributes.data = Object{{"country", Value{group.country}}};
  moment.platform.oneClick.emplace().allowed = placement == Placement::PostPurchase;
  return moment;
}

ReplayCounts replay(const IndexedBook& book, const Orders& orders, Placement placement) {
  using Clock = std::chrono::steady_clock;
  ReplayCounts counts;
  std::unordered_set<const Offer*> offers;
  Clock::duration spent{};
  for (const OrderGroup& group : orders.groups()) {
    const Moment moment = momentOf(group, orders, book.book(), placement);
    for (const Line& line : moment.order.lines) counts.unknownPieces += book.product(line.product) == nullptr ? 1 : 0;

    const Clock::time_point start = Clock::now();
    const Decision decision = decide(book, moment);
    spent += Clock::now() - start;

    ++counts.orders;
    ++counts.decisions[static_cast<std::size_t>(decision.reason)];
    if (decision.offer != nullptr) {
      ++counts.offered;
      counts.offeredValue += decision.price;
      offers.insert(decision.offer);
    }
    for (const Trace& trace : decision.trace) {
      ++counts.candidates[static_cast<std::size_t>(trace.verdict)];
      if (trace.verdict == Verdict::Refused) ++counts.refused[static_cast<std::size_t>(trace.reason)];
      if (trace.verdict == Verdict::Outranked) ++counts.outranked[static_cast<std::size_t>(trace.reason)];
    }
  }
  counts.distinctOffers = offers.size();
  counts.decideSeconds = std::chrono::duration<double>(spent).count();
  return counts;
}

}  // namespace aftermint::orders
