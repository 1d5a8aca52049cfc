// Requests by libcurl over TLS, to nginx with a certificate of its own.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "http/curl_client.h"
#include "unit/cli_scratch.h"
#include "unit/clickhouse_server.h"
#include "unit/nginx.h"

namespace aftermint::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class CurlTls : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!Nginx::isInstalled()) GTEST_SKIP() << kNoNginx;
    makeCertificate(scratch, "server");
    makeCertificate(scratch, "other");
    nginx =
        std::make_unique<Nginx>(scratch, tlsServer(scratch, "server", port, "return 200 'hello $http_authorization';"));
    waitForPort(port);
  }

  [[nodiscard]] CurlRequest request(const std::string& host = "127.0.0.1") const {
    CurlRequest request;
    request.url = "https://" + host + ":" + std::to_string(port) + "/";
    request.isDirect = true;
    return request;
  }
  static CurlFailure failureOf(const CurlRequest& request) {
    try {
      (void)CurlClient().send(request);
    } catch (const CurlFailure& failure) {
      return failure;
    }
    return {"there was an answer", true};
  }

  Scratch scratch;
  const std::uint16_t port = freeTcpPort();
  std::unique_ptr<Nginx> nginx;
};

TEST_F(CurlTls, AnswersIfTheCertificateIsTrustedAndNamesTheHost) {
  const TrustedCertificate trusted(scratch.path("server.pem"));
  const CurlClient client;
  CurlRequest asked = request();
  asked.user = "shop";
  asked.password = "p:w";
  for (int again = 0; again < 2; ++again) {
    const CurlAnswer answer = client.send(asked);
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, "hello Basic c2hvcDpwOnc=");
  }
  EXPECT_EQ(client.send(request()).body, "hello ") << "nothing of the request before remains in its handle";
}

TEST_F(CurlTls, FailsForGoodWithACertificateOfAnotherAuthorityOrHost) {
  for (const char* authorities : {"", "other.pem"}) {
    std::unique_ptr<TrustedCertificate> trusted;
    if (*authorities != '\0') trusted = std::make_unique<TrustedCertificate>(scratch.path(authorities));
    const CurlFailure failure = failureOf(request());
    EXPECT_THAT(failure.what(), HasSubstr("certificate")) << authorities;
    EXPECT_FALSE(failure.maySucceedLater()) << authorities;
  }
  const TrustedCertificate trusted(scratch.path("server.pem"));
  const CurlFailure failure = failureOf(request("localhost"));
  EXPECT_THAT(failure.what(), HasSubstr("localhost"));
  EXPECT_FALSE(failure.maySucceedLater());
}

TEST_F(CurlTls, BoundsAnAnswerAndFollowsNothing) {
  const TrustedCertificate trusted(scratch.path("server.pem"));
  CurlRequest small = request();
  small.most = 5;
  EXPECT_FALSE(failureOf(small).maySucceedLater());
  std::string taken;
  small.stream = [&taken](std::string_view part) { taken += part; };
  EXPECT_EQ(CurlClient().send(small).body, "");
  EXPECT_EQ(taken, "hello ");
  small.stream = [](std::string_view) { throw std::logic_error("of the reader"); };
  EXPECT_THROW((void)CurlClient().send(small), std::logic_error);
  CurlRequest file = request();
  file.url = "file://" + scratch.path("server.key");
  EXPECT_FALSE(failureOf(file).maySucceedLater());
  CurlRequest closed = request();
  closed.url = "http://127.0.0.1:1/";
  EXPECT_TRUE(failureOf(closed).maySucceedLater());
}

}  // namespace
}  // namespace aftermint::testing
