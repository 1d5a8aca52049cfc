// A whole shop without sockets: with its own book, stores in memory, and a clock that the test sets.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <regex>
#include <string>
#include <utility>

#include "accept/reconciler.h"
#include "accept/ticket.h"
#include "aftermint/codec.h"
#include "demo/server/app.h"
#include "unit/paths.h"

namespace aftermint::testing {

using namespace demo;

inline constexpr const char* kShopBook = R"json({
  "version": 1, "id": "test", "merchant": "larder", "currency": "GBP", "locale": "en-GB",
  "policy": { "priceBand": { "minBps": 500, "maxBps": 5000 }, "deadlineMs": 600, "windowSeconds": 7200, "undoSeconds": 900 },
  "products": [
    { "id": "knife", "title": "Chef's knife", "price": 12000, "category": "knives", "complements": ["stone", "rack"] },
    { "id": "stone", "title": "Whetstone", "price": 2900, "category": "care" },
    { "id": "rack", "title": "Rack", "price": 3501, "category": "care",
      "variants": [{ "id": "oak", "title": "Oak" }, { "id": "ash", "title": "Ash", "price": 3000 }] } ],
  "offers": [
    { "id": "stone-bump", "type": "cross_sell", "items": [{ "product": "stone", "quantity": 1 }],
      "price": { "kind": "fixed", "amount": 2400 }, "placements": ["checkout"],
      "copy": { "en": { "headline": "Keep your {trigger} sharp", "benefit": "A stone. {price}.", "accept": "Add the stone" } } },
    { "id": "rack-offer", "type": "cross_sell", "items": [{ "product": "rack", "variant": "oak", "quantity": 1 }],
      "price": { "kind": "fixed", "amount": 3000 }, "placements": ["post_purchase", "thank_you"], "link": "/products/rack",
      "copy": { "en": { "headline": "A home for your {trigger}", "benefit": "A rack. {price}.", "accept": "Add the rack" } } } ],
  "experiments": []
})json";

/** A provider that works like the sandbox. It can also lose the answer after a charge, fail, or be slow. */
class FlakyProvider final : public PaymentProvider {
 public:
  explicit FlakyProvider(Sandbox& bank) : bank_(bank) {}
  Charge charge(const ChargeRequest& request) override {
    if (down) throw PaymentUnknown("no route to the provider");
    if (const auto act = std::exchange(atCharge, nullptr)) act();
    const Charge made = bank_.charge(request);
    if (loseAnswers > 0) {
      --loseAnswers;
      throw PaymentUnknown("the answer was lost");
    }
    return made;
  }
  std::optional<Charge> find(const std::string& key) override {
    if (down || loseAnswers > 0) throw PaymentUnknown("no route to the provider");
    return forgets ? std::nullopt : bank_.find(key);
  }
  Charge refund(const std::string& charge) override {
    if (down || charge == cannotRefund) throw PaymentUnknown("no route to the provider");
    return bank_.refund(charge);
  }
  std::optional<std::vector<ListedCharge>> listSince(Millis since) override {
    if (down) throw PaymentUnknown("no route to the provider");
    return lists ? bank_.listSince(since) : std::nullopt;
  }
  [[nodiscard]] std::string actionUrl(const std::string& charge) const override { return bank_.actionUrl(charge); }
  [[nodiscard]] bool chargesAgain(const std::string& method) const override { return bank_.chargesAgain(method); }

  bool down = false;
  int loseAnswers = 0;
  bool forgets = false;            ///< whether it finds no charge by its key any more
  bool lists = true;               ///< whether it can list its charges
  std::string cannotRefund;        ///< id of a charge
  std::function<void()> atCharge;  ///< called once, when the next charge is asked for and not yet made

 private:
  Sandbox& bank_;
};

class ServeTest : public ::testing::Test {
 protected:
  explicit ServeTest(const std::string& path = ":memory:", std::unique_ptr<Store> events = openStore("sqlite::memory:"),
                     const char* text = kShopBook)
      : decoded(decodeBook(text)),
        bookText(text),
        store(std::move(events)),
        db(path),
        accepts(path),
        bank(path, [this] { return now; }),
        provider(bank) {
    info = shopOf(book.book());
  }

  /** One shopper's browser, which keeps the session's cookie. */
  struct Browser {
    App& app;
    std::string cookie;

    Response get(const std::string& target) { return send("GET", target, "", {}); }
    Response post(const std::string& target, const std::string& body, Fields headers = {}) {
      headers.emplace("content-type", "application/x-www-form-urlencoded");
      return send("POST", target, body, std::move(headers));
    }
    Response send(const std::string& method, const std::string& target, const std::string& body, Fields headers) {
      Request request;
      request.method = method;
      EXPECT_TRUE(setTarget(request, target)) << target;
      request.body = body;
      request.headers = std::move(headers);
      request.headers.emplace("accept", "text/html");
      request.headers.emplace("sec-fetch-site", "same-origin");
      request.cookies = parseCookies(cookie);
      Response response = app.handle(request);
      if (const auto set = response.header("Set-Cookie"); !set.empty())
        cookie = std::string(set.substr(0, set.find(';')));
      return response;
    }
  };

  Browser browser() { return {app, ""}; }

  /** The value of a hidden field or attribute of a page, without HTML escapes. */
  static std::string valueIn(const std::string& page, const std::string& pattern) {
    std::smatch match;
    if (!std::regex_search(page, match, std::regex(pattern))) {
      ADD_FAILURE() << "no " << pattern << " in the page";
      return {};
    }
    std::string text = match[1];
    for (const auto& [from, to] :
         {std::pair{"&quot;", "\""}, {"&#39;", "'"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}}) {
      for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += 1) {
        text.replace(at, std::string(from).size(), to);
      }
    }
    return text;
  }

  /** The current pay form of the checkout, filled in. */
  static std::string payForm(Browser& shopper, const std::string& card = "ok", const std::string& bump = "") {
    const std::string page = shopper.get("/checkout").body;
    return "name=Ada&email=ada%40example.org&address=1+Lane&card=" + card + "&bump=" + bump +
           (bump.empty() ? "" : "&bump-price=2400") + "&nonce=" + valueIn(page, "name=\"nonce\" value=\"([^\"]*)\"") +
           "&cart=" + valueIn(page, "name=\"cart\" value=\"([^\"]*)\"");
  }

  /** Buys the knife and returns the order's id. */
  std::string buy(Browser& shopper, const std::string& card = "ok", const std::string& bump = "") {
    shopper.post("/cart", "product=knife&quantity=1");
    const Response paid = shopper.post("/pay", payForm(shopper, card, bump));
    EXPECT_EQ(paid.status, 303) << paid.body;
    const std::string target(paid.header("Location"));
    EXPECT_THAT(target, ::testing::MatchesRegex("/orders/[^/]+/thanks"));
    return target.size() > 15 ? target.substr(8, target.size() - 15) : "";
  }

  std::string ticketOf(Browser& shopper, const std::string& order) {
    return valueIn(shopper.get("/orders/" + order + "/thanks").body, " ticket=\"([^\"]*)\"");
  }

  static nlohmann::json acceptJson(const std::string& order, const std::string& ticket, Minor amount = 3000) {
    return {{"order", order},
            {"offer", "rack-offer"},
            {"price", {{"amount", amount}, {"currency", "GBP"}}},
            {"ticket", ticket},
            {"visitor", "v-1"},
            {"locale", "en-GB"},
            {"shown", {{"headline", "A home for your knife"}, {"price", "£30.00"}, {"accept", "Pay £30.00 now"}}}};
  }

  struct Answer {
    int status;
    nlohmann::json json;
    [[nodiscard]] std::string word() const { return json.value("status", ""); }
  };
  static Answer read(const Response& response) {
    return {response.status, nlohmann::json::parse(response.body, nullptr, false)};
  }
  Answer accept(Browser& shopper, const nlohmann::json& body, const std::string& key = "k-1") {
    return read(shopper.post("/offers/accept", body.dump(), {{"idempotency-key", key}}));
  }
  /** Asks with a ticket of the accept's order; with one of another order if there is no such accept. */
  Answer ask(Browser& shopper, const std::string& key = "k-1") {
    PlacedOrder order;
    order.id = "none";
    if (const auto record = accepts.accept(key)) order.id = record->order;
    order.currency = "GBP";
    return askWith(shopper, signTicket(order, ticketAuthority(shop), now), key);
  }
  Answer askWith(Browser& shopper, const std::string& ticket, const std::string& key = "k-1") {
    return read(shopper.send("GET", "/offers/accept?key=" + key, "", {{"aftermint-ticket", ticket}}));
  }
  Answer undo(Browser& shopper, const std::string& order, const std::string& ticket, const std::string& key = "k-1") {
    const nlohmann::json body = {{"order", order}, {"offer", "rack-offer"}, {"ticket", ticket}, {"key", key}};
    return read(shopper.post("/offers/accept/undo", body.dump()));
  }

  /** A pass of the reconciler of another process that has just started, after every lease has run out. */
  Reconciled reconcile() {
    now += kLeaseMillis;
    return AcceptReconciler(shop).pass();
  }

  /** The store's counts for an offer at a placement. */
  OfferCounts countsOf(const std::string& offer, const std::string& placement) {
    for (const OfferCounts& row : store->counts().rows) {
      if (row.offer == offer && row.placement == placement) return row;
    }
    return {};
  }

  Millis now = 1'800'000'000'000;
  std::function<void()> atClock;  ///< called once, before the shop next reads the clock
  Decoded<Book> decoded;
  IndexedBook book{decoded ? *decoded.value : Book()};
  std::string bookText;
  ServedBook served{[this](std::span<const std::string>) { return bookText; }};
  ShopInfo info;
  std::unique_ptr<Store> store;
  ShopDb db;
  ShopOrders orders{db};
  AcceptDb accepts;
  Sandbox bank;
  FlakyProvider provider;
  Shop shop{{book,
             accepts,
             orders,
             provider,
             *store,
             [this] {
               if (const auto act = std::exchange(atClock, nullptr)) act();
               return now;
             },
             {{"", "a-signing-key-of-at-least-32-bytes!"}}},
            served,
            info,
            db,
            bank,
            std::string(kSourceFolder) + "/demo",
            std::string(kSourceFolder) + "/dist"};
  App app{shop};
};

/** A shop on a file, for tests with two servers at once or one after the other. */
class ShopOnFile : public ServeTest {
 public:
  explicit ShopOnFile(const std::string& path) : ServeTest(path, openStore("sqlite:" + path)) {}
  void TestBody() override {}
  using ServeTest::accept;
  using ServeTest::acceptJson;
  using ServeTest::accepts;
  using ServeTest::Answer;
  using ServeTest::ask;
  using ServeTest::bank;
  using ServeTest::browser;
  using ServeTest::buy;
  using ServeTest::db;
  using ServeTest::now;
  using ServeTest::provider;
  using ServeTest::reconcile;
  using ServeTest::shop;
  using ServeTest::store;
  using ServeTest::ticketOf;
};

}  // namespace aftermint::testing
