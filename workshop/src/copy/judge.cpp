#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "aftermint/copy.h"
#include "aftermint/explain.h"
#include "copy/fold.h"
#include "copy/languages.h"
#include "copy/sentences.h"
#include "copy/tokens.h"

namespace aftermint {
namespace {

using copy::Grammar;
using copy::Language;
using copy::Topic;

// A label is read at a glance, and on a button; these hold the longest that shops use, with room.
constexpr std::size_t kLabelWords = 14;
constexpr std::size_t kLabelCodePoints = 90;
constexpr std::size_t kShortWords = 7;  ///< of a label that may be a no which no grammar knows: six, and “I’m” is two
constexpr std::size_t kPayCodePoints = 120;
constexpr std::size_t kTagBytes = 35;  ///< of a language tag, in a message

constexpr copy::Topics kPressing = bitOf(Topic::Urgency) | bitOf(Topic::Scarcity) | bitOf(Topic::Demand) |
                                   bitOf(Topic::Social) | bitOf(Topic::Guilt) | bitOf(Topic::Belittling) |
                                   bitOf(Topic::MaybeUrgency) | bitOf(Topic::MaybeSocial) | bitOf(Topic::MaybeGuilt);
constexpr copy::Topics kMaybe = bitOf(Topic::MaybeUrgency) | bitOf(Topic::MaybeSocial) | bitOf(Topic::MaybeGuilt);
constexpr copy::Topics kPaying = bitOf(Topic::Formula) | bitOf(Topic::Pay) | bitOf(Topic::Unpaid);

/** A way to press, by the topic that finds it and the code that it is reported under. */
struct Pressure {
  FindingCode code;
  Topic topic;
  std::string_view says;
};

class CopyJudge {
 public:
  explicit CopyJudge(const CopyText& copy)
      : copy_(copy),
        language_(copy::languageOf(copy.locale)),
        folded_(copy::fold(copy.text, language_.has_value())),
        tokens_(copy::tokens(folded_.text)) {}

  std::vector<CopyFinding> run() {
    if (copy_.field != CopyField::Decline) look();
    judgeShape();
    if (copy_.field == CopyField::Decline) judgeDecline();
    if (copy_.field != CopyField::Decline) judgePressure();
    if (asksForPay()) judgePay();
    judgeCharacters();
    judgeLanguage();
    return std::move(all_);
  }

 private:
  void add(FindingCode code, Severity severity, std::string message, std::string hint) {
    all_.push_back({code, severity, std::move(message), std::move(hint)});
  }

  [[nodiscard]] bool isProse() const { return copy_.field == CopyField::Headline || copy_.field == CopyField::Benefit; }
  [[nodiscard]] bool asksForPay() const { return copy_.field == CopyField::Accept && copy_.path == Path::OneClick; }
  [[nodiscard]] const Grammar& grammar() const { return copy::grammarOf(*language_); }

  /**
   * Looks the text through once, for everything that is asked of it afterwards, and in every language: a shop's own one
   * is often sprinkled with another.
   */
  void look() {
    for (copy::Window window(copy::vocabulary(), tokens_.all);; window.goOn()) {
      for (std::size_t i = 0; i < copy::kLanguages; ++i) {
        const auto language = static_cast<Language>(i);
        copy::Topics topics = kPressing;
        if (isProse()) topics |= bitOf(Topic::Opener);
        if (asksForPay() && language_ == language) topics |= kPaying;
        copy::grammarOf(language).find(topics, window, hits_[i]);
      }
      if (window.endsText()) return;
    }
  }

  void judgeShape() {
    if (copy_.field == CopyField::Benefit && copy::sentences(copy_.text) > copy::kMaxSentences) {
      add(FindingCode::BenefitShort, Severity::Warning, "The benefit is longer than three sentences.",
          "Say in two what it does for somebody who just bought this.");
    }
    if (std::any_of(hits_.begin(), hits_.end(), [](const copy::Hits& hits) { return hits.has(Topic::Opener); })) {
      add(FindingCode::OpenerWeak, Severity::Error, "It opens like an offer that has no reason.",
          "Begin with what was bought and what this does for it.");
    }
  }

  /**
   * Every word is one of the grammar's, and the words are one of its phrases. A short label that is none, and has
   * nothing of what a decline must not say, may still be an honest no: it is shown, and stops nothing.
   */
  void judgeDecline() {
    if (!language_) return;  // judgeLanguage says so
    constexpr std::string_view kHint = "“No thank you” is plenty; so are “Not now” and “Continue without it”.";
    if (tokens_.all.empty()) {
      add(FindingCode::DeclineNeutral, Severity::Error, "The label has no words.", std::string(kHint));
    } else if (tokens_.all.size() > kLabelWords || folded_.codePoints > kLabelCodePoints) {
      add(FindingCode::DeclineNeutral, Severity::Error, "The label is too long to be a neutral no.",
          std::string(kHint));
    } else if (!tokens_.plainMarks || !grammar().isWhole(Topic::Decline, tokens_.all)) {
      const bool maybe =
          tokens_.plainMarks && isLetters() && tokens_.all.size() <= kShortWords && !isForeign() && !saysMore();
      add(FindingCode::DeclineNeutral, maybe ? Severity::Warning : Severity::Error,
          maybe ? "It is short and may be a neutral no; no rule knows it (CRAFT: decline_neutral)."
                : "It is not one of the neutral ways to say no in its language (CRAFT: decline_neutral).",
          std::string(kHint));
    }
  }

  /** No picture, and nothing that no Latin letter looks like. */
  [[nodiscard]] bool isLetters() const {
    constexpr std::string_view kOthers{"\x01\x02", 2};
    static_assert(kOthers[0] == copy::kUnread && kOthers[1] == copy::kPicture);
    return folded_.text.find_first_of(kOthers) == std::string::npos;
  }

  /** Whether it is a neutral no of another language: a mistake of the locale, which a person must hint. */
  [[nodiscard]] bool isForeign() const {
    for (std::size_t i = 0; i < copy::kLanguages; ++i) {
      if (copy::grammarOf(static_cast<Language>(i)).isWhole(Topic::Decline, tokens_.all)) return true;
    }
    return false;
  }

  /** Whether a decline has what presses or shames. */
  [[nodiscard]] bool saysMore() const {
    copy::Hits hits;
    for (copy::Window window(copy::vocabulary(), tokens_.all);; window.goOn()) {
      grammar().find((kPressing & ~bitOf(Topic::MaybeGuilt)) | bitOf(Topic::Unfit), window, hits);
      if (window.endsText()) return hits.topics != 0;
    }
  }

  /** The words of a phrase of the topic, from the first language that has one; empty where none has. */
  [[nodiscard]] std::string of(Topic topic) const {
    for (const copy::Hits& hits : hits_) {
      if (hits.has(topic)) return quoted(hits.where[static_cast<std::size_t>(topic)]);
    }
    return {};
  }

  void judgePressure() {
    constexpr Pressure kKinds[] = {
        {FindingCode::NoFalseUrgency, Topic::Urgency, "says that time is short (urgency)"},
        {FindingCode::NoFalseUrgency, Topic::Scarcity, "says that little is left (scarcity)"},
        {FindingCode::NoFalseUrgency, Topic::Demand, "says that many want it (demand)"},
        {FindingCode::NoFalseUrgency, Topic::MaybeUrgency, "may say that time or stock is short"},
        {FindingCode::SocialPressure, Topic::Social, "says what other people do or have"},
        {FindingCode::SocialPressure, Topic::MaybeSocial, "may press with what other people do"},
        {FindingCode::Guilt, Topic::Guilt, "says what the shopper is, or loses, if they do not"},
        {FindingCode::Guilt, Topic::Belittling, "makes the shopper small (belittling)"},
        {FindingCode::Guilt, Topic::MaybeGuilt, "may press with guilt or fear"},
    };
    std::optional<FindingCode> last;
    for (const Pressure& pressure : kKinds) {
      if (last == pressure.code) continue;  // one finding of a code is enough, and the certain ones stand first
      const std::string said = of(pressure.topic);
      if (said.empty()) continue;
      last = pressure.code;
      const bool maybe = (copy::bitOf(pressure.topic) & kMaybe) != 0;
      add(pressure.code, maybe ? Severity::Warning : Severity::Error,
          said + " " + std::string(pressure.says) + " (CRAFT: " + std::string(sourceOf(pressure.code)) + ").",
          std::string(hintOf(pressure.code)));
    }
  }

  static std::string_view sourceOf(FindingCode code) {
    if (code == FindingCode::NoFalseUrgency) return "no_false_urgency; 2005/29/EC annex I point 7";
    return code == FindingCode::Guilt ? "guilt-free" : "no manufactured urgency";
  }

  static std::string_view hintOf(FindingCode code) {
    if (code == FindingCode::NoFalseUrgency) {
      return "Say what it does for somebody who just bought this; an end belongs in `schedule`, a stock in `stock`.";
    }
    if (code == FindingCode::SocialPressure) {
      return "Say how it goes with the purchase: “Most customers who buy this also add …” is enough.";
    }
    return "Say what it does, not what its absence would say about them.";
  }

  /** Words of the text as they were read: disguises are seen through, and the bytes are ASCII whatever came in. */
  [[nodiscard]] std::string quoted(std::pair<std::size_t, std::size_t> where) const {
    std::string_view words;
    if (where.first < where.second) {
      const std::size_t from = tokens_.all[where.first].from;
      words = std::string_view(folded_.text).substr(from, tokens_.all[where.second - 1].until - from);
    }
    return "“" + ascii(words) + "”";
  }

  /** What cannot be read is no part of a message: a letter without a Latin one, a tag that is none. */
  static std::string ascii(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = c < ' ' || c > '~' ? '?' : c;
    return out;
  }

  /** The button is the order: its own words say that it must be paid, and how much (2011/83/EU art. 8(2), C-249/21). */
  void judgePay() {
    if (!language_) return;
    const copy::Hits& hits = hits_[static_cast<std::size_t>(*language_)];
    const bool formula = hits.has(Topic::Formula);
    const bool pays = hits.has(Topic::Pay) && !hits.has(Topic::Unpaid);
    if (folded_.codePoints <= kPayCodePoints && (formula || (pays && hasAmount()))) return;
    add(FindingCode::PayLabel, Severity::Error,
        pays ? "It names no amount." : "Its words do not say that it must be paid (2011/83/EU art. 8(2), C-249/21).",
        "Say “Pay {price} now”, or the words of the law: “Order with obligation to pay”.");
  }

  [[nodiscard]] bool hasAmount() const {
    for (std::size_t i = 0; i + 1 < tokens_.all.size(); ++i) {
      const copy::Token &a = tokens_.all[i], &b = tokens_.all[i + 1];
      const auto number = [](const copy::Token& t) { return t.kind == copy::TokenKind::Number; };
      if ((isMoney(a) && number(b)) || (number(a) && isMoney(b))) return true;
    }
    return false;
  }

  static bool isMoney(const copy::Token& token) {
    if (token.kind == copy::TokenKind::Sign) return token.text == "$";
    for (const std::string_view code : {"eur", "euro", "euros", "gbp", "usd", "chf", "pln", "zl", "sek", "dkk", "nok",
                                        "czk", "huf", "brl", "cad", "aud", "kr", "fr"}) {
      if (token.kind == copy::TokenKind::Word && token.text == code) return true;
    }
    return false;
  }

  void judgeCharacters() {
    if (!folded_.tricks()) return;
    const char* what = folded_.hidden      ? "It has characters that are not seen, or turn the order of others."
                       : folded_.styled    ? "It has letters drawn by other characters than their own."
                       : folded_.mixed     ? "It has words that mix letters of two scripts."
                       : folded_.disguised ? "It has words of another script that look like Latin ones."
                                           : "It has letters that are crossed out or covered.";
    add(FindingCode::HiddenCharacters, Severity::Error, what, "Type it anew with the plain letters of its language.");
  }

  void judgeLanguage() {
    // Where the rule is a closed grammar, a text that no grammar has read cannot be let through.
    const bool closed = copy_.field == CopyField::Decline || asksForPay();
    if (!language_) {
      add(FindingCode::UnknownLanguage, closed ? Severity::Error : Severity::Warning,
          "Copy in “" + ascii(copy_.locale.substr(0, kTagBytes)) + "” cannot be judged.",
          "Judged are en, de, fr, es, it, nl, pl and pt; let somebody who speaks it read the text.");
    } else if (!closed && folded_.foreign * 2 > folded_.letters) {
      add(FindingCode::UnknownLanguage, Severity::Warning, "Most of its letters are not of its language's alphabet.",
          "Give the locale that it is written in.");
    }
  }

  const CopyText& copy_;
  std::optional<Language> language_;
  copy::Folded folded_;
  copy::Tokens tokens_;
  std::array<copy::Hits, copy::kLanguages> hits_{};  ///< by language
  std::vector<CopyFinding> all_;
};

}  // namespace

std::vector<CopyFinding> judgeCopy(const CopyText& copy) { return CopyJudge(copy).run(); }

}  // namespace aftermint
