// Events of pages at the server: what it refuses, turns away, stores without counting, and says about it in the
// results.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <jwt.h>

#include <chrono>
#include <cstdlib>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "events/event_signature.h"
#include "serve/page_token.h"
#include "serve/shop_server.h"
#include "serve_fixture.h"

namespace aftermint::testing {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

constexpr const char* kPageKey = "a-signing-key-of-at-least-32-bytes!";
constexpr const char* kEventKey = "an-event-key-of-at-least-32-bytes-1";
constexpr const char* kChrome =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36";

/** A token with these claims, signed with `key`. */
std::string pageToken(const std::vector<std::pair<std::string, std::string>>& claims, Millis expires,
                      const std::string& key = kPageKey) {
  jwt_t* jwt = nullptr;
  EXPECT_EQ(jwt_new(&jwt), 0);
  jwt_set_alg(jwt, JWT_ALG_HS256, reinterpret_cast<const unsigned char*>(key.data()), static_cast<int>(key.size()));
  for (const auto& [name, value] : claims) jwt_add_grant(jwt, name.c_str(), value.c_str());
  jwt_add_grant_int(jwt, "exp", static_cast<long>(expires / 1000));
  char* text = jwt_encode_str(jwt);
  std::string token = text;
  std::free(text);
  jwt_free(jwt);
  return token;
}

class PageEvents : public ::testing::Test {
 protected:
  struct Reply {
    int status = 0;
    json body;
    std::string retryAfter;
  };

  PageEvents() { start({}); }

  void start(PageEventOptions options) {
    checks = std::make_unique<PageChecks>(
        PageChecks::Parts{*store, &book, {{"", kPageKey}}, false, options, [this] { return steady; }}, now);
    ShopServerParts parts{*store, [this] { return now; }};
    parts.book = &book;
    parts.eventKeys = {kEventKey};
    parts.pageChecks = checks.get();
    server = std::make_unique<ShopServer>(std::move(parts));
  }

  Reply post(const std::vector<json>& events, const std::string& client = "203.0.113.7", Fields headers = {},
             const std::string& token = "") {
    Request request;
    request.method = "POST";
    request.path = "/events";
    request.client = client;
    request.headers = std::move(headers);
    request.headers.emplace("content-type", "text/plain");
    request.headers.emplace("user-agent", kChrome);
    if (!token.empty()) request.query["token"] = token;
    request.body = json(events).dump();
    const Response response = server->handle(request);
    return {response.status, json::parse(response.body), std::string(response.header("Retry-After"))};
  }

  Reply sign(const std::vector<json>& events) {
    return post(events, "203.0.113.200", {{"aftermint-signature", signEvents(json(events).dump(), kEventKey, now)}});
  }

  json event(const std::string& type, const std::string& visitor, const std::string& offer = "stone-bump",
             const std::string& placement = "checkout", json more = json::object()) {
    json data = {{"offer", offer}, {"placement", placement}, {"visitor", visitor}, {"currency", "GBP"}};
    data.update(more);
    const std::string id = std::to_string(++count);
    if (!data.contains("key")) data["key"] = id + "/" + offer + "/" + placement + "/" + type;
    return {{"specversion", "1.0"}, {"id", id}, {"source", "/checkout"}, {"type", "aftermint." + type}, {"data", data}};
  }

  json results() {
    Request request;
    request.path = "/results";
    return json::parse(server->handle(request).body);
  }
  json leftOut() {
    json counts = json::object();
    const json all = results();
    for (const json& each : all["leftOut"]) counts[each["reason"].get<std::string>()] = each["events"];
    return counts;
  }
  /** The only row of the sums by offer for an offer. */
  ArmSums sumsOf(const std::string& offer) {
    SumsQuery query;
    query.by = SumsBy::Offer;
    query.now = now + 1;
    ArmSums sum;
    for (const ArmSums& row : store->sums(query)) {
      if (row.offer == offer) static_cast<UnitCounts&>(sum.counts) += row.counts;
    }
    return sum;
  }

  Millis now = 1'796'000'000'000;
  QuotaTime steady{};
  int count = 0;
  IndexedBook book{*decodeBook(kShopBook).value};
  std::unique_ptr<Store> store = openStore("sqlite::memory:");
  std::unique_ptr<PageChecks> checks;
  std::unique_ptr<ShopServer> server;
};

TEST_F(PageEvents, AreRefusedOneByOneIfTheyCannotBeTrueAndTheRestIsStored) {
  json broken = event("exposure", "v");
  broken["specversion"] = "9";
  const std::vector<json> batch = {
      event("exposure", "v", "invented"),
      event("exposure", "v", "stone-bump", "email"),
      event("assignment", "v", "stone-bump", "checkout", {{"holdout", true}}),
      event("exposure", "v", "stone-bump", "checkout", {{"arms", {{{"experiment", "invented"}, {"arm", "a"}}}}}),
      event("exposure", "v"),
      broken};
  const Reply reply = post(batch);
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.body["stored"], json::array({batch[4]["id"]}));
  std::map<std::string, std::string> codes;
  for (const json& each : reply.body["refused"]) codes[each["id"]] = each["code"];
  EXPECT_EQ(codes[batch[0]["id"]], "offer_unknown");
  EXPECT_EQ(codes[batch[1]["id"]], "placement_unknown");
  EXPECT_EQ(codes[batch[2]["id"]], "arm_wrong");
  EXPECT_EQ(codes[batch[3]["id"]], "arm_wrong");
  EXPECT_EQ(codes[broken["id"]], "event_invalid");
  EXPECT_EQ(store->countFrom(""), 1) << "no row for what was refused";
  EXPECT_EQ(leftOut(), (json{{"event_invalid", 1}, {"offer_unknown", 1}, {"placement_unknown", 1}, {"arm_wrong", 2}}));
}

TEST_F(PageEvents, OfUnknownOffersAloneAreAnsweredSoThatThePageDropsThem) {
  const Reply reply = post({event("exposure", "v", "invented")});
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.body["stored"], json::array());
  EXPECT_THAT(reply.body["refused"][0]["message"].get<std::string>(), HasSubstr("invented"));
}

TEST_F(PageEvents, OfBotsMakeNoRowsAndAreCounted) {
  const Reply reply = post({event("exposure", "v"), event("decline", "v")}, "203.0.113.7",
                           {{"user-agent", "Mozilla/5.0 (compatible; Googlebot/2.1)"}});
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.body["refused"][1]["code"], "bot");
  EXPECT_EQ(store->countFrom(""), 0);
  EXPECT_EQ(leftOut(), (json{{"bot", 2}}));
  EXPECT_EQ(post({event("exposure", "v")}, "127.0.0.1", {{"user-agent", "HeadlessChrome/131"}}).body["stored"].size(),
            1u)
      << "a test on this machine";
  EXPECT_EQ(post({event("exposure", "v")}, "127.0.0.1",
                 {{"user-agent", "HeadlessChrome/131"}, {"x-forwarded-for", "203.0.113.7"}})
                .body["refused"]
                .size(),
            1u)
      << "a proxy on this machine";
}

TEST_F(PageEvents, OfPagesThatAreNotShownYetComeAgain) {
  const Reply early = post({event("assignment", "v")}, "203.0.113.7", {{"sec-purpose", "prefetch;prerender"}});
  EXPECT_EQ(early.status, 503);
  EXPECT_EQ(early.retryAfter, "5");
  EXPECT_EQ(store->countFrom(""), 0);
  EXPECT_EQ(post({event("assignment", "v")}).body["stored"].size(), 1u);
}

TEST_F(PageEvents, AreTurnedAwayAboveTheQuotasAndTakenLater) {
  PageEventOptions options;
  options.quota = {100, 5, 20};
  start(options);
  for (int i = 0; i < 5; ++i) EXPECT_EQ(post({event("exposure", "v" + std::to_string(i))}).status, 200);
  const Reply refused = post({event("exposure", "one more")});
  EXPECT_EQ(refused.status, 429);
  EXPECT_EQ(refused.retryAfter, "720");
  EXPECT_EQ(refused.body["error"]["code"], "too_many_requests");
  EXPECT_EQ(post({event("decline", "v1")}).status, 200) << "a known visitor goes on";
  EXPECT_EQ(post({event("exposure", "one more")}, "203.0.113.8").status, 200) << "and so does another address";
  EXPECT_EQ(post({event("exposure", "w")}, "2001:db8:1:2::1").status, 200);
  for (int i = 0; i < 4; ++i)
    (void)post({event("exposure", "w" + std::to_string(i))}, "2001:db8:1:2::" + std::to_string(i));
  EXPECT_EQ(post({event("exposure", "w9")}, "2001:db8:1:2:ffff::9").status, 429)
      << "one network of 64 bits is one client";
  EXPECT_EQ(post({event("exposure", "x")}, "10.0.0.9").status, 200) << "a proxy or the shop's own network";
  steady += std::chrono::minutes(12);
  EXPECT_EQ(post({event("exposure", "yet another")}).status, 200);
  EXPECT_EQ(leftOut(), (json{{"too_many", 2}}));
}

TEST_F(PageEvents, CannotTakeThePlaceOfAnotherVisitors) {
  const json squat =
      event("exposure", "stranger", "stone-bump", "checkout", {{"key", "1001/stone-bump/checkout/exposure"}});
  const json real =
      event("exposure", "shopper", "stone-bump", "checkout", {{"key", "1001/stone-bump/checkout/exposure"}});
  post({squat});
  post({real, real});
  EXPECT_EQ(store->countFrom(""), 2);
  EXPECT_EQ(sumsOf("stone-bump").counts.exposed, 2);
}

TEST_F(PageEvents, WithoutATokenAreKeptAndNeverCountIfTheServerRequiresOne) {
  PageEventOptions options;
  options.requireToken = true;
  start(options);
  const std::string token = pageToken({{"iss", "larder"}, {"visitor", "v"}, {"aud", "events"}}, now + 60'000);
  EXPECT_EQ(post({event("assignment", "v"), event("exposure", "v")}, "203.0.113.7", {}, token).body["stored"].size(),
            2u);
  const json claim = event("assignment", "invented");
  EXPECT_EQ(post({claim, event("exposure", "invented"), event("decline", "v")}).body["stored"].size(), 3u)
      << "the page must not send them again";
  post({event("exposure", "w")}, "203.0.113.7", {}, token);  // of another visitor
  EXPECT_EQ(store->countFrom(""), 6);
  const ArmSums sums = sumsOf("stone-bump");
  EXPECT_EQ(sums.counts.visitors, 1);
  EXPECT_EQ(sums.counts.exposed, 1);
  EXPECT_EQ(leftOut(), (json{{"token_missing", 4}}));
}

TEST_F(PageEvents, WithATokenAreNotLimitedByTheirAddress) {
  PageEventOptions options;
  options.quota = {1, 1, 50};
  start(options);
  const std::string token = pageToken({{"iss", "larder"}, {"visitor", "v"}}, now + 60'000);
  for (int i = 0; i < 10; ++i) EXPECT_EQ(post({event("decline", "v")}, "203.0.113.7", {}, token).status, 200);
  EXPECT_EQ(post({event("decline", "v")}).status, 200);
  EXPECT_EQ(post({event("decline", "v")}).status, 429);
}

TEST_F(PageEvents, OfASimulationAreTakenFromASignedBatch) {
  json page = event("assignment", "sim-1", "of-the-truth", "checkout", {{"holdout", true}, {"before", 100}});
  page["source"] = "/simulated/checkout";
  json order = event("order", "sim-1", "", "checkout", {{"order", "SIM-1"}, {"amount", 100}});
  order["source"] = "/simulated/server";
  order["data"].erase("offer");
  order["data"].erase("placement");
  EXPECT_EQ(post({page}).body["refused"][0]["code"], "offer_unknown") << "anybody can call themselves simulated";
  EXPECT_EQ(sign({page, order}).body["stored"].size(), 2u);
  EXPECT_EQ(sumsOf("of-the-truth").counts.buyers, 1);
}

/** Tokens and whether they are valid: for the visitor v and the order 1. */
TEST(PageTokens, AreReadLikeTicketsAndForTheirOwnPurpose) {
  using Claims = std::vector<std::pair<std::string, std::string>>;
  const Millis now = 1'796'000'000'000;
  const auto reads = [&](const Claims& claims, Millis expires, const std::string& key = kPageKey) {
    return readPageToken(pageToken(claims, expires, key), "larder", {{"", kPageKey}}, now).has_value();
  };
  EXPECT_TRUE(reads({{"iss", "larder"}, {"visitor", "v"}}, now + 1'000));
  EXPECT_TRUE(reads({{"iss", "larder"}, {"sub", "1"}}, now + 1'000));
  EXPECT_FALSE(reads({{"iss", "larder"}}, now + 1'000)) << "a token that names no visitor";
  EXPECT_FALSE(reads({{"iss", "other"}, {"visitor", "v"}}, now + 1'000));
  EXPECT_FALSE(reads({{"iss", "larder"}, {"visitor", "v"}}, now));
  EXPECT_FALSE(reads({{"iss", "larder"}, {"visitor", "v"}}, 0)) << "one that never ends";
  EXPECT_FALSE(reads({{"iss", "larder"}, {"visitor", "v"}, {"aud", "accepts"}}, now + 1'000));
  EXPECT_FALSE(reads({{"iss", "larder"}, {"visitor", "v"}}, now + 1'000, "another-key-of-at-least-32-bytes-xx"));
  const std::string good = pageToken({{"iss", "larder"}, {"visitor", "v"}}, now + 1'000);
  const std::string body = good.substr(good.find('.'));
  EXPECT_FALSE(
      readPageToken("eyJhbGciOiJub25lIn0" + body.substr(0, body.rfind('.') + 1), "larder", {{"", kPageKey}}, now));
  EXPECT_FALSE(readPageToken(good + "A", "larder", {{"", kPageKey}}, now));
  EXPECT_FALSE(readPageToken("", "larder", {{"", kPageKey}}, now));

  const auto isProven = [](const PageToken& token, const std::string& visitor, const std::string& order) {
    Event event;
    event.visitor = visitor;
    event.order = order;
    return proves(token, event);
  };
  EXPECT_TRUE(isProven({"1", "v"}, "v", ""));
  EXPECT_TRUE(isProven({"1", "v"}, "order:1", "1"));
  EXPECT_TRUE(isProven({"1", "v"}, "", "1"));
  EXPECT_FALSE(isProven({"1", "v"}, "w", "1")) << "the shop said whose page it is";
  EXPECT_TRUE(isProven({"1", ""}, "w", "1"));
  EXPECT_FALSE(isProven({"1", ""}, "w", "2"));
  EXPECT_FALSE(isProven({"", "v"}, "w", ""));
  EXPECT_FALSE(isProven({"", "v"}, "", ""));
}

TEST(PageEventsStore, CountsWhatWasLeftOutByDay) {
  const auto store = openStore("sqlite::memory:");
  const Millis today = 20'000 * kDayMillis + 5;
  LeftOutTally tally;
  tally.add(LeftOut::Bot, 3);
  tally.flush(*store, today - 2 * kDayMillis);
  tally.add(LeftOut::Bot);
  tally.add(LeftOut::TooMany, 7);
  tally.flush(*store, today);
  tally.flush(*store, today);
  const auto counts = [&](Millis from) {
    std::map<std::string, std::int64_t> all;
    for (const LeftOutCount& each : store->leftOut(from)) all[std::string(toString(each.reason))] = each.events;
    return all;
  };
  EXPECT_EQ(counts(today), (std::map<std::string, std::int64_t>{{"bot", 1}, {"too_many", 7}}));
  EXPECT_EQ(counts(today - 2 * kDayMillis), (std::map<std::string, std::int64_t>{{"bot", 4}, {"too_many", 7}}));
}

}  // namespace
}  // namespace aftermint::testing
