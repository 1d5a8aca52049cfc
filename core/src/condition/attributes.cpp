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

void addText(Object& members, std::string_view key, std::string_view text) {
  add(members, key, text.empty() ? Value{} : Value{Text(text)});
}

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
void addLanguage(Object& members, std::string_view locale) {
  Scratch language;
  for (const char letter : locale) {
    if (letter == '-' || letter == '_') break;
    language += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  }
  addText(members, "language", viewOf(language));
}

/** The rest of a division by a positive number, which is never negative. */
std::int64_t restOf(std::int64_t number, std::int64_t by) {
  const std::int64_t rest = number % by;
  return rest < 0 ? rest + by : rest;
}

}  // namespace

Value attributesOf(const Moment& moment, const IndexedBook& book) {
  const auto inDay = static_cast<std::int32_t>(restOf(moment.time, kDayMillis));
  const std::int64_t day = moment.time / kDayMillis - (moment.time % kDayMillis < 0 ? 1 : 0);
  Object visitor;
  addText(visitor, "id", moment.visitor.id);
  Object platform;
  add(platform, "oneClick", Value{isOneClickAllowed(moment)});
  Object page;
  addText(page, "url", moment.page.url);
  Object members;
  add(members, "order", orderAttributes(moment.order, book));
  add(members, "visitor", withAttributes(std::move(visitor), moment.visitor.attributes));
  add(members, "platform", withAttributes(std::move(platform), moment.platform.attributes));
  add(members, "page", Value{std::move(page)});
  addText(members, "placement", toString(moment.placement));
  addText(members, "locale", moment.locale);
  addLanguage(members, moment.locale);
  if (moment.time >= kYear0 && moment.time < kYear10000) {  // others have no such text, so null
    add(members, "time", isoTime(static_cast<std::int32_t>(day), inDay));
  }
  const std::int32_t hour = inDay / 3'600'000;
  addNumber(members, "hour", hour);
  addNumber(members, "weekday", static_cast<double>(restOf(day + 3, 7) + 1));  // the epoch was a Thursday
  return Value{std::move(members)};
}

}  // namespace aftermint
