/** @file Values that attributes can have, and sample values to try conditions on. */
#include <algorithm>
#include <cmath>

#include "check/attribute.h"

#include "aftermint/condition.h"
#include "aftermint/language.h"
#include "aftermint/time.h"
#include "codec/scalars.h"
#include "condition/js_values.h"
#include "faults/near.h"

namespace aftermint {
namespace {

bool isLanguage(std::string_view text) {
  return (text.size() == 2 || text.size() == 3) &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/** True if an attribute without a list of values can have that value. */
bool isValid(const KnownAttribute& attribute, const Value& value) {
  const Text* const text = value.asString();
  switch (attribute.kind) {
    case KnownAttribute::Kind::Number: {
      const double* number = value.asNumber();
      return number != nullptr && *number >= static_cast<double>(attribute.least) && std::floor(*number) == *number;
    }
    case KnownAttribute::Kind::Letters:
      return text != nullptr && !text->empty();
    case KnownAttribute::Kind::Id:
      return text != nullptr && codec::isId(*text);
    case KnownAttribute::Kind::Language:
      return text != nullptr && isLanguage(*text);
    case KnownAttribute::Kind::Locale:
      return text != nullptr && isLocale(*text);
    case KnownAttribute::Kind::Time: {
      const std::optional<std::int64_t> time = text != nullptr ? readTime(*text) : std::nullopt;
      return time && *time >= attribute.least;
    }
    default:
      return true;
  }
}

void addTime(std::vector<Value>& out, std::int64_t time) {
  Text text = writeTime(time, Fraction::Always);
  if (!text.empty()) out.push_back(Value{std::move(text)});
}

/** The constants, and values just below, above and between them. */
std::vector<Value> valuesNear(const KnownAttribute& attribute, const std::vector<const Value*>& constants) {
  std::vector<Value> out;
  const bool isFree = attribute.kind == KnownAttribute::Kind::Free;
  for (const Value* constant : constants) {
    out.push_back(*constant);
    const Text* const text = constant->asString();
    if (attribute.kind == KnownAttribute::Kind::Time) {
      // A date without a time is compared as a string, which gives the same order.
      const std::optional<std::int64_t> time = text == nullptr      ? std::nullopt
                                               : text->size() == 10 ? readTime(*text + "T00:00:00Z")
                                                                    : readTime(*text);
      for (const int beside : {-1, 0, 1}) {
        if (time) addTime(out, *time + beside);
      }
      continue;
    }
    if (isFree || attribute.kind == KnownAttribute::Kind::Number) {
      const double number = numberOf(*constant, platformHost());
      for (const double beside : {-1.0, -0.5, 0.0, 0.5, 1.0}) out.push_back(Value{number + beside});
      out.push_back(Value{std::floor(number)});
      out.push_back(Value{std::ceil(number)});
    }
    if (text != nullptr) {
      out.push_back(Value{*text + "a"});
      out.push_back(Value{text->substr(0, text->size() - std::min<std::size_t>(text->size(), 1))});
    }
  }
  if (isFree) {
    Array all;
    for (const Value* constant : constants) all.push_back(*constant);
    out.push_back(Value{std::move(all)});
    out.push_back(Value{Array{}});
    out.push_back(Value{true});
    out.push_back(Value{false});
  }
  return out;
}

/** Lists with and without the constants, in the lengths that the constants name. */
std::vector<Value> lists(const KnownAttribute& attribute, const std::vector<const Value*>& constants) {
  const KnownAttribute element = KnownAttributes::elementOf(attribute);
  Array named;
  std::vector<std::size_t> sizes = {0, 1, 2, 3};
  for (const Value* constant : constants) {
    const bool isNamed = std::find(named.begin(), named.end(), *constant) != named.end();
    if (constant->asString() != nullptr && !isNamed && canBe(element, *constant, Equality::Strict)) {
      named.push_back(*constant);
    }
    const double* const number = constant->asNumber();
    if (number == nullptr || *number < 0 || *number > 100) continue;
    for (const int beside : {-1, 0, 1}) {
      sizes.push_back(static_cast<std::size_t>(std::max(0.0, std::floor(*number) + beside)));
    }
  }
  Array others;
  for (std::size_t i = 0; i < attribute.values->size() && others.size() < 110; ++i) {
    const Value& value = (*attribute.values)[i];
    if (std::find(named.begin(), named.end(), value) == named.end()) others.push_back(value);
  }
  for (std::size_t i = 0; element.kind == KnownAttribute::Kind::Id && others.size() < 110; ++i) {
    others.push_back(Value{Text("another-" + std::to_string(i))});
  }
  std::vector<Value> out;
  const auto addAll = [&out, &others, &sizes](const Array& first) {
    for (const std::size_t size : sizes) {
      Array list = first;
      for (std::size_t i = 0; list.size() < size && i < others.size(); ++i) list.push_back(others[i]);
      if (list.size() >= size) out.push_back(Value{std::move(list)});
    }
  };
  addAll({});
  addAll(named);
  for (const Value& value : named) addAll({value});
  for (const Value& value : others) out.push_back(Value{Array{value}});
  return out;
}

}  // namespace

bool canBe(const KnownAttribute& attribute, const Value& value, Equality equality) {
  if (value.isNull()) return !attribute.isAlways;
  const ConditionHost& host = platformHost();
  if (attribute.kind == KnownAttribute::Kind::Values) {
    return std::any_of(attribute.values->begin(), attribute.values->end(), [&](const Value& candidate) {
      const Text* const text = value.asString();
      const Text* const other = candidate.asString();
      if (equality == Equality::Folded && text && other) return isEqualFolded(*text, *other);
      if (equality != Equality::Loose) return isStrictlyEqual(candidate, value);
      const Value when{Object{{"v", value}}};
      return Condition::compile(when).condition.holds(Value{Object{{"v", candidate}}}, host);
    });
  }
  if (attribute.kind == KnownAttribute::Kind::Number && equality == Equality::Loose) {
    return isValid(attribute, Value{numberOf(value, host)});
  }
  if (equality == Equality::Loose && value.asBool() != nullptr) return true;  // tests whether the attribute is set
  if (attribute.kind == KnownAttribute::Kind::Language && equality == Equality::Folded && value.asString() != nullptr) {
    return value.asString()->size() == 2 || value.asString()->size() == 3;
  }
  return isValid(attribute, value);
}

std::vector<Value> samplesOf(const KnownAttribute& attribute, const std::vector<const Value*>& constants) {
  using Kind = KnownAttribute::Kind;
  std::vector<Value> out;
  if (attribute.kind == Kind::Values) {
    out = *attribute.values;
  } else if (attribute.kind == Kind::List) {
    out = lists(attribute, constants);
  } else {
    for (Value& value : valuesNear(attribute, constants)) {
      if (isValid(attribute, value)) out.push_back(std::move(value));
    }
    if (attribute.kind == Kind::Number) {
      for (const double number : {0.0, 1.0, 1e12}) out.push_back(Value{number + static_cast<double>(attribute.least)});
    }
    if (attribute.kind == Kind::Language) out.push_back(Value{Text("zz")});
    if (attribute.kind == Kind::Locale) out.push_back(Value{Text("zz-ZZ")});
    if (attribute.kind == Kind::Letters || attribute.kind == Kind::Id || attribute.kind == Kind::Free) {
      out.push_back(Value{Text("another")});
    }
    if (attribute.kind == Kind::Time) {
      addTime(out, std::max<std::int64_t>(attribute.least, 0));
      addTime(out, 250'000'000'000'000);
    }
  }
  if (!attribute.isAlways) out.push_back(Value{});
  return out;
}

std::string meantFor(std::string_view path, const KnownAttribute& attribute, const Value& got) {
  const double* const number = got.asNumber();
  const Text* const text = got.asString();
  if (path == "weekday" && number != nullptr && *number == 0) return "7 (Sunday)";
  if (path == "hour" && number != nullptr && *number == 24) return "0";
  if (text == nullptr) return {};
  if (path == "weekday") {
    constexpr std::string_view kDays[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
    for (std::size_t day = 0; day < std::size(kDays); ++day) {
      const bool isDay = text->size() >= 3 && text->size() <= kDays[day].size() &&
                         isEqualFolded(*text, kDays[day].substr(0, text->size()));
      if (isDay) return std::to_string(day + 1);
    }
  }
  if (attribute.kind == KnownAttribute::Kind::Language) {
    const std::size_t end = std::min(text->find_first_of("-_"), text->size());
    std::string first = text->substr(0, end);
    for (char& c : first) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return isLanguage(first) ? "`" + first + "`" : "";
  }
  if (attribute.kind == KnownAttribute::Kind::Locale) {
    std::string dashed = *text;
    std::replace(dashed.begin(), dashed.end(), '_', '-');
    return isLocale(dashed) ? "`" + dashed + "`" : "";
  }
  // A number or a boolean in quotes, for an operator that compares strictly.
  if (attribute.kind == KnownAttribute::Kind::Number || path == "hour" || path == "weekday" ||
      path == "platform.oneClick") {
    return canBe(attribute, got, Equality::Loose) ? "`" + *text + "` without quotes" : "";
  }
  if (attribute.values == nullptr) return {};
  std::vector<std::string_view> words;
  for (const Value& value : *attribute.values) {
    if (value.asString() != nullptr) words.push_back(*value.asString());
  }
  if (path == "order.status") {
    // Names for a paid order in Shopify, WooCommerce, PrestaShop and Magento.
    for (const std::string_view word :
         {"complete", "completed", "processing", "fulfilled", "success", "succeeded", "captured"}) {
      if (isEqualFolded(*text, word)) return "`paid`";
    }
  }
  const std::string_view near = codec::nearestOf(*text, words);
  return near.empty() ? "" : "`" + std::string(near) + "`";
}

}  // namespace aftermint
