/** @file Approves offers in the text of a book. */
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aftermint/check.h"

namespace aftermint::draft {

/** Who approves and when, with a note. */
struct Approver {
  Millis at = 0;
  std::string by;    ///< a name, or empty
  std::string note;  ///< or empty
};

/** An offer to approve, and the findings on it as shoppers would see it, even those that were seen before. */
struct ToApprove {
  const Offer* offer = nullptr;  ///< in the book
  std::vector<Finding> findings;

  [[nodiscard]] bool hasError() const;
};

/** The findings that a person should see before they approve these offers of the book. */
[[nodiscard]] std::vector<ToApprove> findingsBeforeApproval(const IndexedBook& book,
                                                            const std::vector<const Offer*>& offers);

/**
 * The text of the book with these offers approved.
 *
 * `approved` becomes true where it is written, and `reviewed` says who approved, when, what they saw, and the notes of
 * `check` they saw. The rest of the text does not change. `text` must be the text that `book` was decoded from.
 */
[[nodiscard]] std::string approve(std::string_view text, const IndexedBook& book, const std::vector<ToApprove>& offers,
                                  const Approver& approver);

/** The value of `reviewed` that `approve` writes for an offer, as JSON. */
[[nodiscard]] std::string reviewedJson(const IndexedBook& book, const ToApprove& offer, const Approver& approver);

}  // namespace aftermint::draft
