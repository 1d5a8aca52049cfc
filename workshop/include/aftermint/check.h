/** @file The craft rules as findings on a decoded book. */
#pragma once

#include <optional>

#include "aftermint/index.h"

namespace aftermint {

struct Finding {
  FindingCode code = FindingCode::Relevance;
  Severity severity = Severity::Error;
  std::string pointer;  ///< JSON pointer into the book
  std::string message;
  std::string hint;
};

/**
 * Every finding: of the policy, of the offers in the order of the book, of the experiments. An offer with one of
 * severity error is never shown. What a book makes of the rules (`policy.rules`) is heeded, as far as a book may say
 * so.
 *
 * @param now Where it is given, offers are told of that nobody looked at for a quarter (CRAFT: refresh).
 */
[[nodiscard]] std::vector<Finding> check(const IndexedBook& book, std::optional<Millis> now = {});

/** What `Offer::reviewed` keeps: 16 hexadecimal digits that change with what an offer was written for. */
[[nodiscard]] std::string fingerprint(const IndexedBook& book, const Offer& offer);

/** What `Reviewed::offer` keeps: 16 hexadecimal digits that change with the offer's texts, price, items, placements and
 * ties, and with those that its experiments try. */
[[nodiscard]] std::string offerFingerprint(const IndexedBook& book, const Offer& offer);

/** The number of the offer that a finding is about; nothing where it is about something else. */
[[nodiscard]] std::optional<std::size_t> offerNumberOf(const Finding& finding);

/** The ids of the offers with a finding of severity error, in the order of the book. */
[[nodiscard]] std::vector<std::string> refusedOffers(const Book& book, const std::vector<Finding>& findings);

/** The findings as JSON: `{"ok":…,"findings":[…]}`, `ok` where none is of severity error. */
[[nodiscard]] std::string encode(const std::vector<Finding>& findings);

}  // namespace aftermint
