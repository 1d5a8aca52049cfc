// A stranger sends invented events to `aftermint serve`: the take-rates that it shows stay what they are.
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "aftermint/time.h"
#include "clock.h"
#include "events/event_signature.h"
#include "ids.h"
#include "serve_fixture.h"
#include "unit/cli_scratch.h"
#include "unit/paths.h"
#include "unit/wire.h"

namespace aftermint::testing {
namespace {

using nlohmann::json;
using ::testing::StartsWith;

constexpr const char* kEventKey = "an-event-key-of-at-least-32-bytes-1";
constexpr const char* kSigningKey = "a-signing-key-of-at-least-32-bytes!";
constexpr int kShoppers = 20, kTakers = 8;

std::string base64UrlOf(std::string_view bytes) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::string text;
  unsigned value = 0;
  int bits = 0;
  for (const char byte : bytes) {
    value = value << 8U | static_cast<unsigned char>(byte);
    for (bits += 8; bits >= 6; bits -= 6) text += kDigits[value >> static_cast<unsigned>(bits - 6) & 63U];
  }
  if (bits > 0) text += kDigits[value << static_cast<unsigned>(6 - bits) & 63U];
  return text;
}

/** A page token as a shop makes it without a library. */
std::string tokenOf(const std::string& visitor) {
  const std::string head = base64UrlOf(R"({"alg":"HS256","typ":"JWT"})");
  const std::string claims = base64UrlOf(
      json{{"iss", "larder"}, {"aud", "events"}, {"visitor", visitor}, {"exp", systemMillis() / 1000 + 600}}.dump());
  const std::string hex = hmacSha256Hex(kSigningKey, head + "." + claims);
  std::string digest;
  for (std::size_t i = 0; i < hex.size(); i += 2) digest += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  return head + "." + claims + "." + base64UrlOf(digest);
}

/** The program behind a proxy, which here is the test itself. */
class Stranger : public ::testing::Test {
 protected:
  ~Stranger() override {
    if (process_ > 0) {
      kill(process_, SIGTERM);
      int status = 0;
      EXPECT_GT(waitpid(process_, &status, 0), 0);
      EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
    }
  }

  void start(const std::vector<std::string>& more = {}) {
    scratch_.write("book.json", kShopBook);
    std::vector<std::string> words = {kProgramPath,   "serve",           "--port", "0",
                                      "--store",      "sqlite::memory:", "--book", scratch_.path("book.json"),
                                      "--trust-proxy"};
    words.insert(words.end(), more.begin(), more.end());
    std::array<int, 2> out{};
    ASSERT_EQ(pipe2(out.data(), O_CLOEXEC), 0);
    process_ = fork();
    ASSERT_GE(process_, 0);
    if (process_ == 0) {
      dup2(out[1], 1);
      setenv("AFTERMINT_EVENT_KEYS", kEventKey, 1);
      setenv("AFTERMINT_SIGNING_KEY", kSigningKey, 1);
      setenv("AFTERMINT_API_KEY", "key", 1);
      std::vector<char*> arguments;
      for (std::string& word : words) arguments.push_back(word.data());
      arguments.push_back(nullptr);
      execv(kProgramPath, arguments.data());
      _exit(127);
    }
    ::close(out[1]);
    std::string line;
    for (char c = 0; ::read(out[0], &c, 1) == 1 && c != '\n';) line += c;
    ::close(out[0]);
    port_ = static_cast<std::uint16_t>(std::atoi(line.c_str() + line.rfind(':') + 1));
    ASSERT_GT(port_, 0) << line;
  }

  [[nodiscard]] std::string send(const std::string& head, const std::string& body = "") const {
    const Wire wire(port_);
    wire.send(head + "Host: x\r\nConnection: close\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
              body);
    return wire.readToEnd();
  }
  /** A batch of a page, as a browser at that address sends it. */
  [[nodiscard]] std::string page(const json& events, const std::string& address, const std::string& token = "") const {
    return send(
        "POST /events" + (token.empty() ? "" : "?token=" + token) +
            " HTTP/1.1\r\nContent-Type: text/plain\r\nUser-Agent: Mozilla/5.0 Firefox/132.0\r\nX-Forwarded-For: " +
            address + "\r\n",
        events.dump());
  }
  void shop(const json& events) const {
    const std::string body = events.dump();
    EXPECT_THAT(send("POST /events HTTP/1.1\r\nContent-Type: application/cloudevents-batch+json\r\n"
                     "Aftermint-Signature: " +
                         signEvents(body, kEventKey, systemMillis()) + "\r\n",
                     body),
                StartsWith("HTTP/1.1 200"));
  }

  json event(const std::string& type, Millis time, json data) {
    const std::string id = std::to_string(++count_);
    data["currency"] = "GBP";
    data["key"] = id;
    return {{"specversion", "1.0"},
            {"id", id},
            {"source", "/page"},
            {"type", "aftermint." + type},
            {"time", std::string(writeTime(time))},
            {"data", std::move(data)}};
  }

  /** Twenty shoppers see both offers, eight of them take both. */
  void sell() {
    const Millis now = systemMillis(), minute = 60'000;
    for (int i = 0; i < kShoppers; ++i) {
      const std::string visitor = "v-" + std::to_string(i), order = std::to_string(1'000 + i);
      const json bump = {{"visitor", visitor}, {"offer", "stone-bump"}, {"placement", "checkout"}};
      const json after = {
          {"visitor", visitor}, {"offer", "rack-offer"}, {"placement", "post_purchase"}, {"order", order}};
      json paid =
          json::array({event("order", now - 50 * minute, {{"order", order}, {"visitor", visitor}, {"amount", 9'000}})});
      if (i < kTakers) {
        for (json taken : {bump, after}) {
          taken["order"] = order;
          taken["amount"] = 2'400;
          paid.push_back(event("accept", now - 30 * minute, taken));
        }
      }
      shop(paid);
      EXPECT_THAT(page({event("assignment", now - 60 * minute, bump), event("exposure", now - 59 * minute, bump),
                        event("assignment", now - 40 * minute, after), event("exposure", now - 39 * minute, after)},
                       "198.51.100." + std::to_string(i), tokenOf(visitor)),
                  StartsWith("HTTP/1.1 200"));
    }
  }

  json results() const {
    const std::string answer =
        send("GET /results?by=offer HTTP/1.1\r\nAuthorization: Bearer key\r\nAccept: application/json\r\n");
    return json::parse(answer.substr(answer.find("\r\n\r\n") + 4));
  }
  static double takeRateOf(const json& results, const std::string& offer) {
    for (const json& group : results["groups"]) {
      if (group["offer"] == offer) return group["reading"]["arms"][0]["takeRate"]["value"];
    }
    ADD_FAILURE() << "no group of " << offer << " in " << results;
    return -1;
  }
  static json leftOutOf(const json& results) {
    json counts = json::object();
    for (const json& each : results["leftOut"]) counts[each["reason"].get<std::string>()] = each["events"];
    return counts;
  }

  /** 200 invented shoppers who see an offer. */
  json invented(json data, Millis minutesAgo = 1) {
    json batch = json::array();
    for (int i = 0; i < 200; ++i) {
      data["visitor"] = "v-invented-" + std::to_string(count_);
      batch.push_back(event("exposure", systemMillis() - minutesAgo * 60'000, data));
    }
    return batch;
  }

  Scratch scratch_;
  pid_t process_ = 0;
  std::uint16_t port_ = 0;
  int count_ = 0;
};

TEST_F(Stranger, MovesNoTakeRateAfterPaymentAndMakesNoRows) {
  start();
  sell();
  const double before = takeRateOf(results(), "rack-offer");
  EXPECT_DOUBLE_EQ(before, 0.4);
  const std::size_t groups = results()["groups"].size();
  for (int i = 0; i < 5; ++i) {
    const std::string address = "203.0.113." + std::to_string(i);  // each batch from another one
    (void)page(invented({{"offer", "rack-offer"}, {"placement", "post_purchase"}, {"order", "invented"}}), address);
    (void)page(invented({{"offer", "rack-offer"}, {"placement", "post_purchase"}, {"order", "1003"}}), address);
    (void)page(invented({{"offer", "rack-offer"}, {"placement", "thank_you"}}), address);
    // Younger ones are held, as they may be of a newer book, and make no row either.
    EXPECT_THAT(page(invented({{"offer", "unknown-offer"}, {"placement", "checkout"}}), address),
                StartsWith("HTTP/1.1 503"));
    (void)page(invented({{"offer", "unknown-offer"}, {"placement", "checkout"}}, 90), address);
  }
  const json after = results();
  EXPECT_DOUBLE_EQ(takeRateOf(after, "rack-offer"), before);
  EXPECT_EQ(after["groups"].size(), groups);
  EXPECT_EQ(leftOutOf(after)["offer_unknown"], 1'000);
  EXPECT_EQ(leftOutOf(after)["order_unknown"], 2'000);
}

TEST_F(Stranger, BringsOnlySoManyVisitorsBeforePayment) {
  start({"--visitors-per-client", "250"});
  sell();
  int stored = 0;
  std::string last;
  for (int i = 0; i < 10; ++i) {
    last = page(invented({{"offer", "stone-bump"}, {"placement", "checkout"}}), "203.0.113.9");
    stored += last.starts_with("HTTP/1.1 200");
  }
  EXPECT_EQ(stored, 1);
  EXPECT_THAT(last, StartsWith("HTTP/1.1 429"));
  EXPECT_THAT(last, ::testing::HasSubstr("Retry-After: "));
  EXPECT_EQ(leftOutOf(results())["too_many"], 1'800);
}

TEST_F(Stranger, MovesNothingIfTheServerRequiresPageTokens) {
  start({"--require-page-token"});
  sell();
  for (int i = 0; i < 5; ++i) {
    const std::string address = "203.0.113." + std::to_string(i);
    (void)page(invented({{"offer", "stone-bump"}, {"placement", "checkout"}}), address);
    (void)page(invented({{"offer", "stone-bump"}, {"placement", "checkout"}}), address, tokenOf("v-3"));
  }
  const json after = results();
  EXPECT_DOUBLE_EQ(takeRateOf(after, "stone-bump"), 0.4);
  EXPECT_DOUBLE_EQ(takeRateOf(after, "rack-offer"), 0.4);
  EXPECT_EQ(leftOutOf(after)["token_missing"], 2'000);
}

}  // namespace
}  // namespace aftermint::testing
