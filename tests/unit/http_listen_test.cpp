// Where a server listens: IPv6, Unix sockets, sockets of systemd; and which proxies it trusts.
#include <sys/stat.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>

#include "http/listening_socket.h"
#include "unit/serve_process.h"
#include "unit/wire.h"

namespace aftermint::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using ::testing::Not;
using ::testing::StartsWith;
using ::testing::ThrowsMessage;

constexpr const char* kAsk = "GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

Response showClient(const Request& request) { return textResponse(request.scheme + " of " + request.client + "."); }

std::string ask(const Wire& wire, const std::string& headers = "") {
  wire.send("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers + "\r\n");
  return wire.readToEnd();
}

TEST(ListenAddress, ReadsPortsAndSockets) {
  EXPECT_EQ(parseListenAddress("127.0.0.1:8080").url(), "http://127.0.0.1:8080");
  EXPECT_EQ(parseListenAddress("[::1]:80").url(), "http://[::1]:80");
  EXPECT_EQ(parseListenAddress("[::1]:80").host, "::1");
  const ListenAddress socket = parseListenAddress("unix:/run/a.sock?mode=0600");
  EXPECT_EQ(socket.path, "/run/a.sock");
  EXPECT_EQ(socket.mode, 0600u);
  EXPECT_EQ(parseListenAddress("unix:/run/a.sock").mode, 0660u);
  EXPECT_EQ(listenAddressOf("[::]", 1).host, "::");
  EXPECT_TRUE(isLoopback(parseListenAddress("127.9.9.9:1")));
  EXPECT_FALSE(isLoopback(parseListenAddress("unix:/run/a.sock"))) << "strangers may come through a proxy";
}

TEST(ListenAddress, RefusesOthersWithAHint) {
  for (const std::string text : {"8080", "127.0.0.1", "::1:80", "[::1]", "localhost:80", "127.0.0.1:70000",
                                 "127.0.0.1:8x", "127.0.0.1:", ":80", "unix:", "unix:/a?mode=9", "unix:/a?mode=7777"}) {
    EXPECT_THROW(static_cast<void>(parseListenAddress(text)), std::runtime_error) << text;
  }
  EXPECT_THROW(static_cast<void>(parseListenAddress("unix:/" + std::string(107, 'a'))), std::runtime_error);
  EXPECT_THAT([] { static_cast<void>(parseListenAddress("80")); },
              ThrowsMessage<std::runtime_error>(HasSubstr("[::1]:8080")));
}

class Listen : public ::testing::Test {
 protected:
  [[nodiscard]] HttpOptions onSocket(unsigned mode = 0660) const {
    HttpOptions options;
    ListenAddress address;
    address.path = path_;
    address.mode = mode;
    options.listen = {address};
    return options;
  }

  Scratch scratch_;
  std::string path_ = scratch_.path("server.sock");
};

TEST_F(Listen, ServesAUnixSocketAndRemovesItsFile) {
  {
    const RunningHttp server(showClient, onSocket(0600));
    struct stat file {};
    ASSERT_EQ(::lstat(path_.c_str(), &file), 0);
    EXPECT_TRUE(S_ISSOCK(file.st_mode));
    EXPECT_EQ(file.st_mode & 0777u, 0600u);
    EXPECT_THAT(ask(Wire::toUnix(path_)), EndsWith("http of unix."));
    EXPECT_EQ(server.server().url(), "unix:" + path_);
  }
  EXPECT_FALSE(std::filesystem::exists(path_));
}

TEST_F(Listen, ReplacesAFileThatNoProcessListensOn) {
  { ListeningSocket(onSocket().listen.front()).release(); }  // the descriptor stays open in this process
  EXPECT_FALSE(std::filesystem::exists(path_)) << "removed with its object";
  const int stale = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  path_.copy(address.sun_path, sizeof address.sun_path - 1);
  ASSERT_EQ(::bind(stale, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  ::close(stale);
  ASSERT_TRUE(std::filesystem::exists(path_));
  const RunningHttp server(showClient, onSocket());
  EXPECT_THAT(ask(Wire::toUnix(path_)), EndsWith("of unix."));
}

TEST_F(Listen, LeavesTheSocketOfARunningServerAndFilesOfOthers) {
  const RunningHttp first(showClient, onSocket());
  EXPECT_THAT([this] { const RunningHttp second(showClient, onSocket()); },
              ThrowsMessage<std::runtime_error>(HasSubstr("another process listens")));
  EXPECT_THAT(ask(Wire::toUnix(path_)), EndsWith("of unix.")) << "the first one still serves";
  path_ = scratch_.write("file", "precious");
  EXPECT_THAT([this] { const RunningHttp third(showClient, onSocket()); },
              ThrowsMessage<std::runtime_error>(HasSubstr("no socket")));
  EXPECT_EQ(scratch_.read("file"), "precious");
}

TEST_F(Listen, DoesNotRemoveAFileThatAnotherServerMade) {
  auto first = std::make_unique<RunningHttp>(showClient, onSocket());
  std::filesystem::remove(path_);
  const RunningHttp second(showClient, onSocket());
  first.reset();
  EXPECT_THAT(ask(Wire::toUnix(path_)), EndsWith("of unix."));
}

TEST_F(Listen, ServesSeveralAddresses) {
  HttpOptions options = onSocket();
  options.listen.push_back(parseListenAddress("127.0.0.1:0"));
  options.listen.push_back(parseListenAddress("127.0.0.1:0"));
  const RunningHttp server(showClient, options);
  EXPECT_THAT(server.server().url(),
              MatchesRegex("unix:.*, http://127.0.0.1:[1-9][0-9]*, http://127.0.0.1:[1-9][0-9]*"));
  const std::string last = server.server().url();
  const auto lastPort = static_cast<std::uint16_t>(std::atoi(last.c_str() + last.rfind(':') + 1));
  EXPECT_NE(server.server().port(), lastPort);
  EXPECT_THAT(ask(Wire::toUnix(path_)), EndsWith("http of unix."));
  EXPECT_THAT(ask(server.connect()), EndsWith("http of 127.0.0.1."));
  EXPECT_THAT(ask(Wire(lastPort)), EndsWith("http of 127.0.0.1."));
}

bool hasIPv6() {
  try {
    const ListeningSocket probe(parseListenAddress("[::1]:0"));
    return true;
  } catch (const std::runtime_error&) {
    return false;
  }
}

TEST_F(Listen, ServesIPv6AndIPv4OnOneSocket) {
  if (!hasIPv6()) GTEST_SKIP() << "this machine has no IPv6: nothing was tested";
  HttpOptions options;
  options.host = "[::]";
  const RunningHttp server(showClient, options);
  EXPECT_THAT(server.server().url(), StartsWith("http://[::]:"));
  EXPECT_THAT(ask(Wire::toIPv6(server.server().port())), EndsWith("http of ::1."));
  EXPECT_THAT(ask(server.connect()), EndsWith("http of 127.0.0.1.")) << "an IPv4 client has its IPv4 address";
}

TEST(TrustedProxies, AreNetworks) {
  const TrustedProxies proxies = TrustedProxies::parse("10.0.0.0/8, 192.0.2.7,2001:db8:0:10::/60,::1, unix");
  for (const char* address : {"10.255.0.1", "192.0.2.7", "2001:db8:0:1f::9", "::1", "unix"}) {
    EXPECT_TRUE(proxies.trusts(address)) << address;
  }
  for (const char* address : {"11.0.0.1", "192.0.2.8", "2001:db8:0:20::9", "::2", "", "10.0.0"}) {
    EXPECT_FALSE(proxies.trusts(address)) << address;
  }
  EXPECT_FALSE(TrustedProxies::parse("::1").trusts("unix"));
  EXPECT_TRUE(TrustedProxies::parse("0.0.0.0/0").trusts("203.0.113.9"));
  EXPECT_TRUE(TrustedProxies::parse("true").trusts("203.0.113.9"));
  EXPECT_TRUE(TrustedProxies::parse("false").trustsNone());
  for (const char* text : {"proxy.example", "10.0.0.0/33", "10.0.0.0/8;::1", "10.0.0.0/8,", "::1/x"}) {
    EXPECT_THROW(static_cast<void>(TrustedProxies::parse(text)), std::invalid_argument) << text;
  }
}

TEST_F(Listen, TakesHeadersFromTrustedNetworksOnly) {
  HttpOptions options = onSocket();
  options.listen.push_back(parseListenAddress("127.0.0.1:0"));
  options.trustProxy = TrustedProxies::parse("127.0.0.8/29,198.51.100.0/24");
  const RunningHttp server(showClient, options);
  const std::string headers = "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Proto: https\r\n";
  EXPECT_THAT(ask(server.connect("127.0.0.9"), headers), EndsWith("https of 203.0.113.9."));
  EXPECT_THAT(ask(server.connect("127.0.0.2"), headers), EndsWith("http of 127.0.0.2."));
  EXPECT_THAT(ask(Wire::toUnix(path_), headers), EndsWith("http of unix."));
  EXPECT_THAT(ask(server.connect("127.0.0.9"), "X-Forwarded-For: 192.0.2.66, 203.0.113.9, 198.51.100.7\r\n"),
              EndsWith("http of 203.0.113.9."))
      << "a trusted proxy before another is not the client";
}

TEST_F(Listen, TakesHeadersFromAUnixSocketIfAsked) {
  HttpOptions options = onSocket();
  options.trustProxy = TrustedProxies::parse("unix");
  const RunningHttp server(showClient, options);
  EXPECT_THAT(ask(Wire::toUnix(path_), "X-Forwarded-For: 203.0.113.9\r\n"), EndsWith("http of 203.0.113.9."));
}

TEST_F(Listen, CountsNoClientOfAUnixSocketAsOne) {
  HttpOptions options = onSocket();
  options.limits.connections = 10;
  options.limits.byClient = 1;
  const RunningHttp server(showClient, options);
  const Wire first = Wire::toUnix(path_), second = Wire::toUnix(path_);
  for (const Wire* wire : {&first, &second}) {
    wire->send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_THAT(wire->readUntil("of unix."), StartsWith("HTTP/1.1 200"));
  }
  first.send(kAsk);
  EXPECT_THAT(first.readToEnd(), EndsWith("of unix.")) << "the second one has not evicted the first";
}

class ListenProgram : public Listen {
 protected:
  std::vector<std::string> with(std::vector<std::string> more) const {
    more.insert(more.begin(), {"--store", "sqlite::memory:"});
    return more;
  }
};

TEST_F(ListenProgram, TakesASocketOfSystemd) {
  ListeningSocket passed(parseListenAddress("127.0.0.1:0"));
  const std::uint16_t port = passed.address().port;
  const int descriptor = passed.release();
  ServeProcess server(scratch_, with({"--port", "1"}), {}, descriptor);
  EXPECT_EQ(server.address, "http://127.0.0.1:" + std::to_string(port)) << server.log();
  EXPECT_THAT(ask(Wire(port)), StartsWith("HTTP/1.1 404"));
  EXPECT_EQ(server.stop(), 0);
  ::close(descriptor);
}

TEST_F(ListenProgram, RefusesADescriptorThatDoesNotListen) {
  const int file = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  ServeProcess server(scratch_, with({}), {}, file);
  EXPECT_EQ(server.address, "");
  EXPECT_EQ(server.wait(), 2);
  EXPECT_THAT(server.log(), HasSubstr("ListenStream="));
  ::close(file);
}

TEST_F(ListenProgram, TellsSystemdThatItIsReadyAndThatItStops) {
  const std::string path = scratch_.path("notify");
  const int notified = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  path.copy(address.sun_path, sizeof address.sun_path - 1);
  ASSERT_EQ(::bind(notified, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  ServeProcess server(scratch_, with({"--listen", "unix:" + path_}), {{"NOTIFY_SOCKET", path}});
  EXPECT_EQ(server.address, "unix:" + path_) << server.log();
  const auto heard = [&notified] {
    std::array<char, 64> text{};
    const ssize_t size = ::recv(notified, text.data(), text.size(), 0);
    return std::string(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  };
  EXPECT_EQ(heard(), "READY=1");
  EXPECT_EQ(server.stop(), 0);
  EXPECT_EQ(heard(), "STOPPING=1");
  EXPECT_FALSE(std::filesystem::exists(path_));
  ::close(notified);
}

TEST_F(ListenProgram, ListensOnHostAndPortTooIfTheyAreGiven) {
  const std::string config = scratch_.write("serve.toml", "listen = [\"unix:" + path_ + "\"]\nport = 0\n");
  ServeProcess server(scratch_, with({"--config", config}));
  EXPECT_THAT(server.address, MatchesRegex("http://127.0.0.1:[1-9][0-9]*, unix:.*")) << server.log();
  EXPECT_THAT(ask(Wire::toUnix(path_)), StartsWith("HTTP/1.1 404"));
}

TEST_F(ListenProgram, TrustsEveryProxyWithTheOldFlag) {
  for (const std::vector<std::string>& options :
       {std::vector<std::string>{"--trust-proxy", "--access-log"},
        {"--access-log", "--trust-proxy", "127.0.0.0/8"},
        {"--access-log", "--config", scratch_.write("serve.toml", "trust-proxy = true\n")}}) {
    std::vector<std::string> all = with({"--port", "0", "--log", "json"});
    all.insert(all.end(), options.begin(), options.end());
    ServeProcess server(scratch_, all);
    ASSERT_NE(server.address, "") << server.log();
    ask(Wire(server.port()), "X-Forwarded-For: 203.0.113.9\r\n");
    EXPECT_EQ(server.stop(), 0);
    EXPECT_THAT(server.log(), HasSubstr("\"client\":\"203.0.113.9\"")) << options.back();
  }
}

TEST_F(ListenProgram, RefusesWrongAddresses) {
  const Ran proxy = runProgram(scratch_, {"serve", "--trust-proxy", "proxy.example"});
  EXPECT_EQ(proxy.exit, 2);
  EXPECT_THAT(proxy.err, HasSubstr("10.0.0.0/8,::1,unix"));
  const Ran listen = runProgram(scratch_, {"serve", "--listen", "8080"});
  EXPECT_EQ(listen.exit, 2);
  EXPECT_THAT(listen.err, HasSubstr("unix:PATH"));
}

}  // namespace
}  // namespace aftermint::testing
