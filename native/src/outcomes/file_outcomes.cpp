#include "outcomes/file_outcomes.h"

#include <utility>

#include "aftermint/counts.h"

namespace aftermint::outcomes {
namespace {

/** The money of some pieces, rounded down. @param quantity in thousandths */
Minor moneyOf(std::int64_t quantity, Minor price) {
  return static_cast<Minor>(static_cast<Exact>(quantity) * price / orders::kOnePiece);
}

/** The share of `amount` that a part of `whole` has, rounded down. */
Minor shareOf(Minor amount, std::int64_t part, std::int64_t whole) {
  return whole == 0 ? 0 : static_cast<Minor>(static_cast<Exact>(amount) * part / whole);
}

}  // namespace

FileOutcomesReader::FileOutcomesReader(orders::LineRules rules)
    : codeOf_(mine::History::codesOf(rules)), history_(codeOf_) {}

FileOutcomesReader::Order& FileOutcomesReader::orderOf(const orders::OrderFileLine& line) {
  const auto [found, isNew] = byName_.emplace(line.invoice, orders_.size());
  if (isNew) orders_.emplace_back().said.order = line.invoice;
  Order& order = orders_[found->second];
  FileOrder& said = order.said;
  if (!line.customer.empty() && (said.customer.empty() || line.customer < said.customer)) said.customer = line.customer;
  if (line.moneyBack) said.fate = OrderFate::MoneyBack;
  if (line.calledOff && said.fate == OrderFate::Sold) said.fate = OrderFate::CalledOff;
  if (line.orderTotal && !order.hasTotal) {
    order.hasTotal = true;
    said.amount = *line.orderTotal;
  }
  return order;
}

void FileOutcomesReader::add(const orders::OrderFileLine& line) {
  history_.add(line);
  Order& order = orderOf(line);
  const auto earliest = [&](Millis& time, bool& timed) {
    if (!line.timed) return;
    if (!timed || line.time < time) time = line.time;
    timed = true;
  };
  if (line.returned) {
    earliest(order.back, order.backTimed);
  } else {
    earliest(order.said.time, order.said.timed);
    order.hasPurchase = true;
  }
  Pieces& pieces = (line.returned ? order.sentBack : order.bought)[codeOf_(line.code)];
  pieces.quantity += line.quantity;
  pieces.amount += moneyOf(line.quantity, line.price);
  pieces.priced = pieces.priced && line.priced;
}

void FileOutcomesReader::refund(const mine::MatchedReturn& match, FileOutcomes& out) {
  const std::string product(match.product);
  const Order& purchase = orders_[byName_.at(std::string(match.order))];
  Order& document = orders_[byName_.at(std::string(match.sentBack))];
  Pieces& back = document.sentBack[product];
  const std::int64_t before = std::exchange(back.given, back.given + match.quantity);
  Minor amount = 0;
  if (back.priced) {
    // Cumulative, so that the parts of one return add up to its money.
    amount = shareOf(back.amount, back.given, back.quantity) - shareOf(back.amount, before, back.quantity);
  } else if (const auto bought = purchase.bought.find(product); bought != purchase.bought.end()) {
    amount = shareOf(bought->second.amount, match.quantity, bought->second.quantity);
  }
  if (amount <= 0 || purchase.said.fate != OrderFate::Sold) return;
  FileRefund refund;
  refund.order = match.order;
  refund.id = std::string(match.sentBack) + "/" + product;
  refund.amount = amount;
  refund.time = document.backTimed ? document.back : purchase.said.time;
  refund.timed = document.backTimed || purchase.said.timed;
  out.refunds.push_back(std::move(refund));
}

FileOutcomes FileOutcomesReader::finish() {
  FileOutcomes out;
  const auto byCode = [&](const std::string& code, const std::string& title) {
    return mine::HistoryProduct{codeOf_(code), title, true, {}};
  };
  out.returns = history_.settle(byCode, [&](const mine::MatchedReturn& match) { refund(match, out); }).returns;
  for (Order& order : orders_) {
    for (const auto& [product, back] : order.sentBack) {
      if (back.given == back.quantity) continue;
      ++out.unmatched.returns;
      out.unmatched.amount += back.amount - shareOf(back.amount, back.given, back.quantity);
    }
    if (!order.hasPurchase) continue;
    for (const auto& [product, bought] : order.bought) {
      if (order.hasTotal) break;
      order.said.amount += bought.amount;
      order.said.priced = order.said.priced && bought.priced;
    }
    out.orders.push_back(std::move(order.said));
  }
  return out;
}

}  // namespace aftermint::outcomes
