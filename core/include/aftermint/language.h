/** @file Locales (BCP 47), and which of several texts a reader of a locale gets. */
#pragma once

#include <cstddef>
#include <string_view>
#include <type_traits>

#include "aftermint/book.h"

namespace aftermint {

/** The longest tag that a locale needs (RFC 5646, 4.4.1), in characters. */
inline constexpr std::size_t kMaxLocale = 35;

/** Whether a text has the form of a locale: 2–3 letters, then any number of `-` and 2–8 letters or digits. */
[[nodiscard]] bool isLocale(std::string_view text);

/** The language of a locale: what is before its first hyphen, as written. */
[[nodiscard]] std::string_view languageOf(std::string_view locale);

/** The untyped part of `inLanguage` below: `count` elements of `elementSize` bytes, each beginning with its locale. */
[[nodiscard]] const void* inLanguage(const void* texts, std::size_t count, std::size_t elementSize,
                                     std::string_view locale);

/**
 * The text for a reader of `locale`: the one of exactly that locale, else of its language without a region, else the
 * first of its language with any region; null if there is none in that language.
 */
template <class T>
[[nodiscard]] const T* inLanguage(const List<T>& texts, std::string_view locale) {
  static_assert(std::is_standard_layout_v<T> && offsetof(T, locale) == 0);
  return static_cast<const T*>(inLanguage(texts.data(), texts.size(), sizeof(T), locale));
}

/** The title of a product or a variant for a reader of `locale`: a translation, else the one in the book's language. */
template <class T>
[[nodiscard]] std::string_view titleIn(const T& named, std::string_view locale) {
  const Translation* translated = inLanguage(named.translations, locale);
  return translated != nullptr ? translated->title : named.title;
}

}  // namespace aftermint
