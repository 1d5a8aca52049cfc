// Decline labels: neutral labels of real shops are accepted, shaming ones are refused.
#include <optional>
#include <set>

#include "unit/copy_cases.h"

namespace aftermint {
namespace {

using testing::codesOf;
using testing::has;
using testing::listed;
using testing::readCases;

TEST(Decline, AcceptsLabelsOfRealShops) {
  const nlohmann::json languages = readCases("neutral-declines");
  ASSERT_EQ(languages.size(), 8u);
  for (const auto& [locale, texts] : languages.items()) {
    const std::set<std::string> distinct(texts.begin(), texts.end());
    EXPECT_GE(distinct.size(), 40u) << locale;
    for (const std::string& text : distinct) {
      const auto codes = codesOf(CopyField::Decline, locale, text);
      EXPECT_TRUE(codes.empty()) << locale << ": “" << text << "” has " << listed(codes);
    }
  }
}

TEST(Decline, RefusesShamingLabels) {
  const nlohmann::json languages = readCases("shaming-declines");
  ASSERT_EQ(languages.size(), 8u);
  for (const auto& [locale, texts] : languages.items()) {
    EXPECT_GE(texts.size(), 15u) << locale;
    for (const std::string text : texts) {
      EXPECT_TRUE(has(codesOf(CopyField::Decline, locale, text), FindingCode::DeclineNeutral))
          << locale << ": " << text;
    }
  }
}

/** No list of forbidden words could cover these: each is a neutral label with one word that is not in the grammar. */
TEST(Decline, RefusesAnyWordThatIsNotInTheGrammar) {
  for (const char* word : {"savings", "zebra", "loser", "quality", "happily", "xyzzy", "discount", "money", "I"}) {
    for (const char* label : {"No thanks, %", "% no thank you", "Continue without %", "Skip this %", "Not % now"}) {
      std::string text = label;
      text.replace(text.find('%'), 1, word);
      EXPECT_TRUE(has(codesOf(CopyField::Decline, "en", text), FindingCode::DeclineNeutral)) << text;
    }
  }
}

TEST(Decline, RefusesNeutralWordsThatAreNotAPhrase) {
  for (const char* text :
       {"thanks without skip", "the the", "offer", "without without it", "my order no skip continue"}) {
    EXPECT_TRUE(has(codesOf(CopyField::Decline, "en", text), FindingCode::DeclineNeutral)) << text;
  }
}

TEST(Decline, RefusesLabelsThatSayYes) {
  for (const char* text : {"Yes", "OK", "Add it", "Place order", "Confirm order", "Pay", "Continue with the upgrade",
                           "Proceed with it", "Cancel my order", "Remove my order"}) {
    EXPECT_TRUE(has(codesOf(CopyField::Decline, "en", text), FindingCode::DeclineNeutral)) << text;
  }
}

TEST(Decline, RefusesTheFirstPersonInEnglish) {
  for (const char* text : {"I'll pass", "I don't want this offer", "No, I do not need it", "I'm not interested"}) {
    EXPECT_TRUE(has(codesOf(CopyField::Decline, "en", text), FindingCode::DeclineNeutral)) << text;
  }
}

std::optional<Severity> severityOf(std::string_view locale, std::string_view text) {
  const auto findings = judgeCopy({CopyField::Decline, locale, text, Path::Form});
  if (findings.size() != 1 || findings[0].code != FindingCode::DeclineNeutral) return std::nullopt;
  return findings[0].severity;
}

/** A short unknown no without shame, loss or harm gets a warning, which does not stop the offer. */
TEST(Decline, WarnsAboutAShortUnknownNo) {
  const std::pair<const char*, const char*> labels[] = {
      {"en", "I use my own soil"},        {"en", "No, I’m happy with my order"}, {"en", "I don’t want this"},
      {"es", "Uso mi propia tierra"},     {"de", "Ich habe eigene Erde"},        {"fr", "J’utilise ma propre terre"},
      {"it", "Uso la mia terra"},         {"nl", "Ik gebruik eigen grond"},      {"pl", "Mam własną ziemię"},
      {"pt", "Uso a minha própria terra"}};
  for (const auto& [locale, text] : labels) EXPECT_EQ(severityOf(locale, text), Severity::Warning) << text;
}

TEST(Decline, RefusesAShortNoThatShamesOrPrefersHarm) {
  const std::pair<const char*, const char*> labels[] = {{"en", "I’ll risk it"},
                                                        {"en", "I’ll take my chances"},
                                                        {"en", "Let it dry out"},
                                                        {"en", "Skip plant protection"},
                                                        {"en", "Maybe when it wilts"},
                                                        {"en", "I’d rather start over"},
                                                        {"en", "I don’t mind brown leaves"},
                                                        {"en", "My plant can fend for itself"},
                                                        {"es", "Me arriesgo"},
                                                        {"es", "Prefiero que se seque"},
                                                        {"es", "No, dejaré que muera"},
                                                        {"de", "Ich riskiere es"},
                                                        {"de", "Soll sie doch eingehen"},
                                                        {"fr", "Je prends le risque"},
                                                        {"it", "Corro il rischio"},
                                                        {"nl", "Ik neem het risico"},
                                                        {"pl", "Zaryzykuję"},
                                                        {"pt", "Vou arriscar"},
                                                        {"en", "No thanks 😢"},
                                                        {"en", "Add it"}};
  for (const auto& [locale, text] : labels) EXPECT_EQ(severityOf(locale, text), Severity::Error) << text;
}

TEST(Decline, RefusesEmojiAndEmoticons) {
  for (const char* text :
       {"No thanks 😢", "No thanks ;)", "No thanks :(", "No thanks?", "No thanks 👎", "", " ", "…", "×"}) {
    EXPECT_TRUE(has(codesOf(CopyField::Decline, "en", text), FindingCode::DeclineNeutral)) << text;
  }
}

TEST(Decline, RefusesLongLabels) {
  std::string text = "No thanks";
  for (int i = 0; i < 20; ++i) text += ", not now";
  EXPECT_TRUE(has(codesOf(CopyField::Decline, "en", text), FindingCode::DeclineNeutral));
  EXPECT_TRUE(has(codesOf(CopyField::Decline, "en", "No thanks" + std::string(200, ' ')), FindingCode::DeclineNeutral));
}

TEST(Decline, IsCheckedInTheLanguageOfItsLocale) {
  EXPECT_TRUE(codesOf(CopyField::Decline, "de-AT", "Nein danke").empty());
  EXPECT_TRUE(codesOf(CopyField::Decline, "pt_BR", "Não, obrigado").empty());
  EXPECT_TRUE(codesOf(CopyField::Decline, "EN-gb", "No thank you").empty());
  EXPECT_TRUE(has(codesOf(CopyField::Decline, "en", "Nein danke"), FindingCode::DeclineNeutral));
}

TEST(Decline, InAnUnknownLanguageIsRefused) {
  for (const char* locale : {"sv", "ja", "xx", "", "english", "e"}) {
    const std::vector<CopyFinding> findings = judgeCopy({CopyField::Decline, locale, "Nej tack", Path::Form});
    ASSERT_EQ(findings.size(), 1u) << locale;
    EXPECT_EQ(findings[0].code, FindingCode::UnknownLanguage);
    EXPECT_EQ(findings[0].severity, Severity::Error);
  }
}

TEST(Decline, IgnoresCase) {
  for (const char* text :
       {"NO THANK YOU", "no thank you", "No  thank\u00A0you.", "No, thank you!", "“No thank you”", "Ｎｏ"}) {
    EXPECT_FALSE(has(codesOf(CopyField::Decline, "en", text), FindingCode::DeclineNeutral)) << text;
  }
  EXPECT_TRUE(codesOf(CopyField::Decline, "pl", "Nie, dzie\u0328kuje\u0328").empty())
      << "a decomposed text is the same";
  EXPECT_TRUE(codesOf(CopyField::Decline, "pt", "Na\u0303o, obrigado").empty());
}

}  // namespace
}  // namespace aftermint
