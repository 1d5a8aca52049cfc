// Traces: the context of W3C, spans of requests, and what an OpenTelemetry collector gets.
#include <algorithm>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>

#include "http/http_client.h"
#include "http/listening_socket.h"
#include "telemetry/metrics.h"
#include "telemetry/tracer.h"
#include "trace_context.h"
#include "unit/cli_program.h"
#include "unit/serve_process.h"
#include "unit/wire.h"

namespace aftermint::testing {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr const char* kTrace = "4bf92f3577b34da6a3ce929d0e0e4736";
constexpr const char* kCaller = "00f067aa0ba902b7";

std::string parentOf(const std::string& flags) { return std::string("00-") + kTrace + "-" + kCaller + "-" + flags; }

TEST(TraceContext, ReadsTraceparent) {
  const auto context = parseTraceparent(parentOf("01"));
  ASSERT_TRUE(context);
  EXPECT_EQ(context->trace, kTrace);
  EXPECT_EQ(context->span, kCaller);
  EXPECT_TRUE(context->sampled);
  EXPECT_EQ(context->header(), parentOf("01"));
  EXPECT_FALSE(parseTraceparent(parentOf("00"))->sampled);
  EXPECT_TRUE(parseTraceparent("cc" + parentOf("09").substr(2) + "-more")->sampled) << "a later version";
}

TEST(TraceContext, IgnoresWhatIsNotValid) {
  const std::string good = parentOf("01");
  std::string upper = good;
  upper[4] = 'B';
  for (const std::string& text :
       {std::string(), good.substr(1), good + "-", good + "0", "ff" + good.substr(2), upper,
        "00-" + std::string(32, '0') + "-" + kCaller + "-01",
        std::string("00-") + kTrace + "-" + std::string(16, '0') + "-01", "cc" + good.substr(2) + "x"}) {
    EXPECT_FALSE(parseTraceparent(text)) << text;
  }
}

/** A collector that keeps the spans that it gets. */
class SpanCollector {
 public:
  [[nodiscard]] std::string endpoint() const { return "http://127.0.0.1:" + std::to_string(http_.server().port()); }
  nlohmann::json waitForSpan(const std::string& name) {
    std::optional<nlohmann::json> found;
    waitFor([&] {
      const std::lock_guard lock(mutex_);
      for (const nlohmann::json& span : spans_) {
        if (span["name"] == name) found = span;
      }
      return found.has_value();
    });
    return found.value_or(nlohmann::json::object());
  }
  std::size_t count() {
    const std::lock_guard lock(mutex_);
    return spans_.size();
  }
  std::string service() {
    const std::lock_guard lock(mutex_);
    return service_;
  }

 private:
  Response take(const Request& request) {
    const nlohmann::json body = nlohmann::json::parse(request.body, nullptr, false);
    EXPECT_EQ(request.method + " " + request.path, "POST /v1/traces");
    EXPECT_EQ(request.header("content-type"), "application/json");
    const std::lock_guard lock(mutex_);
    for (const nlohmann::json& resource : body["resourceSpans"]) {
      service_ = resource["resource"]["attributes"][0]["value"]["stringValue"];
      for (const nlohmann::json& scope : resource["scopeSpans"]) {
        for (const nlohmann::json& span : scope["spans"]) spans_.push_back(span);
      }
    }
    return jsonResponse(200, "{}");
  }

  std::mutex mutex_;
  std::vector<nlohmann::json> spans_;
  std::string service_;
  RunningHttp http_{[this](const Request& request) { return take(request); }, HttpOptions{}, HttpExtras{},
                    [](std::string_view, std::string_view) { return std::size_t{1} << 20; }};
};

/** The attributes of a span, with numbers as texts. */
std::map<std::string, std::string> attributesOf(const nlohmann::json& span) {
  std::map<std::string, std::string> all;
  for (const nlohmann::json& each : span["attributes"]) {
    const nlohmann::json& value = each["value"];
    all[each["key"]] = value.contains("stringValue") ? value["stringValue"] : value["intValue"];
  }
  return all;
}

Request tracedRequest(const std::string& flags = "01") {
  Request request;
  request.method = "POST";
  request.path = "/orders/7/accepts";
  request.client = "203.0.113.9";
  request.headers["traceparent"] = parentOf(flags);
  return request;
}

TEST(Tracer, SendsARequestWithItsChildren) {
  SpanCollector collector;
  const Tracer tracer({collector.endpoint(), 1, "shop \"a\""});
  {
    Span request(tracedRequest(), "/orders/:id/accepts");
    { const Span child("store append", SpanKind::Client); }
    request.setStatus(503);
  }
  const nlohmann::json child = collector.waitForSpan("store append");
  const nlohmann::json span = collector.waitForSpan("POST /orders/:id/accepts");
  EXPECT_EQ(collector.service(), "shop \"a\"");
  EXPECT_EQ(span["traceId"], kTrace);
  EXPECT_EQ(span["parentSpanId"], kCaller);
  EXPECT_EQ(span["kind"], 2);
  EXPECT_EQ(span["status"]["code"], 2);
  EXPECT_EQ(child["traceId"], kTrace);
  EXPECT_EQ(child["parentSpanId"], span["spanId"]);
  EXPECT_EQ(child["kind"], 3);
  EXPECT_FALSE(child.contains("status"));
  EXPECT_LE(std::stoll(span["startTimeUnixNano"].get<std::string>()),
            std::stoll(child["startTimeUnixNano"].get<std::string>()));
  EXPECT_GE(std::stoll(span["endTimeUnixNano"].get<std::string>()),
            std::stoll(child["endTimeUnixNano"].get<std::string>()));
  const auto attributes = attributesOf(span);
  EXPECT_EQ(attributes.at("http.request.method"), "POST");
  EXPECT_EQ(attributes.at("http.route"), "/orders/:id/accepts");
  EXPECT_EQ(attributes.at("url.path"), "/orders/7/accepts");
  EXPECT_EQ(attributes.at("http.response.status_code"), "503");
  EXPECT_EQ(attributes.at("error.type"), "503");
  EXPECT_EQ(attributes.at("client.address"), "203.0.113.9");
}

TEST(Tracer, NamesTheSpanToServersThatItAsks) {
  SpanCollector collector;
  std::string header;
  const RunningHttp other([&header](const Request& request) {
    header = request.header("traceparent");
    return textResponse("");
  });
  HttpClient client{HttpAddress("http://127.0.0.1:" + std::to_string(other.server().port()))};
  client.post("/", "text/plain", "");
  EXPECT_EQ(header, "") << "outside a request";
  const Tracer tracer({collector.endpoint(), 1});
  const Span request(tracedRequest(), "/x");
  client.post("/", "text/plain", "");
  const auto seen = parseTraceparent(header);
  ASSERT_TRUE(seen) << header;
  EXPECT_EQ(seen->trace, kTrace);
  EXPECT_NE(seen->span, kCaller) << "the parent of the other server's span is ours";
}

TEST(Tracer, FollowsTheCallersDecisionAndTheRatio) {
  SpanCollector collector;
  {
    const Tracer all({collector.endpoint(), 1});
    EXPECT_TRUE(Span(tracedRequest("01"), "/x"));
    EXPECT_FALSE(Span(tracedRequest("00"), "/x")) << "the caller does not record it";
    EXPECT_FALSE(Span("child", SpanKind::Internal)) << "there is no request";
  }
  const Tracer half({collector.endpoint(), 0.5});
  EXPECT_TRUE(half.samples(std::string(16, '0') + "7fffffffffffffff"));
  EXPECT_FALSE(half.samples(std::string(16, '0') + "8000000000000000"));
  const Tracer* none = Tracer::current();
  EXPECT_EQ(none, &half);
}

TEST(Tracer, DropsSpansRatherThanWait) {
  // Nothing takes connections there.
  const ListeningSocket dead(parseListenAddress("127.0.0.1:0"));
  const double before = metrics().spansDropped.Value();
  {
    const Tracer tracer({"http://127.0.0.1:" + std::to_string(dead.address().port), 1});
    for (int i = 0; i < 10'000; ++i) const Span span(tracedRequest(), "/x");
    EXPECT_GE(metrics().spansDropped.Value() - before, 10'000 - 4096 - 4 * 512)
        << "no more wait than fit, and few are sent";
  }
  EXPECT_EQ(metrics().spansDropped.Value() - before, 10'000) << "each one is counted";
}

TEST(Tracer, RefusesAnEndpointThatItCannotUse) {
  EXPECT_THROW(Tracer({"https://collector.example", 1}), std::invalid_argument);
}

class TraceProgram : public Program {};

TEST_F(TraceProgram, TracesEventsAndAccepts) {
  SpanCollector collector;
  ServeProcess server(scratch_, {"--port", "0", "--store", "sqlite::memory:"},
                      {{"OTEL_EXPORTER_OTLP_ENDPOINT", collector.endpoint()}, {"OTEL_SERVICE_NAME", "larder"}});
  ASSERT_NE(server.address, "") << server.log();
  const std::string body = R"([{"specversion":"1.0","id":"e1","source":"aftermint/page/m","type":"aftermint.exposure",)"
                           R"("time":"2026-11-30T10:00:00Z","datacontenttype":"application/json",)"
                           R"("data":{"offer":"filter-bump","placement":"checkout","visitor":"v1"}}])";
  HttpClient client{HttpAddress(server.address)};
  EXPECT_EQ(
      client.post("/events", "text/plain", body, {{"traceparent", parentOf("01")}, {"X-Request-Id", "r-7"}}).status,
      200);
  const nlohmann::json span = collector.waitForSpan("POST /events");
  EXPECT_EQ(span["traceId"], kTrace);
  EXPECT_EQ(span["parentSpanId"], kCaller);
  EXPECT_EQ(attributesOf(span).at("http.response.status_code"), "200");
  EXPECT_EQ(attributesOf(span).at("aftermint.request_id"), "r-7");
  EXPECT_EQ(collector.waitForSpan("store append")["parentSpanId"], span["spanId"]);
  EXPECT_EQ(collector.service(), "larder");
  EXPECT_EQ(server.stop(), 0);
}

}  // namespace
}  // namespace aftermint::testing
