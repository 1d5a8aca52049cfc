/** @file Where a text stops being JSON, and what was expected there. A second pass, only for refused texts. */
#pragma once

#include <string_view>
#include <vector>

namespace aftermint::codec {

/** What is expected next. */
enum class Expect : unsigned char {
  Value,         ///< after a colon, or at the beginning
  FirstElement,  ///< after [: a value or ]
  Element,       ///< after a comma in an array
  FirstKey,      ///< after {: a key or }
  Key,           ///< after a comma in an object
  Colon,
  Comma,  ///< after a value: a comma or the closing bracket
  End,    ///< after the outermost value
};

struct OpenBracket {
  char letter;
  std::size_t at;
};

/** The first place where a text is not JSON. */
struct Stop {
  Expect expect = Expect::Value;
  std::size_t at = 0;       ///< where the unexpected token begins; the size of the text where it ends too early
  std::size_t inside = 0;   ///< the wrong byte within this token; `at` where the token itself is not expected
  std::size_t before = 0;   ///< where the previous token begins
  bool isTooLarge = false;  ///< the token is a number that is too large for a double
  std::vector<OpenBracket> open = {};  ///< the open brackets, outermost first
};

/** Finds the first wrong place; for a text that is JSON, its end with `Expect::End`. */
[[nodiscard]] Stop walkSyntax(std::string_view text);

}  // namespace aftermint::codec
