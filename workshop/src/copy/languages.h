/** @file The languages whose copy can be judged, each by a grammar in words/. */
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "copy/grammar.h"

namespace aftermint::copy {

enum class Language : unsigned char { English, German, French, Spanish, Italian, Dutch, Polish, Portuguese };
inline constexpr std::size_t kLanguages = 8;

/** The language of a BCP 47 tag, if its copy can be judged. */
[[nodiscard]] std::optional<Language> languageOf(std::string_view locale);

/** The words of all grammars: a window over it serves every language. */
[[nodiscard]] const Vocabulary& vocabulary();

/** Its grammar, read on first use. */
[[nodiscard]] const Grammar& grammarOf(Language language);

/** The grammars as they are written: names, declines and what is looked for by its words alone. */
[[nodiscard]] std::string_view englishPhrases();
[[nodiscard]] std::string_view germanPhrases();
[[nodiscard]] std::string_view frenchPhrases();
[[nodiscard]] std::string_view spanishPhrases();
[[nodiscard]] std::string_view italianPhrases();
[[nodiscard]] std::string_view dutchPhrases();
[[nodiscard]] std::string_view polishPhrases();
[[nodiscard]] std::string_view portuguesePhrases();

/** What goes on from there: guilt, belittling, others and time told without the words above, by construction. */
[[nodiscard]] std::string_view englishPressing();
[[nodiscard]] std::string_view englishPressingMore();
[[nodiscard]] std::string_view germanPressing();
[[nodiscard]] std::string_view frenchPressing();
[[nodiscard]] std::string_view spanishPressing();
[[nodiscard]] std::string_view italianPressing();
[[nodiscard]] std::string_view dutchPressing();
[[nodiscard]] std::string_view polishPressing();
[[nodiscard]] std::string_view portuguesePressing();

}  // namespace aftermint::copy
