/** @file Finds the answer in the text that a language model wrote. */
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "aftermint/answer.h"
#include "unusable.h"

namespace aftermint::draft {

/** The largest text that is searched, in bytes. */
inline constexpr std::size_t kMostAnswerBytes = std::size_t{1} << 20;
/** The deepest nesting of lists and objects in an answer. */
inline constexpr std::size_t kMostAnswerDepth = 16;

/** An answer and its place in the text. */
struct FoundAnswer {
  Answer answer;
  /// The answer alone, with spaces for the text before it, so that lines and columns are those of the text.
  std::string text;
  std::size_t line = 0, column = 0;  ///< where the answer begins in the text, from 1
};

/** An answer with faults. `text` is as in `FoundAnswer`. */
class FaultyAnswer : public Unusable {
 public:
  FaultyAnswer(std::vector<Fault> faults, std::string file, std::string text)
      : Unusable(std::move(faults), std::move(file)), text_(std::move(text)) {}
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

/**
 * Finds the first JSON object in the text that decodes as an answer. It may be nested in other JSON.
 *
 * Only objects with the key “offers” are decoded. If none is an answer, the faults of the first one are reported, so
 * that a typo is not reported as a missing answer. The time is linear in the length of the text.
 *
 * Throws Unusable (`answer_missing`, `too_large`), and FaultyAnswer (`answer_schema`, `json_syntax`, `too_deep`).
 */
[[nodiscard]] FoundAnswer findAnswer(std::string_view text, const std::string& file);

}  // namespace aftermint::draft
