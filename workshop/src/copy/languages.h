/** @file The languages whose copy can be judged; phrases/ has a grammar for each. */
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

/** The words of all grammars, so that one window serves every language. */
[[nodiscard]] const Vocabulary& vocabulary();

/** The grammar of a language, parsed on first use. */
[[nodiscard]] const Grammar& grammarOf(Language language);

/** The texts of the grammars, first part: names, declines, and phrases found by their words alone. */
[[nodiscard]] std::string_view englishPhrases();
[[nodiscard]] std::string_view germanPhrases();
[[nodiscard]] std::string_view frenchPhrases();
[[nodiscard]] std::string_view spanishPhrases();
[[nodiscard]] std::string_view italianPhrases();
[[nodiscard]] std::string_view dutchPhrases();
[[nodiscard]] std::string_view polishPhrases();
[[nodiscard]] std::string_view portuguesePhrases();

/** The second part: guilt, belittling, social proof and urgency, found by the structure of the sentence. */
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
