// The module's own reader of numbers (wasm/read_number.h) against the C library's, bit for bit.
#include "../../wasm/read_number.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <cstring>
#include <random>
#include <string>

namespace {

struct Outcome {
  double value = 0;
  std::ptrdiff_t length = 0;
  bool askedHost = false;
};

Outcome readWithHost(const std::string& text) {
  Outcome outcome;
  const char* end = nullptr;
  outcome.value = aftermint::readNumber(text.c_str(), end, [&](const char* number, int length) {
    outcome.askedHost = true;
    return std::strtod(std::string(number, static_cast<std::size_t>(length)).c_str(), nullptr);
  });
  outcome.length = end - text.c_str();
  return outcome;
}

void expectAsStrtod(const std::string& text) {
  char* end = nullptr;
  const double expected = std::strtod(text.c_str(), &end);
  const Outcome outcome = readWithHost(text);
  EXPECT_EQ(std::memcmp(&outcome.value, &expected, sizeof expected), 0) << text << " read as " << outcome.value;
  EXPECT_EQ(outcome.length, end - text.c_str()) << text;
}

TEST(ReadNumber, ReadsWhatStrtodReads) {
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
                           "00012.50",
                           "1e+5",
                           "1E5",
                           "1e99999999999",
                           "0e99999999999"}) {
    expectAsStrtod(text);
  }
}

TEST(ReadNumber, EndsWhereTheNumberEnds) {
  EXPECT_EQ(readWithHost("12,").length, 2);
  EXPECT_EQ(readWithHost("1.5e}").length, 3);
  EXPECT_EQ(readWithHost("1e+]").length, 1);
  EXPECT_EQ(readWithHost("7.").length, 2);
}

TEST(ReadNumber, ReadsNothingWhereThereIsNoNumber) {
  for (const char* text : {"", "-", ".", "e5", "abc"}) EXPECT_EQ(readWithHost(text).length, 0) << text;
}

TEST(ReadNumber, AsksTheHostOnlyWhereArithmeticWouldRoundTwice) {
  EXPECT_FALSE(readWithHost("123456789012345e22").askedHost);
  EXPECT_FALSE(readWithHost("0.00000000000000000001").askedHost);
  EXPECT_TRUE(readWithHost("1234567890123456").askedHost);
  EXPECT_TRUE(readWithHost("1e23").askedHost);
  EXPECT_FALSE(readWithHost("0e400").askedHost);
}

TEST(ReadNumber, AgreesOnRandomNumbers) {
  std::mt19937_64 random(20261123);
  for (int i = 0; i < 200'000; ++i) {
    std::string text = std::to_string(random() >> (random() % 64));
    if (random() % 2 == 0) text.insert(random() % text.size() + 1, ".");
    if (random() % 2 == 0) text += "e" + std::to_string(static_cast<int>(random() % 80) - 40);
    expectAsStrtod(text);
    if (HasFailure()) break;
  }
}

TEST(ReadWhole, ReadsWhatStrtoullReadsAndSaysWhatDoesNotFit) {
  const struct {
    const char* text;
    std::uint64_t most;
    std::uint64_t number;
    bool fits;
    int length;
  } cases[] = {
      {"0", UINT64_MAX, 0, true, 1},
      {"007,", UINT64_MAX, 7, true, 3},
      {"18446744073709551615", UINT64_MAX, UINT64_MAX, true, 20},
      {"18446744073709551616", UINT64_MAX, UINT64_MAX, false, 20},
      {"99999999999999999999999", UINT64_MAX, UINT64_MAX, false, 23},
      {"9223372036854775807", INT64_MAX, INT64_MAX, true, 19},
      {"9223372036854775808", INT64_MAX, INT64_MAX, false, 19},
  };
  for (const auto& each : cases) {
    const char* end = nullptr;
    bool fits = !each.fits;
    EXPECT_EQ(aftermint::readWhole(each.text, end, each.most, fits), each.number) << each.text;
    EXPECT_EQ(fits, each.fits) << each.text;
    EXPECT_EQ(end - each.text, each.length) << each.text;
  }
}

}  // namespace
