// What is hidden in a text is a finding of its own, and hides nothing from the other rules.
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uspoof.h>

#include <map>
#include <memory>

#include "copy/folded_text.h"
#include "copy/letters.h"
#include "unit/copy_cases.h"

namespace aftermint {
namespace {

using testing::codesOf;
using testing::has;
using testing::utf8;

TEST(Characters, ThatHideAreReported) {
  const char* texts[] = {
      "No tha\u200Bnk you",              // zero width space
      "No\u2060 thank you",              // word joiner
      "No thank you\uFEFF",              // byte order mark
      "No tha\u00ADnk you",              // soft hyphen
      "\u202ENo thank you\u202C",        // right-to-left override
      "\u2067No thank you\u2069",        // isolate
      "No\u200E thank you",              // left-to-right mark
      "N\u043E thank you",               // Cyrillic o
      "N\u03BF thank you",               // Greek omicron
      "\u0410\u0421\u0415 thank you",    // a word of Cyrillic letters that reads "ACE"
      "\uFF2E\uFF4F thank you",          // full width
      "\U0001D40D\U0001D428 thank you",  // mathematical bold
      "\u24C3\u24C4 thank you",          // enclosed
      "\u0274\u1D0F thank you",          // small capitals
      "N\u0336o\u0336 thank you",        // crossed out
      "N\u20E5o\u20E5 thank you",        // crossed out by a mark for symbols
      "No\u0301\u0302\u0303 thank you",  // a pile of accents
      "\U0001F1ED\U0001F1FA\U0001F1F7",  // flag letters that make no flags
      "No\u3164thank you",               // Hangul filler
      "No\u2800thank you",               // Braille blank
      "No\u034F thank you",              // grapheme joiner
      "No thank you\U000E0041",          // tag
      "No \x01thank you",                // control
      "No \uE000thank you",              // private use
      "No \xC3thank you",
      "No \xED\xA0\x80thank you",
      "\xFF",  // not UTF-8
  };
  for (const char* text : texts) {
    for (const CopyField field : {CopyField::Decline, CopyField::Headline, CopyField::Benefit, CopyField::Accept}) {
      EXPECT_TRUE(has(codesOf(field, "en", text), FindingCode::HiddenCharacters)) << text;
    }
  }
}

TEST(Characters, WithAPurposeAreAccepted) {
  const std::pair<const char*, const char*> texts[] = {
      {"en", "Naïve café, 5 µm, 10 kΩ, α-Tocopherol, m², 20 °C, ½ price"},
      {"en", "A knife 🔪 for the cook 👩‍🍳, made in 🇩🇪 and 🇫🇷 ❤️ 1️⃣"},
      {"en", "From 東京 and Москва: “crisp” – it’s here…"},
      {"fr", "L’huile n’attend\u202Fpas : 1ᵉʳ choix, œuvre, cœur"},
      {"de", "Größe ÄÖÜ ẞ, 30\u00A0Tage"},
      {"pl", "Zażółć gęślą jaźń"},
      {"pt", "1.ª edição, n.º 2"},
      {"en", "e\u0301 in two parts"},
      {"en", "ﬁne ligatures"},
      {"fa", "می\u200Cخواهم"},
      {"he", "שלום\u200F!"},
  };
  for (const auto& [locale, text] : texts) {
    EXPECT_FALSE(has(codesOf(CopyField::Benefit, locale, text), FindingCode::HiddenCharacters)) << text;
  }
}

TEST(Characters, DoNotHideTextFromTheOtherRules) {
  for (const char* text : {
           "H\u200Burry",
           "hu\u00ADrry up",
           "ʜᴜʀʀʏ ᴜᴘ",
           "ｈｕｒｒｙ",
           "\U0001D5DB\U0001D5E8\U0001D5E5\U0001D5E5\U0001D5EC",
           "Ⓗⓤⓡⓡⓨ",
           "Нurr\u0443",
           "H U R R Y",
           "h.u.r.r.y",
           "H-U-R-R-Y",
           "hurryyyyy",
           "HURRY",
           "ħürrÿ",
           "h\u0336u\u0336r\u0336r\u0336y\u0336",
           "OnIy 3 Ieft",
           "0nly ３ left",
           "Only ➂ 3 lеft",
           "\u202EOnly 3 left",
           "0\u200B0:12:34",
           "🇭 🇺 🇷 🇷 🇾",
       }) {
    EXPECT_TRUE(has(codesOf(CopyField::Benefit, "en", text), FindingCode::NoFalseUrgency)) << text;
  }
}

/** Every letter in Unicode's list of confusable letters (UTS #39, from ICU) is noticed in a word. */
TEST(Characters, ThatLookLikeLatinLettersAreKnown) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<USpoofChecker, decltype(&uspoof_close)> checker(uspoof_open(&error), uspoof_close);
  const auto skeleton = [&](UChar32 c) {
    icu::UnicodeString out;
    uspoof_getSkeletonUnicodeString(checker.get(), 0, icu::UnicodeString(c), out, &error);
    return out;
  };
  std::map<icu::UnicodeString, char> latin;
  for (char c = 'a'; c <= 'z'; ++c) latin.emplace(skeleton(c), c), latin.emplace(skeleton(c - 'a' + 'A'), c);
  int known = 0;
  for (UChar32 c = 0x80; c < 0x20000; ++c) {
    if (!u_isalpha(c) || latin.count(skeleton(c)) == 0) continue;
    ++known;
    const auto letter = static_cast<char32_t>(c);
    if (copy::plainLatin(letter) != '\0') continue;  // a letter with an accent or a stroke is folded
    EXPECT_TRUE(copy::fold("pre" + utf8(letter) + "post", true).tricks()) << "U+" << std::hex << c;
  }
  ASSERT_TRUE(U_SUCCESS(error));
  EXPECT_GT(known, 1000);
}

/** Every Latin letter reads as the base letter of its Unicode decomposition. */
TEST(Characters, WithAccentsReadAsTheirBaseLetter) {
  EXPECT_EQ(copy::fold("ÀÉÎÕÜ ñçß æœø łđ ąęśćżźń åäö ğış ĳ", true).text, "aeiou ncss aeoeo ld aesczzn aao gis ij");
  EXPECT_EQ(copy::fold("“it’s” – £5, €6 … ×", true).text, "\"it's\" - $5, $6 . >");
}

}  // namespace
}  // namespace aftermint
