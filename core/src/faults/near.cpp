/** @file Finds the word that was probably meant. */
#include "faults/near.h"

#include <algorithm>

#include "condition/js_values.h"

namespace aftermint::codec {
namespace {

constexpr std::size_t kLongest = 64;  // a longer text is not a typo

std::string withoutJoints(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != '-' && c != '_' && c != ' ') out += c;
  }
  return out;
}

}  // namespace

std::size_t editDistance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      const std::size_t change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({above + 1, row[j - 1] + 1, change});
      diagonal = above;
    }
  }
  return row[b.size()];
}

std::string_view nearestOf(std::string_view got, const std::vector<std::string_view>& words) {
  if (got.empty() || got.size() > kLongest) return {};
  const std::string plain = withoutJoints(got);
  std::string_view best;
  std::size_t least = 3;
  for (const std::string_view word : words) {
    if (word == got || word.size() > kLongest) continue;
    if (!plain.empty() && isEqualFolded(plain, withoutJoints(word))) return word;
    // Two edits can turn a short word into any other, so there must be fewer than half its length.
    const std::size_t steps = editDistance(got, word);
    if (steps < least && steps * 2 < std::min(word.size(), got.size()) + 1) {
      least = steps;
      best = word;
    }
  }
  return best;
}

}  // namespace aftermint::codec
