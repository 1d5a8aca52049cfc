/** @file What a text that is not JSON is instead, for people who write JSON by hand. */
#pragma once

#include <string>
#include <string_view>

namespace aftermint::codec {

/** What stands where a text stops being JSON. */
struct Named {
  std::string what;      ///< a noun phrase; empty where nothing better than "not JSON" can be said
  std::string hint;      ///< a sentence
  bool isWhole = false;  ///< it is about the text as a whole and not about a place in it
};

/** Names the reason for which `text` is not JSON: its encoding, or what stands at the first place that does not fit. */
[[nodiscard]] Named nameSyntaxFault(std::string_view text);

/** The length of the code point that begins there, or 0 where none does (The Unicode Standard, table 3-7). */
[[nodiscard]] std::size_t pointAt(std::string_view text, std::size_t at);

}  // namespace aftermint::codec
