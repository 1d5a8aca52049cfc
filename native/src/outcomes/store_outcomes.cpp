#include "outcomes/store_outcomes.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "events/event_json.h"
#include "table/minor.h"

namespace aftermint::outcomes {
namespace {

constexpr std::size_t kBatch = 5'000;  // events that share one transaction
constexpr std::size_t kExamples = 5;

class Writer {
 public:
  Writer(Store& store, const StoreOptions& options) : store_(store), options_(options) {}

  void add(const FileOrder& order) {
    if (!isEventText(order.order) || !isEventText(order.customer) || order.amount > kMaxMinor) {
      return leaveOut(OrderLeftOut::Unfit, order.order);
    }
    OrderMoney& known = moneyOf(order.order);
    if (order.fate == OrderFate::CalledOff) {
      if (!known.isPlaced) return leaveOut(OrderLeftOut::CalledOff, order.order);
      return refundUpTo(order.order, known.gross, order.timed ? order.time : options_.now, RefundReason::Cancelled);
    }
    if (known.isPlaced) {
      ++stored_.ordersKnown;
      if (order.priced && known.amount != order.amount) {
        ++stored_.ordersDiffer;
        example(order.order + " (the store has another amount)");
      }
    } else if (!order.priced) {
      return leaveOut(OrderLeftOut::Unpriced, order.order);
    } else if (!order.timed) {
      return leaveOut(OrderLeftOut::Untimed, order.order);
    } else {
      place(order, known);
    }
    if (order.fate == OrderFate::MoneyBack) {
      refundUpTo(order.order, known.gross, order.timed ? order.time : options_.now, RefundReason::Return);
    }
  }

  void add(const FileRefund& refund) {
    if (!isEventText(refund.order) || !isEventText(refund.id) || refund.amount > kMaxMinor) {
      return leaveOut(OrderLeftOut::Unfit, refund.order);
    }
    OrderMoney& known = moneyOf(refund.order);
    if (!known.isPlaced) return leaveOut(OrderLeftOut::UnknownOrder, refund.order);
    if (!refund.timed && !refund.upTo) return leaveOut(OrderLeftOut::Untimed, refund.order);
    const Millis time = refund.timed ? refund.time : options_.now;
    if (refund.upTo) return refundUpTo(refund.order, refund.amount, time, refund.reason);
    write(refund.order, refund.id, refund.amount, time, refund.reason, known);
  }

  StoredOutcomes finish() {
    flush();
    return std::move(stored_);
  }

 private:
  OrderMoney& moneyOf(const std::string& order) {
    const auto found = money_.find(order);
    return found != money_.end() ? found->second : money_.emplace(order, store_.orderMoney(order)).first->second;
  }

  void place(const FileOrder& order, OrderMoney& known) {
    ServerEvent event = eventOf(EventType::Order, order.order, order.amount);
    if (options_.customerIsVisitor) event.visitor = order.customer;
    append(event, order.time);
    known.isPlaced = true;
    known.amount = order.amount;
    known.gross += order.amount;
    ++stored_.ordersNew;
    stored_.gross += order.amount;
  }

  /** Writes what is missing to this amount. */
  void refundUpTo(const std::string& order, Minor amount, Millis time, RefundReason reason) {
    OrderMoney& known = moneyOf(order);
    if (known.refunded >= amount) {
      ++stored_.refundsKnown;
      return;
    }
    write(order, "up-to-" + std::to_string(amount), amount - known.refunded, time, reason, known);
  }

  void write(const std::string& order, const std::string& id, Minor amount, Millis time, RefundReason reason,
             OrderMoney& known) {
    ServerEvent event = eventOf(EventType::Refund, order, amount);
    event.refund = id;
    event.reason = toString(reason);
    std::string key = keyOf(event);
    if (std::find(known.refundKeys.begin(), known.refundKeys.end(), key) != known.refundKeys.end()) {
      ++stored_.refundsKnown;
      return;
    }
    append(event, time);
    known.refunded += amount;
    known.refundKeys.push_back(std::move(key));
    ++stored_.refundsNew;
    stored_.refunded += amount;
  }

  [[nodiscard]] ServerEvent eventOf(EventType type, const std::string& order, Minor amount) const {
    ServerEvent event;
    event.type = type;
    event.order = order;
    event.amount = amount;
    event.currency = options_.currency;
    event.source = kOutcomesSource;
    return event;
  }

  void append(const ServerEvent& said, Millis time) {
    if (options_.dryRun) return;
    Event& event = waiting_.emplace_back(makeServerEvent(said, time));
    event.received = options_.now;
    if (waiting_.size() == kBatch) flush();
  }

  void flush() { store_.append(std::exchange(waiting_, {})); }

  void leaveOut(OrderLeftOut why, const std::string& order) {
    ++stored_.leftOut[static_cast<std::size_t>(why)];
    if (why != OrderLeftOut::CalledOff) example(order + " (" + std::string(toString(why)) + ")");
  }

  void example(std::string text) {
    if (stored_.examples.size() < kExamples) stored_.examples.push_back(std::move(text));
  }

  Store& store_;
  const StoreOptions& options_;
  StoredOutcomes stored_;
  std::unordered_map<std::string, OrderMoney> money_;  ///< with what this run adds
  std::vector<Event> waiting_;
};

}  // namespace

StoredOutcomes storeOutcomes(Store& store, const std::vector<FileOrder>& orders, const std::vector<FileRefund>& refunds,
                             const StoreOptions& options) {
  Writer writer(store, options);
  for (const FileOrder& order : orders) writer.add(order);
  for (const FileRefund& refund : refunds) writer.add(refund);
  return writer.finish();
}

}  // namespace aftermint::outcomes
