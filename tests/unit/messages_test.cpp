// Checks Aftermint's own messages (core/messages) with the rules for a merchant's copy: shoppers read both together.
#include <filesystem>
#include <map>

#include "unit/copy_cases.h"
#include "unit/paths.h"

namespace aftermint {
namespace {

using testing::codesOf;
using testing::listed;

using Texts = std::map<std::string, std::string>;

/** The texts of every language, by its tag. */
const std::map<std::string, Texts>& languages() {
  static const auto all = [] {
    std::map<std::string, Texts> read;
    for (const auto& entry : std::filesystem::directory_iterator(std::string(kSourceFolder) + "/core/messages")) {
      if (entry.path().stem() == "keys") continue;
      std::ifstream in(entry.path());
      read[entry.path().stem().string()] = nlohmann::json::parse(in).get<Texts>();
    }
    return read;
  }();
  return all;
}

constexpr std::string_view kWithCopyRules[] = {"en", "de", "fr", "es", "it", "nl", "pl", "pt"};
constexpr std::string_view kWithoutCopyRules[] = {"ar", "ja"};

std::string with(std::string text, const std::string& placeholder, const std::string& value) {
  if (const std::size_t at = text.find(placeholder); at != std::string::npos)
    text.replace(at, placeholder.size(), value);
  return text;
}

TEST(OwnMessages, ExistInTenLanguages) {
  EXPECT_GE(languages().size(), 10u);
  for (const std::string_view language : kWithCopyRules)
    EXPECT_TRUE(languages().contains(std::string(language))) << language;
  for (const std::string_view language : kWithoutCopyRules)
    EXPECT_TRUE(languages().contains(std::string(language))) << language;
}

TEST(OwnMessages, OfTheOneClickButtonNameThePaymentAndTheAmount) {
  for (const std::string_view language : kWithCopyRules) {
    const std::string& pay = languages().at(std::string(language)).at("pay");
    for (const char* amount : {"{price}", "24,00 €", "£24.00"}) {
      const std::string label = with(pay, "{price}", amount);
      const auto codes = codesOf(CopyField::Accept, language, label, Path::OneClick);
      EXPECT_TRUE(codes.empty()) << language << ": “" << label << "” has " << listed(codes);
    }
  }
}

/** A text is used in all countries of a language, so no button has the wording of one country's law (docs/formats.md).
 */
TEST(OwnMessages, OfButtonsDoNotUseTheWordingOfALaw) {
  for (const auto& [language, texts] : languages()) {
    for (const char* formula : {"obligation", "obligación", "obbligo", "verplichting", "obowiązk", "obrigação"}) {
      EXPECT_EQ(texts.at("pay").find(formula), std::string::npos) << language;
    }
  }
}

TEST(OwnMessages, OfDeclineAreNeutral) {
  for (const std::string_view language : kWithCopyRules) {
    const std::string& decline = languages().at(std::string(language)).at("decline");
    const auto codes = codesOf(CopyField::Decline, language, decline);
    EXPECT_TRUE(codes.empty()) << language << ": “" << decline << "” has " << listed(codes);
  }
}

TEST(OwnMessages, DoNotPressure) {
  for (const std::string_view language : kWithCopyRules) {
    for (const auto& [key, text] : languages().at(std::string(language))) {
      const auto codes = codesOf(CopyField::Benefit, language, text);
      EXPECT_TRUE(codes.empty()) << language << " " << key << ": “" << text << "” has " << listed(codes);
    }
  }
}

/** There are no copy rules for these languages, so this checks only the script. */
TEST(OwnMessages, UseTheScriptOfTheirLanguage) {
  for (const std::string_view language : kWithoutCopyRules) {
    for (const auto& [key, text] : languages().at(std::string(language))) {
      std::string rest = text;
      for (std::size_t open = rest.find('{'); open != std::string::npos; open = rest.find('{'))
        rest.erase(open, rest.find('}', open) - open + 1);
      for (const char c : rest) EXPECT_FALSE(std::isalpha(static_cast<unsigned char>(c))) << language << " " << key;
      EXPECT_EQ(codesOf(CopyField::Benefit, language, text), std::vector{FindingCode::UnknownLanguage})
          << language << " " << key << ": " << text;
    }
  }
}

TEST(OwnMessages, DoNotShout) {
  for (const auto& [language, texts] : languages()) {
    for (const auto& [key, text] : texts) {
      for (const char* mark : {"!", "！", "¡", "…", "..."}) {
        EXPECT_EQ(text.find(mark), std::string::npos) << language << " " << key << ": " << text;
      }
    }
  }
}

/** The German texts are also used in Switzerland, which does not use ß. */
TEST(OwnMessages, InGermanSuitSwitzerland) {
  for (const auto& [key, text] : languages().at("de")) EXPECT_EQ(text.find("ß"), std::string::npos) << key;
}

/** In French, a colon follows a no-break space. */
TEST(OwnMessages, InFrenchHaveANoBreakSpaceBeforeAColon) {
  for (const auto& [key, text] : languages().at("fr")) EXPECT_EQ(text.find(" :"), std::string::npos) << key;
}

}  // namespace
}  // namespace aftermint
