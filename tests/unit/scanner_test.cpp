// Compares the core's JSON reader with nlohmann_json: both accept and refuse the same texts, give the same values and
// name the same place. json_suite_test.cpp tests it with JSONTestSuite.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>

#include "aftermint/codec.h"
#include "aftermint/encode_book.h"
#include "fuzz/utf8.h"
#include "unit/paths.h"

namespace aftermint {
namespace {

/** nlohmann's value with sorted keys, because the order does not matter here. */
using Theirs = nlohmann::json;

std::string readFile(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in) << path << " cannot be read";
  return {std::istreambuf_iterator<char>(in), {}};
}

/** Whether both values are equal. Repeated keys do not occur: we refuse them, nlohmann keeps the last. */
bool isSame(const Value& ours, const Theirs& theirs) {
  if (const bool* truth = ours.asBool()) return theirs.is_boolean() && theirs.get<bool>() == *truth;
  if (const double* number = ours.asNumber()) return theirs.is_number() && theirs.get<double>() == *number;
  if (const Text* text = ours.asString()) return theirs.is_string() && theirs.get_ref<const std::string&>() == *text;
  if (const Array* elements = ours.asArray()) {
    if (!theirs.is_array() || theirs.size() != elements->size()) return false;
    for (std::size_t i = 0; i < elements->size(); ++i) {
      if (!isSame((*elements)[i], theirs[i])) return false;
    }
    return true;
  }
  if (const Object* members = ours.asObject()) {
    if (!theirs.is_object() || theirs.size() != members->size()) return false;
    for (const Member& member : *members) {
      const auto found = theirs.find(member.first);
      if (found == theirs.end() || !isSame(member.second, *found)) return false;
    }
    return true;
  }
  return theirs.is_null();
}

/** nlohmann's result for a text. */
struct Opinion {
  Theirs value;
  bool isAccepted = false;
  std::size_t brokenAt = 0;  ///< byte of the error, from 1; 0 if nlohmann names none
  std::string lastRead;      ///< the characters of the invalid token, if nlohmann names them
};

Opinion opinionOn(const std::string& text) {
  Opinion opinion;
  try {
    opinion.value = Theirs::parse(text);
    opinion.isAccepted = true;
  } catch (const Theirs::parse_error& error) {
    opinion.brokenAt = error.byte;
    constexpr std::string_view kLastRead = "last read: '";
    const std::string_view what = error.what();
    const std::size_t at = what.find(kLastRead);
    if (at == std::string_view::npos) return opinion;
    const std::size_t end = std::min(what.rfind("'; expected "), what.size() - 1);
    opinion.lastRead = what.substr(at + kLastRead.size(), end - at - kLastRead.size());
  } catch (const Theirs::out_of_range&) {  // a number that no double holds
  }
  return opinion;
}

/** Quotes a text in the same way as messages do. */
std::string inQuotes(std::string_view letters) {
  std::size_t end = letters.size();
  if (end > 60) {
    for (end = 60; end > 0 && (static_cast<unsigned char>(letters[end]) & 0xC0u) == 0x80u;) --end;
  }
  std::string out;
  for (std::size_t at = 0; at < end;) {
    std::size_t next = at + 1;  // a byte outside a code point becomes U+FFFD
    while (next < end && next < at + 4 && !fuzz::isUtf8(letters.substr(at, next - at))) ++next;
    const bool whole = fuzz::isUtf8(letters.substr(at, next - at));
    out += whole ? letters.substr(at, next - at) : "\uFFFD";
    at = whole ? next : at + 1;
  }
  return "“" + out + (end < letters.size() ? "…”" : "”");
}

/** The remaining bytes of the code point that starts at `at`, where nlohmann stops. */
std::string restOfLetter(const std::string& text, std::size_t at) {
  for (std::size_t size = 2; size <= 4 && at + size <= text.size(); ++size) {
    if (static_cast<unsigned char>(text[at]) >= 0x80 && fuzz::isUtf8(text.substr(at, size))) {
      return text.substr(at + 1, size - 1);
    }
  }
  return {};
}

struct Outcome {
  bool isAccepted = false;
  bool isBroken = false;
};

/** Reads the text with both readers and expects the same result. */
Outcome compare(const std::string& text) {
  const Opinion theirs = opinionOn(text);
  Limits limits;
  limits.faults = 10'000;
  const Decoded<Value> ours = decodeValue(text, limits);
  const auto has = [&ours](const char* message) {
    return std::any_of(ours.faults.begin(), ours.faults.end(),
                       [message](const Fault& fault) { return fault.message.starts_with(message); });
  };
  const bool isBroken = has("This is not JSON");
  if (has("This is nested deeper")) return {};  // we stop reading here
  // nlohmann accepts a zero byte after the value as the end; RFC 8259 does not.
  if (theirs.isAccepted && text.find('\0') != std::string::npos) return {};
  EXPECT_EQ(isBroken, !theirs.isAccepted) << text;
  if (ours) {
    EXPECT_TRUE(isSame(*ours.value, theirs.value)) << text;
  } else if (theirs.isAccepted) {
    EXPECT_TRUE(has("The key") || has("This is larger")) << ours.faults[0].message << " in " << text;
  } else if (isBroken && theirs.brokenAt != 0) {
    const Fault& fault = ours.faults.back();
    const std::string before = text.substr(0, theirs.brokenAt - 1);
    const std::size_t lineStart = before.rfind('\n') + 1;  // 0 on the first line
    EXPECT_EQ(fault.line, 1 + std::count(before.begin(), before.end(), '\n')) << text;
    EXPECT_EQ(fault.column, 1 + std::count_if(before.begin() + static_cast<std::ptrdiff_t>(lineStart), before.end(),
                                              [](char c) { return (c & 0xC0) != 0x80; }))
        << text;
    EXPECT_TRUE(fuzz::isUtf8(fault.message) && fuzz::isUtf8(fault.hint)) << text;
    // Faults about the whole text have no place.
    if (!theirs.lastRead.empty() && !fault.message.starts_with("This is not JSON: ")) {
      const std::string letters = inQuotes(theirs.lastRead + restOfLetter(text, theirs.brokenAt - 1));
      EXPECT_TRUE(fault.message.starts_with("This is not JSON at " + letters)) << fault.message << " in " << text;
    }
  }
  return {static_cast<bool>(ours), isBroken};
}

/** Makes one to three edits: changes, removes, inserts or repeats bytes, or cuts off the end. */
std::string mutated(std::string text, std::mt19937& random) {
  const auto below = [&random](std::size_t count) { return static_cast<std::size_t>(random() % count); };
  constexpr std::string_view kAwkward = "\"\\{}[],:0123456789-+.eEtfnu \t\r\n/*'\x7F\x80\xBF\xC0\xC3\xE0\xED\xF4\xFF";
  for (std::size_t times = 1 + below(3); times > 0 && !text.empty(); --times) {
    const std::size_t at = below(text.size());
    switch (below(6)) {
      case 0:
        text[at] = static_cast<char>(random() % 256);
        break;
      case 1:
        text[at] = kAwkward[below(kAwkward.size())];
        break;
      case 2:
        text.erase(at, 1 + below(3));
        break;
      case 3:
        text.insert(at, 1, kAwkward[below(kAwkward.size())]);
        break;
      case 4:
        text.insert(at, text.substr(below(text.size()), 1 + below(12)));
        break;
      default:
        if (below(4) == 0) text.resize(at);
    }
  }
  return text;
}

const std::filesystem::path kSource = kSourceFolder;

TEST(Scanner, AgreesWithNlohmannOnMutatedBooksAndMoments) {
  constexpr const char* kAwkward =
      R"({"a\u0000b":"\ud83d\uDE00\"\\\/\b\f\n\r\t é ナイフ 💡 \u00e9\u20ac","n":[0,-0,-0.0,1e5,1E+5,12.5e-3,0.1,)"
      R"(123456789012345678901234567890,1.7976931348623157e308,5e-324,1e-400,4294967296,true,false,null,{},[],""]})";
  const std::string texts[] = {readFile(kSource / "tests/golden/book.json"),
                               readFile(kSource / "tests/golden/moment.json"),
                               readFile(kSource / "demo/books/demo.json"), kAwkward};
  std::mt19937 random(20261123);
  std::size_t accepted = 0;
  std::size_t broken = 0;
  for (const std::string& text : texts) {
    EXPECT_TRUE(compare(text).isAccepted);
    for (int i = 0; i < (text.size() > 10'000 ? 400 : 4'000) && !::testing::Test::HasFailure(); ++i) {
      const Outcome outcome = compare(mutated(text, random));
      accepted += outcome.isAccepted ? 1 : 0;
      broken += outcome.isBroken ? 1 : 0;
    }
  }
  EXPECT_GT(accepted, 500u);
  EXPECT_GT(broken, 5'000u);
}

TEST(Scanner, AgreesWithNlohmannOnEveryPrefixOfAText) {
  const std::string text = readFile(kSource / "tests/golden/moment.json");
  for (std::size_t size = 0; size < text.size() && !::testing::Test::HasFailure(); ++size)
    compare(text.substr(0, size));
}

TEST(Scanner, AgreesWithNlohmannOnEveryPairOfBytes) {
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256 && !::testing::Test::HasFailure(); ++second) {
      const std::string bytes{static_cast<char>(first), static_cast<char>(second)};
      for (const std::string& text :
           {bytes, "\"" + bytes + "\"", "\"\xE0" + bytes + "\"", "\"12345\xF0\x90" + bytes + "89\"",
            "\"\\" + bytes + "\"", "\"\\u00" + bytes + "\"", "[1" + bytes + "]"}) {
        compare(text);
      }
    }
  }
}

TEST(Scanner, AgreesWithNlohmannOnSurrogates) {
  for (const char* high : {"d7ff", "D800", "dbff", "dc00", "DFFF", "e000", "ffff"}) {
    for (const char* low : {"d7ff", "D800", "dbff", "dc00", "DFFF", "e000", "ffff"}) {
      compare(std::string(R"(["\u)") + high + "\\u" + low + "\"]");
    }
    for (const char* behind : {"", "\\", "\\n", "\\u", "\\u12", "x"}) {
      compare(std::string(R"(["\u)") + high + behind + "\"]");
      compare(std::string(R"(["\u)") + high + behind);
    }
  }
}

TEST(Scanner, AgreesWithNlohmannOnByteOrderMarks) {
  for (const char* text :
       {"\xEF\xBB\xBF{}", "\xEF\xBB\xBF", "\xEF\xBB{}", "\xEF{}", "\xEF", "{}\xEF\xBB\xBF", " \xEF\xBB\xBF{}"}) {
    compare(text);
  }
}

/** Numbers equal those of strtod bit for bit, both on the fast path with two doubles and through the host. */
TEST(Scanner, ReadsNumbersAsStrtodDoes) {
  const auto expectAsStrtod = [](const std::string& text) {
    const Decoded<Value> ours = decodeValue(text);
    const double theirs = std::strtod(text.c_str(), nullptr);
    ASSERT_EQ(static_cast<bool>(ours), std::isfinite(theirs)) << text;
    if (!ours) return;
    EXPECT_EQ(*ours.value->asNumber(), theirs) << text;
    EXPECT_EQ(std::signbit(*ours.value->asNumber()), std::signbit(theirs)) << text;
  };
  for (const char* text : {"0",
                           "-0",
                           "0.0",
                           "-0.0e5",
                           "1",
                           "-1",
                           "12000",
                           "0.1",
                           "0.30000000000000004",
                           "1e22",
                           "1e23",
                           "1e-22",
                           "1e-23",
                           "9007199254740993",
                           "123456789012345",
                           "1234567890123456",
                           "1.5e300",
                           "1e400",
                           "-1e400",
                           "1e-400",
                           "4.9e-324",
                           "2.2250738585072014e-308",
                           "0.000000000000000000001",
                           "100000000000000000000000",
                           "12.50",
                           "1e+5",
                           "1E5",
                           "1e99999999999",
                           "0e99999999999",
                           "18446744073709551615",
                           "18446744073709551616",
                           "-9223372036854775808"}) {
    expectAsStrtod(text);
  }
  const std::string zeros(400, '0');
  expectAsStrtod("1" + zeros + "e-100");
  expectAsStrtod("1" + zeros + "e-50");
  expectAsStrtod("0." + zeros + "1e+410");
  expectAsStrtod("0." + zeros + "1e+50");
  std::mt19937_64 random(20261123);
  for (int i = 0; i < 200'000 && !::testing::Test::HasFailure(); ++i) {
    std::string text = std::to_string(random() >> (random() % 64));
    if (random() % 2 == 0 && text.size() > 1) text.insert(random() % (text.size() - 1) + 1, ".");
    if (text.size() > 1 && text[0] == '0' && text[1] != '.') continue;
    if (random() % 2 == 0) text += "e" + std::to_string(static_cast<int>(random() % 80) - 40);
    expectAsStrtod(text);
  }
}

}  // namespace
}  // namespace aftermint
