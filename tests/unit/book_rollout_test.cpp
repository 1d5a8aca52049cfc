// A new book reaches the servers of one shop one after another: no event of a page is lost meanwhile.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "aftermint/codec.h"
#include "aftermint/time.h"
#include "events/store.h"
#include "serve/page_checks.h"
#include "serve/shop_server.h"
#include "serve_fixture.h"
#include "unit/cli_scratch.h"

namespace aftermint::testing {
namespace {

using nlohmann::json;
using ::testing::IsEmpty;

constexpr Millis kRolloutMinute = 60'000;

/** A server of the shop: its own connection to the store that all share, and the book that it has now. */
class RolloutServer {
 public:
  RolloutServer(const std::string& storeUrl, const std::string& book, const Millis& now)
      : book_(*decodeBook(book).value),
        store_(openStore(storeUrl)),
        checks_(PageChecks::Parts{*store_, &book_}, now),
        server_(partsOf(now)) {}

  Response post(const std::vector<json>& events) {
    Request request;
    request.method = "POST";
    request.path = "/events";
    request.client = "203.0.113.7";
    request.headers = {{"content-type", "text/plain"}, {"user-agent", "Mozilla/5.0 Firefox/132.0"}};
    request.body = json(events).dump();
    return server_.handle(request);
  }

  /** Writes to the store what it left out. */
  void flush(Millis now) { checks_.flush(now); }

 private:
  ShopServerParts partsOf(const Millis& now) {
    ShopServerParts parts{*store_, [&now] { return now; }};
    parts.book = &book_;
    parts.pageChecks = &checks_;
    return parts;
  }

  IndexedBook book_;
  std::unique_ptr<Store> store_;
  PageChecks checks_;
  ShopServer server_;
};

/** The ids in one list of an answer. */
std::vector<std::string> idsIn(const Response& answer, const char* list) {
  std::vector<std::string> ids;
  const json body = json::parse(answer.body);
  if (!body.contains(list)) return ids;
  for (const json& each : body[list]) ids.push_back(each.is_string() ? each : each["id"]);
  return ids;
}

class BookRollout : public ::testing::Test {
 protected:
  [[nodiscard]] std::unique_ptr<RolloutServer> server(const std::string& book) const {
    return std::make_unique<RolloutServer>(url, book, now);
  }

  /** An event of a page that happened some minutes ago and is sent now. */
  json event(const std::string& offer, Millis minutes, const std::string& placement = "checkout") {
    const std::string id = "e" + std::to_string(++count);
    return {{"specversion", "1.0"},
            {"id", id},
            {"source", "/checkout"},
            {"type", "aftermint.exposure"},
            {"time", std::string(writeTime(now - minutes * kRolloutMinute))},
            {"data", {{"key", id}, {"offer", offer}, {"placement", placement}, {"visitor", "v"}, {"currency", "GBP"}}}};
  }

  /** What a page does: it sends what waits to one of the servers, and keeps what the answer does not settle. */
  static void send(RolloutServer& to, std::vector<json>& waiting) {
    const Response answer = to.post(waiting);
    if (answer.status != 200) return;
    for (const char* list : {"stored", "refused"}) {
      for (const std::string& id : idsIn(answer, list)) {
        std::erase_if(waiting, [&id](const json& each) { return each["id"] == id; });
      }
    }
  }

  Scratch scratch;
  const std::string url = "sqlite:" + scratch.path("events.sqlite");
  const std::string oldBook = kShopBook;
  const std::string newBook = [] {
    json book = json::parse(kShopBook);
    json offer = book["offers"][0];
    offer["id"] = "new-bump";
    book["offers"].push_back(offer);
    book["offers"][0]["placements"].push_back("thank_you");
    return book.dump();
  }();
  Millis now = 1'796'000'000'000;
  int count = 0;
};

TEST_F(BookRollout, LosesNoEventWhateverServerAnswers) {
  auto first = server(oldBook);
  auto second = server(newBook);
  // Pages have the new book already. The proxy gives their batches to one server and the other by turns.
  std::vector<json> waiting;
  int sent = 0;
  for (int i = 0; i < 12; ++i) {
    for (const char* offer : {"stone-bump", "new-bump"}) waiting.push_back(event(offer, 0));
    waiting.push_back(event("stone-bump", 0, "thank_you"));
    sent += 3;
    send(i % 3 == 2 ? *second : *first, waiting);
    now += kRolloutMinute;
  }
  first->flush(now);
  second->flush(now);
  first = server(newBook);  // its turn
  send(*first, waiting);
  EXPECT_THAT(waiting, IsEmpty());
  EXPECT_EQ(openStoreReadOnly(url)->countFrom(""), sent);
  EXPECT_EQ(openStoreReadOnly(url)->leftOut(0).size(), 0u) << "held events are not counted as left out";
}

TEST_F(BookRollout, HoldsWhatItDoesNotKnowAndStoresTheRest) {
  const auto old = server(oldBook);
  const std::vector<json> batch = {event("stone-bump", 1), event("new-bump", 1), event("", 1)};
  const Response answer = old->post(batch);
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.header("Retry-After"), "30");
  EXPECT_EQ(answer.header("Access-Control-Expose-Headers"), "Retry-After");
  EXPECT_EQ(idsIn(answer, "stored"), std::vector<std::string>{"e1"});
  EXPECT_EQ(idsIn(answer, "held"), std::vector<std::string>{"e2"});
  EXPECT_EQ(idsIn(answer, "refused"), std::vector<std::string>{"e3"}) << "no book explains an exposure of nothing";

  const Response alone = old->post({batch[1]});
  EXPECT_EQ(alone.status, 503);
  EXPECT_EQ(alone.header("Retry-After"), "30");
  EXPECT_EQ(json::parse(alone.body)["error"]["code"], "server_unavailable");
}

TEST_F(BookRollout, EndsAfterAnHourAndIsNotForEventsWithoutATime) {
  const auto old = server(oldBook);
  EXPECT_EQ(old->post({event("new-bump", 59)}).status, 503);
  EXPECT_EQ(idsIn(old->post({event("new-bump", 60)}), "refused"), std::vector<std::string>{"e2"});
  json timeless = event("new-bump", 0);
  timeless.erase("time");
  EXPECT_EQ(idsIn(old->post({timeless}), "refused"), std::vector<std::string>{"e3"});

  // The clock of this page is three hours slow: what counts is how long the event waited.
  json slow = event("new-bump", 3 * 60 + 5);
  slow["data"]["sentAt"] = std::string(writeTime(now - 3 * 60 * kRolloutMinute));
  EXPECT_EQ(old->post({slow}).status, 503);
  slow["data"]["sentAt"] = std::string(writeTime(now));
  EXPECT_EQ(idsIn(old->post({slow}), "refused"), std::vector<std::string>{"e4"});
}

}  // namespace
}  // namespace aftermint::testing
