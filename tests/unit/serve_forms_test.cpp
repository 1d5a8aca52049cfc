// Forms of other sites, cookies, sessions, order numbers, and baskets that several requests change at once.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "accept/accept_db.h"
#include "demo/server/checkout.h"
#include "demo/server/shop_keys.h"
#include "serve_fixture.h"
#include "unit/cli_scratch.h"
#include "unit/paths.h"
#include "unit/wire.h"

namespace aftermint::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using ::testing::Not;
using ::testing::StartsWith;

/** Headers that a browser sends with a form of a page of another site. */
const std::vector<Fields> kForeignHeaders = {
    {{"sec-fetch-site", "cross-site"}, {"origin", "https://evil.example"}},
    {{"sec-fetch-site", "same-site"}, {"origin", "https://other.shop.example"}},
    {{"sec-fetch-site", "cross-site"}},
    {{"sec-fetch-site", ""}, {"origin", "https://evil.example"}},
    {{"sec-fetch-site", ""}, {"origin", "null"}},
    {{"sec-fetch-site", ""}, {"origin", "http://shop.example.evil.example"}},
    {{"sec-fetch-site", ""}, {"origin", "http://shop.example:81"}},
};

class ServeForms : public ServeTest {
 protected:
  static Fields with(Fields headers, const std::string& name, const std::string& value) {
    headers.emplace(name, value);
    return headers;
  }

  static std::string tokenIn(const std::string& page) { return valueIn(page, "name=\"token\" value=\"([^\"]*)\""); }

  /** A request as a browser on https sends it, behind a proxy that is trusted. */
  Response secure(const std::string& method, const std::string& target, const std::string& body,
                  const std::string& cookies) {
    Request request;
    request.method = method;
    EXPECT_TRUE(setTarget(request, target)) << target;
    request.body = body;
    request.scheme = "https";
    request.headers = {{"accept", "text/html"}, {"sec-fetch-site", "same-origin"}};
    request.cookies = parseCookies(cookies);
    return app.handle(request);
  }
};

TEST_F(ServeForms, RefusesEveryFormOfAnotherSite) {
  Browser ada = browser();
  ada.post("/cart", "product=knife");
  const std::string form = payForm(ada), cookie = ada.cookie, basket = ada.get("/checkout").body;
  for (const Fields& headers : kForeignHeaders) {
    for (const auto& [target, body] :
         {std::pair<std::string, std::string>{"/cart", "product=stone&token=" + tokenIn(basket)},
          {"/cart", "product=knife&quantity=0&mode=add"},
          {"/pay", form + "&token=" + tokenIn(basket)},
          {"/bank/none", "answer=confirm"},
          {"/offers/accept", "{}"},
          {"/offers/accept/undo", "{}"}}) {
      const Response refused = ada.post(target, body, with(headers, "host", "shop.example"));
      EXPECT_EQ(refused.status, 403) << target << ::testing::PrintToString(headers);
      EXPECT_THAT(refused.body, HasSubstr("Nothing was changed or bought"));
      EXPECT_EQ(refused.header("Set-Cookie"), "");
    }
  }
  EXPECT_EQ(ada.cookie, cookie);
  EXPECT_EQ(ada.get("/checkout").body, basket) << "the basket is as it was";
  EXPECT_EQ(store->counts().orders, 0);
  Browser fresh = browser();
  EXPECT_EQ(fresh.post("/cart", "product=stone", kForeignHeaders.front()).status, 403);
  EXPECT_EQ(fresh.cookie, "") << "no session begins either";
  const Response json = ada.post("/cart", "product=stone", with(kForeignHeaders.front(), "accept", "application/json"));
  EXPECT_EQ(nlohmann::json::parse(json.body)["ok"], false);
}

TEST_F(ServeForms, TakesFormsOfItsOwnPages) {
  for (const Fields& headers :
       {Fields{{"sec-fetch-site", "same-origin"}, {"origin", "null"}}, Fields{{"sec-fetch-site", "none"}},
        Fields{{"sec-fetch-site", ""}, {"origin", "http://shop.example"}},
        Fields{{"sec-fetch-site", ""}, {"origin", "https://shop.example"}},
        Fields{{"sec-fetch-site", ""}, {"origin", "https://SHOP.example"}}}) {
    Browser ada = browser();
    EXPECT_EQ(ada.post("/cart", "product=knife", with(headers, "host", "Shop.example")).status, 303)
        << ::testing::PrintToString(headers);
  }
}

TEST_F(ServeForms, AsksForATokenIfTheBrowserSaysNothing) {
  const Fields silent = {{"sec-fetch-site", ""}};
  Browser ada = browser(), eve = browser();
  const std::string token = tokenIn(ada.get("/products/knife").body);
  const std::string other = tokenIn(eve.get("/products/knife").body);
  ASSERT_NE(token, other);
  for (const std::string& wrong : {std::string(), other, token.substr(1), token + "0"}) {
    EXPECT_EQ(ada.post("/cart", "product=knife&token=" + wrong, silent).status, 403) << wrong;
  }
  EXPECT_EQ(browser().post("/cart", "product=knife&token=" + token, silent).status, 403) << "without its cookie";
  EXPECT_EQ(ada.post("/cart", "product=knife&token=" + token, silent).status, 303);
  const std::string page = ada.get("/checkout").body, form = payForm(ada, "ok_then_action");
  EXPECT_EQ(ada.post("/pay", form, silent).status, 403);
  const Response paid = ada.post("/pay", form + "&token=" + tokenIn(page), silent);
  ASSERT_EQ(paid.status, 303);
  const std::string target(paid.header("Location")), order = target.substr(8, target.size() - 15);
  const Response asked = ada.post("/offers/accept", acceptJson(order, ticketOf(ada, order)).dump(),
                                  {{"sec-fetch-site", ""}, {"idempotency-key", "k-1"}});
  const nlohmann::json answer = nlohmann::json::parse(asked.body);
  ASSERT_EQ(answer["status"], "requires_action") << "the ticket is the token of an accept";
  const std::string bankUrl = answer["url"];
  EXPECT_EQ(ada.post(bankUrl, "answer=confirm", silent).status, 403);
  EXPECT_EQ(ada.post(bankUrl, "answer=confirm&token=" + tokenIn(ada.get(bankUrl).body), silent).status, 303);
}

TEST_F(ServeForms, NamesCookiesSoThatOnlyThisHostCanSetThemOnHttps) {
  const Response product = secure("GET", "/products/knife", "", "");
  const std::string visitor(product.header("Set-Cookie"));
  EXPECT_THAT(visitor,
              MatchesRegex("__Host-visitor=v-[0-9a-f]+\\.[0-9a-f]+; Path=/; HttpOnly; SameSite=Lax; Max-Age=[0-9]+; "
                           "Secure"));
  const std::string sid(secure("POST", "/cart", "product=knife", "").header("Set-Cookie"));
  EXPECT_THAT(sid, AllOf(StartsWith("__Host-sid="), HasSubstr("; Secure"), Not(HasSubstr("Domain"))));
  const std::string cookie = sid.substr(0, sid.find(';')), plain = cookie.substr(7);
  EXPECT_THAT(secure("GET", "/checkout", "", cookie).body, HasSubstr("Chef&apos;s knife"));
  EXPECT_THAT(secure("GET", "/checkout", "", plain).body, HasSubstr("Your basket is empty"))
      << "a plain name may come from a subdomain or from plain http";
  EXPECT_THAT(std::string(secure("GET", "/?lang=de", "", "").header("Set-Cookie")), StartsWith("__Host-lang=de;"));
  EXPECT_THAT(std::string(browser().post("/cart", "product=knife").header("Set-Cookie")),
              AllOf(StartsWith("sid="), Not(HasSubstr("Secure"))))
      << "on plain http browsers refuse the prefix and Secure";
}

/** Eve gives Ada a session of her own, for example by a link on a shared machine, and waits. */
TEST_F(ServeForms, RenewsTheSessionAtPayment) {
  Browser eve = browser();
  eve.post("/cart", "product=stone");
  Browser ada{app, eve.cookie};
  const std::string order = buy(ada);
  EXPECT_NE(ada.cookie, eve.cookie);
  EXPECT_EQ(ada.get("/orders/" + order + "/thanks").status, 200);
  EXPECT_EQ(eve.get("/orders/" + order + "/thanks").status, 404);
  EXPECT_EQ(eve.get("/orders/" + order).status, 404);
  const std::string second = buy(ada);
  EXPECT_EQ(ada.get("/orders/" + order).status, 200) << "earlier orders come along";
  EXPECT_EQ(ada.get("/orders/" + second).status, 200);
  EXPECT_EQ(eve.get("/orders/" + second).status, 404);
}

TEST_F(ServeForms, GivesALostAnswerAgainToWhoSendsTheWholeForm) {
  Browser ada = browser();
  ada.post("/cart", "product=knife");
  const std::string form = payForm(ada), before = ada.cookie;
  const std::string target(ada.post("/pay", form).header("Location"));
  Browser lost{app, before}, blank = browser(), eve{app, before};
  EXPECT_EQ(lost.post("/pay", form).header("Location"), target);
  EXPECT_EQ(lost.get(target).status, 200);
  EXPECT_EQ(blank.post("/pay", form).header("Location"), target) << "also without the old cookie";
  // Who gave Ada the session knows the nonce and the cart, but not what she typed.
  std::string guessed = form;
  guessed.replace(guessed.find("1+Lane"), 6, "2+Lane");
  EXPECT_EQ(eve.post("/pay", guessed).header("Location"), "/checkout");
  EXPECT_EQ(eve.get(target).status, 404);
  now += kOrderMillis;
  Browser late{app, before};
  EXPECT_EQ(late.post("/pay", form).header("Location"), "/checkout") << "not for ever";
  EXPECT_EQ(store->counts().orders, 1);
}

TEST_F(ServeForms, OrderNumbersTellNothing) {
  std::vector<std::int64_t> numbers;
  for (int i = 0; i < 8; ++i) {
    Browser ada = browser();
    const std::string order = buy(ada);
    EXPECT_THAT(order, MatchesRegex("[1-9][0-9]{9}-[a-z0-9]{4}"));
    EXPECT_THAT(ada.get("/orders/" + order).body, HasSubstr(order.substr(0, 10)));
    numbers.push_back(db.order(order)->number);
  }
  EXPECT_EQ(std::set(numbers.begin(), numbers.end()).size(), numbers.size());
  EXPECT_FALSE(std::is_sorted(numbers.begin(), numbers.end())) << "one in 40,320 runs may be";
  for (std::size_t i = 1; i < numbers.size(); ++i) EXPECT_GT(std::abs(numbers[i] - numbers[i - 1]), 1);
}

TEST_F(ServeForms, LosesNoAddOfRequestsThatComeAtOnce) {
  Browser ada = browser();
  ada.post("/cart", "product=knife");
  constexpr int kClients = 8, kAdds = 5;
  const RunningHttp server([this](const Request& request) { return app.handle(request); });
  std::vector<std::thread> clients;
  for (int client = 0; client < kClients; ++client) {
    clients.emplace_back([&] {
      const std::string body = "product=stone&mode=add";
      for (int i = 0; i < kAdds; ++i) {
        EXPECT_THAT(server.talk("POST /cart HTTP/1.1\r\nHost: shop.example\r\nOrigin: http://shop.example\r\nCookie: " +
                                ada.cookie + "\r\nConnection: close\r\nContent-Length: " + std::to_string(body.size()) +
                                "\r\n\r\n" + body),
                    StartsWith("HTTP/1.1 303"));
      }
    });
  }
  for (std::thread& client : clients) client.join();
  const Cart cart = db.cart(ada.cookie.substr(4));
  ASSERT_EQ(cart.lines.size(), 2u);
  EXPECT_EQ(cart.lines[1].quantity, kClients * kAdds);
}

TEST_F(ServeForms, LosesNoFirstAddOfTabsThatStartABasketAtOnce) {
  for (int round = 0; round < 5; ++round) {
    Browser ada = browser();
    const std::string page = ada.get("/products/knife").body;
    const std::string visitor = valueIn(page, " visitor=\"([^\"]+)\"");
    ASSERT_THAT(ada.cookie, StartsWith("visitor=" + visitor + "."));
    // Both have the cookie of the product page, and neither has a basket yet.
    Browser tabs[] = {{app, ada.cookie}, {app, ada.cookie}};
    std::thread other([&tabs] { EXPECT_EQ(tabs[1].post("/cart", "product=stone&mode=add").status, 303); });
    EXPECT_EQ(tabs[0].post("/cart", "product=knife&mode=add").status, 303);
    other.join();
    EXPECT_THAT(tabs[0].cookie, StartsWith("sid="));
    EXPECT_EQ(tabs[0].cookie, tabs[1].cookie) << "the browser keeps the later one";
    EXPECT_THAT(tabs[0].get("/checkout").body, AllOf(HasSubstr("Chef&apos;s knife"), HasSubstr("Whetstone")));

    // The id of the visitor is in pages and events: it opens nothing.
    for (const std::string& guess : {visitor, visitor + ".", visitor + "." + std::string(32, 'a')}) {
      Browser eve{app, "visitor=" + guess};
      eve.post("/cart", "product=rack&variant=oak&mode=add");
      EXPECT_NE(eve.cookie, tabs[0].cookie) << guess;
      EXPECT_THAT(eve.get("/checkout").body, Not(HasSubstr("Whetstone"))) << guess;
    }
  }
}

TEST_F(ServeForms, StartsABasketAnewIfAPaymentRenewedTheSessionMeanwhile) {
  Browser ada = browser();
  ada.post("/cart", "product=knife");
  const std::string before = ada.cookie;
  EXPECT_FALSE(db.changeCart("none", [](std::vector<CartLine>&) { ADD_FAILURE() << "there is no such session"; }));
  EXPECT_FALSE(db.draft("none"));
  ada.post("/pay", payForm(ada));
  Browser tab{app, before};
  EXPECT_EQ(tab.post("/cart", "product=stone&mode=add").status, 303);
  EXPECT_THAT(tab.get("/checkout").body, HasSubstr("Whetstone"));
}

mode_t modeOf(const std::string& path) {
  struct stat found = {};
  EXPECT_EQ(::stat(path.c_str(), &found), 0) << path;
  return found.st_mode & 0777;
}

TEST(StoreFiles, AreForTheirOwnerAlone) {
  const Scratch scratch;
  const std::string path = scratch.path("shop.sqlite");
  const mode_t mask = ::umask(022);
  {
    const auto store = openStore("sqlite:" + path);
    AcceptDb accepts(path);
    EXPECT_EQ(accepts.setting("a", "b"), "b");
    for (const char* end : {"", "-wal", "-shm"}) EXPECT_EQ(modeOf(path + end), 0600u) << end;
  }
  const std::string shared = scratch.write("shared.sqlite", "");
  ASSERT_EQ(::chmod(shared.c_str(), 0640), 0);
  { const AcceptDb accepts(shared); }
  ::umask(mask);
  EXPECT_EQ(modeOf(shared), 0640u) << "a file that is there keeps the mode that a person gave it";
}

TEST(ShopKeys, AreKeptInAFileOfTheirOwn) {
  const Scratch scratch;
  const std::string path = scratch.path("shop.sqlite");
  AcceptDb accepts(path);
  const TicketKeys made = shopTicketKeys("", "", path, accepts);
  ASSERT_EQ(made.size(), 1u);
  EXPECT_EQ(modeOf(keyFileOf(path)), 0600u);
  EXPECT_EQ(shopTicketKeys("", "", path, accepts).front().secret, made.front().secret) << "at the next start";
  EXPECT_FALSE(accepts.findSetting("signing_key"));
  EXPECT_THAT(scratch.read("shop.sqlite") + scratch.read("shop.sqlite-wal"), Not(HasSubstr(made.front().secret)));
  const TicketKeys memory = shopTicketKeys("", "", ":memory:", accepts);
  EXPECT_NE(memory.front().secret, made.front().secret);
  const std::string other = scratch.path("other.sqlite");
  const TicketKeys given = shopTicketKeys("", "a-given-key-of-at-least-32-bytes-long", other, accepts);
  EXPECT_EQ(given.front().secret, "a-given-key-of-at-least-32-bytes-long");
  EXPECT_FALSE(std::filesystem::exists(keyFileOf(other)));
}

/** The store of version 0.1 has its key in the file with names and addresses. */
TEST(ShopKeys, MoveOutOfAnOldStore) {
  constexpr const char* kOldKey = "089dccb2655442d956ed266731f2639b45ae09277777dede25c55868253e95d6";
  for (const std::string& given : {std::string(), std::string("a-given-key-of-at-least-32-bytes-long")}) {
    const Scratch scratch;
    const std::string path = scratch.path("old.sqlite");
    {
      std::ifstream file(std::string(kSourceFolder) + "/tests/unit/stores/shop_v3.sql", std::ios::binary);
      std::ostringstream text;
      text << file.rdbuf();
      SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec(text.str());
    }
    ShopDb db(path);
    AcceptDb accepts(path);
    ASSERT_EQ(accepts.findSetting("signing_key"), kOldKey);
    const TicketKeys keys = shopTicketKeys("", given, path, accepts);
    EXPECT_EQ(keys.front().secret, given.empty() ? kOldKey : given) << "tickets that are out stay valid";
    EXPECT_FALSE(accepts.findSetting("signing_key"));
    EXPECT_THAT(scratch.read("old.sqlite") + scratch.read("old.sqlite-wal"), Not(HasSubstr(kOldKey)));
  }
}

}  // namespace
}  // namespace aftermint::testing
