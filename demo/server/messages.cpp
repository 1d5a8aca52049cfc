#include "demo/server/messages.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <stdexcept>

#include "aftermint/language.h"
#include "json.h"

namespace aftermint::demo {
namespace {

constexpr std::string_view kEnglish = "en";

std::map<std::string, std::string> readTexts(const std::filesystem::path& file) {
  const Json json = Json::parse(readWholeFile(file), nullptr, false);
  std::map<std::string, std::string> texts;
  if (!json.is_object()) throw std::runtime_error(file.string() + " is not a JSON object");
  for (const auto& [key, value] : json.items()) {
    if (!value.is_string()) throw std::runtime_error(file.string() + ": " + key + " is not a text");
    texts[key] = value.get<std::string>();
  }
  return texts;
}

}  // namespace

Messages::Messages(const std::filesystem::path& folder) {
  const auto fileOf = [&folder](std::string_view language) { return folder / (std::string(language) + ".json"); };
  const Texts english = readTexts(fileOf(kEnglish));
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".json") continue;
    Texts texts = readTexts(entry.path());
    for (const auto& [key, text] : english) {
      if (texts.count(key) == 0) throw std::runtime_error(entry.path().string() + ": " + key + " is missing");
    }
    if (texts.size() != english.size())
      throw std::runtime_error(entry.path().string() + " has keys that English lacks");
    byLanguage_.emplace(entry.path().stem().string(), std::move(texts));
  }
}

bool Messages::has(std::string_view locale) const {
  return isLocale(locale) && byLanguage_.find(languageOf(locale)) != byLanguage_.end();
}

const Messages::Texts& Messages::textsOf(std::string_view locale) const {
  const auto found = byLanguage_.find(languageOf(locale));
  return found != byLanguage_.end() ? found->second : byLanguage_.find(kEnglish)->second;
}

PageData Messages::all(std::string_view locale) const {
  PageData data(PageData::type::object);
  for (const auto& [key, text] : textsOf(locale)) data.set(key, text);
  return data;
}

const std::string& Messages::text(std::string_view locale, const std::string& key) const {
  return textsOf(locale).at(key);
}

std::vector<std::string> Messages::languages() const {
  std::vector<std::string> tags;
  for (const auto& [tag, texts] : byLanguage_) tags.push_back(tag);
  return tags;
}

std::string languageName(const std::string& tag) {
  const icu::Locale locale(tag.c_str());
  icu::UnicodeString name;
  locale.getDisplayLanguage(locale, name);
  if (name.isEmpty()) return tag;
  std::string out;
  name.toTitle(nullptr, locale).toUTF8String(out);
  return out;
}

}  // namespace aftermint::demo
