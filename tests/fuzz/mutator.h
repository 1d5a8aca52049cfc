/** @file Seeded changes to texts, so that every build feeds the doors without a fuzzer. */
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <vector>

#include "unit/copy_cases.h"

namespace aftermint::fuzz {

/** Changes texts at random; the same seed gives the same changes. */
class Mutator {
 public:
  std::size_t upTo(std::size_t most) { return std::uniform_int_distribution<std::size_t>(0, most)(random_); }
  const std::string& one(const std::vector<std::string>& list) { return list[upTo(list.size() - 1)]; }

  /** Inserts, removes and changes bytes, repeats pieces of the text, and inserts pieces of other texts. */
  std::string mutated(std::string text, const std::vector<std::string>& others) {
    for (std::size_t edits = upTo(6); edits > 0; --edits) {
      const std::size_t at = upTo(text.size());
      switch (upTo(6)) {
        case 0:
          text.insert(at, 1, static_cast<char>(upTo(255)));
          break;
        case 1:
          text.erase(at, upTo(8));
          break;
        case 2:
          if (at < text.size()) text[at] = static_cast<char>(upTo(255));
          break;
        case 3:
          text.insert(at, testing::utf8(static_cast<char32_t>(upTo(1) == 0 ? upTo(0x2FFF) : upTo(0x10FFFF))));
          break;
        case 4:
          text.insert(at, text.substr(at, upTo(12)));
          break;
        case 5:
          text.insert(at, 1, static_cast<char>(' ' + upTo('~' - ' ')));
          break;
        default: {
          const std::string& other = one(others);
          text.insert(at, other.substr(upTo(other.size()), upTo(40)));
        }
      }
    }
    return text;
  }

 private:
  std::mt19937 random_{20261125};
};

}  // namespace aftermint::fuzz
