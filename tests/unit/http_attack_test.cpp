// What one hostile client can send, and that the server answers others meanwhile and afterwards.
#include <new>
#include <vector>

#include "unit/wire.h"

namespace aftermint::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr std::size_t kFloodBytes = 64u << 20;  // more than the buffers of both sockets
constexpr const char* kChunkedPost = "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
constexpr const char* kNextRequest = "GET /next HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

class HttpAttack : public ::testing::Test {
 protected:
  /** Sends `begin`, then `more` without an end. The server has to answer `status` and close. */
  void flood(const std::string& begin, const std::string& more, const std::string& status) {
    const Wire wire = server.connect();
    ASSERT_TRUE(wire.send(begin));
    EXPECT_LT(wire.flood(more, kFloodBytes), kFloodBytes) << "the server took everything";
    EXPECT_THAT(wire.readToEnd(), StartsWith("HTTP/1.1 " + status));
    EXPECT_THAT(server.talk(kNextRequest), HasSubstr("GET /next"));
  }

  RunningHttp server{echo};
};

TEST_F(HttpAttack, EndsAnEndlessChunkExtension) {
  flood(std::string(kChunkedPost) + "1;x=", std::string(65536, 'a'), "413");
}

TEST_F(HttpAttack, EndsEndlessExtensionsOfManyChunks) {
  flood(kChunkedPost, "1;x=" + std::string(4000, 'a') + "\r\nb\r\n", "413");
}

TEST_F(HttpAttack, EndsAnEndlessExtensionOfTheLastChunk) {
  flood(std::string(kChunkedPost) + "0;x=", std::string(65536, 'a'), "413");
}

TEST_F(HttpAttack, EndsEndlessTrailers) {
  flood(std::string(kChunkedPost) + "0\r\n", "X: " + std::string(4000, 'a') + "\r\n", "413");
}

TEST_F(HttpAttack, EndsAnEndlessTrailer) {
  flood(std::string(kChunkedPost) + "0\r\nX: ", std::string(65536, 'a'), "413");
}

TEST_F(HttpAttack, EndsAnEndlessChunkSize) { flood(kChunkedPost, std::string(65536, '0'), "413"); }

TEST_F(HttpAttack, EndsAnEndlessRequestLine) { flood("GET /", std::string(65536, 'a'), "414"); }

TEST_F(HttpAttack, EndsEndlessHeaders) {
  flood("GET / HTTP/1.1\r\nHost: x\r\n", "X: " + std::string(4000, 'a') + "\r\n", "431");
}

TEST_F(HttpAttack, EndsEndlessEmptyLines) { flood("\r\n", std::string(65536, '\n'), "400"); }

TEST_F(HttpAttack, AnswersPipelinedRequestsOneAfterTheOther) {
  const Wire wire = server.connect();
  std::string requests;
  for (int i = 0; i < 2000; ++i) requests += "GET /" + std::to_string(i) + " HTTP/1.1\r\nHost: x\r\n\r\n";
  std::thread writer([&] { EXPECT_TRUE(wire.send(requests + kNextRequest)); });
  const std::string answers = wire.readToEnd();
  writer.join();
  EXPECT_THAT(answers, AllOf(HasSubstr("GET /0 at"), HasSubstr("GET /1999 at"), HasSubstr("GET /next at")));
}

struct Refused {
  const char* name;
  std::string request;
  const char* status;
};

class HttpRefusal : public ::testing::TestWithParam<Refused> {};

TEST_P(HttpRefusal, AnswersAndCloses) {
  const RunningHttp server(echo);
  const std::string answer = server.talk(GetParam().request + "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_THAT(answer, StartsWith(std::string("HTTP/1.1 ") + GetParam().status)) << GetParam().request;
  EXPECT_THAT(answer, Not(HasSubstr("/smuggled")));
}

std::string postWith(const std::string& headers, const std::string& body = "0\r\n\r\n") {
  return "POST / HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n" + body;
}
std::string requestTo(const std::string& target, const std::string& headers = "Host: x\r\n") {
  return "GET " + target + " HTTP/1.1\r\n" + headers + "\r\n";
}

INSTANTIATE_TEST_SUITE_P(
    Rfc9112, HttpRefusal,
    ::testing::Values(
        Refused{"UnknownCoding", postWith("Transfer-Encoding: xchunked\r\n"), "400"},
        Refused{"UnknownCodingOfGet", requestTo("/", "Host: x\r\nTransfer-Encoding: xchunked\r\n"), "400"},
        Refused{"CodingWithoutChunked", postWith("Transfer-Encoding: gzip\r\n"), "400"},
        Refused{"Identity", postWith("Transfer-Encoding: identity\r\n"), "400"},
        Refused{"ChunkedNotLast", postWith("Transfer-Encoding: chunked, gzip\r\n"), "400"},
        Refused{"ChunkedTwice", postWith("Transfer-Encoding: chunked, chunked\r\n"), "400"},
        Refused{"ChunkedInTwoHeaders", postWith("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"), "400"},
        Refused{"EmptyCoding", postWith("Transfer-Encoding:\r\n"), "400"},
        Refused{"CodingBeforeChunked", postWith("Transfer-Encoding: gzip, chunked\r\n"), "501"},
        Refused{"CodingAndLength", postWith("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n"), "400"},
        Refused{"LengthAndCoding", postWith("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"), "400"},
        Refused{"LengthAndUnknownCoding", postWith("Content-Length: 5\r\nTransfer-Encoding: xchunked\r\n"), "400"},
        Refused{"CodingInHttp10", "POST / HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "400"},
        Refused{"TwoLengths", postWith("Content-Length: 5\r\nContent-Length: 6\r\n"), "400"},
        Refused{"TwoLengthsInOne", postWith("Content-Length: 5, 6\r\n"), "400"},
        Refused{"SignedLength", postWith("Content-Length: +5\r\n"), "400"},
        Refused{"NegativeLength", postWith("Content-Length: -5\r\n"), "400"},
        Refused{"HexLength", postWith("Content-Length: 0x5\r\n"), "400"},
        Refused{"HugeLength", postWith("Content-Length: 99999999999999999999999\r\n"), "400"},
        Refused{"LargeLength", postWith("Content-Length: 18446744073709551615\r\n"), "413"},
        Refused{"MegabytesOfLength", postWith("Content-Length: 2000000\r\n"), "413"},
        Refused{"HugeChunk", postWith("Transfer-Encoding: chunked\r\n", "fffffffffffffffff\r\n"), "400"},
        Refused{"NoHexChunk", postWith("Transfer-Encoding: chunked\r\n", "-1\r\nabc\r\n0\r\n\r\n"), "400"},
        Refused{"ChunkWithoutEnd", postWith("Transfer-Encoding: chunked\r\n", "1\r\nabc\r\n0\r\n\r\n"), "400"},
        Refused{"LengthInTrailer", postWith("Transfer-Encoding: chunked\r\n", "0\r\nContent-Length: 3\r\n\r\n"), "400"},
        Refused{"NoHost", requestTo("/", ""), "400"},
        Refused{"TwoHosts", requestTo("/", "Host: a\r\nHost: a\r\n"), "400"},
        Refused{"HostList", requestTo("/", "Host: a, b\r\n"), "400"},
        Refused{"HostWithPath", requestTo("/", "Host: a/b\r\n"), "400"},
        Refused{"HostWithUser", requestTo("/", "Host: u@a\r\n"), "400"},
        Refused{"HostWithSpace", requestTo("/", "Host: a b\r\n"), "400"},
        Refused{"SpaceBeforeColon", requestTo("/", "Host : x\r\n"), "400"},
        Refused{"SpaceBeforeName", "GET / HTTP/1.1\r\n Host: x\r\n\r\n", "400"},
        Refused{"BareLineFeed", "GET / HTTP/1.1\nHost: x\n\n", "400"},
        Refused{"BareReturnInValue", requestTo("/", "Host: x\r\nA: b\rC: d\r\n"), "400"},
        Refused{"NulInValue", requestTo("/", std::string("Host: x\r\nA: b\0c\r\n", 17)), "400"},
        Refused{"BellInValue", requestTo("/", "Host: x\r\nA: b\ac\r\n"), "400"},
        Refused{"DeleteInValue", requestTo("/", "Host: x\r\nA: b\x7f\r\n"), "400"},
        Refused{"NulInName", requestTo("/", std::string("Host: x\r\nA\0: b\r\n", 16)), "400"},
        Refused{"NulInTarget", requestTo(std::string("/a\0b", 4)), "400"},
        Refused{"BellInTarget", requestTo("/a\ab"), "400"}, Refused{"DeleteInTarget", requestTo("/a\x7f"), "400"},
        Refused{"ByteInTarget", requestTo("/\xc3\xa9"), "400"}, Refused{"EncodedNul", requestTo("/a%00b"), "400"},
        Refused{"EncodedLineBreak", requestTo("/a%0d%0ab"), "400"},
        Refused{"EncodedEscape", requestTo("/%1b%5b2J"), "400"}, Refused{"TwoSpaces", requestTo("/a b"), "400"},
        Refused{"NoSlash", requestTo("a"), "400"}, Refused{"OtherScheme", requestTo("ftp://x/a"), "400"},
        Refused{"AbsoluteWithoutHost", requestTo("http:///a"), "400"},
        Refused{"AbsoluteWithUser", requestTo("http://u:p@x/a"), "400"},
        Refused{"AbsoluteWithDots", requestTo("http://x/../a"), "400"},
        Refused{"Version2", "GET / HTTP/2.0\r\nHost: x\r\n\r\n", "400"},
        Refused{"Version09", "GET / HTTP/0.9\r\nHost: x\r\n\r\n", "400"},
        Refused{"NoVersion", "GET /\r\nHost: x\r\n\r\n", "400"},
        Refused{"Expectation", postWith("Expect: a-miracle\r\nContent-Length: 0\r\n", ""), "417"}),
    [](const auto& one) { return one.param.name; });

TEST(HttpServer, TakesATargetWithAHostForAPathOfThatHost) {
  const RunningHttp server(echo);
  EXPECT_THAT(server.talk(requestTo("http://shop.example/a%20b?c", "Host: other\r\nConnection: close\r\n")),
              HasSubstr("GET /a b at shop.example:"));
  EXPECT_THAT(server.talk(requestTo("HTTPS://shop.example:8443", "Host: other\r\nConnection: close\r\n")),
              HasSubstr("GET / at shop.example:8443:"));
}

TEST(HttpServer, TakesNoTrailerForAHeader) {
  const RunningHttp server([](const Request& request) {
    return textResponse("key " + std::string(request.header("idempotency-key")) + ", " + request.body);
  });
  EXPECT_THAT(server.talk("POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n"
                          "Trailer: Idempotency-Key\r\n\r\n1\r\na\r\n0\r\nIdempotency-Key: evil\r\n\r\n"),
              HasSubstr("key , a"));
}

TEST(HttpServer, AnswersWith500IfAHandlerThrowsAnything) {
  const RunningHttp server([](const Request& request) -> Response {
    if (request.path == "/memory") throw std::bad_alloc();
    if (request.path == "/fault") throw std::runtime_error("no");
    if (request.path == "/number") throw 7;
    return echo(request);
  });
  for (const char* path : {"/memory", "/fault", "/number"}) {
    EXPECT_THAT(server.talk(requestTo(path, "Host: x\r\nConnection: close\r\n")),
                AllOf(StartsWith("HTTP/1.1 500"), HasSubstr("server_unavailable")))
        << path;
  }
  EXPECT_THAT(server.talk(kNextRequest), HasSubstr("GET /next"));
}

TEST(HttpServer, SendsNoHeaderWithALineBreak) {
  const RunningHttp server([](const Request& request) {
    if (request.path == "/next") return echo(request);
    return textResponse("a").with("Location", "/b\r\nSet-Cookie: c=d");
  });
  EXPECT_THAT(server.talk(requestTo("/a", "Host: x\r\nConnection: close\r\n")),
              AllOf(StartsWith("HTTP/1.1 500"), Not(HasSubstr("Set-Cookie"))));
  EXPECT_THAT(server.talk(kNextRequest), HasSubstr("GET /next"));
}

TEST(HttpServer, SurvivesFaultsInItsLimitsAndExtras) {
  HttpExtras extras;
  extras.finish = [](const Request&, Response&) { throw std::bad_alloc(); };
  const RunningHttp server(echo, {}, std::move(extras), [](std::string_view, std::string_view path) -> std::size_t {
    if (path == "/limit") throw std::bad_alloc();
    return 64;
  });
  EXPECT_EQ(server.talk(requestTo("/limit")), "") << "the connection ends without an answer";
  EXPECT_EQ(server.talk("nonsense\r\n\r\n"), "");
  EXPECT_THAT(server.talk(kNextRequest), HasSubstr("GET /next"));
}

TEST(HttpServer, GivesEachRequestAnId) {
  const RunningHttp server(echo);
  EXPECT_THAT(server.talk(requestTo("/", "Host: x\r\nConnection: close\r\nX-Request-Id: abc-1\r\n")),
              HasSubstr("X-Request-Id: abc-1\r\n"));
  const std::string own = server.talk(requestTo("/", "Host: x\r\nConnection: close\r\nX-Request-Id: a b\"<\r\n"));
  EXPECT_THAT(own, AllOf(::testing::ContainsRegex("X-Request-Id: [0-9a-f]{32}\r\n"), Not(HasSubstr("a b\"<"))));
  EXPECT_THAT(server.talk("nonsense\r\n\r\n"), ::testing::ContainsRegex("X-Request-Id: [0-9a-f]{32}\r\n"));
}

}  // namespace
}  // namespace aftermint::testing
