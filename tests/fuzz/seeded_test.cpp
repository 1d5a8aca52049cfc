// Runs the fuzzed functions without a fuzzer, on seeded mutations of real texts. So every build tests them, also those
// with ASan and UBSan.
#include <array>
#include <cstdlib>

#include "aftermint/codec.h"
#include "fuzz/doors.h"
#include "fuzz/mutator.h"
#include "unit/copy_cases.h"
#include "unit/paths.h"

namespace aftermint::fuzz {
namespace {

// AFTERMINT_ALL feeds ten times as many.
const int kCopies = std::getenv("AFTERMINT_ALL") != nullptr ? 80'000 : 8'000;
const int kBooks = std::getenv("AFTERMINT_ALL") != nullptr ? 5'000 : 500;
constexpr std::array<const char*, 8> kLanguages = {"en", "de", "fr", "es",
                                                   "it", "nl", "pl", "pt"};  ///< by the second byte, as in copy.cpp

const std::uint8_t* bytesOf(const std::string& text) { return reinterpret_cast<const std::uint8_t*>(text.data()); }

class Seeded : public ::testing::Test, public Mutator {};

/** The texts of tests/golden/cases, and of real shops if available, each with its field and language. */
std::vector<std::string> copies() {
  std::vector<std::string> out;
  const auto add = [&out](CopyField field, std::size_t language, const std::string& text) {
    out.push_back(std::string{static_cast<char>(field), static_cast<char>(language)} + text);
  };
  for (const auto& [name, field] : {std::pair{"neutral-declines", CopyField::Decline},
                                    {"shaming-declines", CopyField::Decline},
                                    {"pressing-copy", CopyField::Headline},
                                    {"honest-copy", CopyField::Benefit}}) {
    const nlohmann::json cases = testing::readCases(name);
    for (std::size_t language = 0; language < kLanguages.size(); ++language) {
      for (const nlohmann::json& text : cases.at(kLanguages[language]).flatten()) add(field, language, text);
    }
  }
  const std::filesystem::path folder = testing::realData() / "tact-copy";
  for (const char* name : {"dark-patterns.json", "ec-darkpattern.json"}) {
    std::ifstream in(folder / name);
    if (!in) {
      std::cout << "[ AFTERMINT_DATA ] " << (folder / name) << " is missing: testing the project's own texts only\n";
      continue;
    }
    for (const nlohmann::json& row : nlohmann::json::parse(in)) add(CopyField::Benefit, 0, row.at("text"));
  }
  return out;
}

bool isAcceptedDecline(const std::string& input) {
  if (input[0] != static_cast<char>(CopyField::Decline) || input[1] < 0 ||
      static_cast<std::size_t>(input[1]) >= kLanguages.size())
    return false;
  const std::string_view locale = kLanguages[static_cast<std::size_t>(input[1])];
  return judgeCopy({CopyField::Decline, locale, std::string_view(input).substr(kCopyHead), Path::Form}).empty();
}

TEST_F(Seeded, CopyGetsCompleteFindings) {
  const std::vector<std::string> texts = copies();
  ASSERT_GT(texts.size(), 1'000u);
  int accepted = 0;
  for (int i = 0; i < kCopies; ++i) {
    const std::string& whole = one(texts);
    std::string input = whole.substr(0, kCopyHead) + mutated(whole.substr(kCopyHead), texts);
    if (upTo(2) == 0) {
      for (std::size_t head = 0; head < kCopyHead; ++head) input[head] = static_cast<char>(upTo(255));
    }
    if (isAcceptedDecline(input)) ++accepted;
    ASSERT_EQ(fuzzCopy(bytesOf(input), input.size()), "") << i << ": " << ::testing::PrintToString(input);
  }
  EXPECT_GT(accepted, kCopies / 100) << "too few declines were accepted to test them";
}

TEST_F(Seeded, BooksAreTheSameAfterWritingAndReading) {
  std::ifstream in(std::string(kSourceFolder) + "/tests/golden/book.json");
  const nlohmann::json golden = nlohmann::json::parse(in);
  const nlohmann::json flat = golden.flatten();
  std::vector<std::string> pieces = {"null",        "true", "-1",      "1e999", "0.5", "{}", "[]", "\"\\u0000\"",
                                     "\"\\ud800\"", "\"\"", "1000000", ",",     ":",   "]",  "}",  "//"};
  for (const nlohmann::json& leaf : flat) pieces.push_back(leaf.dump());
  int read = 0;
  for (int i = 0; i < kBooks; ++i) {
    std::string input;
    if (upTo(3) == 0) {
      input = mutated(golden.dump(), pieces);  // mostly invalid JSON
    } else {
      nlohmann::json book = flat;  // leaves replaced by other leaves: often still a valid book
      for (std::size_t edits = upTo(3); edits > 0; --edits) {
        auto leaf = book.begin();
        std::advance(leaf, static_cast<std::ptrdiff_t>(upTo(book.size() - 1)));
        const nlohmann::json piece = nlohmann::json::parse(one(pieces), nullptr, false);
        if (!piece.is_discarded() && piece.is_primitive()) *leaf = piece;
      }
      input = book.unflatten().dump();
    }
    if (decodeBook(input)) ++read;
    ASSERT_EQ(fuzzBook(bytesOf(input), input.size()), "") << i << ": " << input;
  }
  EXPECT_GT(read, kBooks / 20) << "too few books were accepted to test them";
}

}  // namespace
}  // namespace aftermint::fuzz
