// The guard: takes a harmful offer out of the served book, keeps that over restarts, and takes over releases.
#include "unit/guard_fixture.h"

#include <atomic>
#include <thread>

#include "serve/routes.h"
#include "serve/shard_routes.h"

namespace aftermint::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Response bookOf(const ServedBook& served, const std::string& tag = "") {
  Request request;
  request.method = "GET";
  request.path = "/book.json";
  if (!tag.empty()) request.headers.emplace("if-none-match", tag);
  return bookRoute(served).handler(request, {});
}

TEST_F(GuardTest, TakesAHarmfulOfferOutOfTheServedBook) {
  const std::string before(bookOf(*served).header("ETag"));
  addDays(kHarmful, 1);
  guard->check();
  EXPECT_THAT(refused(), ElementsAre("stone-bump"));
  EXPECT_TRUE(guard->isStopped("stone-bump"));
  EXPECT_FALSE(guard->isStopped("rack-offer"));
  const Response after = bookOf(*served, before);
  EXPECT_EQ(after.status, 200) << "a page with the old book gets the new one";
  EXPECT_EQ(bookOf(*served, std::string(after.header("ETag"))).status, 304);
  const IndexedBook page(*decodeBook(after.content()).value);
  EXPECT_TRUE(page.isRefused(*page.offer("stone-bump")));
  EXPECT_FALSE(page.isRefused(*page.offer("rack-offer")));
  EXPECT_FALSE(isChangedSinceCheck(page.book())) << "the digest is of the book, which is the same";
}

TEST_F(GuardTest, SaysWhyAndSinceWhen) {
  addDays(kHarmful, 1);
  guard->check();
  ASSERT_EQ(guard->stopped().size(), 1u);
  const OfferStop stop = guard->stopped().front();
  EXPECT_EQ(stop.offer, "stone-bump");
  EXPECT_EQ(stop.arm, "");
  EXPECT_EQ(stop.stopped, now);
  EXPECT_EQ(stop.countedFrom, 0);
  EXPECT_THAT(stop.because, HasSubstr("bought"));
  const auto figures = nlohmann::json::parse(stop.figures);
  EXPECT_EQ(figures[0]["figure"], "versusBaseline.anytime.conversion");
  EXPECT_LT(figures[0]["high"], 0);
}

TEST_F(GuardTest, LeavesAHarmlessOfferInTheBook) {
  const auto before = served->now();
  addDays(kHarmless, 1);
  guard->check();
  EXPECT_EQ(served->now(), before) << "the book is not even made again";
  EXPECT_THAT(guard->stopped(), IsEmpty());
}

TEST_F(GuardTest, KeepsAStopAtARestart) {
  addDays(kHarmful, 1);
  guard->check();
  start();
  EXPECT_TRUE(guard->isStopped("stone-bump")) << "before the first round";
  EXPECT_THAT(refused(), ElementsAre("stone-bump"));
}

TEST_F(GuardTest, LetsARequestUnderWayKeepItsBook) {
  const auto held = served->now();
  const std::string text = held->body->text();
  addDays(kHarmful, 1);
  guard->check();
  EXPECT_NE(served->now(), held);
  EXPECT_EQ(held->body->text(), text);
}

TEST_F(GuardTest, BringsAReleasedOfferBackInTheSameBook) {
  const std::string before = served->now()->body->tag();
  addDays(kHarmful, 1);
  guard->check();
  ASSERT_TRUE(StoppedOffers(path).release("stone-bump", "Ada", "the price was wrong", now + 1)) << "another program";
  guard->check();
  EXPECT_FALSE(guard->isStopped("stone-bump"));
  EXPECT_EQ(served->now()->body->tag(), before);
}

TEST_F(GuardTest, DoesNotStopAReleasedOfferAgainByWhatWasKnown) {
  addDays(kHarmful, 1);
  guard->check();
  StoppedOffers(path).release("stone-bump", "Ada", "", now);
  addDays(kHarmful, 2);  // more visitors of the same days, who were assigned before the release
  now += kTenDays;
  guard->check();
  EXPECT_FALSE(guard->isStopped("stone-bump"));
}

TEST_F(GuardTest, DoesNotStopAReleasedOfferForVisitorsWithoutHarm) {
  addDays(kHarmful, 1);
  guard->check();
  StoppedOffers(path).release("stone-bump", "Ada", "", now);
  now += kTenDays;
  addDays(kHarmless, 2);
  guard->check();
  EXPECT_FALSE(guard->isStopped("stone-bump")) << "all visitors together would still show harm";
}

TEST_F(GuardTest, StopsAReleasedOfferAgainByNewVisitors) {
  addDays(kHarmful, 1);
  guard->check();
  const Millis released = now;
  StoppedOffers(path).release("stone-bump", "Ada", "", released);
  now += kTenDays;
  addDays(kHarmful, 2);
  guard->check();
  ASSERT_TRUE(guard->isStopped("stone-bump"));
  EXPECT_EQ(guard->stopped().front().countedFrom, released);
  StoppedOffers table(path);
  EXPECT_EQ(table.releases().at("stone-bump"), released) << "the first stop stays as history";
  EXPECT_FALSE(table.last("stone-bump")->released);
}

/** Another server on the same store may still be counting when a person releases the offer. */
TEST_F(GuardTest, StoresNoStopOfAFindingThatIsOlderThanARelease) {
  StoppedOffers table(path);
  OfferStop stop;
  stop.offer = "stone-bump";
  stop.stopped = now;
  EXPECT_TRUE(table.stop(stop));
  EXPECT_FALSE(table.stop(stop)) << "it is stopped already";
  EXPECT_TRUE(table.release("stone-bump", "Ada", "", now + 5));
  EXPECT_FALSE(table.release("stone-bump", "Ada", "", now + 6));
  EXPECT_FALSE(table.stop(stop)) << "it counted from before the release";
  stop.countedFrom = now + 5;
  EXPECT_TRUE(table.stop(stop));
}

TEST_F(GuardTest, IgnoresStopsOfOffersThatTheBookLacks) {
  OfferStop stop;
  stop.offer = "of-an-older-book";
  StoppedOffers(path).stop(stop);
  const std::string before = served->now()->body->tag();
  guard->check();
  EXPECT_EQ(served->now()->body->tag(), before);
  EXPECT_EQ(guard->stopped().size(), 1u) << "a person still sees it";
}

/** A store whose sums fail a few times. */
class FailingStore final : public Store {
 public:
  explicit FailingStore(Store& store) : store_(store) {}
  void append(std::vector<Event> events) override { store_.append(std::move(events)); }
  StoreCounts counts() override { return store_.counts(); }
  std::vector<ArmSums> sums(const SumsQuery& query) override {
    if (failures-- > 0) throw StoreError("the disk is full");
    return store_.sums(query);
  }
  std::vector<EarlierSums> earlier(const SumsQuery& query) override { return store_.earlier(query); }
  OrderMoney orderMoney(std::string_view order) override { return store_.orderMoney(order); }
  std::string currency() override { return store_.currency(); }
  std::int64_t countFrom(std::string_view source) override { return store_.countFrom(source); }
  std::int64_t dropFrom(std::string_view source) override { return store_.dropFrom(source); }
  void ping() override { store_.ping(); }

  std::atomic<int> failures = 3;

 private:
  Store& store_;
};

TEST_F(GuardTest, GoesOnAfterReportsThatFail) {
  addDays(kHarmful, 1);
  FailingStore failing(*store);
  Guard other({failing, book, *served, [this] { return now; }, path});
  other.start(std::chrono::milliseconds(1));
  // A stop and a release reach the accept endpoint first, then the book.
  while (refused().empty()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  EXPECT_TRUE(other.isStopped("stone-bump"));
  EXPECT_LE(failing.failures, 0);
  StoppedOffers(path).release("stone-bump", "Ada", "", now);
  while (!refused().empty()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  EXPECT_FALSE(other.isStopped("stone-bump"));
}

TEST_F(GuardTest, EndsAtOnceBetweenTwoRounds) {
  guard->start(std::chrono::hours(24));
  guard.reset();  // the test would not end
}

TEST_F(GuardTest, WritesTheCommandThatReleasesAnOfferForAShell) {
  EXPECT_EQ(releaseCommand("stone-bump", "sqlite:a.sqlite"),
            "aftermint release stone-bump --store sqlite:a.sqlite --by NAME");
  EXPECT_EQ(releaseCommand("#1", "sqlite:it's here.sqlite"),
            "aftermint release '#1' --store 'sqlite:it'\\''s here.sqlite' --by NAME");
}

TEST_F(GuardTest, StopsOffersInTheHeadOfShardsToo) {
  scratch.write("book.json", R"({"shards":{"count":1,"common":[],"groups":["a"]},"version":1,"id":"test"})");
  StaticFiles shards(scratch.path(""));
  Request request;
  request.method = "GET";
  const Response before = shardResponse(shards, "book.json", request, &*served);
  EXPECT_EQ(before.content(), scratch.read("book.json"));
  addDays(kHarmful, 1);
  guard->check();
  request.headers.emplace("if-none-match", std::string(before.header("ETag")));
  const Response after = shardResponse(shards, "book.json", request, &*served);
  EXPECT_EQ(after.status, 200);
  EXPECT_TRUE(after.content().starts_with("{\"shards\":")) << "a page tells a head by this";
  EXPECT_THAT(nlohmann::json::parse(after.content())["checked"]["refused"], ElementsAre("stone-bump"));
  EXPECT_EQ(nlohmann::json::parse(after.content())["checked"]["digest"].get<std::string>().size(), 64u);
  request.headers.clear();
  request.headers.emplace("if-none-match", std::string(after.header("ETag")));
  EXPECT_EQ(shardResponse(shards, "book.json", request, &*served).status, 304);
  EXPECT_EQ(shardResponse(shards, "none.json", request, &*served).status, 404);
}

TEST_F(GuardTest, AddsToWhatTheHeadOfShardsRefuses) {
  const std::vector<std::string> stopped = {"a", "b"};
  const std::string head = headWithStopped(R"({"shards":{},"checked":{"digest":"d","refused":["b","c"]}})", stopped);
  EXPECT_EQ(head, R"({"shards":{},"checked":{"digest":"d","refused":["b","c","a"]}})");
}

}  // namespace
}  // namespace aftermint::testing
