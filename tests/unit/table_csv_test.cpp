#include "table/csv.h"

#include <gmock/gmock.h>

#include "unit/cli_scratch.h"
#include "unusable.h"

namespace aftermint {
namespace {

using aftermint::testing::Scratch;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<CsvRow> rowsOf(std::string_view text) {
  const Scratch scratch;
  CsvReader reader(scratch.write("t.csv", text));
  std::vector<CsvRow> rows;
  while (auto row = reader.next()) rows.push_back(std::move(*row));
  return rows;
}

std::string refusalOf(const std::function<void()>& act) {
  try {
    act();
  } catch (const Unusable& unusable) {
    const Fault& fault = unusable.faults().front();
    return std::string(toString(fault.code)) + ":" + std::to_string(fault.line) + ": " + fault.message;
  }
  return "nothing was refused";
}

TEST(CsvReader, CountsPhysicalLinesAfterQuotedNewlines) {
  const auto rows = rowsOf("a,b\n1,\"x\ny\n\nz\"\n2,w\n");
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_THAT(rows[1].fields, ElementsAre("1", "x\ny\n\nz"));
  EXPECT_EQ(rows[1].line, 2u);
  EXPECT_EQ(rows[2].line, 6u);
}

TEST(CsvReader, ReadsCrlfAndLf) {
  const auto rows = rowsOf("a,b\r\n1,\"x\r\ny\"\r\n2,z\n");
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_THAT(rows[0].fields, ElementsAre("a", "b"));
  EXPECT_THAT(rows[1].fields, ElementsAre("1", "x\r\ny"));
  EXPECT_EQ(rows[2].line, 4u);
}

TEST(CsvReader, SkipsAByteOrderMark) {
  EXPECT_THAT(rowsOf("\xEF\xBB\xBFHandle,Title\n").front().fields, ElementsAre("Handle", "Title"));
}

TEST(CsvReader, KeepsSpacesCommasAndDoubledQuotesInTheirField) {
  EXPECT_THAT(rowsOf("\" a , \"\"b\"\" \", c ,\n").front().fields, ElementsAre(" a , \"b\" ", " c ", ""));
}

TEST(CsvReader, SkipsBlankLinesButCountsThem) {
  const auto rows = rowsOf("\n\na\n\nb");
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].line, 3u);
  EXPECT_EQ(rows[1].line, 5u);
}

TEST(CsvReader, ReadsALastRowWithoutNewline) { EXPECT_THAT(rowsOf("a,b").front().fields, ElementsAre("a", "b")); }

TEST(CsvReader, ReadsRowsThatCrossItsBuffer) {
  std::string text = "h\n";
  for (int i = 0; i < 20'000; ++i) text += "\"row\n" + std::to_string(i) + "\"\n";
  const auto rows = rowsOf(text);
  ASSERT_EQ(rows.size(), 20'001u);
  EXPECT_THAT(rows.back().fields, ElementsAre("row\n19999"));
  EXPECT_EQ(rows.back().line, 2u + 2u * 19'999u);
}

TEST(CsvReader, RefusesAQuoteThatIsNeverClosedWithItsLine) {
  EXPECT_THAT(refusalOf([] { rowsOf("a,b\n1,2\n3,\"open\nand on\n"); }), HasSubstr("table_schema:3: a quoted field"));
}

TEST(CsvReader, KeepsQuotesThatAreNotWrittenTwice) {
  EXPECT_THAT(rowsOf("3\" board,\"19\" frame\",\"a\"b\"\n").front().fields,
              ElementsAre("3\" board", "19\" frame", "a\"b"));
}

TEST(CsvReader, KeepsZeroBytes) {
  EXPECT_THAT(rowsOf(std::string_view("a\0b,c\n", 6)).front().fields, ElementsAre(std::string("a\0b", 3), "c"));
}

TEST(CsvReader, EndsRowsAtALoneCarriageReturn) {
  const auto rows = rowsOf("a,b\r1,2\r\r3,\r");
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_THAT(rows[1].fields, ElementsAre("1", "2"));
  EXPECT_THAT(rows[2].fields, ElementsAre("3", ""));
}

TEST(CsvReader, DistinguishesAnEmptyQuotedFieldFromABlankLine) { EXPECT_EQ(rowsOf("\"\"\n\n").size(), 1u); }

TEST(CsvReader, RefusesUtf16) {
  EXPECT_THAT(refusalOf([] { rowsOf(std::string_view("\xFF\xFEH\0a\0", 6)); }), HasSubstr("UTF-16"));
}

TEST(CsvReader, RefusesARowAboveTheLimit) {
  EXPECT_THAT(refusalOf([] { rowsOf("a\n\"" + std::string(kMaxRowBytes + 10, 'x')); }), HasSubstr("table_schema:2: "));
}

TEST(CsvReader, NamesAFileThatCannotBeRead) {
  EXPECT_THAT(refusalOf([] { CsvReader("/nowhere/at/all.csv"); }),
              HasSubstr("file_unreadable:0: cannot read /nowhere/at/all.csv: No such file"));
  EXPECT_THAT(refusalOf([] { CsvReader("/tmp"); }), HasSubstr("it is a directory"));
}

TEST(GuessDelimiter, ReturnsTheOneWithTheMostFields) {
  EXPECT_EQ(guessDelimiter("Handle,Title,Price"), ',');
  EXPECT_EQ(guessDelimiter("Handle;Title;Price / A, B\n1,2,3,4,5"), ';');
  EXPECT_EQ(guessDelimiter("Handle\tTitle\r\n"), '\t');
  EXPECT_EQ(guessDelimiter("a|b|c"), '|');
  EXPECT_EQ(guessDelimiter("\xEF\xBB\xBF\r\n\"a,b,c\";\"say \"\"x,y\"\"\"\n"), ';');
  EXPECT_EQ(guessDelimiter("\"a\nb\";c"), ';');
  EXPECT_EQ(guessDelimiter("alone"), ',');
  EXPECT_EQ(guessDelimiter(""), ',');
  EXPECT_EQ(guessDelimiter("a,b;c"), ',');
}

TEST(CsvReader, GuessesTheDelimiter) {
  EXPECT_THAT(rowsOf("a;b\n1,5;2\n").back().fields, ElementsAre("1,5", "2"));
  EXPECT_THAT(rowsOf("\xEF\xBB\xBF\na\tb\r\n1,5\t2\r\n").back().fields, ElementsAre("1,5", "2"));
}

TEST(CsvReader, ReadsTheDelimiterOfASepLine) {
  const auto rows = rowsOf("sep=;\r\na;b,c,d\r\n");
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_THAT(rows[0].fields, ElementsAre("a", "b,c,d"));
  EXPECT_EQ(rows[0].line, 2u);
}

TEST(CsvReader, UsesTheGivenDelimiter) {
  const Scratch scratch;
  CsvReader reader(scratch.write("t.csv", "a;b;c,d\n"), ',');
  EXPECT_THAT(reader.next()->fields, ElementsAre("a;b;c", "d"));
}

TEST(CsvTable, FindsColumnsByNameInAnyOrderAndCase) {
  const Scratch scratch;
  const CsvTable table(scratch.write("t.csv", "TITLE, handle ,x\n"), {"Handle", "Title"});
  EXPECT_EQ(table.column("Handle"), 1u);
  EXPECT_EQ(table.column("Title"), 0u);
  EXPECT_FALSE(table.column("Body"));
}

TEST(CsvTable, RefusesARepeatedColumnOnlyIfItIsRead) {
  const Scratch scratch;
  const CsvTable table(scratch.write("t.csv", "Handle,note,Note,Title,,\n"), {"Handle"});
  EXPECT_EQ(table.column("title"), 3u);
  EXPECT_FALSE(table.column(""));
  EXPECT_EQ(refusalOf([&] { (void)table.column("NOTE"); }), "table_schema:1: two columns are named \"note\"");
}

TEST(CsvTable, RefusesMissingAndRepeatedColumnsAndEmptyFiles) {
  const Scratch scratch;
  const auto open = [&](std::string_view text) {
    return refusalOf([&] { CsvTable(scratch.write("t.csv", text), {"Handle", "Title", "Variant Price"}); });
  };
  EXPECT_EQ(open("Handle,Vendor\n"), "table_schema:1: the header does not have Title, Variant Price");
  EXPECT_THAT(open("Handle,Title,handle\n"), HasSubstr("two columns are named"));
  EXPECT_THAT(open(""), HasSubstr("the file is empty"));
}

}  // namespace
}  // namespace aftermint
