// Signed batches of events from the shop's own server.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "events/event_signature.h"
#include "ids.h"
#include "serve/shop_server.h"

namespace aftermint::testing {
namespace {

using nlohmann::json;

const std::string kOldKey = "an-old-key-of-at-least-32-bytes-01";
const std::string kNewKey = "the-new-key-of-at-least-32-bytes-2";
constexpr Millis kNow = 1'796'000'000'000;

json serverEvent(const std::string& id, const std::string& type, json data) {
  if (!data.contains("currency")) data["currency"] = "GBP";
  return {{"specversion", "1.0"},
          {"id", id},
          {"source", "/shop"},
          {"type", "aftermint." + type},
          {"time", "2026-11-20T10:00:00Z"},
          {"data", std::move(data)}};
}

class ServerEvents : public ::testing::Test {
 protected:
  struct Reply {
    int status;
    json body;
    [[nodiscard]] std::string code() const { return body["error"]["code"]; }
  };

  Reply post(const std::string& body, const std::string& signature) {
    Request request;
    request.method = "POST";
    request.path = "/events";
    request.headers = {{"content-type", "application/cloudevents-batch+json"}};
    if (!signature.empty()) request.headers["aftermint-signature"] = signature;
    request.body = body;
    const Response response = server.handle(request);
    return {response.status, json::parse(response.body)};
  }
  Reply send(const std::vector<json>& events) {
    const std::string body = json(events).dump();
    return post(body, signEvents(body, kNewKey, kNow));
  }

  std::unique_ptr<Store> store = openStore("sqlite::memory:");
  ShopServer server{[this] {
    ShopServerParts parts{*store, [] { return kNow; }};
    parts.eventKeys = {kNewKey, kOldKey};
    return parts;
  }()};
};

TEST_F(ServerEvents, AreTrustedWithASignature) {
  const std::vector<json> batch = {
      serverEvent("a", "order", {{"order", "1"}, {"visitor", "v"}, {"amount", 9000}, {"buyer", "first"}}),
      serverEvent(
          "b", "accept",
          {{"order", "1"}, {"offer", "F"}, {"placement", "post_purchase"}, {"amount", 700}, {"path", "one_click"}})};
  EXPECT_EQ(send(batch).body, json::parse(R"({"stored":["a","b"]})"));
  EXPECT_EQ(store->counts().orders, 1);
  EXPECT_EQ(store->counts().orderValue, 9700);
}

TEST_F(ServerEvents, CountOnceWhateverTheirIdAndKey) {
  const json order = {{"order", "1"}, {"amount", 9000}};
  send({serverEvent("a", "order", order)});
  json again = order;
  again["key"] = "a key of the shop";
  send({serverEvent("b", "order", again)});
  EXPECT_EQ(store->counts().orders, 1);
}

TEST_F(ServerEvents, MayBeSignedWithAnyKeyAndSeveralSignatures) {
  const std::string body = json::array({serverEvent("a", "order", {{"order", "1"}, {"amount", 1}})}).dump();
  EXPECT_EQ(post(body, signEvents(body, kOldKey, kNow)).status, 200);
  EXPECT_EQ(post(body, signEvents(body, kNewKey, kNow)).status, 200);
  const std::string seconds = std::to_string(kNow / 1000);
  EXPECT_EQ(post(body, "t=" + seconds + ", v1=00, v1=" + hmacSha256Hex(kNewKey, seconds + "." + body)).status, 200);
}

TEST_F(ServerEvents, AreRefusedWithAWrongSignature) {
  const std::string body = json::array({serverEvent("a", "order", {{"order", "1"}, {"amount", 1}})}).dump();
  const std::string good = signEvents(body, kNewKey, kNow);
  for (const std::string& header :
       {std::string("x"), std::string("t=1"), good + "0", good.substr(3), "t=," + good.substr(3),
        "t=9" + good.substr(3), signEvents(body + " ", kNewKey, kNow),
        signEvents(body, "another-key-of-at-least-32-bytes-3", kNow)}) {
    const Reply reply = post(body, header);
    EXPECT_EQ(reply.status, 401) << header;
    EXPECT_EQ(reply.code(), "signature_invalid") << header;
  }
  EXPECT_EQ(store->counts().orders, 0);
}

TEST_F(ServerEvents, AreRefusedMoreThanFiveMinutesLaterOrEarlier) {
  const std::string body = json::array({serverEvent("a", "order", {{"order", "1"}, {"amount", 1}})}).dump();
  for (const Millis apart : {Millis{301'000}, Millis{-301'000}}) {
    const Reply reply = post(body, signEvents(body, kNewKey, kNow + apart));
    EXPECT_EQ(reply.status, 401);
    EXPECT_EQ(reply.code(), "signature_expired");
  }
  EXPECT_EQ(post(body, signEvents(body, kNewKey, kNow - 300'000)).status, 200);
}

TEST_F(ServerEvents, AreRefusedIfTheyAreIncompleteOrOfAPage) {
  const json order = {{"order", "1"}, {"amount", 1}};
  const auto changed = [&](const char* key, const json& value) {
    json data = order;
    data[key] = value;
    return data;
  };
  const std::vector<json> bad = {
      serverEvent("no-order", "order", {{"amount", 1}}),
      serverEvent("no-amount", "order", {{"order", "1"}}),
      serverEvent("no-currency", "order", changed("currency", nullptr)),
      serverEvent("buyer", "order", changed("buyer", "new")),
      serverEvent("no-refund", "refund", order),
      serverEvent("reason", "refund", {{"order", "1"}, {"amount", 1}, {"refund", "r"}, {"reason", "fire"}}),
      serverEvent("no-offer", "accept", order),
      serverEvent("email", "order", changed("email", "ada@example.org")),
      serverEvent("exposure", "exposure", order)};
  for (const json& event : bad) {
    const Reply reply = send({event, serverEvent("good", "order", order)});
    EXPECT_EQ(reply.body["stored"], json::array({"good"})) << event;
    EXPECT_EQ(reply.body["refused"].size(), 1u) << event;
  }
}

TEST_F(ServerEvents, KeepEachRefundOfAnOrder) {
  for (const char* id : {"r1", "r2", "r1"}) {
    send({serverEvent(randomId(), "refund",
                      {{"order", "1"}, {"amount", 100}, {"refund", id}, {"reason", "chargeback"}})});
  }
  EXPECT_EQ(store->countFrom("/shop"), 2);
}

TEST_F(ServerEvents, WithoutASignatureAreClaimsOfAPage) {
  const std::string body = json::array({serverEvent("a", "order", {{"order", "1"}, {"amount", 1}})}).dump();
  EXPECT_EQ(post(body, "").status, 200);
  const std::vector<json> trusted = {serverEvent("b", "order", {{"order", "2"}, {"amount", 9}})};
  send(trusted);
  EXPECT_EQ(store->counts().orders, 1) << "claims do not count once a server has written an order";
}

TEST(EventSignature, IsHmacSha256) {
  // RFC 4231, test case 2.
  EXPECT_EQ(hmacSha256Hex("Jefe", "what do ya want for nothing?"),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST(EventSignature, NeedsKeysOf32Bytes) {
  EXPECT_TRUE(eventKeysOf("").empty());
  EXPECT_EQ(eventKeysOf(kOldKey + ", " + kNewKey), (std::vector<std::string>{kOldKey, kNewKey}));
  EXPECT_THROW(static_cast<void>(eventKeysOf("short")), std::runtime_error);
  EXPECT_THROW(static_cast<void>(eventKeysOf("," + kOldKey)), std::runtime_error) << "an empty key";
}

}  // namespace
}  // namespace aftermint::testing
