/** @file Which offers of a book somebody should review again (docs/craft.md, refresh), and a patch that records it. */
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aftermint/check.h"

namespace aftermint::worksheet {

/** An offer to review again, and why. */
struct Stale {
  std::string offer;
  std::optional<Millis> reviewed;    ///< the time of the last review, if there was one
  std::vector<std::string> reasons;  ///< never empty
};

/**
 * The approved offers that need a review: nobody has reviewed them, three months have passed, something they depend on
 * has changed, or the price is outside the price band.
 *
 * @param findings those of `check`, called with a time
 */
[[nodiscard]] std::vector<Stale> review(const IndexedBook& book, const std::vector<Finding>& findings);

/** The list as text. */
[[nodiscard]] std::string reviewText(const IndexedBook& book, const std::vector<Stale>& stale);

/** `{"ok":true,"book":…,"offers":n,"stale":[{"offer","reviewed","reasons":[…]}…]}` */
[[nodiscard]] std::string reviewJson(const IndexedBook& book, const std::vector<Stale>& stale);

/** A JSON Patch (RFC 6902) for the book that marks an offer as reviewed now. */
[[nodiscard]] std::string reviewedPatch(const IndexedBook& book, const Offer& offer, Millis now);

}  // namespace aftermint::worksheet
