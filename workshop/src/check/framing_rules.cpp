/** @file A benefit says what becomes better, not what is in the box (CRAFT: value_framing). */
#include <unordered_set>

#include "check/findings.h"
#include "copy/fold.h"
#include "copy/tokens.h"

namespace aftermint {
namespace {

using copy::Token;
using copy::TokenKind;

constexpr std::size_t kFewWords = 3;
constexpr std::size_t kManyFigures = 3;
constexpr std::size_t kManyParts = 5;
constexpr std::size_t kShortPart = 4;  ///< words; a clause has more

/** Units as shops write them after a figure, as tokens are spelt. */
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

/** Figures with their units: "20 cm", "5,000 mAh". They are features, whatever the language. */
std::size_t figures(const std::vector<Token>& tokens) {
  std::size_t count = 0;
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    const Token &number = tokens[i], &unit = tokens[i + 1];
    if (number.kind != TokenKind::Number) continue;
    if (unit.kind == TokenKind::Word && isUnit(unit.text)) ++count;
  }
  return count;
}

/** Short parts in a row between commas, bullets, plus signs or line ends: a list, not a sentence. */
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
      "Say which outcome of the purchase it brings sooner, surer or with less effort.";
  if (folded.text == copy::fold(copy.headline, true).text) {
    say("The benefit is the headline once more.", std::string(kOutcome));
  } else if (folded.foreign == 0 && tokens.size() < kFewWords) {
    say("The benefit is too short to name an outcome.", std::string(kOutcome));
  } else if (figures(tokens) >= kManyFigures || isList(folded.text, copy.benefit)) {
    say("The benefit is a list of features: what it has, not what becomes better.",
        std::string(kOutcome) + " The features are on its own page.");
  }
}

}  // namespace aftermint
