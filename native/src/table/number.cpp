#include "table/number.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include "aftermint/text.h"
#include "text.h"

namespace aftermint {
namespace {

constexpr std::size_t kMaxLetters = 5;  // of a currency beside a number: "CHF", "zł", "руб"
constexpr std::size_t kPlaces = 6;
constexpr std::size_t kMaxWhole = 12;

/** A character and the ASCII character that it is read as. */
struct Alias {
  std::string_view bytes;
  char ascii;
};

// Separators of thousands, and dashes that mean minus.
constexpr std::array<Alias, 10> kAliases = {{{"\u00A0", ' '},
                                             {"\u202F", ' '},
                                             {"\u2009", ' '},
                                             {"\u2007", ' '},
                                             {"_", ' '},
                                             {"\u2019", '\''},
                                             {"\u02BC", '\''},
                                             {"\u00B4", '\''},
                                             {"\u2212", '-'},
                                             {"\u2013", '-'}}};

std::string withAsciiSigns(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto found = std::find_if(kAliases.begin(), kAliases.end(),
                                    [&](const Alias& alias) { return text.substr(at).starts_with(alias.bytes); });
    out += found == kAliases.end() ? text[at] : found->ascii;
    at += found == kAliases.end() ? 1 : found->bytes.size();
  }
  return std::string(trimmed(out));
}

/** Reads the text before or behind the digits: a currency and signs. Returns nothing for any other text. */
std::optional<std::string> currencyIn(std::string_view text, bool& negative) {
  std::string out;
  std::size_t letters = 0;
  for (const char c : text) {
    if (c == '-') {
      negative = true;
    } else if (isAsciiLetter(c) || !isAscii(c)) {
      letters += beginsCodePoint(c) ? 1 : 0;
      out += c;
    } else if (c == '$' || c == '.' || c == '/') {
      out += c;
    } else if (c != ' ' && c != '+') {
      return std::nullopt;
    }
  }
  return letters <= kMaxLetters ? std::optional(std::move(out)) : std::nullopt;
}

/** Runs of digits and the separators between them: "1,299.00" has 1, 299, 00 and ",.". */
struct Groups {
  std::vector<std::string_view> digits;
  std::string separators;  ///< one before each group but the first
};

std::optional<Groups> groupsOf(std::string_view number) {
  Groups out;
  std::size_t from = 0;
  for (std::size_t i = 0; i <= number.size(); ++i) {
    if (i < number.size() && isDigit(number[i])) continue;
    out.digits.push_back(number.substr(from, i - from));
    if (i == number.size()) return out;
    if (std::string_view(".,' ").find(number[i]) == std::string_view::npos) return std::nullopt;
    out.separators += number[i];
    from = i + 1;
  }
  return out;
}

/** Whether the first `count` groups are a whole number: the last group has three digits, middle ones two or three. */
bool areThousands(const Groups& groups, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t size = groups.digits[i].size();
    if (i == 0 ? (count > 1 && (size < 1 || size > 3)) : (i + 1 == count ? size != 3 : size < 2 || size > 3)) {
      return false;
    }
  }
  return true;
}

/** Returns how many of the groups are the whole part, or nothing if they are no number. */
std::optional<std::size_t> wholeGroups(const Groups& groups, DecimalMark mark, MarkEvidence& evidence) {
  const std::size_t all = groups.digits.size(), separators = groups.separators.size();
  const auto points = static_cast<std::size_t>(std::count(groups.separators.begin(), groups.separators.end(), '.'));
  const auto commas = static_cast<std::size_t>(std::count(groups.separators.begin(), groups.separators.end(), ','));
  if (points + commas == 0) return areThousands(groups, all) ? std::optional(all) : std::nullopt;
  const char last = groups.separators.back();
  const DecimalMark lastMark = last == '.' ? DecimalMark::Point : DecimalMark::Comma;
  const DecimalMark otherMark = last == '.' ? DecimalMark::Comma : DecimalMark::Point;
  const std::size_t ofLast = last == '.' ? points : commas;
  if ((last != '.' && last != ',') || (ofLast > 1 && ofLast < separators)) return std::nullopt;
  if (ofLast > 1) {  // 1.299.000: the points separate thousands, so the decimal mark is a comma
    evidence.shows = otherMark;
    return areThousands(groups, all) ? std::optional(all) : std::nullopt;
  }
  if (!areThousands(groups, all - 1)) return std::nullopt;
  const std::string_view first = groups.digits.front();
  evidence.ambiguous =
      separators == 1 && groups.digits.back().size() == 3 && !first.empty() && first.size() <= 3 && first[0] != '0';
  if (evidence.ambiguous) return mark == lastMark ? 1 : 2;
  if (!groups.digits.back().empty()) evidence.shows = lastMark;
  return all - 1;
}

/** Reads plain numbers like "-12" and "2.55", which most cells hold, without a copy. */
std::optional<DecimalNumber> parsePlain(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::size_t places = text.size() - point - (point < text.size() ? 1 : 0);
  if (point == 0 || point > kMaxWhole || places > kPlaces || places == 3 || (places == 0 && point < text.size())) {
    return std::nullopt;
  }
  std::int64_t value = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == point) continue;
    if (!isDigit(text[i])) return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  for (std::size_t i = places; i < kPlaces; ++i) value *= 10;
  const DecimalMark shows = places > 0 ? DecimalMark::Point : DecimalMark::Unknown;
  return DecimalNumber{{shows, false}, negative ? -value : value};
}

}  // namespace

std::optional<NumberParts> splitNumber(std::string_view text, DecimalMark mark) {
  const std::string plain = withAsciiSigns(text);
  std::string_view number = plain;
  NumberParts out;
  out.negative = number.size() > 1 && number.front() == '(' && number.back() == ')';
  if (out.negative) number = number.substr(1, number.size() - 2);
  auto from = static_cast<std::size_t>(std::find_if(number.begin(), number.end(), isDigit) - number.begin());
  if (from == number.size()) return std::nullopt;
  // ".5" begins with its decimal mark, but in "Rs.5" the point belongs to the currency.
  const bool bare = from > 0 && (number[from - 1] == '.' || number[from - 1] == ',');
  if (bare && (from == 1 || std::string_view(" -+$").find(number[from - 2]) != std::string_view::npos)) --from;
  std::size_t until = number.size();
  while (!isDigit(number[until - 1])) --until;
  std::string_view rest = number.substr(until);
  // "5.-", "5,-" and "5." have no decimals: the dash replaces them.
  if (!rest.empty() && (rest[0] == ',' || rest[0] == '.')) {
    rest.remove_prefix(std::min(rest.find_first_not_of('-', 1), rest.size()));
  }
  const std::optional<std::string> before = currencyIn(number.substr(0, from), out.negative);
  const std::optional<std::string> behind = currencyIn(rest, out.negative);
  const std::optional<Groups> groups = groupsOf(number.substr(from, until - from));
  if (!before || !behind || !groups) return std::nullopt;
  const std::optional<std::size_t> whole = wholeGroups(*groups, mark, out.evidence);
  if (!whole) return std::nullopt;
  for (std::size_t i = 0; i < *whole; ++i) out.whole += groups->digits[i];
  if (*whole < groups->digits.size()) out.decimals = groups->digits[*whole];
  out.before = *before;
  out.behind = *behind;
  return out;
}

std::optional<DecimalNumber> parseDecimal(std::string_view text, DecimalMark mark) {
  if (const std::optional<DecimalNumber> plain = parsePlain(text)) return plain;
  std::optional<NumberParts> parts = splitNumber(text, mark);
  if (!parts) return std::nullopt;
  std::string& digits = parts->whole;
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  if (digits.size() > kMaxWhole) return std::nullopt;
  parts->decimals.resize(kPlaces, '0');
  DecimalNumber out{parts->evidence, 0};
  for (const char c : digits + parts->decimals) out.millionths = out.millionths * 10 + (c - '0');
  if (parts->negative) out.millionths = -out.millionths;
  return out;
}

void NumberColumn::observe(std::string_view text) {
  if (mark_ != DecimalMark::Unknown || text.empty()) return;
  const std::optional<DecimalNumber> number = parseDecimal(text, DecimalMark::Unknown);
  if (!number) return;
  mark_ = number->evidence.shows;
  ambiguous_ |= number->evidence.ambiguous;
}

Minor minorOf(std::int64_t millionths, int digits) {
  std::int64_t unit = kMillion;
  for (int i = 0; i < digits; ++i) unit /= 10;
  const std::int64_t half = millionths < 0 ? -unit / 2 : unit / 2;
  return (millionths + half) / unit;
}

}  // namespace aftermint
