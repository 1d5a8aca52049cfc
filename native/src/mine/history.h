/** @file What was bought and kept, out of the lines of an order history. */
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

/** What became of what was sent back; an entry is all that one order sends back of one product. */
struct ReturnCounts {
  std::size_t entries = 0;
  std::size_t matched = 0;    ///< wholly laid against purchases
  std::size_t partly = 0;     ///< more was sent back than was bought before
  std::size_t unmatched = 0;  ///< no such purchase, or nobody to look for
  std::size_t purchasesRemoved = 0;
  std::size_t ordersEmptied = 0;
  std::size_t ordersCalledOff = 0;  ///< by their own columns, whatever they hold
};

/** A product as the history has it. */
struct HistoryProduct {
  std::string id, title;
  bool wanted = true;        ///< whether pairs with it are looked for
  std::string variant = {};  ///< of the product, where a book knows it by the code or title
};

/** Baskets of what was kept; products are numbered in order of their ids, and baskets hold those numbers, ascending. */
struct NetPurchases {
  std::vector<HistoryProduct> products;
  std::vector<std::vector<std::uint32_t>> baskets;  ///< none is empty
  ReturnCounts returns;
  std::size_t scattered = 0;  ///< times an order was taken up again after another
};

/** Gives a product its id by its code, as it is most often written, and its most frequent title. */
using NameProduct = std::function<HistoryProduct(const std::string& code, const std::string& title)>;

/**
 * Gathers purchases and returns, in any order of lines, and lays the returns against the purchases.
 *
 * A return takes from the same order first (a line that reverses another of its own order). What is left of it takes
 * from purchases of the same product by the same customer that are not later than it: from the latest of exactly that
 * quantity where there is one, else from the latest backwards until it is used up. Where either has no time, every
 * purchase counts as not later. A purchase of which nothing is left leaves its basket; of which something is left, it
 * stays. A return without a customer beyond its own order reverses nothing: whose purchase it was cannot be known.
 */
class History {
 public:
  /** @param codeOf makes one product's codes alike; of plain files it gives a key, and the code stays as it is written
   */
  explicit History(std::function<std::string(std::string_view)> codeOf) : codeOf_(std::move(codeOf)) {}

  void add(const orders::OrderFileLine& line);

  /** The baskets, the same whatever the order of the lines was. */
  [[nodiscard]] NetPurchases settle(const NameProduct& name) const;

  /** Codes are alike whatever their case and spaces: as ids in capitals for Online Retail's rules. */
  [[nodiscard]] static std::function<std::string(std::string_view)> codesOf(orders::LineRules rules);

  /** Ids made of the codes; two codes that would make one id are told apart. */
  [[nodiscard]] static NameProduct idsOfCodes();

 private:
  struct Order {
    std::string name, customer;
    Millis time = 0;
    bool timed = false, calledOff = false;
  };
  struct Code {
    std::string text;                           ///< `codeOf`'s, which is the code's key
    std::map<std::string, std::size_t> titles;  ///< ordered, so that of equals the smallest wins everywhere
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
  struct NumberedProducts {
    std::vector<HistoryProduct> products;
    std::vector<std::uint32_t> ofCode;
  };

  std::uint32_t orderOf(const orders::OrderFileLine& line);
  std::uint32_t codeOf(const std::string& code);
  [[nodiscard]] NumberedProducts named(const NameProduct& name) const;
  [[nodiscard]] std::vector<Piece> summed(std::vector<Piece> pieces, const NumberedProducts& numbered) const;
  static void takeOwn(std::span<Piece> bought, std::span<Piece> sentBack);
  void settleProduct(std::span<Piece> bought, std::span<Piece> sentBack, ReturnCounts& counts) const;
  /** @param bought one customer's purchases, earliest first */
  void takeEarlier(std::span<Piece> bought, Piece& sentBack) const;
  [[nodiscard]] bool isEarlier(const Piece& a, const Piece& b) const;

  std::function<std::string(std::string_view)> codeOf_;
  std::vector<Order> orders_;
  std::vector<Code> codes_;
  std::vector<Piece> bought_, sentBack_;  ///< of codes, not yet of products
  std::unordered_map<std::string, std::uint32_t> byOrder_, byCode_;
  std::unordered_map<std::string, Writing> byWritten_;
  std::uint32_t last_ = 0;
  std::size_t scattered_ = 0;
};

}  // namespace aftermint::mine
