/** @file Letters of names in patterns: JavaScript answers, in the modules that read patterns. */
#include "aftermint/pattern.h"
#include "host.h"

namespace aftermint {

bool isNameLetter(std::uint32_t point, bool isFirst) { return aftermintIsNameLetter(point, isFirst); }

}  // namespace aftermint
