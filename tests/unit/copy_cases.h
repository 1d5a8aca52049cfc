/** @file Texts for the tests of copy: tests/golden/cases, and the corpora of real shops if they are available. */
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "aftermint/copy.h"
#include "unit/cli_scratch.h"
#include "unit/paths.h"

namespace aftermint::testing {

inline nlohmann::json readCases(std::string_view name) {
  std::ifstream in(std::string(kSourceFolder) + "/tests/golden/cases/" + std::string(name) + ".json");
  return nlohmann::json::parse(in);
}

/** The codes of the findings on a text. */
inline std::vector<FindingCode> codesOf(CopyField field, std::string_view locale, std::string_view text,
                                        Path path = Path::Form) {
  std::vector<FindingCode> codes;
  for (const CopyFinding& finding : judgeCopy({field, locale, text, path})) codes.push_back(finding.code);
  return codes;
}

inline bool has(const std::vector<FindingCode>& codes, FindingCode code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

inline std::string listed(const std::vector<FindingCode>& codes) {
  std::string out;
  for (const FindingCode code : codes) out += std::string(toString(code)) + " ";
  return out.empty() ? "nothing" : out;
}

/** A code point as UTF-8. */
inline std::string utf8(char32_t c) {
  std::string out;
  const auto tail = [&](int shift) { out += static_cast<char>(0x80 | (c >> shift & 0x3F)); };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    tail(0);
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    tail(6), tail(0);
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    tail(12), tail(6), tail(0);
  }
  return out;
}

}  // namespace aftermint::testing
