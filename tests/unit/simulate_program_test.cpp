// `aftermint simulate` as a program: to a file, to a store, to a collector; and dropped again.
#include <filesystem>
#include <string>
#include <thread>

#include "events/store.h"
#include "http/http_client.h"
#include "http/http_server.h"
#include "serve/shop_server.h"
#include "unit/cli_program.h"
#include "unit/serve_process.h"

namespace aftermint::testing {
namespace {

using ::testing::HasSubstr;

class SimulateProgram : public Program {
 protected:
  std::string store() const { return "sqlite:" + scratch_.path("store.sqlite"); }
};

TEST_F(SimulateProgram, WritesEventsToAFileAndPrintsItsTruth) {
  const Ran ran = run({"simulate", "--until", "2026-11-30", "--days", "2", "--visitors", "50", "--seed", "7", "--out",
                       "events.ndjson", "--json"});
  ASSERT_EQ(ran.exit, 0) << ran.out << ran.err;
  const json said = only(ran);
  EXPECT_EQ(said["truth"]["seed"], 7);
  EXPECT_EQ(said["truth"]["until"], "2026-11-30T00:00:00Z");
  EXPECT_EQ(said["made"]["visitors"], 100);
  std::istringstream lines(scratch_.read("events.ndjson"));
  int orders = 0;
  for (std::string line; std::getline(lines, line);) orders += json::parse(line)["type"] == "aftermint.order" ? 1 : 0;
  EXPECT_EQ(orders, said["made"]["orders"]);
}

TEST_F(SimulateProgram, WritesEventsToStandardOutputAndItsTruthBesideThem) {
  const Ran ran = run({"simulate", "book.json", "--days", "1", "--visitors", "20", "--out", "-"});
  ASSERT_EQ(ran.exit, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr(R"("offer":"filter-bump")"));
  EXPECT_THAT(ran.err, HasSubstr(R"("visitorsPerDay": 20)"));
  EXPECT_EQ(run({"simulate", "--out", "-", "--json"}).exit, 2);
}

TEST_F(SimulateProgram, DropsItsOwnEventsAndNoOthers) {
  {
    Event real;
    real.source = "/simulate";  // shorter than the prefix, and not of it
    real.id = "1";
    real.type = "exposure";
    real.json = "{}";
    Event other = real;
    other.source = "/checkout";
    openStore(store())->append({real, other});
  }
  const Ran made = run({"simulate", "--days", "3", "--store", store(), "--json"});
  ASSERT_EQ(made.exit, 0) << made.err;
  EXPECT_THAT(made.err, HasSubstr("aftermint simulate --drop --store " + store()));
  EXPECT_EQ(openStore(store())->counts().orders, only(made)["made"]["orders"]);
  const std::int64_t all = openStore(store())->countFrom("");
  ASSERT_EQ(run({"simulate", "--days", "3", "--store", store(), "--json"}).exit, 0);
  EXPECT_EQ(openStore(store())->countFrom(""), all) << "the same shoppers again change nothing";
  const Ran dropped = run({"simulate", "--drop", "--store", store(), "--json"});
  ASSERT_EQ(dropped.exit, 0) << dropped.err;
  EXPECT_EQ(only(dropped)["dropped"], all - 2);
  EXPECT_EQ(openStore(store())->countFrom(""), 2);
  EXPECT_EQ(openStore(store())->countFrom("/checkout"), 1);
}

/** A collector on a free port of this machine, until the end of the test. */
class RunningCollector {
 public:
  explicit RunningCollector(const std::string& key) {
    ShopServerParts parts{*store, systemMillis};
    parts.eventKeys = {key};
    server = std::make_unique<ShopServer>(std::move(parts));
    http = std::make_unique<HttpServer>(
        HttpOptions{}, [this](const Request& request) { return server->handle(request); },
        [this](std::string_view method, std::string_view path) { return server->bodyLimit(method, path); });
    thread = std::thread([this] { http->run(); });
  }
  ~RunningCollector() {
    http->stop();
    thread.join();
  }

  std::unique_ptr<Store> store = openStore("sqlite::memory:");
  std::unique_ptr<ShopServer> server;
  std::unique_ptr<HttpServer> http;
  std::thread thread;
};

TEST_F(SimulateProgram, SendsEventsToARunningCollectorAsPagesAndServersDo) {
  const std::string key = "an-event-key-of-at-least-32-bytes!!";
  RunningCollector collector(key);
  const std::vector<std::string> call = {"simulate", "--days", "4",    "--seed",
                                         "5",        "--json", "--to", collector.http->url()};
  setenv("AFTERMINT_EVENT_KEYS", "another-key-of-at-least-32-bytes!!!", 1);
  const Ran wrong = run(call);
  EXPECT_EQ(wrong.exit, 2);
  EXPECT_THAT(only(wrong)["error"]["message"], HasSubstr("answered 401"));
  setenv("AFTERMINT_EVENT_KEYS", (key + ",another-key-of-at-least-32-bytes!!!").c_str(), 1);
  const Ran ran = run(call);
  unsetenv("AFTERMINT_EVENT_KEYS");
  ASSERT_EQ(ran.exit, 0) << ran.out << ran.err;
  const json made = only(ran)["made"];
  const StoreCounts counts = collector.store->counts();
  EXPECT_EQ(counts.orders, made["orders"]) << "only servers' events count for orders, so they were signed";
  SumsQuery query;
  query.by = SumsBy::Offer;
  query.now = systemMillis();
  std::int64_t visitors = 0, expected = 0;
  for (const ArmSums& row : collector.store->sums(query)) visitors += row.counts.visitors;
  for (const json& row : made["rows"]) expected += row["visitors"].get<std::int64_t>();
  EXPECT_EQ(visitors, expected);
  EXPECT_EQ(run(call).exit, 2) << "without AFTERMINT_EVENT_KEYS nothing can be signed";
}

TEST_F(SimulateProgram, RefusesOptionsThatDoNotGoTogether) {
  EXPECT_EQ(run({"simulate", "--drop"}).exit, 2);
  EXPECT_EQ(run({"simulate", "--drop", "--store", store(), "book.json"}).exit, 2);
  EXPECT_EQ(run({"simulate", "--out", "a", "--store", store()}).exit, 2);
  EXPECT_EQ(run({"simulate", "--until", "soon"}).exit, 2);
  EXPECT_EQ(run({"simulate", "--store", "postgres:x"}).exit, 2);
  EXPECT_EQ(run({"simulate", "--out", "no/such/folder"}).exit, 2);
  scratch_.write("truth.json", R"({"days":0})");
  const Ran ran = run({"simulate", "--truth", "truth.json", "--json"});
  EXPECT_EQ(ran.exit, 2);
  EXPECT_EQ(only(ran)["error"]["code"], "truth_schema");
  EXPECT_EQ(only(ran)["error"]["pointer"], "/days");
}

/** Each command takes a URL, or only a path, also one with a colon in it; servers take both from the environment. */
TEST_F(SimulateProgram, TakesAStoreByItsUrlOrItsPath) {
  for (const std::string path : {"a.sqlite", "./day:1.sqlite"}) {
    ASSERT_EQ(run({"simulate", "--days", "1", "--visitors", "20", "--store", path}).exit, 0) << path;
    EXPECT_TRUE(std::filesystem::is_regular_file(scratch_.path(path))) << path;
    for (const std::string& given : {path, "sqlite:" + path}) {
      EXPECT_EQ(run({"report", given, "--state", given}).exit, 0) << given;
      EXPECT_EQ(run({"forget", "--visitor", "unknown", "--store", given}).exit, 0) << given;
      EXPECT_EQ(run({"simulate", "--days", "1", "--visitors", "20", "--store", given}).exit, 0) << given;
      ServeProcess server(scratch_, {"--port", "0"},
                          {{"AFTERMINT_STORE", scratch_.path(given == path ? path : "b.sqlite")}});
      EXPECT_NE(server.address, "") << server.log();
      EXPECT_EQ(server.stop(), 0) << server.log();
    }
    EXPECT_EQ(run({"simulate", "--drop", "--store", "sqlite:" + path}).exit, 0) << path;
  }
  EXPECT_EQ(run({"simulate", "--store", "postgres://u:secret@h/x"}).exit, 2);
  EXPECT_FALSE(std::filesystem::exists(scratch_.path("postgres:")));
}

}  // namespace
}  // namespace aftermint::testing
