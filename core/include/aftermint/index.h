/** @file A Book made ready for deciding: ids resolved, triggers indexed. */
#pragma once

#include <string_view>
#include <unordered_map>

#include "aftermint/book.h"
#include "aftermint/condition.h"

namespace aftermint {

/** A book with what `decide` looks up. Built once at load; neither copied nor moved, since it points into itself. */
class IndexedBook {
 public:
  /** Takes a book that `decodeBook` accepted: every id in it resolves. */
  explicit IndexedBook(Book book);
  IndexedBook(const IndexedBook&) = delete;
  IndexedBook& operator=(const IndexedBook&) = delete;

  /** How an offer is tied to a product, by index into `book().offers`. */
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
  /** Experiments that change that offer (indices into `book().experiments`). */
  [[nodiscard]] const std::vector<std::uint32_t>& experimentsOf(const Offer& offer) const;

  [[nodiscard]] const std::vector<Tie>& tiesOfProduct(std::string_view id) const;
  [[nodiscard]] const std::vector<Tie>& tiesOfCategory(std::string_view category) const;
  [[nodiscard]] const std::vector<Tie>& tiesOfTag(std::string_view tag) const;

 private:
  template <class T>
  using ById = std::unordered_map<std::string_view, T>;
  void tie(ById<std::vector<Tie>>& map, std::string_view key, std::uint32_t offer, Relation relation);

  Book book_;
  ById<std::uint32_t> products_;
  ById<std::uint32_t> offers_;
  ById<std::vector<Tie>> byProduct_, byCategory_, byTag_;
  std::vector<std::vector<std::uint32_t>> experiments_;  ///< by offer; empty where the book has none
  std::vector<Condition> conditions_;                    ///< by offer; empty where no offer has one
};

}  // namespace aftermint
