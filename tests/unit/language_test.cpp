#include "aftermint/language.h"

#include <gmock/gmock.h>

#include "aftermint/currency.h"
#include "aftermint/text.h"

namespace aftermint {
namespace {

TEST(IsLocale, TakesALanguageAndSubtags) {
  for (const char* text : {"en", "EN", "gsw", "en-GB", "zh-Hant-TW", "sl-rozaj-biske-1994", "es-419"}) {
    EXPECT_TRUE(isLocale(text)) << text;
  }
}

TEST(IsLocale, RefusesOtherTexts) {
  for (const char* text : {"", "e", "english", "en-", "-en", "en--GB", "en-G", "en_GB", "en-Latn12345", "1a", "e1",
                           "en-GB ", "é", "en-x-private-use-that-is-far-too-long"}) {
    EXPECT_FALSE(isLocale(text)) << text;
  }
}

TEST(IsCurrency, ChecksTheFormOnly) {
  EXPECT_TRUE(isCurrency("GBP"));
  EXPECT_TRUE(isCurrency("QQQ"));
  for (const char* text : {"", "GB", "GBPX", "gbp", "G1P", "£££"}) EXPECT_FALSE(isCurrency(text)) << text;
}

TEST(Parse, IsTheInverseOfToString) {
  for (std::size_t i = 0; i < Codes<Placement>::all.size(); ++i) {
    EXPECT_EQ(parse<Placement>(toString(static_cast<Placement>(i))), static_cast<Placement>(i));
  }
  EXPECT_EQ(parse<Placement>("Checkout"), std::nullopt);
  EXPECT_EQ(parse<Placement>(""), std::nullopt);
}

TEST(CodePoints, CountsLettersNotBytes) {
  EXPECT_EQ(codePoints(""), 0u);
  EXPECT_EQ(codePoints("aé€𝄞"), 4u);
}

TEST(BeginningOf, DoesNotCutWithinACodePoint) {
  EXPECT_EQ(beginningOf("abc", 3), "abc");
  EXPECT_EQ(beginningOf("abc", 2), "ab");
  EXPECT_EQ(beginningOf("a€b", 3), "a");
  EXPECT_EQ(beginningOf("a€b", 4), "a€");
  EXPECT_EQ(beginningOf("€", 2), "");
}

}  // namespace
}  // namespace aftermint
