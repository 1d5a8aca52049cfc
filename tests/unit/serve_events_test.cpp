// The collector: which events it stores, refuses and counts once.
#include "events/event_json.h"
#include "report/page.h"
#include "serve_fixture.h"

namespace aftermint::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

nlohmann::json exposure(const std::string& id, const std::string& key, const std::string& type = "exposure") {
  return {{"specversion", "1.0"},
          {"id", id},
          {"source", "/checkout"},
          {"type", "aftermint." + type},
          {"time", "2026-11-23T10:00:00Z"},
          {"subject", "1001"},
          {"data",
           {{"key", key},
            {"offer", "stone-bump"},
            {"placement", "checkout"},
            {"order", "1001"},
            {"visitor", "v-1"},
            {"amount", 2400},
            {"currency", "GBP"},
            {"path", "form"},
            {"arms", nlohmann::json::array({{{"experiment", "e"}, {"arm", "a"}}})},
            {"sentAt", "2026-11-23T10:00:01.250Z"}}}};
}

class ServeEvents : public ServeTest {
 protected:
  Answer collect(const std::vector<nlohmann::json>& events, const std::string& type = "text/plain;charset=UTF-8") {
    Browser page = browser();
    const nlohmann::json batch(events);
    return read(page.send("POST", "/events", batch.dump(), {{"content-type", type}, {"accept", "*/*"}}));
  }
};

TEST_F(ServeEvents, AnswersWithTheStoredIds) {
  const Answer answer = collect({exposure("a", "k1"), exposure("b", "k2", "decline")});
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.json, nlohmann::json::parse(R"({"stored":["a","b"]})"));
  EXPECT_EQ(countsOf("stone-bump", "checkout").exposures, 1);
  EXPECT_EQ(countsOf("stone-bump", "checkout").declines, 1);
}

TEST_F(ServeEvents, CountsRepeatedIdsAndBusinessKeysOnceAndAcknowledgesThem) {
  for (int again = 0; again < 3; ++again) {
    EXPECT_EQ(collect({exposure("a", "k1"), exposure("a", "k1"), exposure("b", "k1")}).json["stored"].size(), 3u);
  }
  EXPECT_EQ(countsOf("stone-bump", "checkout").exposures, 1);
}

TEST_F(ServeEvents, RefusesAmountsThatCouldOverflowASum) {
  nlohmann::json most = exposure("a", "k1", "accept"), more = exposure("b", "k2", "accept");
  most["data"]["amount"] = 1'000'000'000'000;
  more["data"]["amount"] = 1'000'000'000'001;
  const Answer answer = collect({most, more});
  EXPECT_EQ(answer.json["stored"], nlohmann::json::array({"a"}));
  EXPECT_EQ(answer.json["refused"][0]["message"],
            "data.amount is above 1000000000000, the largest amount in minor units");
}

TEST_F(ServeEvents, AcceptsTwoMediaTypesOnly) {
  EXPECT_EQ(collect({exposure("a", "k1")}, "application/cloudevents-batch+json").status, 200);
  EXPECT_EQ(collect({exposure("b", "k2")}, "text/plain").status, 200);
  EXPECT_EQ(collect({exposure("c", "k3")}, "application/x-www-form-urlencoded").status, 415);
  EXPECT_EQ(collect({exposure("d", "k4")}, "").status, 415);
}

TEST_F(ServeEvents, RefusesABodyThatIsNotABatch) {
  Browser page = browser();
  using namespace std::string_literals;
  for (const std::string& body : {""s, "{"s, "{}"s, "null"s, "[1,2"s, "\xff"s, "[]\0[]"s}) {
    const Answer answer = read(page.send("POST", "/events", body, {{"content-type", "text/plain"}}));
    EXPECT_EQ(answer.status, 400) << body;
    EXPECT_EQ(answer.json["error"]["code"], "batch_invalid") << body;
  }
  std::vector<nlohmann::json> many;
  for (std::size_t i = 0; i <= kMaxEvents; ++i) many.push_back(exposure(std::to_string(i), std::to_string(i)));
  EXPECT_EQ(collect(many).status, 400);
  many.pop_back();
  EXPECT_EQ(collect(many).status, 200);
  EXPECT_EQ(collect({}).json["stored"].size(), 0u);
}

TEST_F(ServeEvents, RefusesInvalidEventsAndStoresTheRest) {
  const auto spoilt = [](const std::string& id, auto spoil) {
    nlohmann::json event = exposure(id, "k-" + id);
    spoil(event);
    return event;
  };
  using J = nlohmann::json;
  const std::vector<nlohmann::json> bad = {
      spoilt("b1", [](J& e) { e["specversion"] = "0.3"; }),
      spoilt("b2", [](J& e) { e.erase("source"); }),
      spoilt("b3", [](J& e) { e["type"] = "aftermint.purchase"; }),
      spoilt("b4", [](J& e) { e["type"] = "other.exposure"; }),
      spoilt("b5", [](J& e) { e["data"]["email"] = "ada@example.org"; }),
      spoilt("b6", [](J& e) { e["data"]["amount"] = 24.5; }),
      spoilt("b7", [](J& e) { e["data"]["amount"] = -1; }),
      spoilt("b8", [](J& e) { e["data"]["placement"] = "popup"; }),
      spoilt("b9", [](J& e) { e["time"] = "yesterday"; }),
      spoilt("b10", [](J& e) { e["source"] = "/server"; }),
      spoilt("b11", [](J& e) { e["data"]["offer"] = std::string(257, 'x'); }),
      spoilt("b12",
             [](J& e) {
               e["data"]["arms"] = {{{"experiment", "e"}, {"arm", "a"}, {"more", 1}}};
             }),
      spoilt("b13", [](J& e) { e.erase("data"); }),
      spoilt("", [](J& e) { e["id"] = ""; })};
  for (const nlohmann::json& event : bad) {
    const Answer alone = collect({event});
    EXPECT_EQ(alone.status, 400) << event;
    EXPECT_THAT(alone.json["error"]["message"].get<std::string>(), Not(HasSubstr("array"))) << event;
    const Answer mixed = collect({event, exposure("good", "k-good")});
    EXPECT_THAT(mixed.json["stored"].get<std::vector<std::string>>(), ElementsAre("good")) << event;
    EXPECT_EQ(mixed.json["refused"].size(), 1u) << event;
  }
}

TEST_F(ServeEvents, AcceptsExtensionAttributes) {
  nlohmann::json event = exposure("a", "k1");
  event["traceparent"] = "00-1-2-3";
  EXPECT_EQ(collect({event}).status, 200);
}

TEST_F(ServeEvents, CountsPageAndServerEventsOnceWithTheServersAmount) {
  Browser ada = browser();
  ada.post("/cart", "product=knife");
  const std::string form = payForm(ada, "ok", "stone-bump");
  const std::string page = ada.get("/checkout").body;
  const std::string order = nlohmann::json::parse(valueIn(page, " order=\"([^\"]*)\""))["id"];
  nlohmann::json claim = exposure("a", order + "/stone-bump/checkout/accept", "accept");
  claim["data"]["amount"] = 999999;
  collect({claim});
  ada.post("/pay", form);
  claim["id"] = "late";
  collect({claim});
  EXPECT_EQ(countsOf("stone-bump", "checkout").accepts, 1);
  EXPECT_EQ(countsOf("stone-bump", "checkout").revenue, 2400);
  EXPECT_EQ(store->counts().offerValue, 2400);
}

TEST_F(ServeEvents, AnswersUnavailableIfTheStoreFailsAndKeepsTheShopRunning) {
  class Broken final : public Store {
   public:
    void append(std::vector<Event>) override { throw StoreError("the disk is full"); }
    StoreCounts counts() override { throw StoreError("the disk is full"); }
    std::vector<ArmSums> sums(const SumsQuery&) override { throw StoreError("the disk is full"); }
    std::vector<EarlierSums> earlier(const SumsQuery&) override { throw StoreError("the disk is full"); }
    OrderMoney orderMoney(std::string_view) override { throw StoreError("the disk is full"); }
    std::string currency() override { throw StoreError("the disk is full"); }
    std::int64_t countFrom(std::string_view) override { throw StoreError("the disk is full"); }
    std::int64_t dropFrom(std::string_view) override { throw StoreError("the disk is full"); }
    void ping() override { throw StoreError("the disk is full"); }
  } broken;
  Shop closed{{book, accepts, orders, provider, broken, [this] { return now; }, shop.ticketKeys},
              served,
              info,
              db,
              bank,
              shop.demo,
              shop.dist};
  App other(closed);
  Browser page{other, ""};
  const Response answer = page.send("POST", "/events", nlohmann::json::array({exposure("a", "k")}).dump(),
                                    {{"content-type", "text/plain"}});
  EXPECT_EQ(answer.status, 503);
  EXPECT_EQ(answer.header("Retry-After"), "5");
  EXPECT_EQ(page.get("/health").status, 503);
  EXPECT_EQ(page.get("/results").status, 503);
  page.post("/cart", "product=knife");
  EXPECT_EQ(page.post("/pay", payForm(page)).status, 303) << "an order does not wait for statistics";
  db.relay(*store);
  EXPECT_EQ(store->counts().orders, 1) << "the event of the order is not lost";
}

TEST_F(ServeEvents, ShowsItsResultsInTheShopsFrame) {
  nlohmann::json assignment = exposure("a", "k1", "assignment");
  assignment["data"]["visitor"] = "v-1";
  assignment["data"]["before"] = 12000;
  assignment["data"]["holdout"] = false;
  assignment["data"]["arms"] = nlohmann::json::array();
  EXPECT_EQ(collect({assignment}).status, 200);
  Browser ada = browser();
  const std::string page = ada.get("/results").body;
  EXPECT_THAT(page, HasSubstr("<header class=\"top\">"));
  EXPECT_THAT(page, HasSubstr("<link rel=\"stylesheet\" href=\"/report.css\">"));
  EXPECT_THAT(page, HasSubstr("Whetstone"));
  EXPECT_THAT(page, HasSubstr("No comparison is possible"));
  EXPECT_EQ(ada.get("/results?by=colour").status, 400);
  EXPECT_EQ(ada.get("/report.css").content(), report::reportCss());
  EXPECT_EQ(ada.get("/report.js").contentType, "text/javascript; charset=utf-8");
}

}  // namespace
}  // namespace aftermint::testing
