// Messages for common mistakes in JSON written by hand.
#include <gmock/gmock.h>

#include "aftermint/codec.h"
#include "aftermint/encode_book.h"
#include "fuzz/utf8.h"

namespace aftermint {
namespace {

using ::testing::HasSubstr;

Fault faultOf(std::string_view text) {
  const Decoded<Value> decoded = decodeValue(text);
  if (decoded.faults.empty()) {
    ADD_FAILURE() << text << " is JSON";
    return {};
  }
  const Fault& fault = decoded.faults.back();
  EXPECT_EQ(fault.code, ErrorCode::JsonSyntax) << text;
  EXPECT_TRUE(fuzz::isUtf8(fault.message)) << text;
  EXPECT_TRUE(fuzz::isUtf8(fault.hint)) << text;
  return fault;
}

/** `ascii` in UTF-16. */
std::string wide(std::string_view ascii, bool bigEndian, bool mark) {
  std::string out = !mark ? "" : bigEndian ? "\xFE\xFF" : "\xFF\xFE";
  for (const char c : ascii) out += bigEndian ? std::string{'\0', c} : std::string{c, '\0'};
  return out;
}

void expectNamed(std::initializer_list<std::string_view> texts, const char* what, const char* hint) {
  for (const std::string_view text : texts) {
    const Fault fault = faultOf(text);
    EXPECT_THAT(fault.message, HasSubstr(what)) << text;
    EXPECT_THAT(fault.hint, HasSubstr(hint)) << text;
  }
}

TEST(HandMadeJson, WithComments) {
  expectNamed({"// shop\n{}", "{\"a\": 1, // one\n\"b\": 2}", "{ /* all */ \"a\": 1}", "{\"a\": /* one */ 1}",
               "[1 // one\n]", "# shop\n{}", "{\"a\": 1 # one\n}", "{} // end", "<!-- shop --> {}"},
              "a comment", "no comments");
}

TEST(HandMadeJson, InAnotherEncoding) {
  for (const bool bigEndian : {false, true}) {
    for (const bool mark : {false, true}) {
      const Fault fault = faultOf(wide("{\"version\": 1}", bigEndian, mark));
      EXPECT_EQ(fault.message, "This is not JSON: text in UTF-16.");
      EXPECT_EQ(fault.hint, "Save the file as UTF-8.");
      EXPECT_EQ(fault.line, 1u);
    }
  }
  EXPECT_EQ(faultOf(std::string("\xFF\xFE\0\0{\0\0\0", 8)).message, "This is not JSON: text in UTF-32.");
  EXPECT_EQ(faultOf(std::string("\0\0\0{\0\0\0}", 8)).message, "This is not JSON: text in UTF-32.");
  EXPECT_EQ(faultOf(std::string("{\0\0\0}\0\0\0", 8)).message, "This is not JSON: text in UTF-32.");
  // Windows-1252 and Latin 1: é, a typographic apostrophe, £.
  expectNamed({"{\"title\": \"Caf\xE9\"}", "{\"title\": \"Caf\xE9 au lait\"}", "\"\xE9t\xE9\""}, "not UTF-8 (0xE9)",
              "as UTF-8");
  expectNamed({"{\"title\": \"it\x92s\"}"}, "not UTF-8 (0x92)", "Windows-1252");
  expectNamed({"{\"price\": \xA3"
               "45}"},
              "not UTF-8 (0xA3)", "as UTF-8");
  expectNamed({"\x1F\x8B\x08"}, "gzip", "Unpack");
  expectNamed({"PK\x03\x04"}, "ZIP", "Unpack");
}

TEST(HandMadeJson, ThatIsEmpty) {
  expectNamed({"", " ", "\n\n", "\xEF\xBB\xBF", "\xEF\xBB\xBF \r\n"}, "This is not JSON: the text is empty.",
              "was saved");
}

TEST(HandMadeJson, WithInvalidSpaces) {
  expectNamed({"{\u00A0\"a\": 1}",
               "{\"a\":\u00A0"
               "1}",
               "{\"a\": 1,\n\u00A0\u00A0\"b\": 2}", "\u00A0{}", "{}\u00A0", "{\"a\" \u202F: 1}"},
              "a no-break space (U+", "plain space");
  expectNamed({"{\u3000\"a\": 1}", "[1,\u20032]", "[1\u2028]"}, "a space that JSON does not have (U+", "plain space");
  expectNamed({"{\u200B\"a\": 1}", "{}\uFEFF",
               "[\u202A"
               "1]"},
              "an invisible character (U+", "Delete it");
  EXPECT_THAT(faultOf("{\u00A0\"a\": 1}").message, HasSubstr("“{\u00A0”"));
}

TEST(HandMadeJson, WithOtherQuotes) {
  expectNamed({"{“a”: 1}", "{\"a\": “b”}", "{‘a’: 1}", "[„a“]", "{«a»: 1}", "[\"a\", ”b\"]", "[「a」]", "[＂a＂]"},
              "a typographic quote (U+", "straight quotes");
  expectNamed({"{\"a\": \"b”,\n\"c\": 1}", "{\"a”: 1,\n}"}, "it has a typographic one", "straight quotes");
  expectNamed({"{'a': 1}", "{\"a\": 'b'}", "['a']", "[`a`]"}, "single quotes", "double quotes");
}

TEST(HandMadeJson, WithoutCommasOrWithTooMany) {
  expectNamed({"{\"a\": 1 \"b\": 2}", "{\"a\": \"b\"\n \"c\": 1}", "[1 2]", "[{} {}]", "{\"a\": {} \"b\": 1}",
               "[\"a\" \"b\"]", "[[1][2]]", "{\"a\": true \"b\": 1}", "[1 -2]"},
              "no comma between two values", "Write a comma");
  expectNamed({"{\"a\": 1,}", "[1,]", "[1,\n]", "{\"a\": [1, 2],\n}"}, "a comma before the closing bracket",
              "Delete the comma");
  expectNamed({"{\"a\": 1,, \"b\": 2}", "[,1]", "[1,,2]", "{,}", "{\"a\": ,}"}, "a comma too many", "Delete it");
  expectNamed({"{\"a\" 1}", "{\"a\" \"b\"}", "{\"a\" {}}"}, "no colon behind a key", "Write a colon");
  expectNamed({"{\"a\" = 1}", "{\"a\" => 1}"}, "an equals sign", "Write a colon");
  expectNamed({"{\"a\": 1; \"b\": 2}", "{};"}, "a semicolon", "Write a comma");
  expectNamed({"{\"a\": }", "{\"a\"}", "{\"a\", \"b\": 1}"}, "a key without a value", "Write a colon and a value");
  expectNamed({"{} {}", "{}\n{}\n", "1 2", "\"a\" \"b\""}, "more than one value", "in one list");
  expectNamed({"[\"a\": 1]"}, "a key in a list", "curly brackets");
}

TEST(HandMadeJson, WithSyntaxOfOtherLanguages) {
  expectNamed({"{\"a\": NaN}", "[nan]"}, "no number of JSON", "Write a number");
  expectNamed({"{\"a\": Infinity}", "[-Infinity]", "[inf]"}, "no number of JSON", "Write a number");
  expectNamed({"{\"a\": None}", "[undefined]", "[NULL]", "[nil]"}, "in place of null", "Write null");
  expectNamed({"{\"a\": True}", "[TRUE]"}, "in capitals", "Write true.");
  expectNamed({"[False]"}, "in capitals", "Write false.");
  expectNamed({"{a: 1}", "{\"b\": 1, a: 1}", "{\n  a : 1}"}, "the key “a” without quotes", "Write \"a\".");
  expectNamed({"{é: 1}", "{\"a\": élan}"}, "a word without quotes", "straight quotes");
  expectNamed({"{true: 1}", "{\"a\": 1, null: 2}"}, "without quotes", "Write \"");
  expectNamed({"{\"a\": GBP}", "[yes]", "hello"}, "without quotes", "straight quotes");
  expectNamed({"const book = {}", "export default {}", "module.exports = {}"}, "JavaScript", "the object itself");
  expectNamed({"<!doctype html><html>", "<?xml version=\"1.0\"?>"}, "HTML or XML", "address");
  expectNamed({"{\"a\": \"say \"hi\" now\"}", "{\"a\": \"b, \"c\": 1}"}, "a quote within a text", "Write \\\"");
  expectNamed({"[1, 2, ...]", "[1, …]"}, "an ellipsis", "Write out");
}

TEST(HandMadeJson, WithInvalidNumbers) {
  expectNamed({"[+5]"}, "a plus sign", "without it");
  expectNamed({"[.5]", "[-.5]", "[5.]", "[1e]", "[-]"}, "", "digit before");
  expectNamed({"[01]", "[-01]", "01"}, "begins with a zero", "without the zero");
  expectNamed({"[0x1F]", "[0b1]"}, "not decimal", "decimal digits");
  expectNamed({"{\"price\": 1,299}"}, "a comma within a number", "digits alone");
  expectNamed({"{\"price\": £45}", "{\"price\": $45}", "{\"price\": €45}", "[45 €]"}, "a currency sign", "minor units");
  expectNamed({"[45p]", "[12px]", "[1_000]", "[45GBP]"}, "letters behind a number", "digits alone");
  expectNamed({"[10%]"}, "a percent sign", "number alone");
  expectNamed({"[1e999]", "1e999", "[-1e999]"}, "beyond every limit", "smaller");
}

TEST(HandMadeJson, WithInvalidStrings) {
  expectNamed({"[\"a\nb\"]", "{\"a\": \"b\r\n}", "[\"a\n"}, "a line break within a text",
              "Close the text with a quote");
  expectNamed({"[\"a\tb\"]"}, "a tab within a text", "Write \\t");
  expectNamed({std::string_view("[\"a\0b\"]", 7), "[\"a\x1F\"]"}, "a control character within a text (U+00",
              "Delete it");
  expectNamed({"[\"C:\\path\"]"}, "a backslash with “p” behind it", "Write \\\\");
  expectNamed({"[\"\\é\"]"}, "a backslash with “é” behind it", "Write \\\\");
  expectNamed({"[\"\\u12\"]", "[\"\\ud800\"]", "[\"\\udc00x\"]"}, "an escape that names no character",
              "four hexadecimal");
}

TEST(HandMadeJson, ThatEndsTooEarly) {
  expectNamed({"{\"a\": [1,\n2"}, "the [ of line 1 is open", "Close it with ]");
  expectNamed({"{\n\"a\":", "{\n\"a\"", "{\n\"a\": 1,"}, "the { of line 1 is open", "Close it with }");
  expectNamed({"{\n\"a"}, "within the text that begins in line 2", "Close the text");
  expectNamed({"tru", "-"}, "the end of the file", "whole");
  expectNamed({"{\"a\": [1}", "[{\"a\": 1]"}, "is open", "Close it with");
  expectNamed({"{}}", "[]]", "]"}, "closes nothing", "Delete it");
}

/** Messages quote whole characters only, even if the text is cut inside one. */
TEST(HandMadeJson, IsQuotedInWholeCharacters) {
  const std::string letters = "{\"a\": “ナイフ💡” é\u00A0}";
  for (std::size_t size = 0; size < letters.size(); ++size) faultOf(letters.substr(0, size));
  for (std::size_t at = 0; at < letters.size(); ++at) {
    std::string text = letters;
    text[at] = '\xFF';
    faultOf(text);
  }
  for (std::size_t pad = 50; pad < 70; ++pad) {
    const Fault fault = faultOf("{\"" + std::string(pad, 'a') + "ナイフ💡\" “b”: 1}");
    EXPECT_EQ(fault.message.find("\uFFFD"), std::string::npos) << fault.message;
  }
}

}  // namespace
}  // namespace aftermint
