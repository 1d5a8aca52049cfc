/** @file Purchases of an order history, after returns. */
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "orders/order_file.h"

namespace aftermint::mine {

/** What became of returns. An entry is everything that one order returns of one product. */
struct ReturnCounts {
  std::size_t entries = 0;
  std::size_t matched = 0;    ///< matched completely to purchases
  std::size_t partly = 0;     ///< more was returned than bought before
  std::size_t unmatched = 0;  ///< no purchase found, or no customer given
  std::size_t purchasesRemoved = 0;
  std::size_t ordersEmptied = 0;
  std::size_t ordersCalledOff = 0;  ///< by their status columns
};

/** A product of the history. */
struct HistoryProduct {
  std::string id, title;
  bool wanted = true;        ///< whether it may be in a pair
  std::string variant = {};  ///< if a book has it
};

/** Orders after returns. Products are sorted by id; each basket is a sorted list of indexes into `products`. */
struct NetPurchases {
  std::vector<HistoryProduct> products;
  std::vector<std::vector<std::uint32_t>> baskets;  ///< none is empty
  ReturnCounts returns;
  std::size_t scattered = 0;  ///< how often an order continues after lines of another order
};

/** A part of a return that was matched to a purchase. */
struct MatchedReturn {
  std::string_view order;     ///< of the purchase
  std::string_view sentBack;  ///< the order or document of the return; the same as `order` if it lists both
  std::string_view product;   ///< id
  std::int64_t quantity = 0;  ///< of this match, in thousandths
};

/** Called for each match. The texts live as long as the history. */
using OnMatched = std::function<void(const MatchedReturn&)>;

/** Returns the product for a code in its most frequent spelling and its most frequent title. */
using NameProduct = std::function<HistoryProduct(const std::string& code, const std::string& title)>;

/**
 * Collects purchases and returns in any order of lines, and matches the returns to the purchases.
 *
 * A return is subtracted from the same order first. The rest is subtracted from purchases of the same product by the
 * same customer that are not later than the return: from the latest one of exactly that quantity, or else from the
 * latest one backwards until nothing is left. If a time is missing, the purchase counts as not later. A purchase is
 * removed from its basket if nothing is left of it. A return without a customer is only matched within its own order,
 * as there is no way to know whose purchase it was.
 */
class History {
 public:
  /** @param codeOf normalizes a code, so that all spellings of one product are equal (`codesOf`) */
  explicit History(std::function<std::string(std::string_view)> codeOf) : codeOf_(std::move(codeOf)) {}

  void add(const orders::OrderFileLine& line);

  /** Matches returns and returns the baskets. The order of the lines does not matter. */
  [[nodiscard]] NetPurchases settle(const NameProduct& name, const OnMatched& onMatched = {}) const;

  /** Returns the normalization of codes: case and spaces do not matter. For Online Retail files, it makes product ids.
   */
  [[nodiscard]] static std::function<std::string(std::string_view)> codesOf(orders::LineRules rules);

  /** Returns a function that makes ids from codes; if two codes would give one id, it adds a number. */
  [[nodiscard]] static NameProduct idsOfCodes();

 private:
  struct Order {
    std::string name, customer;
    Millis time = 0;
    bool timed = false, calledOff = false;
  };
  struct Code {
    std::string text;                           ///< normalized by `codeOf`
    std::map<std::string, std::size_t> titles;  ///< sorted, so that ties always have the same winner
  };
  /** One spelling of a code. */
  struct Writing {
    std::uint32_t code = 0;
    std::size_t lines = 0;
  };
  struct Piece {
    std::uint32_t order = 0, product = 0;
    std::int64_t quantity = 0;
  };
  /** The sorted products, and the product index of each code. */
  struct NumberedProducts {
    std::vector<HistoryProduct> products;
    std::vector<std::uint32_t> ofCode;
  };

  std::uint32_t orderOf(const orders::OrderFileLine& line);
  std::uint32_t codeOf(const std::string& code);
  [[nodiscard]] NumberedProducts named(const NameProduct& name) const;
  [[nodiscard]] std::vector<Piece> summed(std::vector<Piece> pieces, const NumberedProducts& numbered) const;
  /** Takes this much of a purchase back. */
  using Take = std::function<void(Piece& bought, Piece& sentBack, std::int64_t quantity)>;
  static void takeOwn(std::span<Piece> bought, std::span<Piece> sentBack, const Take& take);
  void settleProduct(std::span<Piece> bought, std::span<Piece> sentBack, const Take& take, ReturnCounts& counts) const;
  /** The purchases of one product by one customer, from which returns are taken. */
  class Purchases;
  [[nodiscard]] bool isEarlier(const Piece& a, const Piece& b) const;

  std::function<std::string(std::string_view)> codeOf_;
  std::vector<Order> orders_;
  std::vector<Code> codes_;
  std::vector<Piece> bought_, sentBack_;  ///< `product` is still the number of a code
  std::unordered_map<std::string, std::uint32_t> byOrder_, byCode_;
  std::unordered_map<std::string, Writing> byWritten_;
  std::uint32_t last_ = 0;
  std::size_t scattered_ = 0;
};

}  // namespace aftermint::mine
