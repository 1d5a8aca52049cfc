// ClickHouse behind TLS.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <string>

#include "events/clickhouse_client.h"
#include "events/store.h"
#include "unit/cli_scratch.h"
#include "unit/clickhouse_server.h"
#include "unit/nginx.h"

namespace aftermint::testing {
namespace {

using ::testing::HasSubstr;

Event tlsEvent(const std::string& id) {
  Event event;
  event.source = "/page";
  event.id = event.key = id;
  event.type = "exposure";
  event.offer = "F";
  event.placement = "checkout";
  event.visitor = "v" + id;
  event.currency = "GBP";
  event.json = "{}";
  return event;
}

/** With nginx as the server's TLS. */
TEST(ClickHouseTls, IsReachedIfItsCertificateIsGood) {
  const std::string url = freshClickHouse();
  if (url.empty()) GTEST_SKIP() << kNoClickHouse;
  if (!Nginx::isInstalled()) GTEST_SKIP() << kNoNginx;
  const Scratch scratch;
  const std::uint16_t port = freeTcpPort();
  const ClickHouseAddress plain(url);
  makeCertificate(scratch, "server");
  const Nginx nginx(scratch, tlsServer(scratch, "server", port,
                                       "client_max_body_size 0; proxy_pass http://" + plain.host + ":" +
                                           std::to_string(plain.port) + ";"));
  waitForPort(port);
  const std::string secure = "clickhouses://127.0.0.1:" + std::to_string(port) + "/" + plain.database;
  {
    const TrustedCertificate trusted(scratch.path("server.pem"));
    openStore(secure)->append({tlsEvent("a"), tlsEvent("b")});
    EXPECT_EQ(openStoreReadOnly(secure)->countFrom(""), 2);
    EXPECT_THROW((void)ClickHouseClient(ClickHouseAddress("clickhouse" + secure.substr(11))).value("SELECT 1"),
                 StoreError)
        << "without TLS on its port";
  }
  EXPECT_EQ(openStoreReadOnly(url)->countFrom(""), 2) << "the same store";
  try {
    (void)openStore(secure);
    ADD_FAILURE() << "the authority of the certificate is not known";
  } catch (const StoreError& error) {
    EXPECT_THAT(error.what(), HasSubstr("certificate"));
  }
  dropClickHouse(url);
}

}  // namespace
}  // namespace aftermint::testing
