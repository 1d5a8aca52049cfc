#include "orders/order_items.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text.h"

namespace aftermint::orders {
namespace {

constexpr std::string_view kTimes = "\u00D7";

/** Returns the size of "×", "x" or "X" at the beginning of the text, or 0. */
std::size_t timesSign(std::string_view text) {
  if (text.starts_with(kTimes)) return kTimes.size();
  return text.starts_with('x') || text.starts_with('X') ? 1 : 0;
}

std::string_view digitsAt(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size() && isDigit(text[size])) ++size;
  return text.substr(0, size);
}

/** Returns the size of "2×" or "2 x " before a title, and the number; zero and empty if there is none. */
std::pair<std::size_t, std::string_view> countBefore(std::string_view text) {
  const std::string_view digits = digitsAt(text);
  std::size_t at = digits.size();
  while (at < text.size() && text[at] == ' ') ++at;
  const std::size_t sign = digits.empty() ? 0 : timesSign(text.substr(at));
  if (sign == 0) return {};
  at += sign;
  const bool bare = sign == 1;  // "2 x Board", but not "2xl shirt"
  if (bare && (at >= text.size() || text[at] != ' ')) return {};
  while (at < text.size() && text[at] == ' ') ++at;
  return {at, digits};
}

/** Returns the title and the number of "Board × 2", "Board x2" or "Board (2)"; the number may be empty. */
std::pair<std::string_view, std::string_view> countBehind(std::string_view text) {
  text = trimmed(text);
  const bool parenthesis = text.ends_with(')');
  std::size_t at = text.size() - (parenthesis ? 1 : 0);
  while (at > 0 && isDigit(text[at - 1])) --at;
  const std::string_view digits = digitsAt(text.substr(at));
  if (digits.empty()) return {text, {}};
  std::string_view before = text.substr(0, at);
  if (parenthesis && before.ends_with('(')) return {trimmed(before.substr(0, before.size() - 1)), digits};
  if (parenthesis) return {text, {}};
  before = trimmed(before);
  if (before.ends_with(kTimes)) return {trimmed(before.substr(0, before.size() - kTimes.size())), digits};
  if (before.ends_with(" x") || before.ends_with(" X")) return {trimmed(before.substr(0, before.size() - 2)), digits};
  return {text, {}};
}

std::vector<std::string_view> splitAt(std::string_view text, std::string_view signs) {
  std::vector<std::string_view> out;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t until = std::min(text.find_first_of(signs, from), text.size());
    out.push_back(trimmed(text.substr(from, until - from)));
    from = until + 1;
  }
  return out;
}

bool hasKeys(std::string_view cell) {
  const auto begins = [&](std::string_view key) { return lowered(cell.substr(0, key.size())) == key; };
  return cell.find('|') != std::string_view::npos &&
         (begins("name:") || begins("id:") || begins("product:") || begins("sku:") || begins("product_id:"));
}

/** Reads name:Board|sku:B1|quantity:1;name:Wax|… */
std::vector<ItemText> keyedItems(std::string_view cell) {
  std::vector<ItemText> out;
  for (const std::string_view part : splitAt(cell, ";\n")) {
    ItemText item;
    for (const std::string_view pair : splitAt(part, "|")) {
      const std::size_t colon = std::min(pair.find(':'), pair.size());
      const std::string key = lowered(pair.substr(0, colon));
      const std::string value(trimmed(pair.substr(std::min(colon + 1, pair.size()))));
      if (key == "name" || key == "product") item.title = value;
      if (key == "sku") item.code = value;
      if (key == "quantity" || key == "qty") item.quantity = value;
    }
    if (!item.title.empty() || !item.code.empty()) out.push_back(std::move(item));
  }
  return out;
}

/** Splits at commas that a quantity follows ("1× A, 2× B") or precedes ("A × 1, B × 2"). */
std::vector<std::string_view> splitAtCounts(std::string_view text) {
  const bool leads = countBefore(text).first > 0;
  std::vector<std::string_view> out;
  std::size_t from = 0;
  for (std::size_t comma = text.find(','); comma != std::string_view::npos; comma = text.find(',', comma + 1)) {
    const bool parts = leads ? countBefore(trimmed(text.substr(comma + 1))).first > 0
                             : !countBehind(text.substr(from, comma - from)).second.empty();
    if (!parts) continue;
    out.push_back(trimmed(text.substr(from, comma - from)));
    from = comma + 1;
  }
  out.push_back(trimmed(text.substr(from)));
  return out;
}

}  // namespace

std::vector<ItemText> itemsOf(std::string_view cell) {
  cell = trimmed(cell);
  if (hasKeys(cell)) return keyedItems(cell);
  std::vector<ItemText> out;
  for (const std::string_view part : splitAt(cell, "|;\n")) {
    for (const std::string_view text : splitAtCounts(part)) {
      if (text.empty()) continue;
      ItemText item;
      const auto [size, before] = countBefore(text);
      const auto [title, behind] = countBehind(text);
      item.quantity = size > 0 ? before : behind;
      item.title = size > 0 ? text.substr(size) : title;
      if (!item.title.empty()) out.push_back(std::move(item));
    }
  }
  return out;
}

}  // namespace aftermint::orders
