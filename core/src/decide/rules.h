/** @file Small rules that deciding, showing and checking share. */
#pragma once

#include <optional>
#include <string_view>

#include "aftermint/craft.h"
#include "aftermint/language.h"
#include "aftermint/moment.h"

namespace aftermint {

/**
 * Whether the law of a book's market gives a right of withdrawal from a distance contract: the market is where its
 * currency is at home (EU and EEA: Directive 2011/83/EU; UK: SI 2013/3134).
 */
[[nodiscard]] bool hasWithdrawalRight(std::string_view currency);

/** The copy to read: in the moment's language, else in the book's; null where there is neither. */
[[nodiscard]] const Copy* copyFor(const List<Copy>& copy, std::string_view locale, std::string_view fallback);

/** Why one click is not possible at that moment, or nothing where it is. */
[[nodiscard]] std::optional<Barrier> oneClickBarrier(const Moment& moment);

}  // namespace aftermint
