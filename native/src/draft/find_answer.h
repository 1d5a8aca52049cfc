/** @file An answer, found in whatever a language model wrote around it. */
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "aftermint/answer.h"
#include "unusable.h"

namespace aftermint::draft {

/** What a text with an answer may be at most, in bytes. */
inline constexpr std::size_t kMostAnswerBytes = std::size_t{1} << 20;
/** Nested arrays and objects in an answer at most. */
inline constexpr std::size_t kMostAnswerDepth = 16;

struct FoundAnswer {
  Answer answer;
  /// The answer alone, with spaces where the text had something else: places in it are places in the text.
  std::string text;
  std::size_t line = 0, column = 0;  ///< where it begins in the text, from 1
};

/** An answer that is there and has faults, with its text as `FoundAnswer` has it. */
class FaultyAnswer : public Unusable {
 public:
  FaultyAnswer(std::vector<Fault> faults, std::string file, std::string text)
      : Unusable(std::move(faults), std::move(file)), text_(std::move(text)) {}
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

/**
 * The first JSON object in the text that has the shape of an answer, with whatever stands around it or in which it is.
 *
 * Only objects with a key “offers” are looked at. Where none fits, the faults of the first one are told, so that a typo
 * in an answer is not “no answer”. The time is linear in the text: no bracket is read from more than a bounded number
 * of places. Throws Unusable (`answer_missing`, `too_large`), FaultyAnswer (`answer_schema`, `json_syntax`,
 * `too_deep`).
 */
[[nodiscard]] FoundAnswer findAnswer(std::string_view text, const std::string& file);

}  // namespace aftermint::draft
