/** @file Aftermint's own words, by language. A merchant cannot change them: the decline is neutral by construction. */
#pragma once

#include <string_view>

#include "view/words.gen.h"

namespace aftermint {

/** The words of one language; what stands in braces is filled in by the view. */
class ViewWords {
 public:
  explicit ViewWords(std::string_view line) : line_(line) {}
  /** Looked for each time: a view asks for few, and taking all apart beforehand weighs more on the page. */
  [[nodiscard]] std::string_view operator[](ViewWord word) const;
  /** Whether they are in the locale's language. */
  [[nodiscard]] bool areOf(std::string_view locale) const;

 private:
  std::string_view line_;
};

/** The words of a locale's language; English where there are none. */
[[nodiscard]] ViewWords wordsFor(std::string_view locale);

#if AFTERMINT_PAGE
/** Takes the line of one more language, as the page was sent it; English is all that its module brings along. */
void speak(std::string_view line);
#endif

/** Whether the language is written from right to left. */
[[nodiscard]] bool rightToLeft(std::string_view locale);

}  // namespace aftermint
