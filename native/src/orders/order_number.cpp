#include "orders/order_number.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "text.h"

namespace aftermint::orders {
namespace {

constexpr std::size_t kMaxLetters = 5;  // of a currency beside a number: "CHF", "zł", "руб"
constexpr std::size_t kPlaces = 6;
constexpr std::size_t kMaxWhole = 12;

/** A sign that is written in more than one byte, and the one that stands for it here. */
struct Alias {
  std::string_view bytes;
  char sign;
};

// Spaces and apostrophes between thousands, and dashes that mean minus.
constexpr std::array<Alias, 9> kAliases = {{{"\u00A0", ' '},
                                            {"\u202F", ' '},
                                            {"\u2009", ' '},
                                            {"\u2007", ' '},
                                            {"\u2019", '\''},
                                            {"\u02BC", '\''},
                                            {"\u2212", '-'},
                                            {"\u2013", '-'},
                                            {"\u00B4", '\''}}};

std::string plainSigns(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto found = std::find_if(kAliases.begin(), kAliases.end(),
                                    [&](const Alias& alias) { return text.substr(at).starts_with(alias.bytes); });
    out += found == kAliases.end() ? text[at] : found->sign;
    at += found == kAliases.end() ? 1 : found->bytes.size();
  }
  return std::string(trimmed(out));
}

/** Looks at what stands before or behind the digits: a currency and signs. False where it is something else. */
bool isBeside(std::string_view text, bool& minus) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const auto byte = static_cast<unsigned char>(c);
    if (c == '-') {
      minus = true;
    } else if (byte >= 0x80 ? (byte & 0xC0u) != 0x80u : (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) {
      ++letters;
    } else if (byte < 0x80 && std::string_view(" +$./").find(c) == std::string_view::npos) {
      return false;
    }
  }
  return letters <= kMaxLetters;
}

/** Digits and what stands between them: "1,299.00" is 1 | , 299 | . 00. */
struct Groups {
  std::vector<std::string_view> digits;
  std::string between;  ///< one sign before each group but the first
};

std::optional<Groups> groupsOf(std::string_view core) {
  Groups out;
  std::size_t from = 0;
  for (std::size_t i = 0; i <= core.size(); ++i) {
    if (i < core.size() && isDigit(core[i])) continue;
    out.digits.push_back(core.substr(from, i - from));
    if (i == core.size()) return out;
    if (std::string_view(".,' ").find(core[i]) == std::string_view::npos) return std::nullopt;
    out.between += core[i];
    from = i + 1;
  }
  return out;
}

/** Whether the first `count` groups are a whole number with its thousands: the last of three, others of two or three.
 */
bool areThousands(const Groups& groups, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t size = groups.digits[i].size();
    if (i == 0 ? (count > 1 && (size < 1 || size > 3)) : (i + 1 == count ? size != 3 : size < 2 || size > 3)) {
      return false;
    }
  }
  return true;
}

bool setMillionths(const Groups& groups, std::size_t whole, ReadNumber& out) {
  std::string digits;
  for (std::size_t i = 0; i < whole; ++i) digits += groups.digits[i];
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  if (digits.size() > kMaxWhole) return false;
  const std::string_view decimals = whole < groups.digits.size() ? groups.digits[whole] : std::string_view();
  for (std::size_t i = 0; i < kPlaces; ++i) digits += i < decimals.size() ? decimals[i] : '0';
  for (const char c : digits) out.millionths = out.millionths * 10 + (c - '0');
  return true;
}

/** Decides how many of the groups are the whole part; nothing where they are no number. */
std::optional<std::size_t> wholeGroups(const Groups& groups, DecimalMark mark, ReadNumber& out) {
  const std::size_t all = groups.digits.size(), signs = groups.between.size();
  const auto points = static_cast<std::size_t>(std::count(groups.between.begin(), groups.between.end(), '.'));
  const auto commas = static_cast<std::size_t>(std::count(groups.between.begin(), groups.between.end(), ','));
  if (points + commas == 0) return areThousands(groups, all) ? std::optional(all) : std::nullopt;
  const char last = groups.between.back();
  const DecimalMark lastMark = last == '.' ? DecimalMark::Point : DecimalMark::Comma;
  const DecimalMark otherMark = last == '.' ? DecimalMark::Comma : DecimalMark::Point;
  const std::size_t ofLast = last == '.' ? points : commas;
  if ((last != '.' && last != ',') || (ofLast > 1 && ofLast < signs)) return std::nullopt;
  if (ofLast > 1) {  // 1.299.000: thousands, so the decimals have the other mark
    out.shows = otherMark;
    return areThousands(groups, all) ? std::optional(all) : std::nullopt;
  }
  if (!areThousands(groups, all - 1)) return std::nullopt;
  const std::string_view first = groups.digits.front();
  out.open = signs == 1 && groups.digits.back().size() == 3 && !first.empty() && first.size() <= 3 && first[0] != '0';
  if (out.open) return mark == lastMark ? 1 : 2;
  if (!groups.digits.back().empty()) out.shows = lastMark;
  return all - 1;
}

/** Most numbers of most files, without a copy: "-12", "2.55". False where it takes a closer look. */
bool readSimple(std::string_view text, ReadNumber& out) {
  const bool minus = text.starts_with('-');
  if (minus) text.remove_prefix(1);
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::size_t places = text.size() - point - (point < text.size() ? 1 : 0);
  if (point == 0 || point > kMaxWhole || places > kPlaces || places == 3 || (places == 0 && point < text.size())) {
    return false;
  }
  std::int64_t value = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == point) continue;
    if (!isDigit(text[i])) return false;
    value = value * 10 + (text[i] - '0');
  }
  for (std::size_t i = places; i < kPlaces; ++i) value *= 10;
  out.millionths = minus ? -value : value;
  out.shows = places > 0 ? DecimalMark::Point : DecimalMark::Unknown;
  out.read = true;
  return true;
}

}  // namespace

ReadNumber readNumber(std::string_view text, DecimalMark mark) {
  ReadNumber out;
  if (readSimple(text, out)) return out;
  const std::string plain = plainSigns(text);
  std::string_view core = plain;
  bool minus = core.size() > 1 && core.front() == '(' && core.back() == ')';
  if (minus) core = core.substr(1, core.size() - 2);
  const auto firstDigit = static_cast<std::size_t>(std::find_if(core.begin(), core.end(), isDigit) - core.begin());
  if (firstDigit == core.size()) return out;
  std::size_t from = firstDigit;
  // ".5" begins with its mark, but "Rs.5" does not.
  const bool bare = from > 0 && (core[from - 1] == '.' || core[from - 1] == ',');
  if (bare && (from == 1 || std::string_view(" -+$").find(core[from - 2]) != std::string_view::npos)) --from;
  std::size_t until = core.size();
  while (!isDigit(core[until - 1])) --until;
  std::string_view behind = core.substr(until);
  // "5.-", "5,-" and "5." have no decimals: the dash stands in their place.
  if (!behind.empty() && (behind[0] == ',' || behind[0] == '.')) {
    behind.remove_prefix(std::min(behind.find_first_not_of('-', 1), behind.size()));
  }
  if (!isBeside(core.substr(0, from), minus) || !isBeside(behind, minus)) return out;
  const std::optional<Groups> groups = groupsOf(core.substr(from, until - from));
  if (!groups) return out;
  const std::optional<std::size_t> whole = wholeGroups(*groups, mark, out);
  if (!whole || !setMillionths(*groups, *whole, out)) return {};
  if (minus) out.millionths = -out.millionths;
  out.read = true;
  return out;
}

void NumberColumn::see(std::string_view text) {
  if (mark_ != DecimalMark::Unknown || text.empty()) return;
  const ReadNumber number = readNumber(text, DecimalMark::Unknown);
  mark_ = number.shows;
  open_ |= number.open;
}

Minor minorOf(std::int64_t millionths, int digits) {
  std::int64_t unit = kMillion;
  for (int i = 0; i < digits; ++i) unit /= 10;
  const std::int64_t half = millionths < 0 ? -unit / 2 : unit / 2;
  return (millionths + half) / unit;
}

}  // namespace aftermint::orders
