#include <algorithm>
#include <chrono>

#include "aftermint/condition.h"
#include "aftermint/index.h"
#include "memory/scratch.h"

namespace aftermint {
namespace {

using std::chrono::days;
using std::chrono::milliseconds;

Value text(std::string_view from) {
  return from.empty() ? Value{} : Value{Text(from)};
}

template <class Number>
Value number(Number from) {
  return Value{static_cast<double>(from)};
}

void add(Object& members, std::string_view key, Value value) { members.push_back(Member{Text(key), std::move(value)}); }

/** Adds a text to a list that has each once. */
void addOnce(Array& list, std::string_view entry) {
  if (entry.empty()) return;
  const bool isThere =
      std::any_of(list.begin(), list.end(), [entry](const Value& value) { return *value.asString() == entry; });
  if (!isThere) list.push_back(text(entry));
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
  add(members, "id", text(order.id));
  add(members, "status", text(toString(order.status)));
  add(members, "currency", text(order.currency));
  add(members, "value", number(value));
  add(members, "total", order.total ? number(*order.total) : Value{});
  add(members, "lineCount", number(lineCount));
  add(members, "quantity", number(quantity));
  add(members, "products", Value{std::move(products)});
  add(members, "categories", Value{std::move(categories)});
  add(members, "tags", Value{std::move(tags)});
  return Value{std::move(members)};
}

/** Our member first, so that it stands before one of the same name in the host's attributes. */
Value withAttributes(std::string_view key, Value own, const Value& attributes) {
  Object members;
  add(members, key, std::move(own));
  if (const Object* given = attributes.asObject()) {
    for (const Member& member : *given) members.push_back(member);
  }
  return Value{std::move(members)};
}

bool isOneClickAllowed(const Moment& moment) {
  const OneClick& oneClick = moment.platform.oneClick;
  return oneClick.allowed && (!oneClick.until || moment.time < *oneClick.until) &&
         (oneClick.currency.empty() || oneClick.currency == moment.order.currency);
}

/** `2026-11-23T10:00:00.000Z`; years before 0 or after 9999 have no such text and give null. */
Value isoTime(Millis time) {
  const std::chrono::sys_time<milliseconds> moment{milliseconds(time)};
  const auto day = std::chrono::floor<days>(moment);
  const std::chrono::year_month_day date{day};
  const int year = static_cast<int>(date.year());
  if (year < 0 || year > 9999) return {};
  const auto inDay = static_cast<std::uint64_t>((moment - day).count());
  Scratch out;
  appendDigits(out, static_cast<std::uint64_t>(year), 4);
  out.push_back('-');
  appendDigits(out, static_cast<unsigned>(date.month()), 2);
  out.push_back('-');
  appendDigits(out, static_cast<unsigned>(date.day()), 2);
  out.push_back('T');
  appendDigits(out, inDay / 3'600'000, 2);
  out.push_back(':');
  appendDigits(out, inDay / 60'000 % 60, 2);
  out.push_back(':');
  appendDigits(out, inDay / 1'000 % 60, 2);
  out.push_back('.');
  appendDigits(out, inDay % 1'000, 3);
  out.push_back('Z');
  return text(viewOf(out));
}

/** The first part of a locale, in lower case. */
Value languageOf(std::string_view locale) {
  Scratch language;
  for (char letter : locale.substr(0, locale.find_first_of("-_"))) {
    language.push_back(letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter);
  }
  return text(viewOf(language));
}

}  // namespace

Value attributesOf(const Moment& moment, const IndexedBook& book) {
  const std::chrono::sys_time<milliseconds> time{milliseconds(moment.time)};
  const auto day = std::chrono::floor<days>(time);
  Object page;
  add(page, "url", text(moment.page.url));
  Object members;
  add(members, "order", orderAttributes(moment.order, book));
  add(members, "visitor", withAttributes("id", text(moment.visitor.id), moment.visitor.attributes));
  add(members, "platform", withAttributes("oneClick", Value{isOneClickAllowed(moment)}, moment.platform.attributes));
  add(members, "page", Value{std::move(page)});
  add(members, "placement", text(toString(moment.placement)));
  add(members, "locale", text(moment.locale));
  add(members, "language", languageOf(moment.locale));
  add(members, "time", isoTime(moment.time));
  add(members, "hour", number((time - day).count() / 3'600'000));
  add(members, "weekday", number(std::chrono::weekday{day}.iso_encoding()));
  return Value{std::move(members)};
}

}  // namespace aftermint
