#include "copy/languages.h"

#include <array>
#include <string>

namespace aftermint::copy {
namespace {

constexpr std::array<std::string_view, kLanguages> kTags = {"en", "de", "fr", "es", "it", "nl", "pl", "pt"};

/** All grammars and their words. */
struct All {
  /** Parses a grammar from its two or three parts. */
  Grammar read(std::string_view phrases, std::string_view pressing, std::string_view more = {}) {
    return Grammar(std::string(phrases).append(pressing).append(more), words);
  }

  std::shared_ptr<Vocabulary> words = std::make_shared<Vocabulary>();
  std::array<Grammar, kLanguages> grammars = {read(englishPhrases(), englishPressing(), englishPressingMore()),
                                              read(germanPhrases(), germanPressing()),
                                              read(frenchPhrases(), frenchPressing()),
                                              read(spanishPhrases(), spanishPressing()),
                                              read(italianPhrases(), italianPressing()),
                                              read(dutchPhrases(), dutchPressing()),
                                              read(polishPhrases(), polishPressing()),
                                              read(portuguesePhrases(), portuguesePressing())};
};

const All& all() {
  static const All all;
  return all;
}

}  // namespace

std::optional<Language> languageOf(std::string_view locale) {
  const std::string_view tag = locale.substr(0, locale.find_first_of("-_"));
  for (std::size_t i = 0; i < kTags.size(); ++i) {
    const auto same = [](char a, char b) { return a == b || (a >= 'A' && a <= 'Z' && a - 'A' + 'a' == b); };
    if (tag.size() == 2 && same(tag[0], kTags[i][0]) && same(tag[1], kTags[i][1])) return static_cast<Language>(i);
  }
  return std::nullopt;
}

const Vocabulary& vocabulary() { return *all().words; }

const Grammar& grammarOf(Language language) { return all().grammars[static_cast<std::size_t>(language)]; }

}  // namespace aftermint::copy
