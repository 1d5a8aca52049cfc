// Pressure expressed by the structure of a sentence, in every language, each next to a similar honest line; and lines
// as shops write them, with and without pressure.
#include "unit/copy_cases.h"

namespace aftermint {
namespace {

using testing::readCases;
using testing::realData;

constexpr CopyField kProse[] = {CopyField::Headline, CopyField::Benefit, CopyField::Accept};

std::vector<CopyFinding> judged(const nlohmann::json& line) {
  const std::string locale = line.at("locale"), text = line.at("text");
  const auto at = std::find(Codes<CopyField>::all.begin(), Codes<CopyField>::all.end(), line.at("field"));
  const auto field = static_cast<CopyField>(at - Codes<CopyField>::all.begin());
  return judgeCopy({field, locale, text, Path::Form});
}

bool isStopped(const std::vector<CopyFinding>& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const CopyFinding& finding) { return finding.severity == Severity::Error; });
}

bool saysSo(const std::vector<CopyFinding>& findings, std::string_view code) {
  return std::any_of(findings.begin(), findings.end(),
                     [code](const CopyFinding& finding) { return toString(finding.code) == code; });
}

TEST(Construction, IsFoundInEveryLanguageAndItsHonestTwinIsAccepted) {
  const nlohmann::json constructions = readCases("tact-constructions");
  ASSERT_GE(constructions.size(), 60u);
  for (const nlohmann::json& each : constructions) {
    const std::string name = each.at("construction"), code = each.at("code");
    ASSERT_EQ(each.at("pressing").size(), 8u) << name;
    ASSERT_EQ(each.at("honest").size(), 8u) << name;
    for (const auto& [locale, text] : each.at("pressing").items()) {
      for (const CopyField field : kProse) {
        const auto findings = judgeCopy({field, locale, text.get_ref<const std::string&>(), Path::Form});
        EXPECT_TRUE(saysSo(findings, code)) << name << " " << locale << ": " << text;
      }
    }
    for (const auto& [locale, text] : each.at("honest").items()) {
      for (const CopyField field : kProse) {
        const auto findings = judgeCopy({field, locale, text.get_ref<const std::string&>(), Path::Form});
        EXPECT_FALSE(isStopped(findings)) << name << " " << locale << ": " << text;
      }
    }
  }
}

TEST(Lines, ThatPressAreReportedAndHonestOnesAreAccepted) {
  for (const nlohmann::json& line : readCases("tact-lines")) {
    const std::string code = line.at("code");
    const auto findings = judged(line);
    if (code.empty()) {
      EXPECT_FALSE(isStopped(findings)) << line;
    } else {
      EXPECT_TRUE(saysSo(findings, code)) << line;
    }
  }
}

/** Possible pressure gives a warning, which does not stop the offer. */
TEST(Lines, ThatMayPressGetAWarning) {
  for (const char* text : {"Most roots die back when you repot.", "Good gardeners disagree about it.",
                           "Your fern will thank you.", "Your roots are going to rot in that pot."}) {
    const auto findings = judgeCopy({CopyField::Benefit, "en", text, Path::Form});
    EXPECT_FALSE(findings.empty()) << text;
    EXPECT_FALSE(isStopped(findings)) << text;
  }
}

/** Phrases that no honest text contains give an error, in each language. */
TEST(Lines, ThatPressInAnyContextGetAnError) {
  const std::pair<const char*, const char*> lines[] = {
      {"en", "Your neighbors already have theirs on the porch."},
      {"en", "Wait! Your order is not complete without this"},
      {"en", "You will not see this price again."},
      {"es", "No volverá a ver este precio."},
      {"es", "No deje morir su monstera"},
      {"de", "Lassen Sie Ihre Monstera nicht verhungern"},
      {"fr", "Vos voisins en ont déjà"},
      {"it", "Il tuo ordine non è completo senza questo"},
      {"nl", "Laat je monstera niet verhongeren"},
      {"pl", "Zamówienie nie jest kompletne bez tego"},
      {"pt", "Não deixe a sua monstera morrer"},
  };
  for (const auto& [locale, text] : lines) {
    EXPECT_TRUE(isStopped(judgeCopy({CopyField::Benefit, locale, text, Path::Form}))) << text;
  }
}

/** If a certain and a possible phrase are found, only the certain one is reported. */
TEST(Lines, HaveOneFindingForEachCode) {
  const auto findings =
      judgeCopy({CopyField::Benefit, "en", "Don’t let your fern die: even you can feed it.", Path::Form});
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].code, FindingCode::Guilt);
  EXPECT_EQ(findings[0].severity, Severity::Error);
}

TEST(Lines, FromAShopOwnerAreReported) {
  const std::filesystem::path file = realData() / "copy-lines" / "lines.json";
  if (realData().empty() || !std::filesystem::is_regular_file(file)) {
    GTEST_SKIP() << "AFTERMINT_DATA is not set: there are no lines of a shop owner";
  }
  std::ifstream in(file);
  for (const nlohmann::json& line : nlohmann::json::parse(in)) {
    const auto findings = judged(line);
    if (line.at("label") == "honest") {
      EXPECT_FALSE(isStopped(findings)) << line;
    } else {
      EXPECT_FALSE(findings.empty()) << line;
    }
  }
}

}  // namespace
}  // namespace aftermint
