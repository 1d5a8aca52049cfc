/** @file The texts of the demo shop's pages, one JSON file a language in `messages/`. */
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "http/templates.h"

namespace aftermint::demo {

/** Every language of a folder, read once; English is there and has every key. */
class Messages {
 public:
  /** Throws std::runtime_error naming the file that is missing, is no JSON, or whose keys are not those of English. */
  explicit Messages(const std::filesystem::path& folder);

  /** Whether pages can be in the language of that locale; a text that is no locale has none. */
  [[nodiscard]] bool has(std::string_view locale) const;

  /** All texts in the language of that locale, else in English, as templates take them. */
  [[nodiscard]] PageData all(std::string_view locale) const;

  /** One of them. Throws std::out_of_range for a key that is none. */
  [[nodiscard]] const std::string& text(std::string_view locale, const std::string& key) const;

  /** The tags of the languages, sorted. */
  [[nodiscard]] std::vector<std::string> languages() const;

 private:
  using Texts = std::map<std::string, std::string>;
  [[nodiscard]] const Texts& textsOf(std::string_view locale) const;

  std::map<std::string, Texts, std::less<>> byLanguage_;
};

/** The name that speakers give a language ("Deutsch"), the tag itself where ICU knows none. */
[[nodiscard]] std::string languageName(const std::string& tag);

}  // namespace aftermint::demo
