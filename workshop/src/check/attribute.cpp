#include "check/attribute.h"

#include <algorithm>

#include "aftermint/text.h"
#include "faults/near.h"

namespace aftermint {
namespace {

using AttributeKind = KnownAttribute::Kind;
using Values = Vocabulary::Values;

KnownAttribute attributeOf(AttributeKind kind, bool isAlways, std::string wanted, std::int64_t least = 0) {
  KnownAttribute attribute;
  attribute.kind = kind;
  attribute.isAlways = isAlways;
  attribute.wanted = std::move(wanted);
  attribute.least = least;
  return attribute;
}

/** The first dozen values, as a hint lists them. */
std::string listed(const Values& values) {
  constexpr std::size_t kShown = 12;
  std::string out;
  for (std::size_t i = 0; i < std::min(values.size(), kShown); ++i) out += (i == 0 ? "" : ", ") + shown(values[i]);
  return out + (values.size() > kShown ? ", …" : "");
}

KnownAttribute choiceOf(const Values& values, bool isAlways, std::string wanted = {}) {
  if (wanted.empty()) wanted = values.empty() ? "The book has none." : "Use one of: " + listed(values) + ".";
  KnownAttribute attribute = attributeOf(AttributeKind::Values, isAlways, std::move(wanted));
  attribute.values = &values;
  return attribute;
}

KnownAttribute productOf(const Values& products, bool isAlways) {
  KnownAttribute attribute =
      attributeOf(AttributeKind::Id, isAlways,
                  "Correct it. If the shop sells this product and only the book does not list it, leave it.");
  attribute.values = &products;
  return attribute;
}

KnownAttribute listOf(const KnownAttribute& element) {
  KnownAttribute attribute = element;
  attribute.kind = AttributeKind::List;
  attribute.element = element.kind;
  attribute.isAlways = true;
  return attribute;
}

Values wordsOf(std::span<const std::string_view> words) {
  Values values;
  for (const std::string_view word : words) values.push_back(Value{Text(word)});
  return values;
}

Values numbers(int first, int last) {
  Values values;
  for (int i = first; i <= last; ++i) values.push_back(Value{static_cast<double>(i)});
  return values;
}

Values sorted(std::vector<std::string_view> texts) {
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
  Values values;
  for (const std::string_view text : texts) {
    if (!text.empty()) values.push_back(Value{Text(text)});
  }
  return values;
}

}  // namespace

Vocabulary::Vocabulary(const IndexedBook& book)
    : currency({Value{book.book().currency}}),
      statuses(wordsOf(Codes<OrderStatus>::all)),
      kinds(wordsOf(Codes<ProductKind>::all)),
      truths({Value{true}, Value{false}}),
      hours(numbers(0, 23)),
      weekdays(numbers(1, 7)) {
  std::vector<std::string_view> inCategories;
  std::vector<std::string_view> tagged;
  for (const Product& product : book.book().products) {
    products.push_back(Value{product.id});
    inCategories.push_back(product.category);
    tagged.insert(tagged.end(), product.tags.begin(), product.tags.end());
  }
  categories = sorted(std::move(inCategories));
  tags = sorted(std::move(tagged));
}

KnownAttributes::KnownAttributes(const Vocabulary& vocabulary, const IndexedBook& book, const Offer& offer,
                                 std::optional<Millis> now)
    : vocabulary_(vocabulary), now_(now.value_or(INT64_MIN)) {
  List<Placement> placements = offer.placements;
  for (const std::uint32_t index : book.experimentsOf(offer)) {
    for (const Arm& arm : book.book().experiments[index].arms) {
      placements.insert(placements.end(), arm.placements.begin(), arm.placements.end());
    }
  }
  for (const std::string_view word : Codes<Placement>::all) {
    const bool isThere = std::any_of(placements.begin(), placements.end(),
                                     [word](Placement placement) { return toString(placement) == word; });
    if (isThere) placements_.push_back(Value{Text(word)});
  }
}

KnownAttribute KnownAttributes::elementOf(const KnownAttribute& list) {
  KnownAttribute element = list;
  element.kind = list.element;
  return element;
}

KnownAttribute KnownAttributes::at(std::string_view path) const {
  using Kind = AttributeKind;
  const Vocabulary& known = vocabulary_;
  const std::string whole = "Write a whole number without quotes.";
  if (path == "order.status") return choiceOf(known.statuses, true);
  if (path == "order.currency") {
    return choiceOf(known.currency, true,
                    "Offers are made only in the book's own currency: " + listed(known.currency) + ".");
  }
  if (path == "order.value" || path == "order.total") return attributeOf(Kind::Number, path == "order.value", whole);
  if (path == "order.lineCount" || path == "order.quantity") return attributeOf(Kind::Number, true, whole);
  if (path == "order.lines") return attributeOf(Kind::Lines, true, {});
  if (path == "order.products") return listOf(productOf(known.products, true));
  if (path == "order.categories") return listOf(choiceOf(known.categories, true));
  if (path == "order.tags") return listOf(choiceOf(known.tags, true));
  if (path == "order.id" || path == "visitor.id" || path == "page.url")
    return attributeOf(Kind::Letters, false, "Write a text that is not empty.");
  if (path == "page.product") return productOf(known.products, false);
  if (path == "platform.oneClick") return choiceOf(known.truths, true, "Write true or false without quotes.");
  if (path == "placement") return choiceOf(placements_, true, "This offer is shown at: " + listed(placements_) + ".");
  if (path == "language") {
    return attributeOf(Kind::Language, false,
                       "Write two or three lower-case letters such as en. For regions use `locale`.");
  }
  if (path == "locale") return attributeOf(Kind::Locale, false, "Write a language tag such as en or de-AT.");
  if (path == "time") {
    return attributeOf(Kind::Time, true, "Write a time in the future with its time zone, such as 2026-11-23T10:00:00Z.",
                       now_);
  }
  if (path == "hour") return choiceOf(known.hours, true, "Write a whole number from 0 to 23 without quotes.");
  if (path == "weekday") {
    return choiceOf(known.weekdays, true, "Write a whole number from 1 (Monday) to 7 (Sunday) without quotes.");
  }
  if (path == "order" || path == "visitor" || path == "platform" || path == "page")
    return attributeOf(Kind::Record, true, {});
  if (!path.starts_with("order.")) return {};
  const std::size_t dot = path.rfind('.');
  const KnownAttribute owner = at(path.substr(0, dot));
  if (owner.kind != Kind::List && owner.kind != Kind::Lines) return {};
  if (path.substr(dot + 1) == "length") return attributeOf(Kind::Number, true, whole);
  KnownAttribute element = owner.kind == Kind::List ? elementOf(owner) : KnownAttribute{};
  element.isAlways = false;
  return element;
}

std::optional<KnownAttribute> KnownAttributes::ofLine(std::string_view path) const {
  using Kind = AttributeKind;
  const std::string whole = "Write a whole number without quotes.";
  if (path == "product") return productOf(vocabulary_.products, true);
  if (path == "category") return choiceOf(vocabulary_.categories, false);
  if (path == "kind") return choiceOf(vocabulary_.kinds, false);
  if (path == "quantity" || path == "price") return attributeOf(Kind::Number, true, whole, path == "quantity" ? 1 : 0);
  if (path == "variant") return attributeOf(Kind::Letters, false, "Write a text that is not empty.");
  if (path == "tags") {
    KnownAttribute tags = listOf(choiceOf(vocabulary_.tags, true));
    tags.isAlways = false;
    return tags;
  }
  return path.starts_with("tags.") ? std::optional(KnownAttribute{}) : std::nullopt;
}

std::string shown(const Value& value) {
  constexpr std::size_t kShown = 60;
  if (const Text* text = value.asString()) {
    const std::string_view begin = beginningOf(*text, kShown);
    return "“" + std::string(begin) + (begin.size() < text->size() ? "…”" : "”");
  }
  if (const double* number = value.asNumber()) {
    if (*number == static_cast<double>(static_cast<std::int64_t>(*number)))
      return std::to_string(static_cast<std::int64_t>(*number));
    std::string text = std::to_string(*number);
    return text.substr(0, text.find_last_not_of('0') + 1);
  }
  if (const bool* truth = value.asBool()) return *truth ? "true" : "false";
  return value.isNull() ? "null" : value.asArray() ? "a list" : "an object";
}

}  // namespace aftermint
