// The server for a merchant's own shop: orders from tickets, results with a key, pages of other origins.
#include <jwt.h>

#include <cstdlib>
#include <cstring>
#include <memory>

#include "accept/accepts.h"
#include "accept/ticket_orders.h"
#include "http/forwarded.h"
#include "serve/shop_server.h"
#include "serve_fixture.h"

namespace aftermint::testing {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

constexpr const char* kKey = "a-signing-key-of-at-least-32-bytes!";

class ServeOwnShop : public ::testing::Test {
 protected:
  Response send(const std::string& method, const std::string& target, const std::string& body = "",
                Fields headers = {}) {
    Request request;
    request.method = method;
    EXPECT_TRUE(setTarget(request, target)) << target;
    request.body = body;
    request.headers = std::move(headers);
    request.headers.emplace("host", "offers.example");
    return server->handle(request);
  }

  json read(const Response& response) { return json::parse(response.content(), nullptr, false); }

  /** A ticket for one knife, as the shop's server signs it. */
  std::string ticket(const std::string& order, const std::string& method = "", Minor total = 12000) {
    jwt_t* jwt = nullptr;
    EXPECT_EQ(jwt_new(&jwt), 0);
    const long seconds = static_cast<long>(now / 1000);
    jwt_set_alg(jwt, JWT_ALG_HS256, reinterpret_cast<const unsigned char*>(kKey), static_cast<int>(strlen(kKey)));
    jwt_add_grant(jwt, "iss", "larder");
    jwt_add_grant(jwt, "sub", order.c_str());
    jwt_add_grant(jwt, "jti", "t-1");
    jwt_add_grant_int(jwt, "iat", seconds);
    jwt_add_grant_int(jwt, "exp", seconds + 900);
    jwt_add_grant_int(jwt, "total", static_cast<long>(total));
    jwt_add_grant(jwt, "currency", "GBP");
    jwt_add_grant(jwt, "visitor", "v-1");
    if (!method.empty()) jwt_add_grant(jwt, "method", method.c_str());
    jwt_add_grants_json(jwt, R"({"lines":[{"product":"knife","quantity":1,"price":12000}]})");
    char* text = jwt_encode_str(jwt);
    std::string token = text;
    std::free(text);
    jwt_free(jwt);
    return token;
  }

  std::string acceptBody(const std::string& order, const std::string& token) {
    return json{{"order", order},  {"offer", "rack-offer"}, {"price", {{"amount", 3000}, {"currency", "GBP"}}},
                {"ticket", token}, {"visitor", "v-1"},      {"locale", "en-GB"}}
        .dump();
  }
  json accept(const std::string& order, const std::string& token, const std::string& key = "k-1") {
    return read(send("POST", "/offers/accept", acceptBody(order, token), {{"idempotency-key", key}}));
  }

  void restart(bool payments = true) {
    ShopServerParts parts{*store, [this] { return now; }};
    if (payments) {
      parts.accepts = &services;
      parts.sandbox = &bank;
    }
    parts.served = &served;
    parts.allowOrigins = origins;
    parts.apiKey = apiKey;
    parts.isLocal = isLocal;
    server = std::make_unique<ShopServer>(std::move(parts));
  }

  Millis now = 1'800'000'000'000;
  ServedBook served{[](std::span<const std::string>) { return std::string(kShopBook); }};
  IndexedBook book{*decodeBook(kShopBook).value};
  std::unique_ptr<Store> store = openStore("sqlite::memory:");
  AcceptDb accepts{":memory:"};
  TicketOrders orders{":memory:", book};
  Sandbox bank{":memory:", [this] { return now; }};
  AcceptServices services{book, accepts, orders, bank, *store, [this] { return now; }, {{"", kKey}}};
  std::vector<std::string> origins;
  std::string apiKey;
  bool isLocal = true;
  std::unique_ptr<ShopServer> server;
  ServeOwnShop() { restart(); }
};

TEST_F(ServeOwnShop, AcceptsAnOfferForAnOrderKnownOnlyFromTheTicket) {
  const json answer = accept("1001", ticket("1001"));
  EXPECT_EQ(answer["status"], "accepted") << answer;
  EXPECT_EQ(answer["order"]["total"], 15000);
  EXPECT_EQ(answer["order"]["lines"][0]["title"], "Chef's knife") << "the title comes from the book";
  EXPECT_EQ(bank.succeededCharges("1001"), 1);
  EXPECT_EQ(store->counts().offerValue, 3000) << "the collector has the event";
}

TEST_F(ServeOwnShop, CountsCostsOutsideTheLines) {
  EXPECT_EQ(accept("1001", ticket("1001", "", 12500))["order"]["total"], 15500) << "the total includes delivery";
}

TEST_F(ServeOwnShop, ReportsAcceptsAndUndosToTheShop) {
  accept("1001", ticket("1001"));
  json reported = read(send("GET", "/orders/1001/accepts"));
  EXPECT_EQ(reported["accepts"][0]["state"], "accepted");
  EXPECT_EQ(reported["accepts"][0]["lines"][0]["product"], "rack");
  const json undo = {{"order", "1001"}, {"offer", "rack-offer"}, {"ticket", ticket("1001")}, {"key", "k-1"}};
  EXPECT_EQ(read(send("POST", "/offers/accept/undo", undo.dump()))["status"], "undone");
  reported = read(send("GET", "/orders/1001/accepts"));
  EXPECT_EQ(reported["accepts"][0]["state"], "undone");
  EXPECT_EQ(bank.succeededCharges("1001"), 0);
  EXPECT_TRUE(read(send("GET", "/orders/1002/accepts"))["accepts"].empty());
}

TEST_F(ServeOwnShop, RefusesATicketWithAnotherKeyOrTotal) {
  EXPECT_EQ(accept("1001", ticket("1001").substr(2))["error"]["code"], "ticket_invalid");
  orders.remember(*readTicket(ticket("1001"), ticketAuthority(services), now));
  EXPECT_EQ(accept("1001", ticket("1001", "", 100), "k-2")["error"]["code"], "ticket_invalid")
      << "the first ticket of an order counts";
}

TEST_F(ServeOwnShop, EndsTheWindowOfTheFirstTicket) {
  orders.remember(*readTicket(ticket("1001"), ticketAuthority(services), now));
  now += 7200'000;
  const json answer = accept("1001", ticket("1001"));
  EXPECT_EQ(answer["status"], "unavailable") << "a new ticket does not extend the window";
  EXPECT_EQ(answer["reason"], "window_closed");
}

TEST_F(ServeOwnShop, TakesAcceptsOnlyFromItsOwnPagesAndThoseOfNamedOrigins) {
  const auto sent = [&](const std::string& key, Fields from) {
    from.emplace("idempotency-key", key);
    return send("POST", "/offers/accept", acceptBody("1001", ticket("1001")), std::move(from)).status;
  };
  const Fields cross = {{"sec-fetch-site", "cross-site"}, {"origin", "https://shop.example"}};
  const Fields sibling = {{"sec-fetch-site", "same-site"}, {"origin", "https://shop.example"}};
  const Fields old = {{"origin", "https://shop.example"}};
  for (const Fields& from : {cross, sibling, old, Fields{{"origin", "null"}}}) {
    EXPECT_EQ(sent("k-1", from), 403);
    EXPECT_EQ(send("POST", "/offers/accept/undo", "{}", from).status, 403);
  }
  EXPECT_EQ(bank.succeededCharges("1001"), 0);
  EXPECT_EQ(sent("k-1", {{"sec-fetch-site", "same-origin"}}), 200);
  EXPECT_EQ(sent("k-1", {{"origin", "http://offers.example"}}), 200);
  EXPECT_EQ(sent("k-1", {}), 200) << "a program: its ticket is the proof";
  origins = {"https://shop.example"};
  restart();
  for (const Fields& from : {cross, sibling, old}) EXPECT_EQ(sent("k-1", from), 200);
  EXPECT_EQ(sent("k-1", {{"sec-fetch-site", "cross-site"}, {"origin", "https://evil.example"}}), 403);
}

TEST_F(ServeOwnShop, GivesTheBanksPageAFullUrlForPagesOfOtherOrigins) {
  origins = {"https://shop.example"};
  restart();
  const Response answer = send("POST", "/offers/accept", acceptBody("1001", ticket("1001", "ok_then_action")),
                               {{"idempotency-key", "k-1"}, {"origin", "https://shop.example"}});
  const std::string url = read(answer)["url"];
  EXPECT_THAT(url, ::testing::StartsWith("http://offers.example/bank/"));
  const std::string page = url.substr(std::string("http://offers.example").size());
  EXPECT_THAT(send("GET", page).body, HasSubstr("Confirm the payment"));
  EXPECT_EQ(send("POST", page, "answer=confirm").status, 303);
  const Response asked = send("GET", "/offers/accept?key=k-1", "", {{"aftermint-ticket", ticket("1001")}});
  EXPECT_EQ(read(asked)["status"], "accepted");
}

TEST_F(ServeOwnShop, OpensAnAcceptToNobodyWithoutATicketOfItsOrder) {
  const std::string good = ticket("1001");
  ASSERT_EQ(accept("1001", good)["status"], "accepted");
  const auto ask = [&](Fields headers) { return send("GET", "/offers/accept?key=k-1", "", std::move(headers)); };
  std::string changed = good;
  changed[changed.find('.') + 5] ^= 1;
  for (const std::string& token : {std::string(), std::string("a.b.c"), ticket("1002"), changed}) {
    const Response refused = ask({{"aftermint-ticket", token}});
    EXPECT_EQ(refused.status, 403) << token;
    EXPECT_EQ(read(refused)["error"]["code"], "ticket_invalid");
    EXPECT_THAT(refused.body, ::testing::Not(HasSubstr("receipt")));
  }
  EXPECT_EQ(ask({}).status, 403);
  now += 86'400'000;
  EXPECT_EQ(read(ask({{"aftermint-ticket", good}}))["status"], "accepted") << "an expired ticket still names its order";
}

TEST_F(ServeOwnShop, ChargesNothingWithoutPayments) {
  restart(false);
  const json answer = accept("1001", ticket("1001"));
  EXPECT_EQ(answer["status"], "unavailable");
  EXPECT_EQ(answer["reason"], "payments_off");
  EXPECT_EQ(read(send("GET", "/offers/accept?key=k-1"))["status"], "unknown");
  EXPECT_EQ(send("GET", "/orders/1001/accepts").status, 404);
  EXPECT_EQ(send("GET", "/health").status, 200);
  EXPECT_EQ(read(send("GET", "/book.json"))["id"], "test");
}

/** A store that can be read and not written, as on a full disk. */
class FullStore final : public Store {
 public:
  void append(std::vector<Event>) override { throw StoreError("the disk is full"); }
  StoreCounts counts() override { return {}; }
  std::vector<ArmSums> sums(const SumsQuery&) override { return {}; }
  std::vector<EarlierSums> earlier(const SumsQuery&) override { return {}; }
  OrderMoney orderMoney(std::string_view) override { return {}; }
  std::string currency() override { return "GBP"; }
  std::int64_t countFrom(std::string_view) override { return 0; }
  std::int64_t dropFrom(std::string_view) override { return 0; }
  void ping() override {}
  void probeWrite() override {
    ++probes;
    throw StoreError("the disk is full");
  }
  int probes = 0;
};

TEST_F(ServeOwnShop, TellsLiveFromReady) {
  for (const char* target : {"/health", "/health/live", "/health/ready"}) {
    EXPECT_EQ(send("GET", target).status, 200) << target;
    EXPECT_EQ(send("HEAD", target).status, 200) << target;
  }
  FullStore full;
  server = std::make_unique<ShopServer>(ShopServerParts{full, [this] { return now; }});
  EXPECT_EQ(send("GET", "/health").status, 200);
  EXPECT_EQ(send("GET", "/health/live").status, 200);
  for (int i = 0; i < 1000; ++i) ASSERT_EQ(send("GET", "/health/ready").status, 503);
  EXPECT_EQ(send("GET", "/health/ready").header("Retry-After"), "5");
  EXPECT_LT(full.probes, 500) << "many requests share one write";
}

TEST_F(ServeOwnShop, LetsPagesReadErrors) {
  const Fields from = {{"origin", "https://shop.example"}, {"content-type", "text/plain"}};
  EXPECT_EQ(send("POST", "/events", "{}", from).header("Access-Control-Allow-Origin"), "*");
  EXPECT_EQ(send("POST", "/events", "[]", {{"content-type", "image/png"}}).header("Access-Control-Allow-Origin"), "*");
  origins = {"https://shop.example"};
  restart();
  Request request;
  request.path = "/events";
  request.headers = from;
  Response refused = faultResponse(413, RequestFault::RequestTooLarge, "", "");
  server->finish(request, refused);
  EXPECT_EQ(refused.header("Access-Control-Allow-Origin"), "https://shop.example");
  FullStore full;
  server = std::make_unique<ShopServer>(ShopServerParts{full, [this] { return now; }});
  const json event = {{"specversion", "1.0"},
                      {"id", "a"},
                      {"source", "/checkout"},
                      {"type", "aftermint.exposure"},
                      {"time", "2026-11-23T10:00:00Z"},
                      {"subject", "1001"},
                      {"data", {{"key", "k"}, {"offer", "rack-offer"}, {"placement", "checkout"}, {"order", "1001"}}}};
  const Response failed = send("POST", "/events", json::array({event}).dump(), from);
  EXPECT_EQ(failed.header("Access-Control-Allow-Origin"), "*") << failed.status << failed.body;
  EXPECT_EQ(failed.status, 503) << failed.body;
}

TEST_F(ServeOwnShop, ShowsResultsAsJsonOrAsAPage) {
  EXPECT_EQ(read(send("GET", "/results"))["groups"], json::array());
  EXPECT_EQ(read(send("GET", "/results"))["by"], "offer");
  const Response page = send("GET", "/results", "", {{"accept", "text/html,*/*"}});
  EXPECT_THAT(page.body, HasSubstr("<html"));
  EXPECT_THAT(std::string(page.header("Content-Security-Policy")), HasSubstr("default-src 'none'"));
  EXPECT_EQ(send("GET", "/report.js").status, 200);
}

TEST_F(ServeOwnShop, RequiresTheKeyIfOtherMachinesCanReachIt) {
  isLocal = false;
  restart();
  EXPECT_EQ(send("GET", "/results").status, 401) << "without a key, all requests are refused";
  apiKey = "secret";
  restart();
  EXPECT_EQ(send("GET", "/results").status, 401);
  EXPECT_EQ(send("GET", "/orders/1/accepts", "", {{"authorization", "Bearer wrong"}}).status, 401);
  EXPECT_EQ(send("GET", "/results", "", {{"authorization", "Bearer secret"}}).status, 200);
}

TEST_F(ServeOwnShop, AllowsOnlyConfiguredOrigins) {
  origins = {"https://shop.example", "https://www.shop.example:8443"};
  restart();
  for (const std::string& origin : origins) {
    const Response answer = send("GET", "/offers/accept?key=k", "", {{"origin", origin}});
    EXPECT_EQ(answer.header("Access-Control-Allow-Origin"), origin);
    EXPECT_EQ(answer.header("Vary"), "Origin");
  }
  for (const char* origin :
       {"https://evil.example", "https://shop.example.evil.example", "http://shop.example", "null"}) {
    const Response answer = send("POST", "/events", "[]", {{"origin", origin}, {"content-type", "text/plain"}});
    EXPECT_EQ(answer.header("Access-Control-Allow-Origin"), "") << origin;
    EXPECT_EQ(answer.header("Vary"), "Origin") << "a cache must not give one origin's answer to another";
  }
  EXPECT_EQ(send("GET", "/results", "", {{"origin", origins[0]}}).header("Access-Control-Allow-Origin"), "")
      << "pages cannot read results";
}

TEST_F(ServeOwnShop, AnswersPreflightRequests) {
  const Fields asks = {{"origin", "https://shop.example"}, {"access-control-request-method", "POST"}};
  EXPECT_EQ(send("OPTIONS", "/offers/accept", "", asks).status, 405) << "without --allow-origin there is no CORS";
  origins = {"https://shop.example"};
  restart();
  const Response answer = send("OPTIONS", "/offers/accept", "", asks);
  EXPECT_EQ(answer.status, 204);
  EXPECT_EQ(answer.header("Access-Control-Allow-Origin"), "https://shop.example");
  EXPECT_THAT(std::string(answer.header("Access-Control-Allow-Methods")), HasSubstr("POST"));
  EXPECT_THAT(std::string(answer.header("Access-Control-Allow-Headers")), HasSubstr("idempotency-key"));
  EXPECT_EQ(send("OPTIONS", "/offers/accept", "",
                 {{"origin", "https://evil.example"}, {"access-control-request-method", "POST"}})
                .header("Access-Control-Allow-Methods"),
            "");
}

TEST(ServeCors, RefusesInvalidOrigins) {
  for (const char* text :
       {"", "*", "null", "shop.example", "https://shop.example/", "https://Shop.example", "https://"}) {
    EXPECT_THROW(Cors({text}), std::invalid_argument) << text;
  }
}

TEST(ServeForwarded, UsesTheValueOfTheNearestProxy) {
  Request request;
  request.client = "10.0.0.1";
  request.headers = {{"x-forwarded-for", "1.2.3.4, 203.0.113.9"}, {"x-forwarded-proto", "http, https"}};
  applyForwarded(request, TrustedProxies::parse("all"));
  EXPECT_EQ(request.client, "203.0.113.9");
  EXPECT_EQ(request.scheme, "https");
  request.headers = {{"x-forwarded-for", "<script>"}, {"x-forwarded-proto", "javascript"}};
  applyForwarded(request, TrustedProxies::parse("all"));
  EXPECT_EQ(request.client, "203.0.113.9") << "invalid addresses are ignored";
  EXPECT_EQ(request.scheme, "https");
}

}  // namespace
}  // namespace aftermint::testing
