#include "telemetry/tracer.h"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <chrono>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

#include "http/http_client.h"
#include "log.h"
#include "telemetry/metrics.h"
#include "version.h"

namespace aftermint {
namespace {

constexpr std::size_t kSpansWaiting = 4096;
constexpr std::size_t kSpansSent = 512;
constexpr std::chrono::seconds kBetweenBatches{1};
constexpr std::chrono::seconds kCollectorTime{2};
constexpr std::string_view kPath = "/v1/traces";

std::atomic<Tracer*> tracerOfProcess = nullptr;  // NOLINT

void appendText(std::string& out, std::string_view key, std::string_view value) {
  out.append("{\"key\":").append(jsonString(key)).append(",\"value\":{\"stringValue\":").append(jsonString(value));
  out += "}}";
}

/** 64-bit numbers are texts in the JSON of protocol buffers. */
void appendNumber(std::string& out, std::string_view key, std::int64_t value) {
  out.append("{\"key\":").append(jsonString(key)).append(",\"value\":{\"intValue\":\"");
  out.append(std::to_string(value)).append("\"}}");
}

void appendSpan(std::string& out, const SpanRecord& span) {
  out.append("{\"traceId\":\"").append(span.context.trace);
  out.append("\",\"spanId\":\"").append(span.context.span).append("\"");
  if (!span.parent.empty()) out.append(",\"parentSpanId\":\"").append(span.parent).append("\"");
  out.append(",\"name\":").append(jsonString(span.name));
  out.append(",\"kind\":").append(std::to_string(static_cast<int>(span.kind)));
  out.append(",\"startTimeUnixNano\":\"").append(std::to_string(span.start));
  out.append("\",\"endTimeUnixNano\":\"").append(std::to_string(span.end)).append("\",\"attributes\":[");
  bool isFirst = true;
  const auto comma = [&] {
    if (!std::exchange(isFirst, false)) out += ',';
  };
  for (const auto& [key, value] : span.texts) {
    comma();
    appendText(out, key, value);
  }
  for (const auto& [key, value] : span.numbers) {
    comma();
    appendNumber(out, key, value);
  }
  out += ']';
  if (!span.error.empty())
    out.append(",\"status\":{\"code\":2,\"message\":").append(jsonString(span.error)).append("}");
  out += '}';
}

}  // namespace

std::string otlpJson(const std::vector<SpanRecord>& spans, std::string_view service) {
  std::string out = "{\"resourceSpans\":[{\"resource\":{\"attributes\":[";
  appendText(out, "service.name", service);
  out += ',';
  appendText(out, "service.version", kVersion);
  out += "]},\"scopeSpans\":[{\"scope\":{\"name\":\"aftermint\"},\"spans\":[";
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (i > 0) out += ',';
    appendSpan(out, spans[i]);
  }
  return out + "]}]}]}";
}

Tracer::Tracer(TraceOptions options) : options_(std::move(options)) {
  static_cast<void>(HttpAddress(options_.endpoint));  // refuses a wrong one before the thread starts
  thread_ = std::thread([this] { run(); });
  tracerOfProcess = this;
}

Tracer::~Tracer() {
  tracerOfProcess = nullptr;
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

Tracer* Tracer::current() { return tracerOfProcess; }

bool Tracer::samples(std::string_view trace) const {
  if (options_.ratio >= 1) return true;
  // As other services decide it for the same trace: by the last 63 bits of its id.
  std::uint64_t bits = 0;
  const std::string_view last = trace.substr(trace.size() - 16);
  std::from_chars(last.data(), last.data() + last.size(), bits, 16);
  return (bits >> 1) < static_cast<std::uint64_t>(options_.ratio * std::ldexp(1.0, 63));
}

void Tracer::take(SpanRecord span) noexcept {
  try {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() < kSpansWaiting) {
      waiting_.push_back(std::move(span));
      if (waiting_.size() == kSpansSent) wake_.notify_one();
      return;
    }
  } catch (const std::bad_alloc&) {
    // Without memory for it, it is dropped like one too many.
  }
  metrics().spansDropped.Increment();
}

std::vector<SpanRecord> Tracer::nextBatch() {
  std::unique_lock lock(mutex_);
  wake_.wait_for(lock, kBetweenBatches, [this] { return stopping_ || waiting_.size() >= kSpansSent; });
  const std::size_t size = std::min(waiting_.size(), kSpansSent);
  const auto end = waiting_.begin() + static_cast<std::ptrdiff_t>(size);
  std::vector<SpanRecord> batch(std::make_move_iterator(waiting_.begin()), std::make_move_iterator(end));
  waiting_.erase(waiting_.begin(), end);
  return batch;
}

void Tracer::run() {
  HttpClient collector{HttpAddress(options_.endpoint), kCollectorTime};
  std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::time_point::max();
  for (;;) {
    const std::vector<SpanRecord> batch = nextBatch();
    {
      const std::lock_guard lock(mutex_);
      if (stopping_ && batch.empty()) return;
      if (stopping_) deadline = std::min(deadline, std::chrono::steady_clock::now() + kCollectorTime);
    }
    if (batch.empty()) continue;
    const auto count = static_cast<double>(batch.size());
    std::string error;
    if (std::chrono::steady_clock::now() < deadline) {
      try {
        const HttpClient::Answer answer =
            collector.post(std::string(kPath), "application/json", otlpJson(batch, options_.service));
        if (answer.status / 100 != 2) error = "status " + std::to_string(answer.status);
      } catch (const std::exception& failure) {
        error = failure.what();
      }
    } else {
      error = "the server stops";
    }
    (error.empty() ? metrics().spansSent : metrics().spansDropped).Increment(count);
    if (!error.empty()) {
      logWith(LogLevel::Warn, "spans were dropped", {{"endpoint", options_.endpoint}, {"error", error}});
    }
  }
}

}  // namespace aftermint
