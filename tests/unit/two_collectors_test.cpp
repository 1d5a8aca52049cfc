// Two collectors behind nginx on one ClickHouse store: one is killed again and again under load, and nothing that was
// acknowledged is missing or there twice.
#include <gtest/gtest.h>
#include <signal.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "events/store.h"
#include "http/http_client.h"
#include "json.h"
#include "unit/cli_scratch.h"
#include "unit/clickhouse_server.h"
#include "unit/nginx.h"
#include "unit/serve_process.h"

namespace aftermint::testing {
namespace {

/** nginx in front of collectors: it passes a request to the other one if one does not answer. */
std::string frontOf(std::uint16_t port, const std::vector<std::uint16_t>& collectors) {
  std::string upstream;
  for (const std::uint16_t each : collectors) {
    upstream += "server 127.0.0.1:" + std::to_string(each) + " max_fails=1 fail_timeout=1s;";
  }
  return "upstream collectors { " + upstream + " } server { listen 127.0.0.1:" + std::to_string(port) +
         "; location / { proxy_pass http://collectors; proxy_next_upstream error timeout http_503 non_idempotent; } }";
}

/** Pages that send batches until they are stopped, and each batch again until it is acknowledged. */
class Pages {
 public:
  Pages(std::string address, int count) : address_(std::move(address)) {
    for (int page = 0; page < count; ++page) threads_.emplace_back([this, page] { send(page); });
  }
  /** Lets every page finish its batch. */
  void stop() {
    isStopping_ = true;
    for (std::thread& each : threads_) each.join();
    threads_.clear();
  }
  ~Pages() { stop(); }
  Pages(const Pages&) = delete;
  Pages& operator=(const Pages&) = delete;

  [[nodiscard]] std::size_t acknowledged() {
    const std::lock_guard lock(mutex_);
    return ids_.size();
  }
  [[nodiscard]] int failures() const { return failures_; }
  [[nodiscard]] std::string lastFailure() {
    const std::lock_guard lock(mutex_);
    return lastFailure_;
  }

 private:
  static std::string batch(int page, int number) {
    Json events = Json::array();
    for (int i = 0; i < 5; ++i) {
      const std::string id = std::to_string(page) + "-" + std::to_string(number) + "-" + std::to_string(i);
      events.push_back({{"specversion", "1.0"},
                        {"id", id},
                        {"source", "/page"},
                        {"type", "aftermint.exposure"},
                        {"data", {{"key", id}, {"offer", "F"}, {"placement", "checkout"}, {"visitor", "v" + id}}}});
    }
    return compact(events);
  }

  void send(int page) {
    HttpClient client{HttpAddress(address_)};
    for (int number = 0; !isStopping_; ++number) {
      const std::string body = batch(page, number);
      // Every third batch is sent again although it was acknowledged, as a beacon's queue may do.
      for (int times = number % 3 == 0 ? 2 : 1; times > 0;) times -= post(client, body) ? 1 : 0;
    }
  }

  bool post(HttpClient& client, const std::string& body) {
    std::string failure;
    try {
      const HttpClient::Answer answer = client.post("/events", "application/cloudevents-batch+json", body);
      if (answer.status >= 200 && answer.status < 300) {
        const Json stored = Json::parse(answer.body)["stored"];
        const std::lock_guard lock(mutex_);
        for (const Json& id : stored) ids_.insert(id.get<std::string>());
        return true;
      }
      failure = std::to_string(answer.status) + " " + answer.body;
    } catch (const std::runtime_error& error) {
      failure = error.what();
    }
    ++failures_;
    {
      const std::lock_guard lock(mutex_);
      lastFailure_ = std::move(failure);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    return false;
  }

  std::string address_;
  std::atomic<bool> isStopping_ = false;
  std::atomic<int> failures_ = 0;
  std::mutex mutex_;  ///< guards the members below
  std::set<std::string> ids_;
  std::string lastFailure_;
  std::vector<std::thread> threads_;
};

TEST(TwoCollectors, StoreEveryAcknowledgedEventOnceWhileOneIsKilledAgainAndAgain) {
  const std::string url = freshClickHouse();
  if (url.empty()) GTEST_SKIP() << kNoClickHouse;
  if (!Nginx::isInstalled()) GTEST_SKIP() << kNoNginx;
  const bool isLong = std::getenv("AFTERMINT_ALL") != nullptr;
  const int kills = isLong ? 40 : 4;
  const std::size_t between = isLong ? 2'000 : 50;  // acknowledged events
  const Scratch scratch, firstFolder, secondFolder;
  const Scratch* folders[] = {&firstFolder, &secondFolder};
  std::vector<std::uint16_t> ports;
  std::vector<std::unique_ptr<ServeProcess>> collectors;
  const auto start = [&](std::size_t which, std::uint16_t port) {
    return std::make_unique<ServeProcess>(*folders[which],
                                          std::vector<std::string>{"--port", std::to_string(port), "--store", url});
  };
  for (std::size_t which : {0U, 1U}) {
    collectors.push_back(start(which, 0));
    ASSERT_NE(collectors.back()->address, "") << collectors.back()->log();
    ports.push_back(collectors.back()->port());
  }
  const std::uint16_t front = freeTcpPort();
  const Nginx nginx(scratch, frontOf(front, ports));
  Pages pages("http://127.0.0.1:" + std::to_string(front), 3);
  const auto waitFor = [&](std::size_t acknowledged) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(4);
    while (pages.acknowledged() < acknowledged && std::chrono::steady_clock::now() < end) {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return pages.acknowledged() >= acknowledged;
  };
  for (int kill = 0; kill < kills; ++kill) {
    ASSERT_TRUE(waitFor(pages.acknowledged() + between)) << pages.lastFailure() << scratch.read("nginx.log");
    const std::size_t which = static_cast<std::size_t>(kill) % 2;
    ::kill(collectors[which]->id(), SIGKILL);
    EXPECT_EQ(collectors[which]->wait(), -SIGKILL);
    ASSERT_TRUE(waitFor(pages.acknowledged() + 5)) << "the other one goes on; " << pages.lastFailure();
    collectors[which] = start(which, ports[which]);
    ASSERT_NE(collectors[which]->address, "") << collectors[which]->log();
  }
  pages.stop();
  const auto acknowledged = static_cast<std::int64_t>(pages.acknowledged());
  EXPECT_GE(acknowledged, static_cast<std::int64_t>(between) * kills);
  const auto store = openStoreReadOnly(url);
  EXPECT_EQ(acknowledged - store->countFrom("/page"), 0) << "acknowledged minus stored";
  for (const auto& collector : collectors) EXPECT_EQ(collector->stop(), 0) << collector->log();
  dropClickHouse(url);
}

}  // namespace
}  // namespace aftermint::testing
