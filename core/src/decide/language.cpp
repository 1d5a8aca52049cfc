#include "aftermint/language.h"

#include "memory/scratch.h"

namespace aftermint {

std::string_view languageOf(std::string_view locale) { return locale.substr(0, indexOf(locale, '-')); }

#if AFTERMINT_PAGE
const void* inLanguage(const AnyList& texts, std::size_t elementSize, std::string_view locale) {
  const std::string_view language = languageOf(locale);
  const void* found = nullptr;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const void* const each = texts.at(i, elementSize);
    const Text& own = *static_cast<const Text*>(each);
    if (own == locale) return each;
    if (languageOf(own) == language && (found == nullptr || own == language)) found = each;
  }
  return found;
}
#endif

}  // namespace aftermint
