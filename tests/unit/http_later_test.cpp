// Requests that are answered later: they wait without a thread, and each gets exactly one answer.
#include <gtest/gtest.h>

#include <memory>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>

#include "http/reply.h"
#include "unit/wire.h"

namespace aftermint::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr const char* kLaterRequest = "GET /later HTTP/1.1\r\nHost: x\r\n\r\n";

/** Keeps the replies of `/later` until the test sends them. */
class Parking {
 public:
  HttpExtras extras() {
    HttpExtras extras;
    extras.isLater = [](const Request& request) { return request.path == "/later"; };
    extras.handleLater = [this](const Request&, const Reply& reply) {
      const std::lock_guard lock(mutex_);
      parked_.push_back(reply);
    };
    return extras;
  }
  /** Waits until that many requests are parked, and takes their replies. */
  std::vector<Reply> take(std::size_t count) {
    waitFor([&] {
      const std::lock_guard lock(mutex_);
      return parked_.size() >= count;
    });
    const std::lock_guard lock(mutex_);
    return std::exchange(parked_, {});
  }

 private:
  std::mutex mutex_;
  std::vector<Reply> parked_;
};

TEST(HttpLater, RequestsWaitWithoutAThread) {
  Parking parking;
  const RunningHttp server(echo, {}, parking.extras());
  std::vector<Wire> wires;
  for (int i = 0; i < 100; ++i) {
    wires.push_back(server.connect());
    wires.back().send(kLaterRequest);
  }
  std::vector<Reply> replies = parking.take(100);  // a dozen times the threads
  const Wire other = server.connect();
  other.send("GET /now HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_THAT(other.readUntil("/now"), StartsWith("HTTP/1.1 200")) << "the threads are free";
  for (const Reply& reply : replies) reply.send(textResponse("answered"));
  for (const Wire& wire : wires) EXPECT_THAT(wire.readUntil("answered"), StartsWith("HTTP/1.1 200"));
  wires.front().send(kLaterRequest);
  parking.take(1).front().send(textResponse("again"));
  EXPECT_THAT(wires.front().readUntil("again"), StartsWith("HTTP/1.1 200")) << "the connection goes on";
}

TEST(HttpLater, EachRequestGetsOneAnswerWhateverTheHandlerDoes) {
  Parking parking;
  HttpExtras extras = parking.extras();
  extras.handleLater = [park = extras.handleLater](const Request& request, const Reply& reply) {
    if (request.query.contains("throws")) throw std::runtime_error("no");
    park(request, reply);
  };
  const RunningHttp server(echo, {}, std::move(extras));
  const Wire wire = server.connect();
  wire.send("GET /later?throws=1 HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_THAT(wire.readUntil("server_unavailable"), StartsWith("HTTP/1.1 500"));
  wire.send(kLaterRequest);
  parking.take(1).clear();
  EXPECT_THAT(wire.readUntil("server_unavailable"), HasSubstr("HTTP/1.1 500")) << "a reply that is dropped";
  wire.send(kLaterRequest);
  parking.take(1).front().fail(std::make_exception_ptr(std::runtime_error("no")));
  EXPECT_THAT(wire.readUntil("server_unavailable"), HasSubstr("HTTP/1.1 500"));
  wire.send(kLaterRequest);
  const Reply reply = parking.take(1).front();
  reply.send(textResponse("first"));
  reply.send(textResponse("second"));
  reply.fail(std::make_exception_ptr(std::runtime_error("no")));
  wire.readUntil("first");
  wire.send("GET /now HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(wire.readToEnd().find("second"), std::string::npos);
}

TEST(HttpLater, AStopWaitsForTheAnswer) {
  Parking parking;
  auto server = std::make_unique<RunningHttp>(echo, HttpOptions{}, parking.extras());
  const Wire wire = server->connect(), gone = server->connect();
  wire.send(kLaterRequest);
  {
    const Wire leaves = server->connect();
    leaves.send(kLaterRequest);
  }
  std::vector<Reply> replies = parking.take(2);
  std::thread stopping([&] { server.reset(); });
  EXPECT_EQ(gone.readToEnd(), "") << "the stop has begun";
  for (const Reply& reply : replies) reply.send(textResponse("answered"));
  EXPECT_THAT(wire.readToEnd(), HasSubstr("answered"));
  stopping.join();
}

}  // namespace
}  // namespace aftermint::testing
