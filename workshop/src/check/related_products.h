/** @file The products whose purchase leads to an offer, and the relations between products. */
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "aftermint/index.h"

namespace aftermint {

/** The products whose purchase leads to an offer. */
using TriggerProducts = std::vector<const Product*>;

/** The relations of a book's products in reverse, so that no rule searches the whole book for each offer. */
class RelatedProducts {
 public:
  explicit RelatedProducts(const IndexedBook& book);

  /** True if some product names that one in `complements` or `bundles`. */
  [[nodiscard]] bool isCompanion(std::string_view product) const { return companionOf_.count(product) != 0; }
  /** The larger or better version of a product, or null if there is none. */
  [[nodiscard]] const Product* betterThan(std::string_view product) const;
  /** True if an approved offer of type upsell leads from that product to a better version. */
  [[nodiscard]] bool isUpsold(std::string_view product) const { return upsold_.count(product) != 0; }

  /**
   * The products whose purchase leads to an offer, each once, in the order of the book: those it names in `for`, or if
   * `for` is empty those related to its items. Products in its categories and tags are left out, because copy does not
   * become stale when these change.
   */
  [[nodiscard]] TriggerProducts triggerProducts(const Offer& offer) const;

 private:
  const IndexedBook& book_;
  std::unordered_map<std::string_view, std::vector<const Product*>> companionOf_;  ///< by companion: who names it
  std::unordered_map<std::string_view, const Product*> better_;                    ///< by product: its better version
  std::unordered_map<std::string_view, const Offer*> upsold_;  ///< by product: an upsell to a better version
};

}  // namespace aftermint
