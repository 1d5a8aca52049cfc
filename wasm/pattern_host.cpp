/** @file Which letters names in patterns may have: asks JavaScript. Only in modules that check patterns. */
#include "aftermint/pattern.h"
#include "host.h"

namespace aftermint {

bool isNameLetter(std::uint32_t point, bool isFirst) { return aftermintIsNameLetter(point, isFirst); }

}  // namespace aftermint
