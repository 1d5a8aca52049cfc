// /metrics: its text, who may read it, and what is counted.
#include <prometheus/metric_family.h>

#include <limits>
#include <nlohmann/json.hpp>
#include <regex>

#include "telemetry/exposition.h"
#include "telemetry/metrics.h"
#include "unit/cli_program.h"
#include "unit/serve_process.h"
#include "unit/wire.h"

namespace aftermint::testing {
namespace {

using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST(OpenMetrics, NamesEscapesAndEnds) {
  using prometheus::ClientMetric;
  using prometheus::MetricFamily;
  using prometheus::MetricType;
  MetricFamily counter;
  counter.name = "a_total";
  counter.help = "Counts \"a\" and \\.";
  counter.type = MetricType::Counter;
  counter.metric.resize(1);
  counter.metric[0].label = {{"route", "/x\"\\\n"}};
  counter.metric[0].counter.value = 3;
  MetricFamily gauge;
  gauge.name = "g";
  gauge.type = MetricType::Gauge;
  gauge.metric.resize(1);
  gauge.metric[0].gauge.value = 0.5;
  MetricFamily histogram;
  histogram.name = "h_seconds";
  histogram.type = MetricType::Histogram;
  histogram.metric.resize(1);
  histogram.metric[0].histogram.sample_count = 3;
  histogram.metric[0].histogram.sample_sum = 1.25;
  histogram.metric[0].histogram.bucket = {{2, 0.1}, {3, std::numeric_limits<double>::infinity()}};
  EXPECT_EQ(openMetricsText({counter, gauge, histogram}),
            "# TYPE a counter\n# HELP a Counts \\\"a\\\" and \\\\.\na_total{route=\"/x\\\"\\\\\\n\"} 3\n"
            "# TYPE g gauge\n# HELP g \ng 0.5\n"
            "# TYPE h_seconds histogram\n# HELP h_seconds \n"
            "h_seconds_bucket{le=\"0.1\"} 2\nh_seconds_bucket{le=\"+Inf\"} 3\nh_seconds_count 3\nh_seconds_sum 1.25\n"
            "# EOF\n");
}

TEST(MetricsRoute, AnswersInTheFormatThatIsAskedFor) {
  Request request;
  const Response plain = metricsResponse(request);
  EXPECT_EQ(plain.contentType, "text/plain; version=0.0.4; charset=utf-8");
  EXPECT_THAT(plain.body, HasSubstr("# TYPE aftermint_log_lines_total counter"));
  request.headers["accept"] = "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5";
  const Response open = metricsResponse(request);
  EXPECT_EQ(open.contentType, "application/openmetrics-text; version=1.0.0; charset=utf-8");
  EXPECT_THAT(open.body, AllOf(HasSubstr("# TYPE aftermint_log_lines counter"), EndsWith("\n# EOF\n")));
}

/** A server of the program, and what it serves. */
class MetricsProgram : public Program {
 protected:
  static std::string send(std::uint16_t port, const std::string& request, const std::string& body = "") {
    const Wire wire(port);
    wire.send(request + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: text/plain\r\n" +
              (body.empty() ? "" : "Content-Length: " + std::to_string(body.size()) + "\r\n") + "\r\n" + body);
    return wire.readToEnd();
  }
  /** The value of a sample by its name and labels as they are written; -1 if there is none. */
  static double valueOf(const std::string& text, const std::string& sample) {
    const std::size_t at = text.find("\n" + sample + " ");
    return at == std::string::npos ? -1 : std::strtod(text.c_str() + at + sample.size() + 2, nullptr);
  }
  static std::size_t samplesOf(const std::string& text, const std::string& name) {
    const std::regex line("\n" + name + "\\{");
    return static_cast<std::size_t>(
        std::distance(std::sregex_iterator(text.begin(), text.end(), line), std::sregex_iterator()));
  }
  static std::string event(const std::string& id, const std::string& type) {
    return R"({"specversion":"1.0","id":")" + id + R"(","source":"aftermint/page/m","type":"aftermint.)" + type +
           R"(","time":"2026-11-30T10:00:00Z","datacontenttype":"application/json","data":{"offer":"filter-bump",)"
           R"("placement":"checkout","visitor":"v1"}})";
  }

  std::vector<std::string> options_ = {"--port", "0", "--store", "sqlite::memory:"};
};

TEST_F(MetricsProgram, CountsRequestsEventsAndCommits) {
  ServeProcess server(scratch_, options_);
  ASSERT_NE(server.address, "") << server.log();
  const std::string batch =
      "[" + event("e1", "exposure") + "," + event("e2", "exposure") + "," + event("e3", "nothing") + "]";
  ASSERT_THAT(send(server.port(), "POST /events", batch), StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(send(server.port(), "POST /events", "no batch"), StartsWith("HTTP/1.1 400"));
  for (int i = 0; i < 5; ++i) send(server.port(), "GET /scan/" + std::to_string(i));
  for (const char* method : {"BREW", "PROPFIND"}) send(server.port(), std::string(method) + " /scan");
  const std::string text = send(server.port(), "GET /metrics");
  const std::string requests = "aftermint_http_requests_total";
  EXPECT_EQ(valueOf(text, requests + R"({method="POST",route="/events",status="2xx"})"), 1) << text;
  EXPECT_EQ(valueOf(text, requests + R"({method="POST",route="/events",status="4xx"})"), 1);
  EXPECT_EQ(valueOf(text, requests + R"({method="GET",route="none",status="4xx"})"), 5);
  EXPECT_EQ(valueOf(text, requests + R"({method="other",route="none",status="4xx"})"), 2);
  EXPECT_EQ(samplesOf(text, requests), 4u) << "a client cannot make new series";
  EXPECT_EQ(valueOf(text, R"(aftermint_events_total{result="accepted"})"), 2);
  EXPECT_EQ(valueOf(text, R"(aftermint_events_total{result="refused"})"), 1);
  EXPECT_EQ(valueOf(text, "aftermint_store_written_events_total"), 2);
  EXPECT_EQ(valueOf(text, "aftermint_store_commit_duration_seconds_count"), 1);
  EXPECT_EQ(valueOf(text, R"(aftermint_http_request_duration_seconds_count{lane="events"})"), 2);
  EXPECT_EQ(valueOf(text, R"(aftermint_http_working_requests{lane="events"})"), 0);
  EXPECT_EQ(valueOf(text, R"(aftermint_http_queued_requests{lane="events"})"), 0);
  EXPECT_EQ(valueOf(text, R"(aftermint_http_working_requests{lane="shop"})"), 1) << "this request";
  EXPECT_EQ(valueOf(text, R"(aftermint_http_connection_events_total{event="opened"})"), 10);
  EXPECT_EQ(samplesOf(text, "aftermint_build_info"), 1u);
  EXPECT_GT(valueOf(text, "process_resident_memory_bytes"), 1e6);
  EXPECT_GT(valueOf(text, "process_open_fds"), 3);
  EXPECT_GT(valueOf(text, "process_start_time_seconds"), 1.7e9);
}

TEST_F(MetricsProgram, NeedTheKeyWhereStrangersReachTheServer) {
  options_.insert(options_.end(), {"--trust-proxy"});
  ServeProcess server(scratch_, options_, {{"AFTERMINT_API_KEY", "secret"}});
  EXPECT_THAT(send(server.port(), "GET /metrics"), AllOf(StartsWith("HTTP/1.1 401"), Not(HasSubstr("aftermint_http"))));
  const Wire wire(server.port());
  wire.send("GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer secret\r\n\r\n");
  EXPECT_THAT(wire.readToEnd(), AllOf(StartsWith("HTTP/1.1 200"), HasSubstr("aftermint_http_connections 1\n")));
}

TEST_F(MetricsProgram, HaveAListenerOfTheirOwn) {
  options_.insert(options_.end(), {"--trust-proxy", "--metrics-listen", "127.0.0.1:0", "--log", "json"});
  ServeProcess server(scratch_, options_);
  std::smatch found;
  std::string log;
  waitFor([&] {
    log = server.log();
    return std::regex_search(log, found, std::regex("127\\.0\\.0\\.1:([0-9]+)/metrics"));
  });
  const auto port = static_cast<std::uint16_t>(std::stoi(found[1]));
  EXPECT_THAT(send(port, "GET /metrics"),
              AllOf(StartsWith("HTTP/1.1 200"), HasSubstr("aftermint_http_connections 0\n")))
      << "its own connections are not counted";
  EXPECT_THAT(send(port, "GET /health/live"), StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(send(port, "GET /results"), StartsWith("HTTP/1.1 404")) << "it shows nothing of the shop";
  EXPECT_THAT(send(port, "DELETE /metrics"), StartsWith("HTTP/1.1 405"));
  EXPECT_EQ(server.stop(), 0);
}

}  // namespace
}  // namespace aftermint::testing
