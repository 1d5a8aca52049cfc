#include "text.h"

#include <gmock/gmock.h>

#include "aftermint/currency.h"
#include "book/make_id.h"
#include "import/html_text.h"
#include "table/minor.h"

namespace aftermint::imports {
namespace {

TEST(ParseMinor, ReadsDecimalsExactly) {
  EXPECT_EQ(parseMinor("19.99", 2).amount, 1999);
  EXPECT_EQ(parseMinor("500", 2).amount, 50000);
  EXPECT_EQ(parseMinor(" 9.9 ", 2).amount, 990);
  EXPECT_EQ(parseMinor(".5", 2).amount, 50);
  EXPECT_EQ(parseMinor("1.", 2).amount, 100);
  EXPECT_EQ(parseMinor("-11062.06", 2).amount, -1106206);
  // 0.29 * 100 is 28.999999999999996 in doubles.
  EXPECT_EQ(parseMinor("0.29", 2).amount, 29);
}

TEST(ParseMinor, ReadsCurrenciesWithZeroAndThreeDecimals) {
  EXPECT_EQ(parseMinor("1200", 0).amount, 1200);
  EXPECT_EQ(parseMinor("1.234", 3).amount, 1234);
  EXPECT_EQ(parseMinor("1200.00", 0).amount, 1200);
  EXPECT_EQ(parseMinor("1200.50", 0).fault, MoneyFault::TooFine);
}

TEST(ParseMinor, RefusesOtherText) {
  EXPECT_EQ(parseMinor("", 2).fault, MoneyFault::Empty);
  EXPECT_EQ(parseMinor("  ", 2).fault, MoneyFault::Empty);
  EXPECT_EQ(parseMinor("0.001", 2).fault, MoneyFault::TooFine);
  for (const std::string_view text : {"1,234.50", "1,50", "$5", "1e3", "5-", "--5", ".", "-", "0x10", "1.2.3", "NaN"}) {
    EXPECT_EQ(parseMinor(text, 2).fault, MoneyFault::NotDecimal) << text;
  }
}

TEST(ParseMinor, RefusesAmountsAboveTheMaximum) {
  EXPECT_EQ(parseMinor("10000000000.00", 2).amount, kMaxMinor);
  EXPECT_EQ(parseMinor("10000000000.01", 2).fault, MoneyFault::TooLarge);
  EXPECT_EQ(parseMinor(std::string(400, '9'), 2).fault, MoneyFault::TooLarge);
}

TEST(IsKnownCurrency, KnowsIsoCodes) {
  EXPECT_TRUE(isKnownCurrency("GBP"));
  EXPECT_TRUE(isKnownCurrency("JPY"));
  EXPECT_FALSE(isKnownCurrency("gbp"));
  EXPECT_FALSE(isKnownCurrency("QQQ"));
  EXPECT_FALSE(isKnownCurrency("POUND"));
}

TEST(MakeId, KeepsValidIds) {
  EXPECT_EQ(makeId("leather-anchor"), "leather-anchor");
  EXPECT_EQ(makeId("85123A"), "85123A");
  EXPECT_EQ(makeId("gift_0001_20"), "gift_0001_20");
}

TEST(MakeId, ReplacesOtherCharacters) {
  EXPECT_EQ(makeId(" BANK  CHARGES "), "BANK-CHARGES");
  EXPECT_EQ(makeId("size 10\" / red"), "size-10-red");
  EXPECT_EQ(makeId("<script>"), "script");
}

TEST(MakeId, TransliteratesOtherScripts) {
  EXPECT_EQ(makeId("crème-brûlée"), "creme-brulee");
  EXPECT_EQ(makeId("чай"), "caj");
}

TEST(MakeId, GivesDifferentIdsToNamesWithoutValidCharacters) {
  EXPECT_THAT(makeId("★"), ::testing::StartsWith("id-"));
  EXPECT_NE(makeId("★"), makeId("☂"));
  EXPECT_EQ(makeId("  "), "");
}

TEST(MakeId, IsNeverLongerThanABookAllows) { EXPECT_EQ(makeId(std::string(500, 'a')).size(), kMaxIdBytes); }

TEST(IdSet, NumbersRepeats) {
  IdSet ids;
  EXPECT_EQ(ids.unique("a"), "a");
  EXPECT_EQ(ids.unique("a"), "a-2");
  EXPECT_EQ(ids.unique("a-2"), "a-2-2");
  EXPECT_EQ(ids.unique("a"), "a-3");
}

TEST(MakeUtf8, ReadsOtherBytesAsLatin1) {
  std::string pound =
      "Voucher \xA3"
      "20";
  EXPECT_TRUE(makeUtf8(pound));
  EXPECT_EQ(pound, "Voucher £20");
  std::string quote = "It\x92s";
  EXPECT_TRUE(makeUtf8(quote));
  EXPECT_EQ(quote, "It’s");
}

TEST(MakeUtf8, LeavesUtf8Alone) {
  std::string text = "Voucher £20 ☂ 日本";
  EXPECT_FALSE(makeUtf8(text));
  EXPECT_EQ(text, "Voucher £20 ☂ 日本");
}

TEST(IsUtf8, RefusesSurrogatesOverlongAndTruncatedForms) {
  EXPECT_FALSE(isUtf8("\xED\xA0\x80"));
  EXPECT_FALSE(isUtf8("\xC0\xAF"));
  EXPECT_FALSE(isUtf8("caf\xC3"));
  EXPECT_TRUE(isUtf8(""));
}

TEST(Clip, CutsBetweenCodePoints) {
  std::string text = "crème";
  EXPECT_TRUE(clip(text, 3));
  EXPECT_EQ(text, "crè");
  EXPECT_FALSE(clip(text, 3));
}

TEST(HtmlToText, PutsEachBlockOnItsOwnLine) {
  EXPECT_EQ(htmlToText("<p>Classic  blown\n clay pot</p><p>For <b>plants</b>.</p>").value(),
            "Classic blown clay pot\nFor plants.");
  EXPECT_EQ(htmlToText("Choker. <ul>\n<li>14k gold</li>\n<li>Length, 12\"</li></ul>").value(),
            "Choker.\n- 14k gold\n- Length, 12\"");
  EXPECT_EQ(htmlToText("one<br>two<br/>three").value(), "one\ntwo\nthree");
}

TEST(HtmlToText, DecodesEntitiesAndKeepsPlainText) {
  EXPECT_EQ(htmlToText("Fish &amp; chips &lt;3 &eacute;").value(), "Fish & chips <3 é");
  EXPECT_EQ(htmlToText("just text").value(), "just text");
  EXPECT_EQ(htmlToText("").value(), "");
}

TEST(HtmlToText, LeavesOutScriptsStylesAndComments) {
  EXPECT_EQ(htmlToText("a<script>alert(1)</script><style>p{}</style><!-- c --><template>t</template> b").value(),
            "a b");
}

TEST(HtmlToText, AcceptsInvalidMarkup) {
  EXPECT_EQ(htmlToText("<p>open <b>bold<p>next</div>").value(), "open bold\nnext");
}

TEST(HtmlToText, ReadsUpToTheLimitOfTags) {
  std::string deep;
  for (std::size_t i = 0; i < kMaxTags; ++i) deep += "<div>";
  EXPECT_EQ(htmlToText(deep + "x").value(), "x");
  EXPECT_FALSE(htmlToText(deep + "<div>x"));
}

}  // namespace
}  // namespace aftermint::imports
