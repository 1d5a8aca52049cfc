#include "mine/alike.h"

#include <algorithm>
#include <set>
#include <string>

#include "import/text.h"

namespace aftermint::mine {
namespace {

constexpr std::size_t kCatalogueDigits = 4;

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/** Words in small letters; every byte that is no ASCII sign belongs to one. */
std::set<std::string> wordsOf(std::string_view title) {
  std::set<std::string> out;
  std::string word;
  for (const char c : imports::lowered(title) + ' ') {
    if ((c >= 'a' && c <= 'z') || isDigit(c) || static_cast<signed char>(c) < 0) {
      word += c;
    } else if (!word.empty()) {
      out.insert(std::move(word));
      word.clear();
    }
  }
  return out;
}

/** The digits a code begins with, where nothing but letters follow; else nothing. */
std::string_view catalogueNumber(std::string_view id) {
  const auto end = std::find_if_not(id.begin(), id.end(), isDigit);
  const bool lettersFollow =
      std::all_of(end, id.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
  const auto digits = static_cast<std::size_t>(end - id.begin());
  return lettersFollow && digits >= kCatalogueDigits ? id.substr(0, digits) : std::string_view();
}

}  // namespace

bool areAlike(const HistoryProduct& a, const HistoryProduct& b) {
  const std::string_view number = catalogueNumber(a.id);
  if (!number.empty() && number == catalogueNumber(b.id)) return true;
  const std::set<std::string> first = wordsOf(a.title), second = wordsOf(b.title);
  const auto shared = static_cast<std::size_t>(
      std::count_if(first.begin(), first.end(), [&](const std::string& word) { return second.contains(word); }));
  return shared > 0 && 2 * shared >= first.size() + second.size() - shared;
}

}  // namespace aftermint::mine
