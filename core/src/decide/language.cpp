#include "aftermint/language.h"

#include "memory/scratch.h"

namespace aftermint {

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
