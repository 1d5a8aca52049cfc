// Quotas of events by address and by visitor, and the list of bots.
#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <optional>
#include <string>

#include "http/client_address.h"
#include "serve/bots.h"
#include "serve/page_quota.h"

namespace aftermint::testing {
namespace {

using std::chrono::seconds;

TEST(TokenBuckets, FillWithTimeUpToTheirBurst) {
  TokenBuckets buckets(10, 2, 100);
  QuotaTime now{};
  EXPECT_EQ(buckets.waitFor("a", 10, now).count(), 0);
  buckets.take("a", 10, now);
  EXPECT_DOUBLE_EQ(buckets.waitFor("a", 4, now).count(), 2);
  EXPECT_EQ(buckets.waitFor("b", 10, now).count(), 0) << "each name has its own";
  now += seconds(2);
  EXPECT_EQ(buckets.waitFor("a", 4, now).count(), 0);
  now += seconds(1'000);
  buckets.take("a", 10, now);
  EXPECT_GT(buckets.waitFor("a", 1, now).count(), 0) << "ten are the most that a bucket saves";
}

TEST(TokenBuckets, GiveMoreThanTheirBurstFromAFullOne) {
  TokenBuckets buckets(10, 1, 100);
  QuotaTime now{};
  EXPECT_EQ(buckets.waitFor("a", 30, now).count(), 0) << "else the batch could never be sent";
  buckets.take("a", 30, now);
  EXPECT_DOUBLE_EQ(buckets.waitFor("a", 1, now).count(), 21);
}

TEST(TokenBuckets, KeepOnlyTheLastNames) {
  TokenBuckets buckets(10, 1, 3);
  const QuotaTime now{};
  for (int i = 0; i < 1'000; ++i) {
    buckets.take("name" + std::to_string(i), 1, now);
    buckets.take("known", 0, now);
  }
  EXPECT_EQ(buckets.size(), 3u);
  EXPECT_TRUE(buckets.knows("known"));
  EXPECT_FALSE(buckets.knows("name1"));
}

TEST(TokenBuckets, DoNotLimitWithoutALimit) {
  TokenBuckets buckets(0, 0, 3);
  for (int i = 0; i < 100; ++i) buckets.take("a", 100, {});
  EXPECT_EQ(buckets.waitFor("a", 100, {}).count(), 0);
}

class PageQuotaTest : public ::testing::Test {
 protected:
  std::optional<seconds> take(const std::string& client, std::map<std::string, int> events) {
    return quota.take(client, events);
  }
  QuotaTime now{};
  PageQuota quota{{100, 6, 20, 1'000}, [this] { return now; }};
};

TEST_F(PageQuotaTest, LimitsTheEventsOfAVisitor) {
  EXPECT_EQ(take("", {{"v", 20}}), std::nullopt);
  EXPECT_EQ(take("", {{"v", 1}}), seconds(3));
  EXPECT_EQ(take("", {{"w", 1}}), std::nullopt);
  now += seconds(3);
  EXPECT_EQ(take("", {{"v", 1}}), std::nullopt);
}

TEST_F(PageQuotaTest, LimitsTheEventsOfAnAddress) {
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(take("192.0.2.1", {{"v" + std::to_string(i), 20}}), std::nullopt);
  }
  EXPECT_EQ(take("192.0.2.1", {{"v0", 0}, {"v5", 1}}), seconds(1));
  EXPECT_EQ(take("192.0.2.2", {{"v6", 1}}), std::nullopt);
}

TEST_F(PageQuotaTest, LimitsTheNewVisitorsOfAnAddress) {
  for (int i = 0; i < 6; ++i) {
    EXPECT_EQ(take("192.0.2.1", {{"v" + std::to_string(i), 1}}), std::nullopt);
  }
  EXPECT_EQ(take("192.0.2.1", {{"new", 1}}), seconds(600));
  EXPECT_EQ(take("192.0.2.1", {{"v3", 1}}), std::nullopt) << "who is known goes on";
  EXPECT_EQ(take("192.0.2.1", {{"v3", 1}, {"new", 1}}), seconds(600));
  now += seconds(600);
  EXPECT_EQ(take("192.0.2.1", {{"new", 1}}), std::nullopt);
}

TEST_F(PageQuotaTest, TakesNothingOfABatchThatItTurnsAway) {
  EXPECT_EQ(take("", {{"v", 20}}), std::nullopt);
  for (int i = 0; i < 50; ++i) EXPECT_EQ(take("", {{"v", 20}, {"w", 20}}), seconds(60));
  EXPECT_EQ(take("", {{"w", 20}}), std::nullopt);
}

TEST(ClientAddress, TellsPublicAddressesFromOthers) {
  for (const char* address : {"203.0.113.9", "8.8.8.8", "172.15.0.1", "172.32.0.1", "2001:db8::1", "::ffff:8.8.8.8"}) {
    EXPECT_TRUE(isPublicAddress(address)) << address;
  }
  for (const char* address : {"127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.1", "192.168.1.1", "169.254.1.1",
                              "::1", "fd00::1", "fe80::1", "::ffff:10.0.0.1", "0.0.0.0", "", "unknown"}) {
    EXPECT_FALSE(isPublicAddress(address)) << address;
  }
  EXPECT_TRUE(isLoopbackAddress("127.0.0.2"));
  EXPECT_TRUE(isLoopbackAddress("::1"));
  EXPECT_FALSE(isLoopbackAddress("10.0.0.1"));
}

TEST(Bots, AreProgramsAndNotBrowsersOfPeople) {
  for (const char* agent :
       {"Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/131.0.0.0 Safari/537.36",
        "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)",
        "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)", "WhatsApp/2.23.20.0 A",
        "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)", "curl/7.88.1", "python-requests/2.31.0",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 8_3 like Mac OS X) (compatible; Baiduspider/2.0)", "Chrome-Lighthouse",
        ""}) {
    EXPECT_TRUE(isBot(agent)) << agent;
  }
  for (const char* agent :
       {"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 "
        "Safari/537.36",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 "
        "Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0",
        "Mozilla/5.0 (Linux; Android 9; CUBOT_X19) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/80.0 Mobile "
        "Safari/537.36",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 "
        "[FBAN/FBIOS;FBAV/440.0;FBBV/1;FBDV/iPhone13,2;FBMD/iPhone;FBSN/iOS;FBSV/17.0;FBSS/3;FBID/phone;FBLC/en_US]",
        "Mozilla/5.0 (Linux; Android 14; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/26.0 "
        "Chrome/122.0.0.0 Mobile Safari/537.36",
        "Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/110.0 YaBrowser/23.3 Mobile "
        "Safari/537.36"}) {
    EXPECT_FALSE(isBot(agent)) << agent;
  }
}

}  // namespace
}  // namespace aftermint::testing
