/** @file What an offer is written for: the products whose purchase may call for it. */
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "aftermint/index.h"

namespace aftermint {

/** The products an offer is written for. */
using Primaries = std::vector<const Product*>;

/** Relations of a book's products read backwards, so that no rule walks over the book for an offer. */
class Surroundings {
 public:
  explicit Surroundings(const IndexedBook& book);

  /** Whether some product declares that one as its complement, or for a bundle. */
  [[nodiscard]] bool isCompanion(std::string_view product) const { return calling_.count(product) != 0; }
  /** The larger or better version of a product, or null where none is declared. */
  [[nodiscard]] const Product* betterThan(std::string_view product) const;
  /** Whether an offer of type upsell leads from a product to its better version. */
  [[nodiscard]] bool isUpsold(std::string_view product) const { return upsold_.count(product) != 0; }

  /**
   * The products an offer is written for, each once, in the order of the book: those it names, or where it names
   * nothing those that are tied to its items by a relation. Categories and tags are no products: what is in them comes
   * and goes without making copy stale.
   */
  [[nodiscard]] Primaries primaries(const Offer& offer) const;

 private:
  const IndexedBook& book_;
  std::unordered_map<std::string_view, std::vector<const Product*>> calling_;  ///< by companion: who declares it
  std::unordered_map<std::string_view, const Product*> better_;                ///< by product: its better version
  std::unordered_map<std::string_view, const Offer*> upsold_;                  ///< by product: what leads to that
};

}  // namespace aftermint
