/** @file JavaScript's conversions and comparisons of values. */
#include "condition/js_values.h"

#include <array>

namespace aftermint {
namespace {

constexpr double kExactIntegers = 9007199254740992.0;  // 2^53: all whole numbers below it are exact
constexpr std::size_t kExactDigits = 15;               // a number with this many digits is below 2^53
constexpr std::size_t kVersionWidth = 5;               // numeric parts of versions are padded to this width

void writeNumber(double number, const ConditionHost& host, Scratch& out) {
  if (number > -kExactIntegers && number < kExactIntegers) {
    const auto whole = static_cast<std::int64_t>(number);
    if (static_cast<double>(whole) == number) {
      if (whole < 0) out.push_back('-');
      return appendDigits(out, static_cast<std::uint64_t>(whole < 0 ? -whole : whole));
    }
  }
  std::array<char, ConditionHost::kNumberText> text{};
  out.append(std::string_view{text.data(), host.numberText(number, text)});
}

void writeText(const Value& value, const ConditionHost& host, Scratch& out) {
  if (const Text* text = value.asString()) {
    out.append(*text);
  } else if (const double* number = value.asNumber()) {
    writeNumber(*number, host, out);
  } else if (const bool* truth = value.asBool()) {
    out.append(*truth ? std::string_view("true") : std::string_view("false"));
  } else if (const Array* elements = value.asArray()) {
    for (const Value& element : *elements) {
      if (&element != elements->data()) out.push_back(',');
      if (!element.isNull()) writeText(element, host, out);
    }
  } else {
    out.append(value.isNull() ? std::string_view("null") : std::string_view("[object Object]"));
  }
}

/** Reads short plain decimals exactly (a whole number below 2^53 divided by a power of ten); asks the host for others.
 */
double readNumber(std::string_view text, const ConditionHost& host) {
  std::size_t i = 0;
  const bool isNegative = !text.empty() && text[0] == '-';
  if (isNegative) ++i;
  double digits = 0;
  double scale = 1;
  std::size_t count = 0;
  bool hasPoint = false;
  for (; i < text.size(); ++i) {
    if (text[i] == '.' && !hasPoint) {
      hasPoint = true;
    } else if (text[i] >= '0' && text[i] <= '9' && count < kExactDigits) {
      digits = digits * 10 + (text[i] - '0');
      if (hasPoint) scale *= 10;
      ++count;
    } else {
      return host.numberOf(text);
    }
  }
  if (count == 0) return host.numberOf(text);
  return (isNegative ? -digits : digits) / scale;
}

std::uint8_t compareNumbers(double a, double b) {
  if (a < b) return kLess;
  if (a > b) return kGreater;
  return a == b ? kEqual : 0;
}

/**
 * A version as a text with the same order: parts joined by "-", numbers padded to five digits, and after three parts a
 * "~" (the last printable ASCII character), so that a release comes after its prereleases.
 */
void writeVersionKey(const Value& value, const ConditionHost& host, Scratch& key) {
  Scratch scratch;
  std::string_view version = value.asNumber() || value.asString() ? textOf(value, host, scratch) : std::string_view();
  if (version.empty()) version = "0";
  if (version[0] == 'v') version.remove_prefix(1);
  version = version.substr(0, indexOf(version, '+'));
  std::size_t parts = 0;
  for (bool isLast = false; !isLast; ++parts) {
    std::size_t stop = 0;
    bool isWhole = true;
    for (; stop < version.size() && version[stop] != '-' && version[stop] != '.'; ++stop) {
      isWhole = isWhole && version[stop] >= '0' && version[stop] <= '9';
    }
    if (parts != 0) key.push_back('-');
    for (std::size_t width = stop; isWhole && width > 0 && width < kVersionWidth; ++width) key.push_back(' ');
    key.append(version.substr(0, stop));
    isLast = stop == version.size();
    if (!isLast) version.remove_prefix(stop + 1);
  }
  if (parts == 3) key.append("-~");
}

/** In UTF-16, code points after U+FFFF come before U+E000, so the lead bytes EE and EF come after F0 to F4. */
unsigned utf16Rank(char byte) {
  const unsigned rank = static_cast<unsigned char>(byte);
  return rank == 0xEE || rank == 0xEF ? rank + 0x10 : rank;
}

}  // namespace

bool isTruthy(const Value& value) {
  if (const bool* truth = value.asBool()) return *truth;
  if (const double* number = value.asNumber()) return *number < 0 || *number > 0;
  if (const Text* text = value.asString()) return !text->empty();
  return !value.isNull();
}

std::string_view textOf(const Value& value, const ConditionHost& host, Scratch& scratch) {
  if (const Text* text = value.asString()) return *text;
  writeText(value, host, scratch);
  return viewOf(scratch);
}

double numberOf(const Value& value, const ConditionHost& host) {
  if (const double* number = value.asNumber()) return *number;
  if (const bool* truth = value.asBool()) return *truth ? 1 : 0;
  if (value.isNull()) return 0;
  Scratch scratch;
  return readNumber(textOf(value, host, scratch), host);
}

bool isStrictlyEqual(const Value& a, const Value& b) { return !a.asArray() && !a.asObject() && isSame(a, b); }

bool isSame(const Value& a, const Value& b) { return a == b; }

std::uint8_t compareTexts(std::string_view a, std::string_view b) {
  const std::size_t shorter = a.size() < b.size() ? a.size() : b.size();
  for (std::size_t i = 0; i < shorter; ++i) {
    if (a[i] != b[i]) return utf16Rank(a[i]) < utf16Rank(b[i]) ? kLess : kGreater;
  }
  if (a.size() == b.size()) return kEqual;
  return a.size() < b.size() ? kLess : kGreater;
}

std::uint8_t compareValues(const Value& a, const Value& b, const ConditionHost& host) {
  const auto isText = [](const Value& value) { return value.asString() || value.asArray() || value.asObject(); };
  if (!isText(a) || !isText(b)) return compareNumbers(numberOf(a, host), numberOf(b, host));
  Scratch left;
  Scratch right;
  return compareTexts(textOf(a, host, left), textOf(b, host, right));
}

std::uint8_t compareVersions(const Value& a, const Value& b, const ConditionHost& host) {
  Scratch left;
  Scratch right;
  writeVersionKey(a, host, left);
  writeVersionKey(b, host, right);
  return compareTexts(viewOf(left), viewOf(right));
}

}  // namespace aftermint
