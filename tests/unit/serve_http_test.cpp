// Requests, routes and headers, without sockets and then with real ones.
#include <boost/asio/connect.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <thread>

#include "http/http_server.h"
#include "ids.h"
#include "serve_fixture.h"

namespace aftermint::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST(ServeHttp, DecodesTargetsAndRefusesHiddenPaths) {
  Request request;
  ASSERT_TRUE(setTarget(request, "/a%20b/c?x=1+2&y=%C3%A9&x=3#z"));
  EXPECT_EQ(request.path, "/a b/c");
  EXPECT_EQ(request.query.at("x"), "3");
  EXPECT_EQ(request.query.at("y"), "\u00e9");
  for (const char* target : {"", "a", "http://x/", "/..", "/a/../b", "/%2e%2e/etc/passwd", "/a/%2E%2E%2fb", "/a%00b",
                             "/a\\..\\b", "/%", "/%4", "/%zz", "/./a", "*"}) {
    EXPECT_FALSE(setTarget(request, target)) << target;
  }
}

TEST(ServeHttp, ReadsFormsAndCookies) {
  const Fields form = parseForm("a=1&b=%26+%3D&c&=x&d=%zz&a=2");
  EXPECT_EQ(form.at("a"), "2");
  EXPECT_EQ(form.at("b"), "& =");
  EXPECT_EQ(form.at("c"), "");
  EXPECT_EQ(form.count("d"), 0u);
  const Fields cookies = parseCookies("a=1; sid=xyz ;b");
  EXPECT_EQ(cookies.at("sid"), "xyz");
  EXPECT_EQ(cookies.count("b"), 0u);
}

class ServeRoutes : public ServeTest {
 protected:
  Response ask(const std::string& method, const std::string& target, Fields headers = {}) {
    Browser page = browser();
    return page.send(method, target, "", std::move(headers));
  }
};

TEST_F(ServeRoutes, SendsThePolicyWithEveryPage) {
  for (const char* target : {"/", "/products/knife", "/checkout", "/results", "/nowhere"}) {
    const Response page = ask("GET", target);
    EXPECT_THAT(std::string(page.header("Content-Security-Policy")),
                ::testing::AllOf(HasSubstr("default-src 'none'"), HasSubstr("trusted-types 'none'"),
                                 Not(HasSubstr("unsafe-inline"))))
        << target;
    EXPECT_EQ(page.header("X-Content-Type-Options"), "nosniff") << target;
    EXPECT_EQ(page.header("Referrer-Policy"), "same-origin") << target;
  }
}

TEST_F(ServeRoutes, DistinguishesUnknownPathsFromWrongMethods) {
  EXPECT_EQ(ask("GET", "/nowhere").status, 404);
  EXPECT_EQ(ask("GET", "/products/none").status, 404);
  EXPECT_EQ(ask("GET", "/products/").status, 404);
  EXPECT_EQ(ask("DELETE", "/checkout").status, 405);
  EXPECT_EQ(ask("DELETE", "/checkout").header("Allow"), "GET, HEAD");
  EXPECT_EQ(ask("PUT", "/offers/accept").header("Allow"), "GET, HEAD, POST");
  EXPECT_EQ(ask("HEAD", "/").status, 200);
  EXPECT_EQ(nlohmann::json::parse(ask("GET", "/nowhere", {{"accept", "*/*"}}).body)["error"]["code"], "not_found");
}

TEST_F(ServeRoutes, ServesOnlyTheBookAndAssetsWithETags) {
  const Response first = ask("GET", "/book.json");
  EXPECT_EQ(first.content(), bookText);
  const Response again = ask("GET", "/book.json", {{"if-none-match", std::string(first.header("ETag"))}});
  EXPECT_EQ(again.status, 304);
  EXPECT_EQ(again.body, "");
  const Response art = ask("GET", "/assets/mark.svg");
  EXPECT_EQ(art.status, 200);
  EXPECT_EQ(art.contentType, "image/svg+xml");
  for (const char* target :
       {"/assets/", "/assets/none.css", "/assets//etc/passwd", "/assets/.hidden", "/dist/", "/dist"}) {
    EXPECT_EQ(ask("GET", target).status, 404) << target;
  }
}

TEST_F(ServeRoutes, EscapesTextsOfShoppers) {
  Browser ada = browser();
  ada.post("/cart", "product=knife");
  const std::string form = payForm(ada, "declined") + "&name=%3Cscript%3E%22%27";
  EXPECT_THAT(ada.post("/pay", form).body, ::testing::AllOf(HasSubstr("&lt;script&gt;"), Not(HasSubstr("<script>\""))));
}

TEST_F(ServeRoutes, GivesEverySessionItsOwnCookieThatScriptsCannotRead) {
  Browser ada = browser(), bob = browser();
  const Response set = ada.post("/cart", "product=knife");
  EXPECT_THAT(std::string(set.header("Set-Cookie")),
              ::testing::AllOf(HasSubstr("HttpOnly"), HasSubstr("SameSite=Lax")));
  bob.cookie = "sid=chosen-by-somebody";
  bob.post("/cart", "product=knife");
  EXPECT_NE(bob.cookie, "sid=chosen-by-somebody");
  EXPECT_NE(bob.cookie, ada.cookie);
  EXPECT_EQ(ada.cookie.size(), 4u + 32u);
}

/** A running server on a free port. */
class ServeSockets : public ::testing::Test {
 protected:
  HttpServer server{
      HttpOptions{},
      [](const Request& request) {
        Response response;
        response.contentType = "text/plain";
        response.body = request.method + " " + request.path + " " + request.body;
        return response;
      },
      [](std::string_view, std::string_view path) { return path == "/small" ? std::size_t{8} : std::size_t{64}; }};
  std::thread thread{[this] { server.run(); }};
  ~ServeSockets() override {
    server.stop();
    thread.join();
  }

  /** Sends a text unchanged and reads until the server closes. */
  std::string talk(const std::string& text) {
    namespace asio = boost::asio;
    asio::io_context io;
    asio::ip::tcp::socket socket(io);
    socket.connect({asio::ip::address_v4::loopback(), server.port()});
    asio::write(socket, asio::buffer(text));
    std::string answer;
    boost::system::error_code error;
    asio::read(socket, asio::dynamic_buffer(answer), error);
    EXPECT_EQ(error, asio::error::eof);
    return answer;
  }
};

constexpr const char* kClose = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";

TEST_F(ServeSockets, AnswersAndKeepsTheConnectionForTheNext) {
  const std::string response =
      talk(std::string("GET /one HTTP/1.1\r\nHost: x\r\n\r\nPOST /two") + kClose + "Content-Length: 3\r\n\r\nabc");
  EXPECT_THAT(response, HasSubstr("GET /one"));
  EXPECT_THAT(response, HasSubstr("POST /two abc"));
}

TEST_F(ServeSockets, AnswersHeadWithoutABody) {
  const std::string response = talk(std::string("HEAD /one") + kClose + "\r\n");
  EXPECT_THAT(response, StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(response, HasSubstr("Content-Length: 10"));
  EXPECT_THAT(response, ::testing::EndsWith("\r\n\r\n"));
}

TEST_F(ServeSockets, EnforcesItsLimits) {
  EXPECT_THAT(talk(std::string("POST /small") + kClose + "Content-Length: 9\r\n\r\n123456789"),
              StartsWith("HTTP/1.1 413"));
  EXPECT_THAT(talk(std::string("POST /small") + kClose + "Content-Length: 8\r\n\r\n12345678"),
              StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(
      talk(std::string("POST /small") + kClose + "Transfer-Encoding: chunked\r\n\r\n9\r\n123456789\r\n0\r\n\r\n"),
      StartsWith("HTTP/1.1 413"));
  EXPECT_THAT(talk(std::string("POST /small") + kClose + "\r\n"), StartsWith("HTTP/1.1 411"));
  EXPECT_THAT(talk(std::string("GET /") + kClose + "X: " + std::string(20000, 'x') + "\r\n\r\n"),
              StartsWith("HTTP/1.1 431"));
}

TEST_F(ServeSockets, RefusesInvalidHttp) {
  EXPECT_THAT(talk("nonsense\r\n\r\n"), StartsWith("HTTP/1.1 400"));
  EXPECT_THAT(talk("GET / HTTP/1.1\r\n\r\n"), StartsWith("HTTP/1.1 400"));
  EXPECT_THAT(talk(std::string("GET /../etc/passwd") + kClose + "\r\n"), StartsWith("HTTP/1.1 400"));
  EXPECT_THAT(talk(std::string("POST /") + kClose + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc"),
              StartsWith("HTTP/1.1 400"));
}

TEST_F(ServeSockets, AnswersExpect100Continue) {
  EXPECT_THAT(talk(std::string("POST /two") + kClose + "Expect: 100-continue\r\nContent-Length: 3\r\n\r\nabc"),
              ::testing::AllOf(StartsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200"), HasSubstr("POST /two abc")));
}

TEST_F(ServeSockets, AnswersManyClientsWhileOthersAreIdle) {
  namespace asio = boost::asio;
  asio::io_context io;
  std::vector<asio::ip::tcp::socket> idle;
  for (int i = 0; i < 50; ++i) idle.emplace_back(io).connect({asio::ip::address_v4::loopback(), server.port()});
  std::vector<std::thread> clients;
  for (int i = 0; i < 16; ++i) {
    clients.emplace_back([&, i] {
      EXPECT_THAT(talk("GET /" + std::to_string(i) + kClose + "\r\n"), HasSubstr("GET /" + std::to_string(i)));
    });
  }
  for (std::thread& client : clients) client.join();
}

}  // namespace
}  // namespace aftermint::testing
