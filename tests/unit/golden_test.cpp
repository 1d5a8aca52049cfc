/** @file Runs the golden cases natively; golden.test.ts runs them with the shipped modules. */
#include <gtest/gtest.h>

#include "aftermint/check.h"
#include "aftermint/codec.h"
#include "aftermint/encode_book.h"
#include "unit/golden_cases.h"
#include "unit/paths.h"

namespace aftermint {
namespace {

using golden::applyChanges;
using golden::readJson;

Json changed(const std::string& base, const Json& each, const char* key) {
  Json value = readJson(base);
  if (each.contains(key)) applyChanges(value, each.at(key));
  return value;
}

std::string faultsAsJson(const List<Fault>& faults) { return encodeFaults(faults); }

class Golden : public ::testing::Test {
 protected:
  /** Runs `body(book, moment, case)` for each case of a topic. */
  template <class Body>
  void each(const std::string& topic, Body body) {
    const Json cases = readJson("cases/" + topic + ".json");
    ASSERT_GT(cases.size(), 5u) << "no cases of " << topic;
    for (const Json& one : cases) {
      SCOPED_TRACE(one.at("name").get<std::string>());
      Decoded<Book> book = decodeBook(changed("book.json", one, "book").dump());
      ASSERT_TRUE(book) << faultsAsJson(book.faults);
      const IndexedBook indexed(std::move(*book.value));
      const Decoded<Moment> moment = decodeMoment(changed("moment.json", one, "moment").dump());
      ASSERT_TRUE(moment) << faultsAsJson(moment.faults);
      body(indexed, *moment.value, one);
    }
  }
};

TEST_F(Golden, Decides) {
  each("decide", [](const IndexedBook& book, const Moment& moment, const Json& one) {
    EXPECT_EQ(encode(decide(book, moment)), one.at("decision").dump());
  });
}

TEST_F(Golden, Views) {
  each("view", [](const IndexedBook& book, const Moment& moment, const Json& one) {
    const Decision decision = decide(book, moment);
    EXPECT_EQ(decision.offer == nullptr ? "null" : encode(view(book, moment, decision)), one.at("tree").dump());
  });
}

TEST_F(Golden, Verifies) {
  each("verify", [](const IndexedBook& book, const Moment& moment, const Json& one) {
    const Json& accept = one.at("accept");
    Accept asked{moment, accept.at("offer").get<std::string>(), {}, {}, accept.value("consent", false)};
    if (accept.contains("price")) {
      asked.amount = accept.at("price").at("amount").get<Minor>();
      asked.currency = accept.at("price").at("currency").get<std::string>();
    }
    EXPECT_EQ(encode(verify(book, asked)), one.at("result").dump());
  });
}

TEST_F(Golden, Checks) {
  each("check", [](const IndexedBook& book, const Moment&, const Json& one) {
    EXPECT_EQ(encode(check(book)), one.at("findings").dump());
  });
}

TEST_F(Golden, Refuses) {
  const Json cases = readJson("cases/refuse.json");
  ASSERT_GT(cases.size(), 5u);
  for (const Json& one : cases) {
    SCOPED_TRACE(one.at("name").get<std::string>());
    const std::string text =
        one.contains("text") ? one.at("text").get<std::string>() : changed("book.json", one, "change").dump(2);
    const Decoded<Book> book = decodeBook(text);
    ASSERT_FALSE(book);
    const Json error = Json::parse(faultsAsJson(book.faults)).at("error");
    for (const auto& [key, value] : one.at("error").items()) {
      ASSERT_TRUE(error.contains(key)) << error.dump();
      EXPECT_EQ(error.at(key), value) << error.dump();
    }
    EXPECT_GE(error.at("line").get<int>(), 1) << error.dump();
    EXPECT_FALSE(error.at("message").get<std::string>().empty());
    EXPECT_FALSE(error.at("hint").get<std::string>().empty());
  }
}

/** The line and column of a fault are those of the invalid value. */
TEST_F(Golden, RefusalsNameTheLine) {
  Json book = readJson("book.json");
  book["offers"][2]["price"]["kind"] = "lst";
  const std::string text = book.dump(2);
  const Decoded<Book> decoded = decodeBook(text);
  ASSERT_EQ(decoded.faults.size(), 1u);
  const Fault& fault = decoded.faults[0];
  std::istringstream lines(text);
  std::string line;
  for (std::size_t i = 0; i < fault.line; ++i) std::getline(lines, line);
  EXPECT_EQ(line.substr(fault.column - 1), "\"lst\"");
}

/** All schema faults are reported together, not only the first. */
TEST_F(Golden, RefusalsNameEveryFault) {
  Json book = readJson("book.json");
  book["products"][0]["price"] = -1;
  book["products"][1]["colour"] = "red";
  book["offers"][0].erase("type");
  const Decoded<Book> decoded = decodeBook(book.dump());
  ASSERT_EQ(decoded.faults.size(), 3u) << faultsAsJson(decoded.faults);
  EXPECT_EQ(decoded.faults[0].pointer, "/products/0/price");
  EXPECT_EQ(decoded.faults[1].pointer, "/products/1/colour");
  EXPECT_EQ(decoded.faults[2].pointer, "/offers/0");
}

/** Encoding and decoding a book does not change it. */
TEST_F(Golden, BooksReadBackAsWritten) {
  for (const std::string& name : {std::string("tests/golden/book.json"), std::string("demo/books/demo.json")}) {
    std::ifstream in(std::string(kSourceFolder) + "/" + name);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const Decoded<Book> first = decodeBook(text);
    ASSERT_TRUE(first) << name << faultsAsJson(first.faults);
    const std::string written = encode(*first.value, true);
    const Decoded<Book> second = decodeBook(written);
    ASSERT_TRUE(second) << name << faultsAsJson(second.faults);
    EXPECT_EQ(encode(*second.value, true), written) << name;
    EXPECT_EQ(encode(*second.value), encode(*first.value)) << name;
  }
}

TEST(Limits, RefuseALongText) {
  Limits limits;
  limits.bytes = 100;
  const Decoded<Book> book = decodeBook(std::string(101, ' '), limits);
  ASSERT_EQ(book.faults.size(), 1u);
  EXPECT_EQ(book.faults[0].code, ErrorCode::TooLarge);
}

TEST(Limits, RefuseTooManyProducts) {
  Limits limits;
  limits.products = 4;  // the golden book has five
  const Decoded<Book> book = decodeBook(readJson("book.json").dump(), limits);
  ASSERT_EQ(book.faults.size(), 1u);
  EXPECT_EQ(book.faults[0].code, ErrorCode::TooLarge);
  EXPECT_EQ(book.faults[0].pointer, "/products");
}

TEST(Limits, StopAfterTheMaximumNumberOfFaults) {
  Limits limits;
  limits.faults = 3;
  const Decoded<Book> book = decodeBook(R"({"a":1,"b":1,"c":1,"d":1,"e":1})", limits);
  EXPECT_EQ(book.faults.size(), 3u);
}

}  // namespace
}  // namespace aftermint
