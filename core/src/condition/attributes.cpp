/** @file The attributes of a moment. */
#include <algorithm>

#include "aftermint/condition.h"
#include "aftermint/index.h"
#include "aftermint/time.h"
#include "decide/offer_rules.h"
#include "memory/scratch.h"
#include "time/calendar.h"

namespace aftermint {
namespace {

/** Adds an attribute. There are many calls, so each should be small. */
void add(Object& members, std::string_view key, Value value) {
  Member& member = members.emplace_back();
  member.first = Text(key);
  member.second = std::move(value);
}

Value textOrNull(std::string_view text) { return text.empty() ? Value{} : Value{Text(text)}; }

void addText(Object& members, std::string_view key, std::string_view text) { add(members, key, textOrNull(text)); }

void addNumber(Object& members, std::string_view key, double number) { add(members, key, Value{number}); }

/** Adds a text to a list unless it is already there. */
void addOnce(Array& list, std::string_view entry) {
  if (entry.empty()) return;
  for (const Value& value : list) {
    if (*value.asString() == entry) return;
  }
  list.push_back(Value{Text(entry)});
}

/** One line of the order, for `$elemMatch`. */
Value lineAttributes(const Line& line, const Product* product) {
  Object members;
  addText(members, "product", line.product);
  addText(members, "variant", line.variant);
  addNumber(members, "quantity", static_cast<double>(line.quantity));
  addNumber(members, "price", static_cast<double>(line.price));
  if (product != nullptr) {
    addText(members, "category", product->category);
    addText(members, "kind", toString(product->kind));
    Array tags;
    for (const Text& tag : product->tags) tags.push_back(Value{tag});
    add(members, "tags", Value{std::move(tags)});
  }
  return Value{std::move(members)};
}

Value orderAttributes(const Order& order, const IndexedBook& book) {
  Array lines;
  Array products;
  Array categories;
  Array tags;
  double value = 0;
  double quantity = 0;
  double lineCount = 0;
  for (const Line& line : order.lines) {
    if (!line.offer.empty()) continue;
    lineCount += 1;
    quantity += static_cast<double>(line.quantity);
    value += static_cast<double>(line.price) * static_cast<double>(line.quantity);
    addOnce(products, line.product);
    const Product* const product = book.product(line.product);
    lines.push_back(lineAttributes(line, product));
    if (product != nullptr) {
      addOnce(categories, product->category);
      for (const Text& tag : product->tags) addOnce(tags, tag);
    }
  }
  Object members;
  addText(members, "id", order.id);
  addText(members, "status", toString(order.status));
  addText(members, "currency", order.currency);
  addNumber(members, "value", value);
  add(members, "total", order.total ? Value{static_cast<double>(*order.total)} : Value{});
  addNumber(members, "lineCount", lineCount);
  addNumber(members, "quantity", quantity);
  add(members, "lines", Value{std::move(lines)});
  add(members, "products", Value{std::move(products)});
  add(members, "categories", Value{std::move(categories)});
  add(members, "tags", Value{std::move(tags)});
  return Value{std::move(members)};
}

/** Adds the host's attributes after our own, so that ours is found first where both have the same name. */
Value withAttributes(Object own, const Value& attributes) {
  if (const Object* given = attributes.asObject()) {
    for (const Member& member : *given) own.push_back(member);
  }
  return Value{std::move(own)};
}

/** The first part of a locale, in lower case. */
Value languageAttribute(std::string_view locale) {
  Scratch language;
  for (const char letter : locale) {
    if (letter == '-' || letter == '_') break;
    language += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  }
  return textOrNull(viewOf(language));
}

constexpr std::string_view kNames[] = {"order",  "visitor",  "platform", "page", "placement",
                                       "locale", "language", "time",     "hour", "weekday"};

/** Our own attribute below "visitor" or "platform". */
Member ownOf(std::string_view owner, const Moment& moment) {
  if (owner == "visitor") return {Text("id"), textOrNull(moment.visitor.id)};
  return {Text("oneClick"), Value{!oneClickBarrier(moment)}};
}

const Value& givenOf(std::string_view owner, const Moment& moment) {
  return owner == "visitor" ? moment.visitor.attributes : moment.platform.attributes;
}

/** The attribute of that name; null where there is none. */
Value make(std::string_view name, const Moment& moment, const IndexedBook& book) {
  Object members;
  if (MomentAttributes::isGiven(name)) {
    members.push_back(ownOf(name, moment));
    return withAttributes(std::move(members), givenOf(name, moment));
  }
  if (name == "order") return orderAttributes(moment.order, book);
  if (name == "page") {
    addText(members, "url", moment.page.url);
    addText(members, "product", moment.page.product);
    return Value{std::move(members)};
  }
  if (name == "placement") return textOrNull(toString(moment.placement));
  if (name == "locale") return textOrNull(moment.locale);
  if (name == "language") return languageAttribute(moment.locale);
  if (name == "time") {
    Text time = writeTime(moment.time, Fraction::Always);
    return time.empty() ? Value{} : Value{std::move(time)};
  }
  const Millis local = moment.time + moment.utcOffset * 60'000;  // the shopper's local time
  const std::int64_t hour = restOf(local, kDayMillis) / 3'600'000;
  if (name == "hour") return Value{static_cast<double>(hour)};
  if (name == "weekday")
    return Value{static_cast<double>(restOf(dayOf(local) + 3, 7) + 1)};  // the epoch was a Thursday
  return {};
}

}  // namespace

Value attributesOf(const Moment& moment, const IndexedBook& book) {
  Object members;
  for (const std::string_view name : kNames) add(members, name, make(name, moment, book));
  return Value{std::move(members)};
}

const Value* MomentAttributes::find(std::string_view name) const {
  for (const Member& made : made_) {
    if (made.first == name) return &made.second;
  }
  made_.push_back(Member{Text(name), make(name, moment_, book_)});
  return &made_.back().second;
}

const Value* MomentAttributes::findBelow(std::string_view owner, std::string_view name, Value& made) const {
  Member own = ownOf(owner, moment_);
  if (own.first != name) return givenOf(owner, moment_).find(name);
  made = std::move(own.second);
  return &made;
}

}  // namespace aftermint
