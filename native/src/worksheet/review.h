/** @file Which offers of a book somebody should look at again (CRAFT: refresh), and how they are marked as looked at.
 */
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aftermint/check.h"

namespace aftermint::worksheet {

/** An offer to look at again, and why. */
struct Stale {
  std::string offer;
  std::optional<Millis> reviewed;    ///< when somebody last looked; nothing where nobody said so
  std::vector<std::string> reasons;  ///< never empty
};

/**
 * The offers of a book that are stale: what they were written for changed, a quarter passed, the price is out of the
 * band beside it, or nobody has said that they looked. Proposals are left out: they wait for a first look anyway.
 *
 * @param findings those of `check` with a time.
 */
[[nodiscard]] std::vector<Stale> review(const IndexedBook& book, const std::vector<Finding>& findings);

/** The list for people; it says so where nothing is stale. */
[[nodiscard]] std::string reviewText(const IndexedBook& book, const std::vector<Stale>& stale);

/** `{"ok":true,"book":…,"offers":n,"stale":[{"offer","reviewed","reasons":[…]}…]}` */
[[nodiscard]] std::string reviewJson(const IndexedBook& book, const std::vector<Stale>& stale);

/** A JSON Patch (RFC 6902) on the book that marks an offer as looked at now. */
[[nodiscard]] std::string reviewedPatch(const IndexedBook& book, const Offer& offer, Millis now);

}  // namespace aftermint::worksheet
