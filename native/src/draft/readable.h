/** @file Reads as much as possible of an answer with faults, so that one run reports everything. */
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "aftermint/answer.h"
#include "aftermint/index.h"

namespace aftermint::draft {

/** The readable part of an answer. */
struct Readable {
  Answer answer;
  /// JSON pointers of parts that the model did not write. Findings on them are not reported.
  std::vector<std::string> filledIn;

  /** Whether a place is one of these parts, or within one. */
  [[nodiscard]] bool isFilledIn(std::string_view pointer) const;
};

/**
 * Reads each part of an answer that has the right type. Parts that are missing or wrong are filled in, so that the
 * offers can be checked, and listed in `filledIn`. If the text is not JSON, the answer is empty.
 */
[[nodiscard]] Readable readableOf(std::string_view text, const IndexedBook& book, const Product* bought);

}  // namespace aftermint::draft
