// Tickets: what is refused, and how keys replace one another.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "accept/compact_jws.h"
#include "accept/ticket.h"
#include "ids.h"
#include "private_file.h"
#include "unit/cli_scratch.h"
#include "unusable.h"

namespace aftermint::testing {
namespace {

using nlohmann::json;

constexpr Millis kTicketNow = 1'800'000'000'000;
constexpr std::int64_t kTicketNowSeconds = kTicketNow / 1000;
const std::string kOldSecret = "an-old-key-of-at-least-32-bytes-long";
const std::string kNewSecret = "a-newer-key-of-at-least-32-bytes-long";

std::string base64Url(std::string_view bytes) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    unsigned group = 0;
    const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
    for (std::size_t k = 0; k < 3; ++k) {
      group = group << 8 | (k < count ? static_cast<unsigned char>(bytes[i + k]) : 0u);
    }
    for (std::size_t k = 0; k < count + 1; ++k) out += kDigits[group >> (18 - 6 * k) & 63];
  }
  return out;
}

/** A token over exactly these texts, signed with a key. */
std::string signedToken(const std::string& header, const std::string& claims, const std::string& secret = kOldSecret) {
  const std::string body = base64Url(header) + "." + base64Url(claims);
  const std::string hex = hmacSha256Hex(secret, body);
  std::string mac;
  for (std::size_t i = 0; i < hex.size(); i += 2) {
    mac += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  }
  return body + "." + base64Url(mac);
}

json claims() {
  return {{"iss", "larder"},
          {"sub", "1001"},
          {"jti", "t-1"},
          {"iat", kTicketNowSeconds},
          {"exp", kTicketNowSeconds + 900},
          {"total", 12000},
          {"currency", "GBP"},
          {"visitor", "v-1"},
          {"lines", json::array({{{"product", "knife"}, {"quantity", 1}, {"price", 12000}}})}};
}

json claimsWith(const char* name, json value) {
  json all = claims();
  all[name] = std::move(value);
  return all;
}

json claimsWithout(const char* name) {
  json all = claims();
  all.erase(name);
  return all;
}

const char* const kPlainHeader = R"({"typ":"JWT","alg":"HS256"})";

TicketAuthority authority(const std::string& audience = "") { return {"larder", {{"", kOldSecret}}, audience}; }

bool isTaken(const std::string& token, const TicketAuthority& by = authority()) {
  return readTicket(token, by, kTicketNow).has_value();
}

TEST(TicketText, TakesWhatALibraryOfAShopSigns) {
  EXPECT_TRUE(isTaken(signedToken(kPlainHeader, claims().dump())));
  EXPECT_TRUE(isTaken(signedToken(R"({"alg":"HS256"})", claims().dump())));
  EXPECT_TRUE(isTaken(signedToken(R"({ "alg": "HS256", "typ": "jwt", "kid": "of-my-library" })", claims().dump(2))));
}

TEST(TicketText, RefusesAnythingBesidesTheThreeParts) {
  using namespace std::string_literals;
  const std::string good = signedToken(kPlainHeader, claims().dump());
  for (const std::string& bad :
       {good + "\0"s, good + "\0garbage"s, "\0"s + good, good + ".", good + ".x", "." + good, good + " ", " " + good,
        good + "\n", good + "=", good + "==", good + "%00", "Bearer " + good, good.substr(0, good.size() - 1), ""s,
        "."s, ".."s, "..."s, std::string(good).insert(good.find('.'), "\0"s)}) {
    EXPECT_FALSE(isTaken(bad)) << bad;
  }
  // The last character has bits that belong to no byte: another spelling of the same signature.
  std::string twin = good;
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  twin.back() = kDigits[kDigits.find(twin.back()) ^ 1];
  EXPECT_FALSE(isTaken(twin));
}

TEST(TicketText, RefusesNulAndGarbageInsideItsJson) {
  using namespace std::string_literals;
  const std::string text = claims().dump();
  for (const std::string& bad :
       {text + "\0"s, text + "\0{}"s, text + "{}", text + ",", "[" + text + "]", "null"s, "\xff\xfe"s + text,
        claimsWith("sub", "1001\0"s).dump(), claimsWith("visitor", "v-1\0admin"s).dump()}) {
    EXPECT_FALSE(isTaken(signedToken(kPlainHeader, bad))) << bad;
  }
  EXPECT_FALSE(isTaken(signedToken(kPlainHeader + "\0"s, text)));
  EXPECT_FALSE(isTaken(signedToken(kPlainHeader + "\0{}"s, text)));
}

TEST(TicketText, RefusesANameThatIsThereTwice) {
  std::string text = claims().dump();
  text.back() = ',';
  EXPECT_FALSE(isTaken(signedToken(kPlainHeader, text + R"("total":12000})"))) << "also with the same value";
  EXPECT_FALSE(isTaken(signedToken(kPlainHeader, text + R"("sub":"1002"})")));
  EXPECT_FALSE(isTaken(signedToken(kPlainHeader, text + R"("x":{"y":[{"a":1,"a":1}]}})"))) << "at any depth";
  EXPECT_TRUE(isTaken(signedToken(kPlainHeader, text + R"("x":[{"a":1},{"a":1}]})")));
  EXPECT_FALSE(isTaken(signedToken(R"({"alg":"none","alg":"HS256"})", claims().dump())));
}

TEST(TicketHeader, RefusesOtherAlgorithmsTypesAndCriticalExtensions) {
  for (const char* bad :
       {R"({"alg":"none"})", R"({"alg":"HS512"})", R"({"alg":"hs256"})", R"({"alg":"RS256"})", R"({"alg":["HS256"]})",
        R"({"typ":"JWT"})", R"({"typ":"JWE","alg":"HS256"})", R"({"typ":"at+jwt","alg":"HS256"})",
        R"({"typ":1,"alg":"HS256"})", R"({"kid":1,"alg":"HS256"})", R"({"alg":"HS256","crit":["b64"],"b64":true})",
        R"({"alg":"HS256","crit":[]})", R"({"alg":"HS256","crit":null})"}) {
    EXPECT_FALSE(isTaken(signedToken(bad, claims().dump()))) << bad;
  }
}

TEST(TicketClaims, EnforcesNotBefore) {
  EXPECT_TRUE(isTaken(signedToken(kPlainHeader, claimsWith("nbf", kTicketNowSeconds).dump())));
  EXPECT_TRUE(isTaken(signedToken(kPlainHeader, claimsWith("nbf", kTicketNowSeconds + 60).dump()))) << "clocks differ";
  EXPECT_FALSE(isTaken(signedToken(kPlainHeader, claimsWith("nbf", kTicketNowSeconds + 61).dump())));
  EXPECT_FALSE(isTaken(signedToken(kPlainHeader, claimsWith("nbf", "soon").dump())));
}

TEST(TicketClaims, EnforcesTheAudience) {
  const auto sent = [](const json& audience) { return signedToken(kPlainHeader, claimsWith("aud", audience).dump()); };
  EXPECT_TRUE(isTaken(sent("aftermint")));
  EXPECT_TRUE(isTaken(sent({"mail", "aftermint"})));
  for (const json& other : {json("mail"), json(json::array()), json({"mail", "Aftermint"}), json({"aftermint", 1}),
                            json(1), json(nullptr), json("")}) {
    EXPECT_FALSE(isTaken(sent(other))) << other;
  }
  const TicketAuthority ours = authority("https://offers.example");
  EXPECT_TRUE(isTaken(sent("https://offers.example"), ours));
  EXPECT_TRUE(isTaken(sent({"mail", "https://offers.example"}), ours));
  EXPECT_FALSE(isTaken(sent("aftermint"), ours));
  EXPECT_FALSE(isTaken(signedToken(kPlainHeader, claims().dump()), ours)) << "a configured audience must be named";
}

TEST(TicketClaims, RefusesMissingWrongAndHugeOnes) {
  for (const char* name : {"iss", "sub", "jti", "exp", "total", "currency"}) {
    EXPECT_FALSE(isTaken(signedToken(kPlainHeader, claimsWithout(name).dump()))) << name;
    EXPECT_FALSE(isTaken(signedToken(kPlainHeader, claimsWith(name, nullptr).dump()))) << name;
    EXPECT_FALSE(isTaken(signedToken(kPlainHeader, claimsWith(name, json::array({1})).dump()))) << name;
  }
  for (const char* name : {"exp", "iat", "nbf", "paid_at", "total"}) {
    for (const json& wrong : {json(-1), json(1.5), json("1"), json(9'223'372'036'854'775'807), json(true)}) {
      EXPECT_FALSE(isTaken(signedToken(kPlainHeader, claimsWith(name, wrong).dump()))) << name << " " << wrong;
    }
  }
  EXPECT_FALSE(isTaken(signedToken(kPlainHeader, claimsWith("exp", 0).dump())));
  EXPECT_FALSE(isTaken(signedToken(kPlainHeader, claimsWith("lines", "none").dump())));
}

TEST(TicketSigning, HasEveryClaimThatIsRead) {
  PlacedOrder order;
  order.id = "1001";
  order.currency = "GBP";
  order.method = "pm_1";
  order.visitor = "v-1";
  order.locale = "de";
  order.paidAt = kTicketNow - 5000;
  order.lines = {{"knife", "", "", "", 1, 12000, "", "", false}};
  order.otherCosts = 500;
  const TicketAuthority ours = authority("https://offers.example");
  const auto ticket = readTicket(signTicket(order, ours, kTicketNow), ours, kTicketNow);
  ASSERT_TRUE(ticket);
  EXPECT_EQ(ticket->order, "1001");
  EXPECT_EQ(ticket->paidAt, order.paidAt);
  EXPECT_EQ(ticket->method, "pm_1");
  EXPECT_EQ(ticket->locale, "de");
  EXPECT_EQ(ticket->total, 12500);
  EXPECT_EQ(ticket->issued, kTicketNow);
  EXPECT_EQ(ticket->expires, kTicketNow + kTicketSeconds * 1000);
  EXPECT_EQ(ticket->lines.size(), 1u);
}

TEST(TicketKeys, TheNewestSignsAndAllAreTaken) {
  const TicketAuthority both{"larder", {{"2026-12", kNewSecret}, {"2026-06", kOldSecret}}, ""};
  PlacedOrder order;
  order.id = "1001";
  order.currency = "GBP";
  const std::string token = signTicket(order, both, kTicketNow);
  const auto jws = parseCompactJws(token);
  ASSERT_TRUE(jws);
  EXPECT_EQ(jws->header.at("kid"), "2026-12");
  EXPECT_TRUE(isTaken(token, both));
  const auto sent = [](const std::string& kid, const std::string& secret) {
    return signedToken(json{{"alg", "HS256"}, {"kid", kid}}.dump(), claims().dump(), secret);
  };
  EXPECT_TRUE(isTaken(sent("2026-06", kOldSecret), both));
  EXPECT_TRUE(isTaken(signedToken(kPlainHeader, claims().dump(), kOldSecret), both)) << "without kid: any key";
  EXPECT_TRUE(isTaken(signedToken(kPlainHeader, claims().dump(), kNewSecret), both));
  EXPECT_FALSE(isTaken(sent("2026-12", kOldSecret), both)) << "a kid chooses one key";
  EXPECT_FALSE(isTaken(sent("2025-12", kOldSecret), both)) << "a key that was taken away";
  const TicketAuthority rotated{"larder", {{"2026-12", kNewSecret}}, ""};
  EXPECT_FALSE(isTaken(sent("2026-06", kOldSecret), rotated));
  EXPECT_FALSE(isTaken(signedToken(kPlainHeader, claims().dump(), kOldSecret), rotated));
  const TicketAuthority mixed{"larder", {{"2026-12", kNewSecret}, {"", kOldSecret}}, ""};
  EXPECT_TRUE(isTaken(sent("of-my-library", kOldSecret), mixed)) << "the key without an id takes any other kid";
  EXPECT_FALSE(isTaken(sent("2026-12", kOldSecret), mixed));
}

TEST(TicketKeys, AreReadFromAFileAndTheEnvironment) {
  const Scratch scratch;
  const std::string file = scratch.path("keys");
  ASSERT_TRUE(createPrivateFile(file, "# keys\n\n2026-12 \t" + kNewSecret + "\r\n  2026-06 " + kOldSecret));
  const TicketKeys keys = loadTicketKeys(file, "the-key-of-the-environment-32-bytes!");
  ASSERT_EQ(keys.size(), 3u);
  EXPECT_EQ(keys[0].id, "2026-12");
  EXPECT_EQ(keys[0].secret, kNewSecret);
  EXPECT_EQ(keys[1].secret, kOldSecret);
  EXPECT_EQ(keys[2].id, "");
  EXPECT_TRUE(loadTicketKeys("", "").empty());
  EXPECT_THROW(static_cast<void>(loadTicketKeys("", "short")), Unusable);
  EXPECT_THROW(static_cast<void>(loadTicketKeys(scratch.path("none"), "")), Unusable);
}

TEST(TicketKeys, RefusesAFileThatIsNotOneOfKeysWithoutShowingThem) {
  for (const std::string& bad : {std::string(), std::string("# nothing\n"), kOldSecret, "a " + kOldSecret.substr(0, 31),
                                 "a b " + kOldSecret, "a " + kOldSecret + "\na " + kNewSecret, "a/b " + kOldSecret,
                                 std::string(65, 'a') + " " + kOldSecret, "a " + kOldSecret + "\xc3\xa9"}) {
    try {
      static_cast<void>(parseTicketKeys(bad, "keys"));
      ADD_FAILURE() << bad;
    } catch (const Unusable& error) {
      EXPECT_EQ(std::string(error.what()).find(kOldSecret.substr(0, 20)), std::string::npos) << error.what();
    }
  }
}

TEST(PrivateFile, IsForItsOwnerAloneAndNeverReplaced) {
  const Scratch scratch;
  const mode_t mask = ::umask(0);
  const std::string file = scratch.path("secret");
  EXPECT_TRUE(createPrivateFile(file, "one"));
  EXPECT_FALSE(createPrivateFile(file, "two"));
  preparePrivateFile(file);
  preparePrivateFile(scratch.path("empty"));
  ::umask(mask);
  EXPECT_EQ(scratch.read("secret"), "one");
  EXPECT_EQ(scratch.files(), 2u) << "no temporary file stays";
  for (const char* name : {"secret", "empty"}) {
    struct stat found = {};
    ASSERT_EQ(::stat(scratch.path(name).c_str(), &found), 0);
    EXPECT_EQ(found.st_mode & 0777, 0600u) << name;
  }
  EXPECT_THROW(static_cast<void>(createPrivateFile(scratch.path("no/folder"), "x")), Unusable);
}

}  // namespace
}  // namespace aftermint::testing
