#include <gtest/gtest.h>

#include "aftermint/codec.h"
#include "aftermint/condition.h"
#include "aftermint/encode_book.h"
#include "aftermint/index.h"

namespace aftermint {
namespace {

Product product(std::string id, std::string category, std::vector<std::string> tags) {
  Product made;
  made.id = std::move(id);
  made.category = std::move(category);
  made.tags = std::move(tags);
  return made;
}

const IndexedBook& kitchen() {
  static const IndexedBook book = [] {
    Book made;
    made.products = {product("knife", "kitchen", {"steel", "sharp"}), product("pan", "kitchen", {"steel"}),
                     product("soap", "bath", {})};
    return IndexedBook(std::move(made));
  }();
  return book;
}

Line line(std::string id, std::int64_t quantity, Minor price, std::string offer = {}) {
  return {std::move(id), "", quantity, price, std::move(offer)};
}

Moment moment() {
  Moment made;
  made.placement = Placement::PostPurchase;
  made.time = 1'795'428'000'123;  // 2026-11-23T10:00:00.123Z, a Monday
  made.locale = "de-AT";
  made.order.id = "1001";
  made.order.status = OrderStatus::Paid;
  made.order.currency = "EUR";
  made.order.lines = {line("knife", 2, 5000), line("pan", 1, 3000), line("soap", 3, 400, "soap-bump")};
  made.visitor.id = "v-1";
  made.page.url = "/checkout";
  return made;
}

bool holds(const Moment& at, std::string_view text) {
  const auto when = decodeValue(text);
  EXPECT_TRUE(when) << text;
  const Compiled compiled = Condition::compile(*when.value, ConditionPaths::OfMoment);
  EXPECT_TRUE(compiled.faults.empty()) << text;
  const bool isHeld = compiled.condition.holds(attributesOf(at, kitchen()), platformHost());
  EXPECT_EQ(compiled.condition.holds(MomentAttributes(at, kitchen()), platformHost()), isHeld) << text;
  return isHeld;
}

TEST(Attributes, OfTheOrderIgnoreLinesOfAcceptedOffers) {
  EXPECT_TRUE(holds(moment(), R"({"order.value":13000,"order.lineCount":2,"order.quantity":3})"));
  EXPECT_TRUE(holds(moment(), R"({"order.products":["knife","pan"],"order.categories":["kitchen"]})"));
  EXPECT_TRUE(holds(moment(), R"({"order.tags":{"$in":["sharp"]}})"));
  EXPECT_FALSE(holds(moment(), R"({"order.categories":{"$in":["bath"]}})"));
}

TEST(Attributes, OfTheOrderComeFromTheMoment) {
  EXPECT_TRUE(holds(moment(), R"({"order.id":"1001","order.status":"paid","order.currency":"EUR"})"));
  EXPECT_TRUE(holds(moment(), R"({"order.total":{"$exists":false}})"));
  Moment withTotal = moment();
  withTotal.order.total = 14200;
  EXPECT_TRUE(holds(withTotal, R"({"order.total":{"$gte":14200}})"));
}

TEST(Attributes, OfTheVisitorCannotReplaceItsId) {
  Moment at = moment();
  at.visitor.attributes = *decodeValue(R"({"id":"v-2","country":"AT","plan":{"seats":4}})").value;
  EXPECT_TRUE(holds(at, R"({"visitor.id":"v-1","visitor.country":"AT","visitor.plan.seats":4})"));
  EXPECT_TRUE(holds(moment(), R"({"visitor.country":{"$exists":false}})"));
}

TEST(Attributes, HaveOneClickOnlyWhileItIsAllowed) {
  Moment at = moment();
  EXPECT_TRUE(holds(at, R"({"platform.oneClick":{"$eq":false}})"));
  at.platform.oneClick.emplace().allowed = true;
  EXPECT_TRUE(holds(at, R"({"platform.oneClick":true})"));
  at.platform.oneClick->until = at.time;
  EXPECT_FALSE(holds(at, R"({"platform.oneClick":true})"));
  at.platform.oneClick->until = at.time + 1;
  at.platform.oneClick->currency = "GBP";
  EXPECT_FALSE(holds(at, R"({"platform.oneClick":true})"));
}

TEST(Attributes, GiveTheTimeInUtc) {
  EXPECT_TRUE(holds(moment(), R"({"time":"2026-11-23T10:00:00.123Z","hour":10,"weekday":1})"));
  Moment before = moment();
  before.time = -1;
  EXPECT_TRUE(holds(before, R"({"time":"1969-12-31T23:59:59.999Z","hour":23,"weekday":3})"));
  EXPECT_TRUE(holds(moment(), R"({"time":{"$gte":"2026-11-01","$lt":"2026-12-01"}})"));
}

TEST(Attributes, GivePlacementAndLanguage) {
  EXPECT_TRUE(
      holds(moment(), R"({"placement":"post_purchase","locale":"de-AT","language":"de","page.url":"/checkout"})"));
  Moment at = moment();
  at.locale = "EN";
  at.page.url.clear();
  EXPECT_TRUE(holds(at, R"({"language":"en","page.url":{"$exists":false}})"));
}

TEST(Attributes, HaveNothingBelowLength) {
  Moment at = moment();
  at.visitor.attributes = *decodeValue(R"({"list":[1,2]})").value;
  EXPECT_TRUE(holds(at, R"({"visitor.list.length":2,"visitor.list.length.x":{"$exists":false}})"));
}

/** For every path, reading one attribute gives the same result as building all attributes. */
TEST(Attributes, AreTheSameOneByOne) {
  Moment plain = moment();
  plain.visitor.attributes = *decodeValue(R"({"id":"v-2","country":"AT","plan":{"seats":[4,{"a":1}]},"":0})").value;
  plain.platform.attributes = *decodeValue(R"({"oneClick":true,"device":"phone"})").value;
  Moment bare;
  bare.time = INT64_MAX;
  for (const char* path : {"",
                           "order",
                           "order.id",
                           "order.value",
                           "order.products.length",
                           "order.products.0",
                           "order.x",
                           "visitor",
                           "visitor.",
                           "visitor.id",
                           "visitor.id.length",
                           "visitor.country",
                           "visitor.plan.seats.1.a",
                           "visitor.none",
                           "platform",
                           "platform.oneClick",
                           "platform.device",
                           "page",
                           "page.url",
                           "placement",
                           "placement.length",
                           "locale",
                           "language",
                           "time",
                           "time.0",
                           "hour",
                           "weekday",
                           "none",
                           "none.below"}) {
    for (const char* test : {R"("AT")", "null", "true", R"({"$exists":true})", R"({"$type":"object"})",
                             R"({"$size":2})", R"({"$not":{"$gt":1}})", R"({"$regex":"^.[a-z]"})",
                             R"({"id":"v-1","country":"AT"})", R"({"$elemMatch":{"a":1}})"}) {
      for (const char* around : {"{\"%\":#}", "{\"$not\":{\"%\":#}}", "{\"$or\":[{\"hour\":1},{\"%\":#}],\"%\":#}"}) {
        std::string text;
        for (const char* at = around; *at != '\0'; ++at) {
          text += *at == '%' ? std::string(path) : *at == '#' ? std::string(test) : std::string(1, *at);
        }
        const auto when = decodeValue(text);
        ASSERT_TRUE(when) << text;
        const Condition condition = Condition::compile(*when.value).condition;
        for (const Moment& at : {plain, bare}) {
          EXPECT_EQ(condition.holds(MomentAttributes(at, kitchen()), platformHost()),
                    condition.holds(attributesOf(at, kitchen()), platformHost()))
              << text;
        }
      }
    }
  }
}

}  // namespace
}  // namespace aftermint
