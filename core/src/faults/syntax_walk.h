/** @file Where a text stops being JSON and what was wanted there: a second pass, made only for a text that is refused.
 */
#pragma once

#include <string_view>
#include <vector>

namespace aftermint::codec {

/** What may stand next. */
enum class Expect : unsigned char {
  Value,         ///< behind a colon, or at the beginning
  FirstElement,  ///< behind [: a value, or ]
  Element,       ///< behind a comma of an array
  FirstKey,      ///< behind {: a key, or }
  Key,           ///< behind a comma of an object
  Colon,
  Comma,  ///< behind a value: a comma, or the bracket that closes
  End,    ///< behind the outermost value
};

struct OpenBracket {
  char letter;
  std::size_t at;
};

/** The first place at which a text cannot be JSON. */
struct Stop {
  Expect expect = Expect::Value;
  std::size_t at = 0;       ///< where the token begins that does not fit; the size of the text where it ends too early
  std::size_t inside = 0;   ///< the byte that breaks this token; `at` where the whole token does not fit
  std::size_t before = 0;   ///< where the token before begins
  bool isTooLarge = false;  ///< it is a number that no double holds
  std::vector<OpenBracket> open = {};  ///< the brackets not closed there, outermost first
};

/** Walks the text up to there; a text that is JSON stops at its end, with `Expect::End`. */
[[nodiscard]] Stop walkSyntax(std::string_view text);

}  // namespace aftermint::codec
