/** @file Functions that JavaScript provides for the modules (host.js). */
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {
/** 1 for a match, 0 for none, -1 for an invalid pattern. */
int aftermintRegexMatch(const char* pattern, std::size_t patternSize, const char* text, std::size_t textSize,
                        bool ignoreCase);

/** Writes `String(number)`, at most 25 ASCII characters, and returns its length. */
std::size_t aftermintNumberText(double number, char* out);

/** `Number(text)`. */
double aftermintNumberOf(const char* text, std::size_t size);

/** Whether the name of a group in a pattern may begin with a code point, or contain it. */
bool aftermintIsNameLetter(std::uint32_t point, bool isFirst);
}
