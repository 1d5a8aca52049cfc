#include "telemetry/exposition.h"

#include <prometheus/text_serializer.h>

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

#include "log.h"
#include "telemetry/metrics.h"
#include "telemetry/process_metrics.h"

namespace aftermint {
namespace {

using prometheus::ClientMetric;
using prometheus::MetricFamily;
using prometheus::MetricType;

constexpr std::string_view kTotalSuffix = "_total";
constexpr std::string_view kOpenMetrics = "application/openmetrics-text";
constexpr std::string_view kMetricsHint = "Ask for /metrics.";

std::string sampleText(double value) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value > 0 ? "+Inf" : "-Inf";
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
  return {text.data(), end};
}

/** A text in a HELP line or, with quotes escaped too, as the value of a label. */
std::string escapedText(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == '"') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out;
}

void appendSample(std::string& out, const std::string& name, const ClientMetric& metric, double value,
                  const std::string& bound = {}) {
  out += name;
  char before = '{';
  const auto append = [&](std::string_view label, std::string_view text) {
    out.append(1, before).append(label).append("=\"").append(escapedText(text)).append("\"");
    before = ',';
  };
  for (const ClientMetric::Label& label : metric.label) append(label.name, label.value);
  if (!bound.empty()) append("le", bound);
  if (before == ',') out += '}';
  out.append(" ").append(sampleText(value)).append("\n");
}

std::string_view metricTypeName(MetricType type) {
  switch (type) {
    case MetricType::Counter:
      return "counter";
    case MetricType::Gauge:
      return "gauge";
    case MetricType::Histogram:
      return "histogram";
    case MetricType::Summary:
    case MetricType::Untyped:
      break;
  }
  return "unknown";
}

void appendFamily(std::string& out, const MetricFamily& family) {
  std::string name = family.name;
  // OpenMetrics names the family without the suffix of its samples.
  if (family.type == MetricType::Counter && name.ends_with(kTotalSuffix))
    name.resize(name.size() - kTotalSuffix.size());
  out.append("# TYPE ").append(name).append(" ").append(metricTypeName(family.type)).append("\n");
  out.append("# HELP ").append(name).append(" ").append(escapedText(family.help)).append("\n");
  for (const ClientMetric& metric : family.metric) {
    if (family.type == MetricType::Counter) {
      appendSample(out, name + std::string(kTotalSuffix), metric, metric.counter.value);
    } else if (family.type == MetricType::Gauge) {
      appendSample(out, name, metric, metric.gauge.value);
    } else if (family.type == MetricType::Histogram) {
      for (const ClientMetric::Bucket& bucket : metric.histogram.bucket) {
        appendSample(out, name + "_bucket", metric, static_cast<double>(bucket.cumulative_count),
                     sampleText(bucket.upper_bound));
      }
      appendSample(out, name + "_count", metric, static_cast<double>(metric.histogram.sample_count));
      appendSample(out, name + "_sum", metric, metric.histogram.sample_sum);
    }
  }
}

MetricFamily logFamily() {
  const LogCounts counts = logCounts();
  MetricFamily family;
  family.name = "aftermint_log_lines_total";
  family.help = "Log lines by level, with those that were left out because they repeat.";
  family.type = MetricType::Counter;
  const auto add = [&family](const char* result, std::uint64_t value) {
    ClientMetric metric;
    metric.label = {{"level", result}};
    metric.counter.value = static_cast<double>(value);
    family.metric.push_back(metric);
  };
  add("info", counts.info);
  add("warn", counts.warn);
  add("error", counts.error);
  return family;
}

MetricFamily droppedFamily() {
  MetricFamily family;
  family.name = "aftermint_log_lines_dropped_total";
  family.help = "Log lines that were dropped because standard error was not read.";
  family.type = MetricType::Counter;
  family.metric.emplace_back();
  family.metric.back().counter.value = static_cast<double>(logCounts().dropped);
  return family;
}

}  // namespace

std::vector<MetricFamily> collectMetrics() {
  std::vector<MetricFamily> families = metrics().registry.Collect();
  // A family without a sample yet, such as that of a provider that was never called, says nothing.
  std::erase_if(families, [](const MetricFamily& family) { return family.metric.empty(); });
  families.push_back(logFamily());
  families.push_back(droppedFamily());
  for (MetricFamily& family : processMetrics()) families.push_back(std::move(family));
  return families;
}

std::string openMetricsText(const std::vector<MetricFamily>& families) {
  std::string out;
  for (const MetricFamily& family : families) appendFamily(out, family);
  return out + "# EOF\n";
}

Response metricsResponse(const Request& request) {
  Response response;
  response.with("Cache-Control", "no-store");
  if (request.header("accept").find(kOpenMetrics) != std::string_view::npos) {
    response.contentType = std::string(kOpenMetrics) + "; version=1.0.0; charset=utf-8";
    response.body = openMetricsText(collectMetrics());
  } else {
    response.contentType = "text/plain; version=0.0.4; charset=utf-8";
    response.body = prometheus::TextSerializer().Serialize(collectMetrics());
  }
  return response.with("Vary", "Accept");
}

Response answerMetricsListener(const Request& request) {
  const bool isRead = request.method == "GET" || request.method == "HEAD";
  const bool isMetrics = request.path == "/metrics";
  if (!isMetrics && request.path != "/health/live") {
    return faultResponse(404, RequestFault::NotFound, "There is nothing at this address.", kMetricsHint);
  }
  if (!isRead) {
    return faultResponse(405, RequestFault::MethodNotAllowed, "This address does not take that method.",
                         "It takes GET, HEAD.")
        .with("Allow", "GET, HEAD");
  }
  return isMetrics ? metricsResponse(request) : jsonResponse(200, "{\"ok\":true}");
}

}  // namespace aftermint
