#include "mine/similar_products.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "text.h"

namespace aftermint::mine {
namespace {

constexpr std::size_t kCatalogueDigits = 4;

/** Returns the words of a title, in lower case. */
std::set<std::string> wordsOf(std::string_view title) {
  std::set<std::string> out;
  std::string word;
  for (const char c : lowered(title) + ' ') {
    if (isWordByte(c)) {
      word += c;
    } else if (!word.empty()) {
      out.insert(std::move(word));
      word.clear();
    }
  }
  return out;
}

/** Returns the digits at the beginning of a code, if at least four, and only letters follow. */
std::string_view catalogueNumber(std::string_view id) {
  const auto end = std::find_if_not(id.begin(), id.end(), isDigit);
  const bool lettersFollow = std::all_of(end, id.end(), isAsciiLetter);
  const auto digits = static_cast<std::size_t>(end - id.begin());
  return lettersFollow && digits >= kCatalogueDigits ? id.substr(0, digits) : std::string_view();
}

}  // namespace

SimilarProducts::SimilarProducts(const std::vector<HistoryProduct>& products) {
  std::unordered_map<std::string, std::uint32_t> known;
  for (const HistoryProduct& product : products) {
    numbers_.push_back(catalogueNumber(product.id));
    std::vector<std::uint32_t>& words = words_.emplace_back();
    for (const std::string& word : wordsOf(product.title)) {
      words.push_back(known.emplace(word, static_cast<std::uint32_t>(known.size())).first->second);
    }
    std::sort(words.begin(), words.end());
  }
}

bool SimilarProducts::areSimilar(std::uint32_t a, std::uint32_t b) const {
  if (!numbers_[a].empty() && numbers_[a] == numbers_[b]) return true;
  const auto &first = words_[a], &second = words_[b];
  std::vector<std::uint32_t> shared;
  std::set_intersection(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(shared));
  const bool firstHasOwn = shared.size() < first.size(), secondHasOwn = shared.size() < second.size();
  return !shared.empty() && firstHasOwn == secondHasOwn &&
         2 * shared.size() >= first.size() + second.size() - shared.size();
}

}  // namespace aftermint::mine
