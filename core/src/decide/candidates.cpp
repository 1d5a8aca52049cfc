/** @file From the order to its candidates, by the index of the book. */
#include "decide/candidates.h"

#include <algorithm>

#include "decide/offer_rules.h"
#include "decide/sort.h"

namespace aftermint {

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
  if (moment.placement == Placement::ProductPage && !moment.page.product.empty()) return std::nullopt;
  const bool ownLines =
      std::any_of(order.lines.begin(), order.lines.end(), [](const Line& line) { return line.offer.empty(); });
  return ownLines ? std::nullopt : std::optional(Reason::OrderEmpty);
}

const Product* viewedProduct(const IndexedBook& book, const Moment& moment) {
  return moment.placement == Placement::ProductPage ? book.product(moment.page.product) : nullptr;
}

List<Candidate> gatherCandidates(const IndexedBook& book, const Moment& moment) {
  struct Found {
    std::uint32_t offer;
    Relation relation;
    std::uint32_t line;
    const Product* trigger;
  };
  List<Found> found;
  const auto tieTo = [&book, &found](const Product* product, std::uint32_t line) {
    if (product == nullptr) return;
    const auto add = [&](std::span<const IndexedBook::Tie> ties) {
      for (const IndexedBook::Tie& tie : ties) found.push_back({tie.offer, tie.relation, line, product});
    };
    add(book.tiesOfProduct(product->id));
    if (!product->category.empty()) add(book.tiesOfCategory(product->category));
    for (const Text& tag : product->tags) add(book.tiesOfTag(tag));
  };
  const List<Line>& lines = moment.order.lines;
  const bool looks = moment.placement == Placement::ProductPage && !moment.page.product.empty();
  const auto lineCount = static_cast<std::uint32_t>(lines.size());
  if (looks) tieTo(viewedProduct(book, moment), lineCount);
  for (std::uint32_t i = 0; i < lineCount && !looks; ++i) {
    if (lines[i].offer.empty()) tieTo(book.product(lines[i].product), i);
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
    candidate.line = each.line < lineCount ? &lines[each.line] : nullptr;
  }
  return candidates;
}

}  // namespace aftermint
