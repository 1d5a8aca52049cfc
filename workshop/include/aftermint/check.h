/** @file Checks a book against the rules of docs/craft.md and docs/copy.md. */
#pragma once

#include <optional>

#include "aftermint/index.h"

namespace aftermint {

/** One problem in a book: what is wrong, where, and what to do. */
struct Finding {
  FindingCode code = FindingCode::Relevance;
  Severity severity = Severity::Error;
  std::string pointer;               ///< JSON pointer into the book
  std::string message;               ///< what is wrong, in English
  std::string hint;                  ///< what to do about it, in English
  std::optional<std::size_t> offer;  ///< index in `Book::offers`; nothing if the finding is not about one offer
};

/**
 * Checks a book.
 *
 * An offer with a finding of severity error is never shown. The levels in `policy.rules` apply, except to rules that no
 * book may relax.
 *
 * @param now if given, also reports ended schedules, conditions on times in the past, and offers that were reviewed
 *     more than a quarter of a year ago
 * @return findings on the policy, then on the offers in the order of the book, on the experiments, and on the
 * languages; empty if there is nothing to report
 */
[[nodiscard]] std::vector<Finding> check(const IndexedBook& book, std::optional<Millis> now = {});

/**
 * A hash of the products that an offer is for and of those that it offers: id, title, description, price, category,
 * kind and variants. `Reviewed::of` keeps it.
 *
 * @return 16 hexadecimal digits
 */
[[nodiscard]] std::string fingerprint(const IndexedBook& book, const Offer& offer);

/**
 * A hash of the offer's own texts, price, items, placements, link and triggers, and of what its experiments try.
 * `Reviewed::offer` keeps it.
 *
 * @return 16 hexadecimal digits
 */
[[nodiscard]] std::string offerFingerprint(const IndexedBook& book, const Offer& offer);

/** The ids of the offers with a finding of severity error, in the order of the book. */
[[nodiscard]] std::vector<std::string> refusedOffers(const Book& book, const std::vector<Finding>& findings);

/** The findings as JSON: `{"ok":…,"findings":[…]}`. `ok` is true if no finding has severity error. */
[[nodiscard]] std::string encode(const std::vector<Finding>& findings);

}  // namespace aftermint
