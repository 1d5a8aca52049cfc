/** @file `strtod` and its like for the modules, so that musl's are not linked in (read_number.h says why and how). */
#include <emscripten.h>

#include <cstdlib>

#include "read_number.h"

// The number ends where its length says: what stands behind it is none of the host's business.
EM_JS(double, aftermintHostNumber, (const char* text, int length), {
  var number = "";
  for (var i = 0; i < length; ++i) number += String.fromCharCode(HEAPU8[text + i]);
  return Number(number);
});

extern "C" double strtod(const char* text, char** end) {
  const char* behind = text;
  const double number = aftermint::readNumber(text, behind, aftermintHostNumber);
  if (end != nullptr) *end = const_cast<char*>(behind);
  return number;
}

extern "C" float strtof(const char* text, char** end) { return static_cast<float>(strtod(text, end)); }

// Nobody calls it, but libc++ names it, and musl's would bring its own `strtod` along.
extern "C" long double strtold(const char* text, char** end) { return strtod(text, end); }
