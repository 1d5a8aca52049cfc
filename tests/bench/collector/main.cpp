/**
 * @file Parts of the collector's benchmark (tests/bench/collector.mjs). Each prints one line of JSON, or an address:
 *
 * - `aftermint_bench_collector load PORT CONNECTIONS BATCH SECONDS`: clients that post events.
 * - `… engine PATH BATCH SECONDS`: the collector's SQL in SQLite with its durability, without a server.
 * - `… nothing`: a server that reads the same requests and does nothing.
 * - `… each PATH`: the collector, but with a commit for each request.
 */
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bench/collector/load.h"
#include "clock.h"
#include "events/event_json.h"
#include "events/event_schema.h"
#include "events/event_sql.h"
#include "events/sqlite_store.h"
#include "http/http_server.h"
#include "serve/routes.h"
#include "serve/shop_server.h"

namespace {

using namespace aftermint;
using std::chrono::steady_clock;

/** Serves until SIGTERM. */
void serveUntilStopped(HttpServer& server) {
  std::printf("%s\n", server.url().c_str());
  std::fflush(stdout);
  server.run();
}

void serveNothing() {
  HttpExtras extras;
  extras.laneOf = laneOf;
  HttpServer server(
      HttpOptions{}, [](const Request&) { return jsonResponse(200, "{\"stored\":[]}"); },
      [](std::string_view, std::string_view) { return kEventsLimit; }, std::move(extras));
  serveUntilStopped(server);
}

/** A store that lets one batch at a time be written. */
class OneByOne final : public Store {
 public:
  explicit OneByOne(const std::string& path) : store_(path) {}
  void append(std::vector<Event> events) override {
    const std::lock_guard lock(mutex_);
    store_.append(std::move(events));
  }
  StoreCounts counts() override { return store_.counts(); }
  std::vector<ArmSums> sums(const SumsQuery& query) override { return store_.sums(query); }
  std::vector<EarlierSums> earlier(const SumsQuery& query) override { return store_.earlier(query); }
  std::int64_t countFrom(std::string_view source) override { return store_.countFrom(source); }
  std::int64_t dropFrom(std::string_view source) override { return store_.dropFrom(source); }
  OrderMoney orderMoney(std::string_view order) override { return store_.orderMoney(order); }
  std::string currency() override { return store_.currency(); }
  void ping() override { store_.ping(); }

 private:
  std::mutex mutex_;
  SqliteStore store_;
};

void serveEach(const std::string& path) {
  OneByOne store(path);
  ShopServer shop(ShopServerParts{store, systemMillis});
  HttpServer server(
      HttpOptions{}, [&shop](const Request& request) { return shop.handle(request); },
      [&shop](std::string_view method, std::string_view target) { return shop.bodyLimit(method, target); },
      extrasOf(shop));
  serveUntilStopped(server);
}

void insertRaw(Sqlite& db, const Event& event) {
  SQLite::Statement& insert = db.prepare(kInsertEvent);
  insert.bind("$source", event.source);
  insert.bind("$id", event.id);
  insert.bind("$type", event.type);
  insert.bind("$key", event.key);
  insert.bind("$trusted", 0);
  insert.bind("$time", event.time);
  insert.bind("$received", event.received);
  insert.bind("$offer", event.offer);
  insert.bind("$placement", event.placement);
  insert.bind("$order", event.order);
  insert.bind("$visitor", event.visitor);
  insert.bind("$currency", event.currency);
  insert.bind("$json", event.json);
  insert.exec();
  insert.reset();
  const std::int64_t seq = db.database().getLastInsertRowid();
  db.run(kInsertArms, seq);
  db.run(kInsertAssignments, seq);
}

constexpr int kRequestEvents = 50;

void measureEngine(const std::string& path, int batch, double seconds) {
  Sqlite db(path, {kEventPart});
  std::int64_t stored = 0;
  double inside = 0;
  while (inside < seconds) {
    std::vector<Event> events;
    for (int part = 0; part < batch; part += kRequestEvents) {  // the parser takes no more at once
      const int size = std::min(kRequestEvents, batch - part);
      EventBatch read = parseEvents(bench::batchJson(stored + part, size), systemMillis());
      for (Event& event : read.events) events.push_back(std::move(event));
    }
    if (events.size() != static_cast<std::size_t>(batch)) throw std::runtime_error("the events cannot be parsed");
    const auto since = steady_clock::now();
    WriteTransaction transaction(db);
    for (const Event& event : events) insertRaw(db, event);
    transaction.commit();
    inside += std::chrono::duration<double>(steady_clock::now() - since).count();
    stored += batch;
  }
  std::printf("{\"events\":%lld,\"seconds\":%.6f}\n", static_cast<long long>(stored), inside);
}

int run(const std::vector<std::string>& args) {
  const std::string mode = args.empty() ? std::string() : args.front();
  if (mode == "load" && args.size() == 5) {
    bench::Load load;
    load.port = static_cast<std::uint16_t>(std::stoi(args[1]));
    load.connections = std::stoi(args[2]);
    load.batch = std::stoi(args[3]);
    load.seconds = std::stod(args[4]);
    const bench::LoadResult result = bench::runLoad(load);
    std::printf("{\"requests\":%lld,\"refused\":%lld,\"seconds\":%.6f,\"p50\":%.4f,\"p99\":%.4f}\n",
                static_cast<long long>(result.requests), static_cast<long long>(result.refused), result.seconds,
                result.p50, result.p99);
    return 0;
  }
  if (mode == "engine" && args.size() == 4) {
    measureEngine(args[1], std::stoi(args[2]), std::stod(args[3]));
    return 0;
  }
  if (mode == "nothing" && args.size() == 1) {
    serveNothing();
    return 0;
  }
  if (mode == "each" && args.size() == 2) {
    serveEach(args[1]);
    return 0;
  }
  std::fprintf(stderr,
               "usage: load PORT CONNECTIONS BATCH SECONDS | engine PATH BATCH SECONDS | nothing | each PATH\n");
  return 2;
}

}  // namespace

int main(int count, char** arguments) {
  try {
    return run({arguments + 1, arguments + count});
  } catch (const std::exception& error) {
    std::fprintf(stderr, "aftermint_bench_collector: %s\n", error.what());
    return 2;
  }
}
