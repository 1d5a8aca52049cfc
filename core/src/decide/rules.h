/** @file Small rules that deciding, showing and checking share. */
#pragma once

#include <optional>
#include <string_view>

#include "aftermint/craft.h"
#include "aftermint/moment.h"
#include "memory/scratch.h"

namespace aftermint {

/**
 * Of texts by locale, the one for a reader of `locale`: that very locale, then its language, then any region of it in
 * the order written; null where there is none in that language.
 */
template <class T>
[[nodiscard]] const T* inLanguage(const List<T>& texts, std::string_view locale) {
  const std::string_view language = languageOf(locale);
  const T* found = nullptr;
  for (const T& each : texts) {
    if (each.locale == locale) return &each;
    if (languageOf(each.locale) == language && (found == nullptr || each.locale == language)) found = &each;
  }
  return found;
}

/** The title of a product or a variant for a reader of `locale`: translated, else the book's own. */
template <class T>
[[nodiscard]] std::string_view titleIn(const T& named, std::string_view locale) {
  const Translation* translated = inLanguage(named.translations, locale);
  return translated != nullptr ? translated->title : named.title;
}

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
