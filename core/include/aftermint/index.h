/**
 * @file A Book with an index, so that `decide` finds the offers for an order without reading every offer.
 *
 *     order line: product "knives", category "kitchen", tags "steel"
 *        |
 *        |   products   "knives"  -> (offer 0, complement) (offer 3, product)
 *        +-> categories "kitchen" -> (offer 3, category)
 *            tags       "steel"   -> (offer 1, tag)
 *                                          |
 *                                          v
 *     candidates: offer 0 by complement, offer 1 by tag, offer 3 by product (stronger than category)
 *
 * A tie is a reason to consider an offer. Ties by product come from an offer's `for` and from the relations that
 * products declare (`upgradeOf`, `complements`, `bundles`).
 */
#pragma once

#include <span>
#include <string_view>

#include "aftermint/book.h"
#include "aftermint/condition.h"
#include "aftermint/names.h"

namespace aftermint {

/** A book and its index. Built once after loading. It points into itself, so it can be neither copied nor moved. */
class IndexedBook {
 public:
  /**
   * Takes a book that `decodeBook` accepted. Natively, every id in it then refers to something. The page's module does
   * not check that, since a book is checked before it is published. There, an offer with an item that the book lacks
   * (its own or an arm's) never becomes a candidate, an experiment on an unknown offer has no effect, and a book that
   * repeats an id has no candidates at all.
   */
  explicit IndexedBook(Book book);
  IndexedBook(const IndexedBook&) = delete;
  IndexedBook& operator=(const IndexedBook&) = delete;

  /** An offer (by its index in `book().offers`), and its relation to a product, a category or a tag. */
  struct Tie {
    std::uint32_t offer;
    Relation relation;
  };

  [[nodiscard]] const Book& book() const { return book_; }
  /** The product of that id, or null. */
  [[nodiscard]] const Product* product(std::string_view id) const;
  /** The offer of that id, or null. */
  [[nodiscard]] const Offer* offer(std::string_view id) const;
  /** The compiled condition of an offer of this book; if it has none, a condition that always holds. */
  [[nodiscard]] const Condition& conditionOf(const Offer& offer) const;
  /** From now on never offers that id, because `check` found an error in it. An unknown id is ignored. */
  void refuse(std::string_view offer);
  /** Whether `refuse` was called for the offer, or the book says that its check found an error. */
  [[nodiscard]] bool isRefused(const Offer& offer) const { return !refused_.empty() && refused_[numberOf(offer)]; }
  /** The experiments on an offer, as indices in `book().experiments`, in the order of the book. */
  [[nodiscard]] std::span<const std::uint32_t> experimentsOf(const Offer& offer) const;

  /** The ties of a product, category or tag, in no useful order; empty if there are none. */
  [[nodiscard]] std::span<const Tie> tiesOfProduct(std::string_view id) const { return byProduct_.of(id); }
  [[nodiscard]] std::span<const Tie> tiesOfCategory(std::string_view category) const {
    return byCategory_.of(category);
  }
  [[nodiscard]] std::span<const Tie> tiesOfTag(std::string_view tag) const { return byTag_.of(tag); }

 private:
  /** Lists of ties by id, category or tag. */
  struct Ties {
    Names names;
    List<List<Tie>> lists;
    void add(std::string_view key, std::uint32_t offer, Relation relation);
    [[nodiscard]] std::span<const Tie> of(std::string_view key) const;
  };
  [[nodiscard]] std::size_t numberOf(const Offer& offer) const {
    return static_cast<std::size_t>(&offer - book_.offers.data());
  }
  void tieByRelation(const List<List<std::uint32_t>>& offering);

  Book book_;
  Names products_, offers_;
  Ties byProduct_, byCategory_, byTag_;
  List<List<std::uint32_t>> experiments_;  ///< by offer
  List<Condition> conditions_;             ///< by offer; empty if no offer has a condition
  List<bool> refused_;                     ///< by offer; empty if no offer is refused
};

/** The product's variant of that id; null if it has none or the id is empty. */
[[nodiscard]] const Variant* variantOf(const Product& product, std::string_view id);

/** What one piece costs: the variant's own price, else (also for an unknown variant) the product's. */
[[nodiscard]] Minor unitPrice(const Product& product, std::string_view variant);

/** The sum of the prices of an offer's items, bought separately, at most 10^12. The book must have every item. */
[[nodiscard]] Minor separatePrice(const IndexedBook& book, const Offer& offer);

/**
 * The price of an offer without experiments; of an upgrade, before the price of the replaced line is deducted. The book
 * must have every item.
 */
[[nodiscard]] Minor askedPrice(const IndexedBook& book, const Offer& offer);

}  // namespace aftermint
