/** @file The texts of the demo shop's pages, one JSON file per language in `messages/`. */
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "http/templates.h"

namespace aftermint::demo {

/** All languages of a folder, read once. There must be English, and every language must have the keys of English. */
class Messages {
 public:
  /** Throws std::runtime_error naming a file that is missing, is not JSON, or has other keys than English. */
  explicit Messages(const std::filesystem::path& folder);

  /** Whether there are texts in the language of that locale; false for a text that is not a locale. */
  [[nodiscard]] bool has(std::string_view locale) const;

  /** All texts in the language of that locale, else in English, as templates take them. */
  [[nodiscard]] PageData all(std::string_view locale) const;

  /** One text. Throws std::out_of_range for an unknown key. */
  [[nodiscard]] const std::string& text(std::string_view locale, const std::string& key) const;

  /** The tags of the languages, sorted. */
  [[nodiscard]] std::vector<std::string> languages() const;

 private:
  using Texts = std::map<std::string, std::string>;
  [[nodiscard]] const Texts& textsOf(std::string_view locale) const;

  std::map<std::string, Texts, std::less<>> byLanguage_;
};

/** The name of a language in that language ("Deutsch"), or the tag if ICU knows none. */
[[nodiscard]] std::string languageName(const std::string& tag);

}  // namespace aftermint::demo
