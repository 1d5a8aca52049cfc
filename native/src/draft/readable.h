/** @file What can be read of an answer that has faults, so that its author hears of everything in one round. */
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "aftermint/answer.h"
#include "aftermint/index.h"

namespace aftermint::draft {

/** An answer made of what could be read. */
struct Readable {
  Answer answer;
  /// JSON pointers of what is not as the author wrote it: filled in, cut or left out. What a rule says there is no
  /// news.
  std::vector<std::string> made;

  /** Whether a place is one of those, or lies in one. */
  [[nodiscard]] bool isMade(std::string_view pointer) const;
};

/**
 * Reads whatever of an answer has the right kind. What has not, or is missing, is filled in so that offers can be
 * judged, and listed as made. `text` is what the answer's shape has faults in; where it is no JSON nothing is read.
 */
[[nodiscard]] Readable readableOf(std::string_view text, const IndexedBook& book, const Product* bought);

}  // namespace aftermint::draft
