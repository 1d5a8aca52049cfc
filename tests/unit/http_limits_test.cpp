// How many connections and requests there may be, how long they may take, and which have to make room.
#include <atomic>
#include <future>
#include <memory>
#include <vector>

#include "http/connection_table.h"
#include "unit/wire.h"

namespace aftermint::testing {
namespace {

using std::chrono::milliseconds;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr const char* kKeepAlive = " HTTP/1.1\r\nHost: x\r\n\r\n";

/** A handler that waits at `/wait` until it is let go. */
class Gate {
 public:
  Response operator()(const Request& request) {
    if (request.path == "/wait") {
      ++waiting_;
      open_.wait();
    }
    return echo(request);
  }
  void waitFor(int count) {
    testing::waitFor([this, count] { return waiting_ >= count; });
  }
  void open() { promise_.set_value(); }

 private:
  std::promise<void> promise_;
  std::shared_future<void> open_ = promise_.get_future().share();
  std::atomic<int> waiting_ = 0;
};

HttpServer::Handle handlerOf(Gate& gate) {
  return [&gate](const Request& request) { return gate(request); };
}

/** A connection that has had an answer, so the server knows it. */
Wire idleOf(const RunningHttp& server, const char* from = "127.0.0.1") {
  Wire wire = server.connect(from);
  wire.send(std::string("GET /idle") + kKeepAlive);
  wire.readUntil("GET /idle");
  return wire;
}

TEST(HttpLimits, CloseTheConnectionThatWasIdleTheLongest) {
  HttpOptions options;
  options.limits.connections = 3;
  options.limits.byClient = 3;
  const RunningHttp server(echo, options);
  const Wire first = idleOf(server), second = idleOf(server), third = idleOf(server);
  first.send(std::string("GET /again") + kKeepAlive);  // now the second is the idlest
  first.readUntil("GET /again");
  const Wire fourth = idleOf(server);
  EXPECT_EQ(second.readToEnd(), "");
  for (const Wire* open : {&first, &third, &fourth}) {
    open->send(std::string("GET /open") + kKeepAlive);
    open->readUntil("GET /open");
  }
}

TEST(HttpLimits, LetOneClientHaveOnlyItsShare) {
  HttpOptions options;
  options.limits.connections = 100;
  options.limits.byClient = 2;
  const RunningHttp server(echo, options);
  const Wire other = idleOf(server, "127.0.0.3");
  const Wire first = idleOf(server, "127.0.0.2"), second = idleOf(server, "127.0.0.2");
  const Wire third = idleOf(server, "127.0.0.2");
  EXPECT_EQ(first.readToEnd(), "") << "a client makes room for itself";
  other.send(std::string("GET /open") + kKeepAlive);
  other.readUntil("GET /open");
}

TEST(HttpLimits, AnswerSomebodyNewWhileSlowClientsHoldAllConnections) {
  HttpOptions options;
  options.limits.connections = 8;
  options.limits.byClient = 8;
  options.limits.head = std::chrono::hours(1);
  const RunningHttp server(echo, options);
  std::vector<Wire> slow;
  for (int i = 0; i < 8; ++i) {
    slow.push_back(server.connect("127.0.0.2"));
    slow.back().send("GET /slow HTTP/1.1\r\nX: ");
  }
  EXPECT_THAT(server.talk("GET /new HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"), HasSubstr("GET /new"));
}

TEST(HttpLimits, Answer503IfEveryConnectionIsBusy) {
  Gate gate;
  HttpOptions options;
  options.limits.connections = 2;
  options.limits.byClient = 2;
  const RunningHttp server(handlerOf(gate), options);
  const Wire first = server.connect(), second = server.connect();
  for (const Wire* busy : {&first, &second}) busy->send(std::string("GET /wait") + kKeepAlive);
  gate.waitFor(2);
  EXPECT_THAT(server.connect().readToEnd(),
              AllOf(StartsWith("HTTP/1.1 503"), HasSubstr("Retry-After: 5\r\n"), HasSubstr("server_unavailable"),
                    HasSubstr("Access-Control-Allow-Origin: *\r\n")));
  gate.open();
  for (const Wire* busy : {&first, &second}) busy->readUntil("GET /wait");
}

TEST(HttpLimits, LanesDoNotWaitForEachOther) {
  Gate gate;
  HttpOptions options;
  options.limits.workingReadings = 1;
  HttpExtras extras;
  extras.laneOf = [](const Request& request) {
    return request.path == "/shop" ? Lane::Shop : request.path == "/event" ? Lane::Events : Lane::Readings;
  };
  const RunningHttp server(handlerOf(gate), options, std::move(extras));
  const Wire reader = server.connect(), late = server.connect(), shopper = server.connect(), page = server.connect();
  reader.send(std::string("GET /wait") + kKeepAlive);
  gate.waitFor(1);
  late.send(std::string("GET /results") + kKeepAlive);
  EXPECT_THAT(late.readUntil("server_unavailable"), StartsWith("HTTP/1.1 503")) << "the lane is full";
  shopper.send(std::string("GET /shop") + kKeepAlive);
  EXPECT_THAT(shopper.readUntil("GET /shop"), StartsWith("HTTP/1.1 200"));
  page.send(std::string("GET /event") + kKeepAlive);
  EXPECT_THAT(page.readUntil("GET /event"), StartsWith("HTTP/1.1 200"));
  gate.open();
  EXPECT_THAT(reader.readUntil("GET /wait"), StartsWith("HTTP/1.1 200"));
}

TEST(HttpLimits, Answer503IfTooManyRequestsWait) {
  Gate gate;
  HttpOptions options;
  options.limits.working = 1;
  HttpExtras extras;
  extras.atOnce = [](const Request& request) {
    return request.path == "/live" ? std::optional(textResponse("alive")) : std::nullopt;
  };
  extras.finish = [](const Request& request, Response& response) { response.with("X-Path", request.path); };
  const RunningHttp server(handlerOf(gate), options, std::move(extras));
  const Wire first = server.connect(), second = server.connect();
  first.send(std::string("GET /wait") + kKeepAlive);
  gate.waitFor(1);
  second.send(std::string("GET /more") + kKeepAlive);
  EXPECT_THAT(second.readUntil("server_unavailable"),
              AllOf(StartsWith("HTTP/1.1 503"), HasSubstr("Retry-After: 5\r\n"), HasSubstr("X-Path: /more\r\n")));
  second.send(std::string("GET /live") + kKeepAlive);
  EXPECT_THAT(second.readUntil("alive"), StartsWith("HTTP/1.1 200")) << "what needs no worker is answered at once";
  gate.open();
  first.readUntil("GET /wait");
  second.send(std::string("GET /after") + kKeepAlive);
  EXPECT_THAT(second.readUntil("/after"), StartsWith("HTTP/1.1 200"));
}

std::string forwarded(const std::string& path, const std::string& client) {
  return "GET " + path + " HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: " + client + "\r\n\r\n";
}

TEST(HttpLimits, CountRequestsOfClientsBehindATrustedProxyInsteadOfItsConnections) {
  Gate gate;
  HttpOptions options;
  options.trustProxy = TrustedProxies::parse("all");
  options.limits.byClient = 2;
  const RunningHttp server(handlerOf(gate), options);
  const Wire first = server.connect(), second = server.connect(), third = server.connect(), fourth = server.connect();
  first.send(forwarded("/wait", "2001:db8::1"));
  second.send(forwarded("/wait", "2001:db8::2"));  // the same network
  gate.waitFor(2);
  third.send(forwarded("/more", "2001:db8::3"));
  EXPECT_THAT(third.readUntil("server_unavailable"), StartsWith("HTTP/1.1 503"));
  fourth.send(forwarded("/more", "2001:db8:0:1::1"));
  EXPECT_THAT(fourth.readUntil("/more"), StartsWith("HTTP/1.1 200"));
  gate.open();
  for (const Wire* each : {&first, &second}) each->readUntil("GET /wait");
  third.send(forwarded("/more", "2001:db8::3"));
  EXPECT_THAT(third.readUntil("/more"), StartsWith("HTTP/1.1 200"));
}

TEST(HttpLimits, CloseConnectionsThatAreSlow) {
  HttpOptions options;
  options.limits.idle = options.limits.head = options.limits.body = milliseconds(50);
  const RunningHttp server(echo, options);
  const Wire idle = server.connect(), head = server.connect(), body = server.connect();
  head.send("GET / HTTP/1.1\r\n");
  body.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\na");
  for (const Wire* slow : {&idle, &head, &body}) EXPECT_EQ(slow->readToEnd(), "");
}

TEST(HttpLimits, CountTheTimeOfAHeadFromItsFirstByte) {
  HttpOptions options;
  options.limits.head = milliseconds(200);
  const RunningHttp server(echo, options);
  const Wire wire = server.connect();
  // A byte now and then must not keep the connection open.
  bool open = wire.send("GET / HTTP/1.1\r\nX: ");
  for (int i = 0; open && i < 400; ++i) {
    std::this_thread::sleep_for(milliseconds(25));
    open = wire.send("a");
  }
  EXPECT_FALSE(open);
}

TEST(HttpLimits, GiveUpAnAnswerThatIsNotRead) {
  std::weak_ptr<const std::string> sent;
  std::atomic<bool> isMade = false;
  HttpOptions options;
  options.limits.answer = milliseconds(50);
  const RunningHttp server(
      [&](const Request&) {
        const auto text = std::make_shared<const std::string>(64u << 20, 'x');
        sent = text;
        isMade = true;
        Response response;
        response.share(text);
        return response;
      },
      options);
  const Wire wire = server.connect();
  wire.send(std::string("GET /") + kKeepAlive);
  waitFor([&] { return isMade && sent.expired(); });
  EXPECT_LT(wire.readToEnd().size(), 64u << 20);
}

TEST(HttpLimits, MustFitTheLimitOfDescriptors) {
  HttpOptions options;
  options.limits.connections = 10'000'000;
  EXPECT_THROW(RunningHttp(echo, options), std::runtime_error);
}

/** An entry of the table without a socket. */
class TableEntry final : public ConnectionEntry {
 public:
  TableEntry(ConnectionTable& table, const std::string& peer, ConnectionPhase phase, int second)
      : ConnectionEntry(peer) {
    enter(phase, Time(std::chrono::seconds(second)));
    table.add(*this);
  }
  void evict() override { isEvicted = true; }
  bool isEvicted = false;
};

TEST(ConnectionTable, EvictsIdleOnesFirstAndWorkingOnesNever) {
  ConnectionTable table(4, 0);
  TableEntry working(table, "a", ConnectionPhase::Working, 1), writing(table, "a", ConnectionPhase::Writing, 3),
      head(table, "a", ConnectionPhase::Head, 2), idle(table, "a", ConnectionPhase::Idle, 4);
  for (TableEntry* next : {&idle, &head, &writing}) {
    EXPECT_FALSE(next->isEvicted);
    EXPECT_TRUE(table.evictOne());
    EXPECT_TRUE(next->isEvicted);
  }
  EXPECT_FALSE(table.evictOne());
  EXPECT_FALSE(working.isEvicted);
  EXPECT_TRUE(table.makeRoom("b"));
}

TEST(ConnectionTable, CountsIPv6ByNetworkAndMappedIPv4AsItself) {
  EXPECT_EQ(clientKey("203.0.113.7"), "203.0.113.7");
  EXPECT_EQ(clientKey("::ffff:203.0.113.7"), "203.0.113.7");
  EXPECT_EQ(clientKey("2001:db8:1:2:3::4"), "2001:db8:1:2::/64");
  EXPECT_EQ(clientKey("unknown"), "unknown");
}

}  // namespace
}  // namespace aftermint::testing
