/** @file The languages of a book's offers. */
#include <algorithm>
#include <map>

#include "draft/prompt.h"

namespace aftermint::draft {

std::string ownLocale(const Book& book) {
  const std::string language = book.locale.substr(0, book.locale.find('-'));
  std::size_t whole = 0, bare = 0;
  for (const Offer& offer : book.offers) {
    for (const Copy& copy : offer.copy) {
      if (copy.locale == book.locale) ++whole;
      if (copy.locale == language) ++bare;
    }
  }
  return bare > whole ? language : book.locale;
}

std::vector<std::string> localesOf(const Book& book) {
  constexpr std::size_t kMost = 8;
  std::vector<std::string> locales = {ownLocale(book)};
  std::vector<std::string> met;  // in order of appearance
  std::map<std::string, std::size_t> counts;
  for (const Offer& offer : book.offers) {
    for (const Copy& copy : offer.copy) {
      if (++counts[copy.locale] == 1) met.push_back(copy.locale);
    }
  }
  for (const std::string& locale : met) {
    const bool isKnown = std::find(locales.begin(), locales.end(), locale) != locales.end();
    if (!isKnown && counts[locale] * 2 >= book.offers.size() && locales.size() < kMost) locales.push_back(locale);
  }
  return locales;
}

}  // namespace aftermint::draft
