/** @file Rule value_framing: a benefit names an outcome, not a list of features. */
#include <unordered_set>

#include "check/findings.h"
#include "copy/folded_text.h"
#include "copy/tokens.h"

namespace aftermint {
namespace {

using copy::Token;
using copy::TokenKind;

constexpr std::size_t kFewWords = 3;
constexpr std::size_t kManyFigures = 3;
constexpr std::size_t kManyParts = 5;
constexpr std::size_t kShortPart = 4;  ///< words in an entry of a list; a clause has more

/** True for a unit of measurement, in the spelling of tokens. */
bool isUnit(const std::string& word) {
  static const std::unordered_set<std::string> units = [] {
    std::unordered_set<std::string> spelt;
    for (const std::string_view unit :
         {"mm", "cm",  "m",  "km", "in",  "inch", "ft",  "g",   "kg",  "mg", "oz", "lb",  "lbs", "ml",  "cl",
          "l",  "w",   "kw", "v",  "mah", "ah",   "kwh", "gb",  "tb",  "mb", "hz", "khz", "mhz", "ghz", "px",
          "mp", "dpi", "db", "lm", "k",   "c",    "bar", "rpm", "min", "hp", "ps", "atm", "den", "gsm"}) {
      spelt.insert(copy::spelt(unit));
    }
    return spelt;
  }();
  return units.count(word) != 0;
}

/** The count of numbers with a unit: "20 cm", "5,000 mAh". They are features in any language. */
std::size_t figures(const std::vector<Token>& tokens) {
  std::size_t count = 0;
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    const Token &number = tokens[i], &unit = tokens[i + 1];
    if (number.kind != TokenKind::Number) continue;
    if (unit.kind == TokenKind::Word && isUnit(unit.text)) ++count;
  }
  return count;
}

/** True for a list instead of a sentence: several short parts between commas, bullets, plus signs or line ends. */
bool isList(std::string_view folded, std::string_view raw) {
  std::size_t parts = 0, words = 0;
  bool inWord = false;
  for (const char c : folded) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == copy::kUnread;
    if (letter && !inWord) ++words;
    inWord = letter || (inWord && (c == '\'' || c == '-'));
    if (c == ',' || c == ';' || c == '|' || c == '+' || c == '/') {
      parts = words > 0 && words <= kShortPart ? parts + 1 : 0;
      words = 0;
    } else if (c == '.' || c == '!' || c == '?' || c == ':') {
      words = 0;
    }
    if (parts + 1 >= kManyParts) return true;
  }
  std::size_t bullets = 0;
  for (const std::string_view bullet : {"•", "·", "▪", "✓", "✔", "\n"}) {
    for (std::size_t at = raw.find(bullet); at != std::string_view::npos; at = raw.find(bullet, at + bullet.size())) {
      ++bullets;
    }
  }
  return bullets >= 2;
}

}  // namespace

void checkFraming(const Copy& copy, std::string_view under, Findings& findings) {
  if (copy.benefit.empty()) return;
  const copy::Folded folded = copy::fold(copy.benefit, true);
  const std::vector<Token> tokens = copy::tokens(folded.text).all;
  const std::string place = std::string(under) + "/benefit";
  const auto say = [&](std::string message, std::string hint) {
    findings.add(FindingCode::ValueFraming, Severity::Warning, place, std::move(message), std::move(hint));
  };
  constexpr std::string_view kOutcome =
      "Say which result of the purchase it brings sooner, more surely or with less effort.";
  if (folded.text == copy::fold(copy.headline, true).text) {
    say("The benefit repeats the headline.", std::string(kOutcome));
  } else if (folded.foreign == 0 && tokens.size() < kFewWords) {
    say("The benefit is too short to name a result for the shopper.", std::string(kOutcome));
  } else if (figures(tokens) >= kManyFigures || isList(folded.text, copy.benefit)) {
    say("The benefit lists features instead of saying what gets better for the shopper.",
        std::string(kOutcome) + " The features belong on the product's own page.");
  }
}

}  // namespace aftermint
