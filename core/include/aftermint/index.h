/** @file A Book made ready for deciding: ids resolved, triggers indexed. */
#pragma once

#include <span>
#include <string_view>

#include "aftermint/book.h"
#include "aftermint/condition.h"
#include "aftermint/names.h"

namespace aftermint {

/** A book with what `decide` looks up. Built once at load; neither copied nor moved, since it points into itself. */
class IndexedBook {
 public:
  /**
   * Takes a book that `decodeBook` accepted. Natively every id in it resolves; the page's module does not look, since
   * a book is checked before it is published. There an offer whose items (or an experiment's) the book lacks is tied to
   * nothing, so never a candidate, and an experiment on no offer changes none; where an id repeats nothing is tied.
   */
  explicit IndexedBook(Book book);
  IndexedBook(const IndexedBook&) = delete;
  IndexedBook& operator=(const IndexedBook&) = delete;

  /** How an offer is tied to a product, a category or a tag, by index into `book().offers`. */
  struct Tie {
    std::uint32_t offer;
    Relation relation;
  };

  [[nodiscard]] const Book& book() const { return book_; }
  /** The product of that id, or null. */
  [[nodiscard]] const Product* product(std::string_view id) const;
  /** The offer of that id, or null. */
  [[nodiscard]] const Offer* offer(std::string_view id) const;
  /** The offer's condition, compiled; it always holds where the offer has none. */
  [[nodiscard]] const Condition& conditionOf(const Offer& offer) const;
  /** From now on the offer of that id is never made, as the check of the book has it. */
  void refuse(std::string_view offer);
  /** Whether the check before publishing found an error in the offer. */
  [[nodiscard]] bool isRefused(const Offer& offer) const { return !refused_.empty() && refused_[numberOf(offer)]; }
  /** Experiments that change that offer (indices into `book().experiments`), in the order of the book. */
  [[nodiscard]] std::span<const std::uint32_t> experimentsOf(const Offer& offer) const;

  [[nodiscard]] std::span<const Tie> tiesOfProduct(std::string_view id) const { return byProduct_.of(id); }
  [[nodiscard]] std::span<const Tie> tiesOfCategory(std::string_view category) const {
    return byCategory_.of(category);
  }
  [[nodiscard]] std::span<const Tie> tiesOfTag(std::string_view tag) const { return byTag_.of(tag); }

 private:
  /** Lists of ties by a text. */
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
  List<Condition> conditions_;             ///< by offer; empty where no offer has one
  List<bool> refused_;                     ///< by offer; empty where none is
};

/** The product's variant of that id; null where it has none or the id is empty. */
[[nodiscard]] const Variant* variantOf(const Product& product, std::string_view id);

/** What one piece of a product costs: the variant's own price, else the product's. */
[[nodiscard]] Minor unitPrice(const Product& product, std::string_view variant);

/** What an offer's items cost by themselves, variants counted. */
[[nodiscard]] Minor separatePrice(const IndexedBook& book, const Offer& offer);

/** What an offer asks, experiments aside; of an upgrade, before what it replaces is taken off. */
[[nodiscard]] Minor askedPrice(const IndexedBook& book, const Offer& offer);

}  // namespace aftermint
