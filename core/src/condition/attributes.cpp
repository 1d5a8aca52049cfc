#include <algorithm>

#include "aftermint/condition.h"
#include "aftermint/index.h"
#include "memory/civil.h"
#include "memory/scratch.h"

namespace aftermint {
namespace {

constexpr Millis kYear0 = -62'167'219'200'000;
constexpr Millis kYear10000 = 253'402'300'800'000;

/** Adds an attribute; each call is small, for there are many. */
void add(Object& members, std::string_view key, Value value) {
  Member& member = members.emplace_back();
  member.first = Text(key);
  member.second = std::move(value);
}

Value textOrNull(std::string_view text) { return text.empty() ? Value{} : Value{Text(text)}; }

void addText(Object& members, std::string_view key, std::string_view text) { add(members, key, textOrNull(text)); }

void addNumber(Object& members, std::string_view key, double number) { add(members, key, Value{number}); }

/** Adds a text to a list that has each once. */
void addOnce(Array& list, std::string_view entry) {
  if (entry.empty()) return;
  for (const Value& value : list) {
    if (*value.asString() == entry) return;
  }
  list.push_back(Value{Text(entry)});
}

Value orderAttributes(const Order& order, const IndexedBook& book) {
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
    if (const Product* product = book.product(line.product)) {
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
  add(members, "products", Value{std::move(products)});
  add(members, "categories", Value{std::move(categories)});
  add(members, "tags", Value{std::move(tags)});
  return Value{std::move(members)};
}

/** Adds the host's attributes behind our own, so that ours stands before one of the same name. */
Value withAttributes(Object own, const Value& attributes) {
  if (const Object* given = attributes.asObject()) {
    for (const Member& member : *given) own.push_back(member);
  }
  return Value{std::move(own)};
}

bool isOneClickAllowed(const Moment& moment) {
  const OneClick& oneClick = moment.platform.oneClick;
  return oneClick.allowed && (!oneClick.until || moment.time < *oneClick.until) &&
         (oneClick.currency.empty() || oneClick.currency == moment.order.currency);
}

/** `2026-11-23T10:00:00.000Z` of a time in the years 0 to 9999. */
Value isoTime(std::int32_t day, std::int32_t inDay) {
  const CivilDate date = civilFromDays(day);
  struct Part {
    std::int32_t number;
    std::uint8_t width;
    char behind;
  };
  const Part parts[] = {
      {date.year, 4, '-'},           {date.month, 2, '-'},         {date.day, 2, 'T'},      {inDay / 3'600'000, 2, ':'},
      {inDay / 60'000 % 60, 2, ':'}, {inDay / 1'000 % 60, 2, '.'}, {inDay % 1'000, 3, 'Z'},
  };
  Scratch out;
  for (const Part& part : parts) {
    appendDigits(out, static_cast<std::uint64_t>(part.number), part.width);
    out += part.behind;
  }
  return Value{keep(std::move(out))};
}

/** The first part of a locale, in lower case. */
Value languageOf(std::string_view locale) {
  Scratch language;
  for (const char letter : locale) {
    if (letter == '-' || letter == '_') break;
    language += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  }
  return textOrNull(viewOf(language));
}

/** The rest of a division by a positive number, which is never negative. */
std::int64_t restOf(std::int64_t number, std::int64_t by) {
  const std::int64_t rest = number % by;
  return rest < 0 ? rest + by : rest;
}

constexpr std::string_view kNames[] = {"order",  "visitor",  "platform", "page", "placement",
                                       "locale", "language", "time",     "hour", "weekday"};

/** What is ours below "visitor" or "platform". */
Member ownOf(std::string_view owner, const Moment& moment) {
  if (owner == "visitor") return {Text("id"), textOrNull(moment.visitor.id)};
  return {Text("oneClick"), Value{isOneClickAllowed(moment)}};
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
    return Value{std::move(members)};
  }
  if (name == "placement") return textOrNull(toString(moment.placement));
  if (name == "locale") return textOrNull(moment.locale);
  if (name == "language") return languageOf(moment.locale);
  const auto inDay = static_cast<std::int32_t>(restOf(moment.time, kDayMillis));
  const std::int64_t day = moment.time / kDayMillis - (moment.time % kDayMillis < 0 ? 1 : 0);
  if (name == "time") {
    if (moment.time < kYear0 || moment.time >= kYear10000) return {};  // it has no such text
    return isoTime(static_cast<std::int32_t>(day), inDay);
  }
  if (name == "hour") return Value{static_cast<double>(inDay / 3'600'000)};
  if (name == "weekday") return Value{static_cast<double>(restOf(day + 3, 7) + 1)};  // the epoch was a Thursday
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
