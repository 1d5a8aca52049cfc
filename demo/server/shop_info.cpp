#include "demo/server/shop_info.h"

#include <algorithm>
#include <cctype>

#include "aftermint/language.h"
#include "json.h"

namespace aftermint::demo {
namespace {

constexpr std::size_t kMaxShopText = 2000;

/** Reads the members of one object of the file and keeps the first fault. */
class Part {
 public:
  Part(const Json& json, std::string place, std::string& fault)
      : json_(json), place_(std::move(place)), fault_(fault) {}

  /** A string, or an object from locale to string. */
  ShopTexts texts(const char* key) {
    const auto found = json_.find(key);
    return found == json_.end() ? ShopTexts() : textsFrom(*found, key);
  }

  ShopTexts textsFrom(const Json& value, const std::string& name) {
    ShopTexts texts;
    if (value.is_object()) {
      for (const auto& [locale, text] : value.items()) add(texts, locale, text, name);
    } else {
      add(texts, "", value, name);
    }
    return texts;
  }

  std::string text(const char* key, bool required) {
    const auto found = json_.find(key);
    if (found != json_.end() && found->is_string() && found->get_ref<const std::string&>().size() <= kMaxShopText) {
      return found->get<std::string>();
    }
    if (required || found != json_.end()) fail(std::string(key) + " is not a text");
    return {};
  }

  void only(std::initializer_list<std::string_view> known) {
    for (const auto& [key, value] : json_.items()) {
      if (std::find(known.begin(), known.end(), key) == known.end()) fail(key + " is not known here");
    }
  }

  void fail(const std::string& message) {
    if (fault_.empty()) fault_ = place_.empty() ? message : place_ + ": " + message;
  }

 private:
  void add(ShopTexts& texts, const std::string& locale, const Json& value, const std::string& name) {
    if (value.is_string() && value.get_ref<const std::string&>().size() <= kMaxShopText) {
      texts.push_back({locale, value.get<std::string>()});
    } else {
      fail(name + " is neither a text nor texts by language");
    }
  }

  const Json& json_;
  std::string place_;
  std::string& fault_;
};

/** Each object of a list under `key`; anything else there is a fault. */
template <class Read>
void readList(const Json& json, const char* key, std::string& fault, const Read& read) {
  const auto found = json.find(key);
  if (found == json.end()) return;
  if (!found->is_array()) {
    if (fault.empty()) fault = std::string(key) + " is not a list";
    return;
  }
  for (const Json& each : *found) read(each);
}

ShopInfo::Category readCategory(const Json& json, std::string& fault) {
  if (!json.is_object()) {
    if (fault.empty()) fault = "categories holds something else than objects";
    return {};
  }
  Part part(json, "categories", fault);
  part.only({"id", "name", "intro"});
  return {part.text("id", true), part.texts("name"), part.texts("intro")};
}

ShopInfo::Hero readHero(const Json& json, std::string& fault) {
  if (!json.is_object()) {
    if (fault.empty()) fault = "hero is not an object";
    return {};
  }
  Part part(json, "hero", fault);
  part.only({"title", "lede", "product"});
  return {part.texts("title"), part.texts("lede"), part.text("product", false)};
}

bool hasCategory(const ShopInfo& info, const std::string& id) {
  return std::any_of(info.categories.begin(), info.categories.end(),
                     [&id](const ShopInfo::Category& category) { return category.id == id; });
}

}  // namespace

std::string textIn(const ShopTexts& texts, std::string_view locale) {
  if (const ShopText* found = inLanguage(texts, locale)) return found->text;
  return texts.empty() ? std::string() : texts.front().text;
}

std::optional<ShopInfo> parseShopInfo(std::string_view text, std::string& fault) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) {
    fault = json.is_discarded() ? "this is not JSON" : "this is not an object";
    return std::nullopt;
  }
  Part part(json, "", fault);
  part.only({"book", "name", "mark", "hero", "promises", "categories"});
  ShopInfo info;
  info.book = part.text("book", false);
  info.name = part.text("name", true);
  if (std::string mark = part.text("mark", false); !mark.empty()) info.mark = std::move(mark);
  if (json.contains("hero")) info.hero = readHero(json["hero"], fault);
  readList(json, "promises", fault,
           [&](const Json& each) { info.promises.push_back(part.textsFrom(each, "promises")); });
  readList(json, "categories", fault, [&](const Json& each) { info.categories.push_back(readCategory(each, fault)); });
  if (!fault.empty()) return std::nullopt;
  return info;
}

ShopInfo shopOf(const Book& book) {
  ShopInfo info;
  info.name = book.merchant;
  std::replace_if(
      info.name.begin(), info.name.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
  if (!info.name.empty()) info.name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(info.name[0])));
  addMissingCategories(info, book);
  return info;
}

void addMissingCategories(ShopInfo& info, const Book& book) {
  bool hasBare = false;
  for (const Product& product : book.products) {
    if (product.category.empty()) {
      hasBare = true;
    } else if (!hasCategory(info, product.category)) {
      info.categories.push_back({product.category, {{"", product.category}}, {}});
    }
  }
  if (hasBare && !hasCategory(info, "")) info.categories.push_back({});
}

}  // namespace aftermint::demo
