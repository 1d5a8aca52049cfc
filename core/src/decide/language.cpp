/** @file The syntax of locales, and the choice of a text by locale. */
#include "aftermint/language.h"

#include "codec/scalars.h"
#include "memory/scratch.h"

namespace aftermint {

bool isLocale(std::string_view text) {
  if (text.size() > kMaxLocale) return false;
  std::size_t start = 0;
  bool first = true;
  while (start <= text.size()) {
    std::size_t end = indexOf(text, '-', start);
    if (end == std::string_view::npos) end = text.size();
    const std::string_view subtag = text.substr(start, end - start);
    if (subtag.size() < 2 || subtag.size() > (first ? 3u : 8u)) return false;
    for (const char c : subtag) {
      if (!codec::isLetter(c) && (first || !codec::isDigit(c))) return false;
    }
    first = false;
    start = end + 1;
  }
  return true;
}

std::string_view languageOf(std::string_view locale) { return locale.substr(0, indexOf(locale, '-')); }

const void* inLanguage(const void* texts, std::size_t count, std::size_t elementSize, std::string_view locale) {
  const std::string_view language = languageOf(locale);
  const void* found = nullptr;
  for (std::size_t i = 0; i < count; ++i) {
    const void* const each = static_cast<const char*>(texts) + i * elementSize;
    const Text& own = *static_cast<const Text*>(each);
    if (own == locale) return each;
    if (languageOf(own) == language && (found == nullptr || own == language)) found = each;
  }
  return found;
}

}  // namespace aftermint
