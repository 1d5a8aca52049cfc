#include "aftermint/language.h"

#include "memory/scratch.h"

namespace aftermint {

std::string_view languageOf(std::string_view locale) { return locale.substr(0, indexOf(locale, '-')); }

}  // namespace aftermint
