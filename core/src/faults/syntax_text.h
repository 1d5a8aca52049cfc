/** @file Explains why a text is not JSON, for people who write JSON by hand. */
#pragma once

#include <string>
#include <string_view>

namespace aftermint::codec {

/** What was found at the first place where a text is not JSON. */
struct Named {
  std::string what;      ///< a noun phrase; empty where the cause is unknown
  std::string hint;      ///< a sentence
  bool isWhole = false;  ///< about the whole text, not about one place in it
};

/** The reason why `text` is not JSON: its encoding, or what was found at the first wrong place. */
[[nodiscard]] Named nameSyntaxFault(std::string_view text);

/** The length of the code point at byte `at`; 0 where none begins there (The Unicode Standard, table 3-7). */
[[nodiscard]] std::size_t pointAt(std::string_view text, std::size_t at);

}  // namespace aftermint::codec
