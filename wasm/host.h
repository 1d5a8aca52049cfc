/** @file What JavaScript does for the modules (host.js). */
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {
/** 1 and 0 for a match and none, -1 for a pattern that is invalid. */
int aftermintRegexMatch(const char* pattern, std::size_t patternSize, const char* text, std::size_t textSize,
                        bool ignoreCase);

/** Writes `String(number)`, which is ASCII and at most 25 letters, and gives its length. */
std::size_t aftermintNumberText(double number, char* out);

/** `Number(text)`. */
double aftermintNumberOf(const char* text, std::size_t size);

/** Whether the name of a pattern's group may begin with that code point, or go on with it. */
bool aftermintIsNameLetter(std::uint32_t point, bool isFirst);
}
