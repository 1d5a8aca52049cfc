#include "orders/order_time.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "orders/date_names.h"
#include "text.h"

namespace aftermint::orders {
namespace {

constexpr std::int64_t kDayMillis = 86'400'000;
constexpr std::size_t kMaxTokens = 32;

bool isLetterByte(char c) { return isWordByte(c) && !isDigit(c); }

/** A run of digits, a run of letters, or one other character. */
struct Token {
  enum class Kind : std::uint8_t { Number, Word, Sign, End } kind = Kind::End;
  std::string_view text;
  std::int64_t value = 0;
  bool spaced = false;  ///< whether there is white space before it
};

class Tokens {
 public:
  explicit Tokens(std::string_view text) {
    bool spaced = false;
    for (std::size_t at = 0; at < text.size() && tokens_.size() < kMaxTokens;) {
      const char c = text[at];
      std::size_t until = at + 1;
      Token token;
      if (c == ' ' || c == '\t') {
        spaced = true;
        at = until;
        continue;
      }
      if (isDigit(c)) {
        while (until < text.size() && isDigit(text[until])) ++until;
        token.kind = Token::Kind::Number;
        for (std::size_t i = at; i < until && i < at + 18; ++i) token.value = token.value * 10 + (text[i] - '0');
      } else if (isLetterByte(c)) {
        while (until < text.size() && isLetterByte(text[until])) ++until;
        token.kind = Token::Kind::Word;
      } else {
        token.kind = Token::Kind::Sign;
      }
      token.text = text.substr(at, until - at);
      token.spaced = spaced;
      spaced = false;
      tokens_.push_back(token);
      at = until;
    }
    tokens_.emplace_back();
  }

  [[nodiscard]] const Token& peek(std::size_t ahead = 0) const {
    return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
  }
  [[nodiscard]] bool atEnd() const { return peek().kind == Token::Kind::End; }
  [[nodiscard]] bool isNumber(std::size_t ahead = 0) const { return peek(ahead).kind == Token::Kind::Number; }
  [[nodiscard]] bool isWord(std::size_t ahead = 0) const { return peek(ahead).kind == Token::Kind::Word; }
  [[nodiscard]] bool isSign(char sign, std::size_t ahead = 0) const {
    return peek(ahead).kind == Token::Kind::Sign && peek(ahead).text[0] == sign;
  }
  bool takeSign(char sign) {
    if (!isSign(sign)) return false;
    skip();
    return true;
  }
  Token take() {
    const Token out = peek();
    skip();
    return out;
  }
  void skip(std::size_t count = 1) { at_ = std::min(at_ + count, tokens_.size() - 1); }

 private:
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
};

struct Civil {
  std::int64_t year = 0, month = 0, day = 0;
};

/** Returns the days since 1970, or nothing if the date does not exist. */
std::optional<std::int64_t> daysOf(const Civil& civil) {
  if (civil.year < 1 || civil.year > 9999 || civil.month < 1 || civil.month > 12 || civil.day < 1 || civil.day > 31) {
    return std::nullopt;
  }
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(civil.year)),
                                         std::chrono::month(static_cast<unsigned>(civil.month)),
                                         std::chrono::day(static_cast<unsigned>(civil.day))};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date).time_since_epoch().count();
}

/** Reads a year of four digits, or of two digits as in POSIX (69 is 1969, 68 is 2068). */
std::optional<std::int64_t> yearOf(const Token& token) {
  if (token.text.size() == 4) return token.value;
  if (token.text.size() == 2) return token.value + (token.value < 69 ? 2000 : 1900);
  return std::nullopt;
}

/** Reads 1/12/2010, 2010-12-01 and 1.12.10. */
bool takeNumericDate(Tokens& tokens, DateOrder order, Civil& civil, ParsedTime& out) {
  const char sign = tokens.peek(1).kind == Token::Kind::Sign ? tokens.peek(1).text[0] : 0;
  if ((sign != '/' && sign != '-' && sign != '.') || !tokens.isNumber() || !tokens.isNumber(2) ||
      !tokens.isSign(sign, 3) || !tokens.isNumber(4)) {
    return false;
  }
  const Token first = tokens.peek(0), second = tokens.peek(2), third = tokens.peek(4);
  if (second.text.size() > 2) return false;
  tokens.skip(5);
  if (first.text.size() == 4 && third.text.size() <= 2) {
    civil = {first.value, second.value, third.value};
    return true;
  }
  const std::optional<std::int64_t> year = yearOf(third);
  if (!year || first.text.size() > 2) return false;
  const std::int64_t a = first.value, b = second.value;
  bool monthFirst = order == DateOrder::MonthDay;
  if (a > 12 && b <= 12) {
    out.shows = DateOrder::DayMonth;
  } else if (b > 12 && a <= 12) {
    out.shows = DateOrder::MonthDay;
  } else {
    // With points, the day always comes first.
    out.ambiguous = order == DateOrder::Unknown && a != b && sign != '.';
  }
  if (order == DateOrder::Unknown) monthFirst = out.shows == DateOrder::MonthDay;
  civil = {*year, monthFirst ? a : b, monthFirst ? b : a};
  return true;
}

/** Skips "th", "de", "of" and punctuation inside a date with a month name. */
void skipFiller(Tokens& tokens) {
  while (tokens.isSign(',') || tokens.isSign('.') || tokens.isSign('-') || tokens.isSign('/') ||
         (tokens.isWord() && isDateFiller(tokens.peek().text))) {
    tokens.skip();
  }
}

bool isClock(const Tokens& tokens) { return tokens.isNumber() && tokens.isSign(':', 1); }

bool takeClock(Tokens& tokens, std::int64_t& millis);

/** Reads dates with a month name: Jan 5, 2024 · 5 Jan 2024 · 2024 Jan 5 · Jan 5 10:00:00 2024. */
bool takeWrittenDate(Tokens& tokens, Civil& civil, std::int64_t& clock) {
  if (tokens.isWord() && monthOf(tokens.peek().text) == 0) {  // a day of the week
    if (!isWeekday(tokens.peek().text)) return false;
    tokens.skip();
    skipFiller(tokens);
  }
  std::vector<Token> numbers;
  while (numbers.size() < 2 || civil.month == 0) {
    if (tokens.isWord()) {
      const int month = monthOf(tokens.peek().text);
      if (month == 0 || civil.month != 0) return false;
      civil.month = month;
      tokens.skip();
    } else if (civil.month != 0 && numbers.size() == 1 && isClock(tokens)) {
      if (!takeClock(tokens, clock)) return false;
    } else if (tokens.isNumber() && numbers.size() < 2) {
      numbers.push_back(tokens.take());
    } else {
      return false;
    }
    if (numbers.size() < 2 || civil.month == 0) skipFiller(tokens);
  }
  const bool yearFirst = numbers[0].text.size() == 4;
  const Token& day = numbers[yearFirst ? 1 : 0];
  const std::optional<std::int64_t> year = yearOf(numbers[yearFirst ? 0 : 1]);
  if (!year || day.text.size() > 2) return false;
  civil.year = *year;
  civil.day = day.value;
  return true;
}

/** Reads "AM" or "p.m.". Returns the hours to add, 0 or 12, or nothing if there is neither. */
std::optional<int> takeHalf(Tokens& tokens) {
  if (!tokens.isWord()) return std::nullopt;
  const std::string word = lowered(tokens.peek().text);
  if (word == "am" || word == "pm") {
    tokens.skip();
    return word == "pm" ? 12 : 0;
  }
  if ((word == "a" || word == "p") && tokens.isSign('.', 1) && tokens.isWord(2) &&
      lowered(tokens.peek(2).text) == "m") {
    tokens.skip(3);
    (void)tokens.takeSign('.');
    return word == "p" ? 12 : 0;
  }
  return std::nullopt;
}

/** Reads a time of day: 8:26 · 08:26:00.125 · 8:26 PM · 8 AM. */
bool takeClock(Tokens& tokens, std::int64_t& millis) {
  if (!tokens.isNumber() || tokens.peek().text.size() > 2) return false;
  std::int64_t hour = tokens.take().value, minute = 0, second = 0;
  const bool colon = tokens.isSign(':');
  if (tokens.takeSign(':')) {
    if (!tokens.isNumber() || tokens.peek().text.size() != 2) return false;
    minute = tokens.take().value;
    if (tokens.takeSign(':')) {
      if (!tokens.isNumber() || tokens.peek().text.size() != 2) return false;
      second = tokens.take().value;
      // Fractions of a second are ignored, as nothing here needs them.
      if (tokens.isSign('.') || (tokens.isSign(',') && tokens.isNumber(1))) {
        tokens.skip();
        if (!tokens.isNumber()) return false;
        tokens.skip();
      }
    }
  }
  if (const std::optional<int> half = takeHalf(tokens)) {
    if (hour < 1 || hour > 12) return false;
    hour = hour % 12 + *half;
  } else if (!colon) {
    return false;
  }
  if (hour > 23 || minute > 59 || second > 59) return false;
  millis = ((hour * 60 + minute) * 60 + second) * 1000;
  return true;
}

/** Reads the digits of an offset: 02, 0200, 02:00; after UTC or GMT also one or three digits. Returns minutes. */
std::optional<std::int64_t> takeOffset(Tokens& tokens, bool named) {
  if (!tokens.isNumber()) return std::nullopt;
  const Token first = tokens.take();
  std::int64_t hours = first.value, minutes = 0;
  if (first.text.size() == 4 || (named && first.text.size() == 3)) {
    hours = first.value / 100;
    minutes = first.value % 100;
  } else if (first.text.size() != 2 && !(named && first.text.size() == 1)) {
    return std::nullopt;
  } else if (tokens.takeSign(':')) {
    if (!tokens.isNumber() || tokens.peek().text.size() != 2) return std::nullopt;
    minutes = tokens.take().value;
  }
  if (hours > 23 || minutes > 59) return std::nullopt;
  return hours * 60 + minutes;
}

/** Reads an optional zone: Z · UTC · +0200 · GMT+2 · CET, and a comment in parentheses after it. */
bool takeZone(Tokens& tokens, std::int64_t& minutes, bool& zoned) {
  bool named = false;
  if (tokens.isWord()) {
    const std::optional<int> offset = offsetOf(tokens.peek().text);
    if (!offset) return false;
    minutes = *offset;
    zoned = true;
    named = minutes == 0;
    tokens.skip();
  }
  if ((tokens.isSign('+') || tokens.isSign('-')) && (named || !zoned)) {
    const bool west = tokens.take().text[0] == '-';
    const std::optional<std::int64_t> offset = takeOffset(tokens, named);
    if (!offset) return false;
    minutes = west ? -*offset : *offset;
    zoned = true;
  }
  if (zoned && tokens.takeSign('(')) {
    while (!tokens.atEnd() && !tokens.isSign(')')) tokens.skip();
    return tokens.takeSign(')');
  }
  return true;
}

/** Replaces the special spaces that some programs write before "PM". */
std::string withPlainSpaces(std::string_view text) {
  std::string out(text);
  for (const std::string_view wide : {"\u202F", "\u00A0"}) {
    for (std::size_t at = out.find(wide); at != std::string::npos; at = out.find(wide, at)) {
      out.replace(at, wide.size(), " ");
    }
  }
  return out;
}

/** Reads a plain number: Unix seconds, milliseconds or microseconds, or a date like 20240105. */
ParsedTime readBare(std::string_view text) {
  ParsedTime out;
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::string_view digits = text.substr(0, point);
  const std::string_view rest = text.substr(std::min(point + 1, text.size()));
  if (digits.empty() || digits.size() > 16 || !std::all_of(digits.begin(), digits.end(), isDigit) ||
      !std::all_of(rest.begin(), rest.end(), isDigit)) {
    return out;
  }
  std::int64_t value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  if (digits.size() == 10 || digits.size() == 13 || digits.size() == 16) {
    out.at = digits.size() == 10 ? value * 1000 : (digits.size() == 13 ? value : value / 1000);
    out.read = out.zoned = true;
    return out;
  }
  if (point != text.size() || (digits.size() != 8 && digits.size() != 12 && digits.size() != 14)) return out;
  const auto part = [&](std::size_t at, std::size_t size) {
    std::int64_t number = 0;
    for (std::size_t i = at; i < at + size; ++i) number = number * 10 + (i < digits.size() ? digits[i] - '0' : 0);
    return number;
  };
  const std::optional<std::int64_t> days = daysOf({part(0, 4), part(4, 2), part(6, 2)});
  const std::int64_t hour = part(8, 2), minute = part(10, 2), second = part(12, 2);
  if (!days || hour > 23 || minute > 59 || second > 59) return out;
  out.at = *days * kDayMillis + ((hour * 60 + minute) * 60 + second) * 1000;
  out.read = true;
  return out;
}

}  // namespace

bool readIsoMinute(std::string_view text, Millis& out) {
  constexpr std::string_view kPattern = "0000-00-00 00:00:00";
  if (text.size() != 16 && text.size() != kPattern.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool fits = kPattern[i] == '0' ? isDigit(text[i]) : (text[i] == kPattern[i] || (i == 10 && text[i] == 'T'));
    if (!fits) return false;
  }
  const auto pair = [&](std::size_t at) { return std::int64_t{text[at] - '0'} * 10 + (text[at + 1] - '0'); };
  const std::optional<std::int64_t> days = daysOf({pair(0) * 100 + pair(2), pair(5), pair(8)});
  const std::int64_t hour = pair(11), minute = pair(14), second = text.size() == 16 ? 0 : pair(17);
  if (!days || hour > 23 || minute > 59 || second > 59) return false;
  out = *days * kDayMillis + ((hour * 60 + minute) * 60 + second) * 1000;
  return true;
}

ParsedTime parseTime(std::string_view written, DateOrder order) {
  ParsedTime out;
  if (readIsoMinute(trimmed(written), out.at)) {
    out.read = true;
    return out;
  }
  out.at = 0;
  const std::string plain = withPlainSpaces(written);
  const std::string_view text = trimmed(plain);
  if (const ParsedTime bare = readBare(text); bare.read) return bare;
  Tokens tokens(text);
  Civil civil;
  std::int64_t clock = 0, offset = 0;
  if (!takeNumericDate(tokens, order, civil, out) && !takeWrittenDate(tokens, civil, clock)) return {};
  const std::optional<std::int64_t> days = daysOf(civil);
  if (!days) return {};
  (void)tokens.takeSign(',');
  while (tokens.isWord() && isClockFiller(tokens.peek().text)) tokens.skip();
  if (tokens.isNumber() && !takeClock(tokens, clock)) return {};
  if (tokens.isWord() && isClockFiller(tokens.peek().text)) tokens.skip();
  if (!takeZone(tokens, offset, out.zoned) || !tokens.atEnd()) return {};
  out.at = *days * kDayMillis + clock - offset * 60'000;
  out.read = true;
  return out;
}

void DateColumn::Sequence::add(Millis at) {
  const std::int64_t day = at / kDayMillis;
  if (last && day > *last) ++ups;
  if (last && day < *last) ++downs;
  last = day;
}

void DateColumn::observe(std::string_view text) {
  Millis at = 0;
  if (text.empty() || readIsoMinute(text, at)) return;
  const ParsedTime time = parseTime(text, DateOrder::Unknown);
  if (!time.read) return;
  if (time.shows != DateOrder::Unknown) {
    ++shown_[time.shows == DateOrder::DayMonth ? 0 : 1];
    if (order_ == DateOrder::Unknown) {
      order_ = time.shows;
      evidence_ = DateEvidence::Value;
    }
  }
  ambiguous_ |= time.ambiguous;
  if (order_ != DateOrder::Unknown) return;
  byDay_.add(time.at);
  byMonth_.add(time.ambiguous ? parseTime(text, DateOrder::MonthDay).at : time.at);
}

void DateColumn::decideBySequence() {
  if (!undecided() || byDay_.isSorted() == byMonth_.isSorted()) return;
  order_ = byDay_.isSorted() ? DateOrder::DayMonth : DateOrder::MonthDay;
  evidence_ = DateEvidence::Sequence;
}

bool DateColumn::isMixed() const {
  constexpr std::size_t kSlips = 20;  // up to one value in twenty may be a typing error
  const std::size_t other = evidence_ == DateEvidence::Asked ? 0 : shown_[order_ == DateOrder::DayMonth ? 1 : 0];
  return other > 0 && other * kSlips >= shown_[0] + shown_[1];
}

}  // namespace aftermint::orders
