/** @file What an order file says of orders and of what came back. */
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "aftermint/codes.gen.h"
#include "mine/history.h"
#include "orders/order_file.h"

namespace aftermint::outcomes {

/** What became of an order, by the file. */
enum class OrderFate : std::uint8_t {
  Sold,
  MoneyBack,  ///< it was paid, and all of the money went back
  CalledOff,  ///< it was cancelled, or not paid
};

/** One order of a file. */
struct FileOrder {
  std::string order, customer;
  Millis time = 0;  ///< of its earliest line; 0 if not `timed`
  bool timed = false;
  Minor amount = 0;    ///< the file's total of the order, else the sum of its lines; minor units
  bool priced = true;  ///< whether `amount` is complete
  OrderFate fate = OrderFate::Sold;
};

/** Money of an order that went back. */
struct FileRefund {
  std::string order;
  std::string id;    ///< of the refund; unique within its order, and the same each time the file is read
  Minor amount = 0;  ///< minor units, above zero
  Millis time = 0;
  bool timed = false;
  RefundReason reason = RefundReason::Return;
  bool upTo = false;  ///< `amount` is all that went back until now, not one refund
};

/** Returns whose purchase was not found, so that no order can be refunded. */
struct UnmatchedReturns {
  std::size_t returns = 0;  ///< all or a part of what one order or document returns of one product
  Minor amount = 0;         ///< as far as their price is known
};

/** What a file says. */
struct FileOutcomes {
  std::vector<FileOrder> orders;  ///< in the order of their first lines
  std::vector<FileRefund> refunds;
  mine::ReturnCounts returns;
  UnmatchedReturns unmatched;
};

/**
 * Collects the lines of an order file.
 *
 * The amount of an order is its total, if the file has one, else the sum of price times quantity of its purchases. A
 * return is matched to its purchase as `mine::History` does, and becomes a refund of that order with the price of the
 * return, or that of the purchase if the return has none. A document that only has returns is not an order.
 */
class FileOutcomesReader {
 public:
  /** @param rules of the file's shape; they say which spellings of a product code are equal */
  explicit FileOutcomesReader(orders::LineRules rules);

  void add(const orders::OrderFileLine& line);

  /** Call it once, after the last line. */
  [[nodiscard]] FileOutcomes finish();

 private:
  /** Pieces (in thousandths) and their money, of one product in one order or document. */
  struct Pieces {
    std::int64_t quantity = 0, given = 0;  ///< `given`: already part of a refund
    Minor amount = 0;
    bool priced = true;
  };
  struct Order {
    FileOrder said;
    bool hasPurchase = false, hasTotal = false;
    Millis back = 0;  ///< the earliest time of a return
    bool backTimed = false;
    std::unordered_map<std::string, Pieces> bought, sentBack;  ///< by product
  };

  Order& orderOf(const orders::OrderFileLine& line);
  void refund(const mine::MatchedReturn& match, FileOutcomes& out);

  std::function<std::string(std::string_view)> codeOf_;
  mine::History history_;
  std::vector<Order> orders_;
  std::unordered_map<std::string, std::size_t> byName_;
};

}  // namespace aftermint::outcomes
