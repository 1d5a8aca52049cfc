/** @file `strtod` and its like for the modules, so that musl's are not linked in (read_number.h says why and how). */
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

// Nobody calls it, but libc++ names it, and musl's would bring its own `strtod` along.
extern "C" long double strtold(const char* text, char** end) { return strtod(text, end); }
