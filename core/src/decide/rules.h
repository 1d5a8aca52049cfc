/** @file Small rules that deciding, showing and checking share. */
#pragma once

#include <optional>
#include <string_view>

#include "aftermint/craft.h"
#include "aftermint/moment.h"

namespace aftermint {

/** The copy to read: the moment's locale, its language, then the book's; null where there is none. */
[[nodiscard]] const Copy* copyFor(const List<Copy>& copy, std::string_view locale, std::string_view fallback);

/** Why one click is not possible at that moment, or nothing where it is. */
[[nodiscard]] std::optional<Barrier> oneClickBarrier(const Moment& moment);

}  // namespace aftermint
