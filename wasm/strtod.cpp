/** @file `strtod` and its like for the modules, so that musl's are not linked in (read_number.h says why and how). */
#include <cerrno>
#include <cstdint>
#include <cstdlib>

#include "host.h"
#include "read_number.h"

extern "C" double strtod(const char* text, char** end) {
  const char* behind = text;
  const double number = aftermint::readNumber(text, behind, aftermintNumberOf);
  if (end != nullptr) *end = const_cast<char*>(behind);
  return number;
}

extern "C" float strtof(const char* text, char** end) { return static_cast<float>(strtod(text, end)); }

// Of these nlohmann's lexer asks for decimal digits alone, in front of which a sign may stand.
extern "C" unsigned long long strtoull(const char* text, char** end, int) {
  const char* behind = text;
  bool fits = true;
  const std::uint64_t number = aftermint::readWhole(text, behind, UINT64_MAX, fits);
  if (!fits) errno = ERANGE;
  if (end != nullptr) *end = const_cast<char*>(behind);
  return number;
}

extern "C" long long strtoll(const char* text, char** end, int) {
  const bool negative = *text == '-';
  const char* behind = text;
  bool fits = true;
  const std::uint64_t most = static_cast<std::uint64_t>(INT64_MAX) + (negative ? 1 : 0);
  const std::uint64_t number = aftermint::readWhole(text + (negative ? 1 : 0), behind, most, fits);
  if (!fits) errno = ERANGE;
  if (end != nullptr) *end = const_cast<char*>(behind);
  return static_cast<long long>(negative ? 0 - number : number);
}

// Nobody calls these, but libc++ names them, and musl's would bring its own of the others along.
extern "C" long strtol(const char* text, char** end, int base) { return static_cast<long>(strtoll(text, end, base)); }
extern "C" unsigned long strtoul(const char* text, char** end, int base) {
  return static_cast<unsigned long>(strtoull(text, end, base));
}
extern "C" long double strtold(const char* text, char** end) { return strtod(text, end); }
