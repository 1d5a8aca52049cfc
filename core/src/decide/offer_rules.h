/** @file Small rules that deciding, showing and checking have in common. */
#pragma once

#include <optional>
#include <string_view>

#include "aftermint/craft.h"
#include "aftermint/language.h"
#include "aftermint/moment.h"

namespace aftermint {

/**
 * Whether the law gives shoppers a right of withdrawal from a distance contract in the countries that use a currency
 * (EU and EEA: Directive 2011/83/EU; UK: SI 2013/3134).
 */
[[nodiscard]] bool hasWithdrawalRight(std::string_view currency);

/** The copy for `locale`, else for `fallback`; null where there is neither. */
[[nodiscard]] const Copy* copyFor(const List<Copy>& copy, std::string_view locale, std::string_view fallback);

/** Why one click is not possible at a moment, or nothing where it is possible. */
[[nodiscard]] std::optional<Barrier> oneClickBarrier(const Moment& moment);

}  // namespace aftermint
