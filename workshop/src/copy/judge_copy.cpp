#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "aftermint/copy.h"
#include "aftermint/explain.h"
#include "copy/folded_text.h"
#include "copy/languages.h"
#include "copy/sentences.h"
#include "copy/tokens.h"

namespace aftermint {
namespace {

using copy::Grammar;
using copy::Language;
using copy::Topic;

// Limits of a decline label: longer than the longest that shops use.
constexpr std::size_t kLabelWords = 14;
constexpr std::size_t kLabelCodePoints = 90;
constexpr std::size_t kShortWords =
    7;  ///< longest label that may be a neutral no unknown to the grammar: six words, “I’m” counts as two
constexpr std::size_t kPayCodePoints = 120;
constexpr std::size_t kTagBytes = 35;  ///< longest language tag quoted in a message

constexpr copy::Topics kPressing = bitOf(Topic::Urgency) | bitOf(Topic::Scarcity) | bitOf(Topic::Demand) |
                                   bitOf(Topic::Social) | bitOf(Topic::Guilt) | bitOf(Topic::Belittling) |
                                   bitOf(Topic::MaybeUrgency) | bitOf(Topic::MaybeSocial) | bitOf(Topic::MaybeGuilt);
constexpr copy::Topics kMaybe = bitOf(Topic::MaybeUrgency) | bitOf(Topic::MaybeSocial) | bitOf(Topic::MaybeGuilt);
constexpr copy::Topics kPaying = bitOf(Topic::Formula) | bitOf(Topic::Pay) | bitOf(Topic::Unpaid);

/** A kind of pressure: the topic of its phrases, the code it is reported as, and what its message says. */
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

  /** Searches the text once for all phrases, in every language, because shops often mix languages. */
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
      add(FindingCode::BenefitShort, Severity::Warning,
          "The benefit has more than three sentences, which few shoppers read.",
          "Say in two sentences what the offer does for somebody who just bought this.");
    }
    if (std::any_of(hits_.begin(), hits_.end(), [](const copy::Hits& hits) { return hits.has(Topic::Opener); })) {
      add(FindingCode::OpenerWeak, Severity::Error, "The text starts like an offer that has no reason.",
          "Start with the product that was bought and what the offer does for it.");
    }
  }

  /**
   * A decline must be one of the grammar's phrases. A short label that is not, but contains nothing a decline must not
   * say, may still be an honest no: it only gets a warning.
   */
  void judgeDecline() {
    if (!language_) return;  // judgeLanguage says so
    constexpr std::string_view kHint = "Write “No thank you”, “Not now” or “Continue without it”, for example.";
    if (tokens_.all.empty()) {
      add(FindingCode::DeclineNeutral, Severity::Error, "The decline label has no words.", std::string(kHint));
    } else if (tokens_.all.size() > kLabelWords || folded_.codePoints > kLabelCodePoints) {
      add(FindingCode::DeclineNeutral, Severity::Error, "The decline label is too long. A neutral no is short.",
          std::string(kHint));
    } else if (!tokens_.plainMarks || !grammar().isWhole(Topic::Decline, tokens_.all)) {
      const bool maybe =
          tokens_.plainMarks && isLetters() && tokens_.all.size() <= kShortWords && !isForeign() && !saysMore();
      add(FindingCode::DeclineNeutral, maybe ? Severity::Warning : Severity::Error,
          maybe ? "The decline label is not in the list of neutral ways to say no. It may still be one: somebody "
                  "should check "
                  "it (rule decline_neutral)."
                : "The decline label is not a neutral way to say no in its language (rule decline_neutral).",
          std::string(kHint));
    }
  }

  /** True if the text has no pictures and no letters that cannot be read as Latin ones. */
  [[nodiscard]] bool isLetters() const {
    constexpr std::string_view kOthers{"\x01\x02", 2};
    static_assert(kOthers[0] == copy::kUnread && kOthers[1] == copy::kPicture);
    return folded_.text.find_first_of(kOthers) == std::string::npos;
  }

  /** True for a neutral no in another language: the locale is wrong, and a person has to correct it. */
  [[nodiscard]] bool isForeign() const {
    for (std::size_t i = 0; i < copy::kLanguages; ++i) {
      if (copy::grammarOf(static_cast<Language>(i)).isWhole(Topic::Decline, tokens_.all)) return true;
    }
    return false;
  }

  /** True if a decline contains a phrase that presses or shames. */
  [[nodiscard]] bool saysMore() const {
    copy::Hits hits;
    for (copy::Window window(copy::vocabulary(), tokens_.all);; window.goOn()) {
      grammar().find((kPressing & ~bitOf(Topic::MaybeGuilt)) | bitOf(Topic::Unfit), window, hits);
      if (window.endsText()) return hits.topics != 0;
    }
  }

  /** The first phrase of the topic that was found, in quotes; empty if there is none. */
  [[nodiscard]] std::string phraseOf(Topic topic) const {
    for (const copy::Hits& hits : hits_) {
      if (hits.has(topic)) return quoted(hits.where[static_cast<std::size_t>(topic)]);
    }
    return {};
  }

  void judgePressure() {
    constexpr Pressure kKinds[] = {
        {FindingCode::NoFalseUrgency, Topic::Urgency, "says that time is short (urgency)"},
        {FindingCode::NoFalseUrgency, Topic::Scarcity, "says that little is left (scarcity)"},
        {FindingCode::NoFalseUrgency, Topic::Demand, "says that many people want it (demand)"},
        {FindingCode::NoFalseUrgency, Topic::MaybeUrgency, "may say that time or stock is short"},
        {FindingCode::SocialPressure, Topic::Social, "says what other people do or have (social proof)"},
        {FindingCode::SocialPressure, Topic::MaybeSocial, "may put pressure on the shopper with what other people do"},
        {FindingCode::Guilt, Topic::Guilt, "makes the shopper feel bad about declining"},
        {FindingCode::Guilt, Topic::Belittling, "says that the shopper cannot manage alone (belittling)"},
        {FindingCode::Guilt, Topic::MaybeGuilt, "may put pressure on the shopper with guilt or fear"},
    };
    std::optional<FindingCode> last;
    for (const Pressure& pressure : kKinds) {
      if (last == pressure.code) continue;  // one finding for each code; the certain ones come first
      const std::string said = phraseOf(pressure.topic);
      if (said.empty()) continue;
      last = pressure.code;
      const bool maybe = (copy::bitOf(pressure.topic) & kMaybe) != 0;
      add(pressure.code, maybe ? Severity::Warning : Severity::Error,
          said + " " + std::string(pressure.says) + " (rule " + std::string(sourceOf(pressure.code)) + ").",
          std::string(hintOf(pressure.code)));
    }
  }

  static std::string_view sourceOf(FindingCode code) {
    if (code == FindingCode::NoFalseUrgency) return "no_false_urgency; 2005/29/EC annex I point 7";
    return toString(code);
  }

  static std::string_view hintOf(FindingCode code) {
    if (code == FindingCode::NoFalseUrgency) {
      return "Say what the offer does for somebody who just bought this. If the offer really ends, set `schedule`; if "
             "the stock "
             "is really limited, set `stock`.";
    }
    if (code == FindingCode::SocialPressure) {
      return "Say how it fits the purchase. “Most customers who buy this also add …” is enough.";
    }
    return "Say what the offer does, not what declining it would mean.";
  }

  /** Words of the folded text in quotes, as ASCII. */
  [[nodiscard]] std::string quoted(std::pair<std::size_t, std::size_t> where) const {
    std::string_view words;
    if (where.first < where.second) {
      const std::size_t from = tokens_.all[where.first].from;
      words = std::string_view(folded_.text).substr(from, tokens_.all[where.second - 1].until - from);
    }
    return "“" + ascii(words) + "”";
  }

  /** Replaces everything that is not printable ASCII by "?", so that it cannot break a message. */
  static std::string ascii(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = c < ' ' || c > '~' ? '?' : c;
    return out;
  }

  /** A one-click button must say that the order has to be paid, and how much (2011/83/EU art. 8(2), C-249/21). */
  void judgePay() {
    if (!language_) return;
    const copy::Hits& hits = hits_[static_cast<std::size_t>(*language_)];
    const bool formula = hits.has(Topic::Formula);
    const bool pays = hits.has(Topic::Pay) && !hits.has(Topic::Unpaid);
    if (folded_.codePoints <= kPayCodePoints && (formula || (pays && hasAmount()))) return;
    add(FindingCode::PayLabel, Severity::Error,
        pays ? "The button does not say how much the shopper pays (2011/83/EU art. 8(2), C-249/21)."
             : "The button does not say that the shopper has to pay (2011/83/EU art. 8(2), C-249/21).",
        "Write “Pay {price} now”, or the wording of the law: “Order with obligation to pay”.");
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
    const char* what =
        folded_.hidden      ? "The text contains invisible characters, or characters that change the reading direction."
        : folded_.styled    ? "The text contains letters replaced by special characters that only look like them."
        : folded_.mixed     ? "The text contains words that mix letters of two alphabets."
        : folded_.disguised ? "The text contains words of another alphabet that look like Latin words."
                            : "The text contains letters that are crossed out or covered by marks.";
    add(FindingCode::HiddenCharacters, Severity::Error, what,
        "Type the text again with the normal letters of its language.");
  }

  void judgeLanguage() {
    // A closed grammar is needed for these labels, so without one they are refused.
    const bool closed = copy_.field == CopyField::Decline || asksForPay();
    if (!language_) {
      add(FindingCode::UnknownLanguage, closed ? Severity::Error : Severity::Warning,
          "Aftermint cannot check copy in the language “" + ascii(copy_.locale.substr(0, kTagBytes)) + "”.",
          "It can check en, de, fr, es, it, nl, pl and pt. Ask somebody who speaks this language to read the text.");
    } else if (!closed && folded_.foreign * 2 > folded_.letters) {
      add(FindingCode::UnknownLanguage, Severity::Warning,
          "Most letters of this text do not belong to the alphabet of its language, so it cannot be checked.",
          "Set the language that the text is written in.");
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
