/**
 * @file `strtod` and its like for JSON numbers, in place of musl's, which drags 80-bit arithmetic into the module.
 *
 * The caller (nlohmann_json's lexer) hands over a text that already is a JSON number, so only its shape is read
 * here: sign, digits, point, exponent. Up to 15 digits with a power of ten up to 22 both are exact doubles, and one
 * multiplication or division rounds once (Clinger 1990, "How to read floating point numbers accurately"). Whatever
 * else comes goes to the host's `Number()`, which ECMA-262 requires to round to nearest.
 */
#include <emscripten.h>

#include <cstdint>
#include <cstdlib>

// The text ends at a character that is no part of a number, so the host gets its length, not the terminator.
EM_JS(double, aftermintHostNumber, (const char* text, int length), {
  var number = "";
  for (var i = 0; i < length; ++i) number += String.fromCharCode(HEAPU8[text + i]);
  return Number(number);
});

namespace {

constexpr int kExactDigits = 15;
constexpr int kExactPower = 22;
constexpr int kExponentCap = 99999;  // beyond it every number is 0 or infinite

constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }

/** What was read of a number: `digits` × 10^`power`, exact where `count` digits are few enough. */
struct Scanned {
  std::int64_t digits = 0;
  int count = 0;  ///< significant digits, leading zeros not counted
  int power = 0;
};

void takeDigit(Scanned& number, char c, bool afterPoint) {
  if (afterPoint) --number.power;
  if (number.count == 0 && c == '0') return;
  if (++number.count <= kExactDigits) number.digits = number.digits * 10 + (c - '0');
}

double powerOfTen(int exponent) {
  double power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;  // exact: 10^22 is a double
  return power;
}

}  // namespace

extern "C" double strtod(const char* text, char** end) {
  const char* at = text;
  const bool negative = *at == '-';
  if (*at == '-' || *at == '+') ++at;
  const char* const first = at;
  Scanned number;
  while (isDigit(*at)) takeDigit(number, *at++, false);
  if (*at == '.') {
    ++at;
    while (isDigit(*at)) takeDigit(number, *at++, true);
  }
  if (at == first || (at == first + 1 && *first == '.')) {  // no number at all
    if (end != nullptr) *end = const_cast<char*>(text);
    return 0;
  }
  if (*at == 'e' || *at == 'E') {
    const char* exponent = at + 1;
    const bool down = *exponent == '-';
    if (*exponent == '-' || *exponent == '+') ++exponent;
    if (isDigit(*exponent)) {
      int value = 0;
      for (; isDigit(*exponent); ++exponent) {
        if (value < kExponentCap) value = value * 10 + (*exponent - '0');
      }
      number.power += down ? -value : value;
      at = exponent;
    }
  }
  if (end != nullptr) *end = const_cast<char*>(at);

  double result = 0;
  if (number.count <= kExactDigits && number.power >= -kExactPower && number.power <= kExactPower) {
    result = static_cast<double>(number.digits);
    result = number.power < 0 ? result / powerOfTen(-number.power) : result * powerOfTen(number.power);
  } else if (number.count > 0) {
    result = aftermintHostNumber(first, static_cast<int>(at - first));
  }
  return negative ? -result : result;
}

extern "C" float strtof(const char* text, char** end) { return static_cast<float>(strtod(text, end)); }

// Nobody calls it, but libc++ names it, and musl's would bring its own `strtod` along.
extern "C" long double strtold(const char* text, char** end) { return strtod(text, end); }
