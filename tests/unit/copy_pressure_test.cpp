// Pressure is found in every supported language, and copy that states facts has no findings.
#include "unit/copy_cases.h"

namespace aftermint {
namespace {

using testing::codesOf;
using testing::has;
using testing::listed;
using testing::readCases;

FindingCode codeOf(std::string_view word) {
  for (std::size_t i = 0; i < Codes<FindingCode>::all.size(); ++i) {
    if (Codes<FindingCode>::all[i] == word) return static_cast<FindingCode>(i);
  }
  ADD_FAILURE() << word << " is not the name of a finding";
  return FindingCode::Relevance;
}

TEST(Pressure, IsFoundInHeadlineBenefitAndAccept) {
  const nlohmann::json languages = readCases("pressing-copy");
  ASSERT_EQ(languages.size(), 8u);
  for (const auto& [locale, kinds] : languages.items()) {
    for (const auto& [word, texts] : kinds.items()) {
      EXPECT_GE(texts.size(), 5u) << locale << " " << word;
      for (const std::string text : texts) {
        for (const CopyField field : {CopyField::Headline, CopyField::Benefit, CopyField::Accept}) {
          EXPECT_TRUE(has(codesOf(field, locale, text), codeOf(word))) << locale << ": " << text;
        }
      }
    }
  }
}

/** Every text is searched in all languages, because shops mix them. */
TEST(Pressure, IsFoundInEveryLanguageForAnyLocale) {
  EXPECT_TRUE(has(codesOf(CopyField::Benefit, "de", "Only 3 left in stock"), FindingCode::NoFalseUrgency));
  EXPECT_TRUE(has(codesOf(CopyField::Benefit, "en", "Nur noch 3 Stück"), FindingCode::NoFalseUrgency));
  EXPECT_TRUE(has(codesOf(CopyField::Benefit, "sv", "Limited time only"), FindingCode::NoFalseUrgency));
}

TEST(Pressure, IsReportedWithItsKind) {
  const auto messageOn = [](std::string_view text) {
    return judgeCopy({CopyField::Benefit, "en", text, Path::Form}).at(0).message;
  };
  EXPECT_NE(messageOn("Ends tonight").find("(urgency)"), std::string::npos);
  EXPECT_NE(messageOn("Only 2 left").find("(scarcity)"), std::string::npos);
  EXPECT_NE(messageOn("In high demand").find("(demand)"), std::string::npos);
}

TEST(Pressure, IsFoundInTheMiddleOfALongText) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "a plain word ";
  EXPECT_TRUE(codesOf(CopyField::Headline, "en", text + text).empty());
  for (int shift = 0; shift < 70; ++shift) {
    std::string before;
    for (int i = 0; i < shift; ++i) before += "word ";
    EXPECT_TRUE(has(codesOf(CopyField::Headline, "en", before + text + "only 3 of these items left in stock " + text),
                    FindingCode::NoFalseUrgency))
        << shift;
  }
}

TEST(Honest, CopyHasNoFindings) {
  const nlohmann::json languages = readCases("honest-copy");
  ASSERT_EQ(languages.size(), 8u);
  for (const auto& [locale, texts] : languages.items()) {
    EXPECT_GE(texts.size(), 15u) << locale;
    for (const std::string text : texts) {
      for (const CopyField field : {CopyField::Headline, CopyField::Benefit, CopyField::Accept}) {
        const auto codes = codesOf(field, locale, text);
        EXPECT_TRUE(codes.empty()) << locale << ": “" << text << "” has " << listed(codes);
      }
    }
  }
}

TEST(Shape, OfABenefitIsAtMostThreeSentencesWithAReason) {
  EXPECT_TRUE(codesOf(CopyField::Benefit, "en", "One. Two. Three.").empty());
  EXPECT_EQ(codesOf(CopyField::Benefit, "en", "One. Two. Three. Four."), std::vector{FindingCode::BenefitShort});
  const std::pair<const char*, const char*> openers[] = {
      {"en", "You might also like these"},
      {"de", "Das könnte Ihnen auch gefallen"},
      {"fr", "Vous aimerez aussi"},
      {"es", "También te puede gustar"},
      {"it", "Potrebbe interessarti anche questo"},
      {"nl", "Misschien vind je dit ook leuk"},
      {"pl", "Może Ci się spodobać"},
      {"pt", "Você também pode gostar"},
  };
  for (const auto& [locale, text] : openers) {
    EXPECT_TRUE(has(codesOf(CopyField::Headline, locale, text), FindingCode::OpenerWeak)) << text;
    EXPECT_FALSE(has(codesOf(CopyField::Accept, locale, text), FindingCode::OpenerWeak)) << text;
  }
}

TEST(Language, ThatIsUnknownGetsAFinding) {
  const std::vector<CopyFinding> findings = judgeCopy({CopyField::Benefit, "ja", "研ぎ味が長持ちします。", Path::Form});
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].code, FindingCode::UnknownLanguage);
  EXPECT_EQ(findings[0].severity, Severity::Warning);
  EXPECT_EQ(codesOf(CopyField::Benefit, "en", "研ぎ味が長持ちします。"), std::vector{FindingCode::UnknownLanguage});
}

}  // namespace
}  // namespace aftermint
