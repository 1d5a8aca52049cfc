/** @file A person's approval of offers, put into the text of their book. */
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aftermint/check.h"

namespace aftermint::draft {

/** Who approves, when, and what they write about it. */
struct Approver {
  Millis at = 0;
  std::string by;    ///< empty: not said
  std::string note;  ///< empty: nothing
};

/** An offer, and what `check` finds in it as it would be shown: nothing is left out because somebody saw it before. */
struct ToApprove {
  const Offer* offer = nullptr;  ///< of the book
  std::vector<Finding> findings;

  [[nodiscard]] bool hasError() const;
};

/** The offers with what a person should see before they approve them; `offers` are of the book. */
[[nodiscard]] std::vector<ToApprove> findingsBeforeApproval(const IndexedBook& book,
                                                            const std::vector<const Offer*>& offers);

/**
 * The text of the book with these offers approved: `approved` is true where it stands, and `reviewed` says who looked,
 * when and at what, with the notes they saw. Every other letter stays. `text` decoded as the book.
 */
[[nodiscard]] std::string approve(std::string_view text, const IndexedBook& book, const std::vector<ToApprove>& offers,
                                  const Approver& approver);

/** What `reviewed` of an offer says after such an approval, as JSON. */
[[nodiscard]] std::string reviewedJson(const IndexedBook& book, const ToApprove& offer, const Approver& approver);

}  // namespace aftermint::draft
