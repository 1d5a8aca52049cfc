#include "telemetry/span.h"

#include <algorithm>
#include <chrono>

#include "ids.h"
#include "telemetry/tracer.h"

namespace aftermint {
namespace {

using std::chrono::duration_cast;
using std::chrono::nanoseconds;

constexpr std::size_t kSpanIdDigits = 16, kTraceIdDigits = 32;
constexpr std::size_t kAttributeLimit = 256;  ///< bytes; a path is the client's

std::int64_t nowNanos() {
  return duration_cast<nanoseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

std::string cutAttribute(std::string_view text) { return std::string(text.substr(0, kAttributeLimit)); }

}  // namespace

Span::Span(std::string_view name, SpanKind kind) {
  const TraceContext* parent = currentTrace();
  if (parent == nullptr || !parent->sampled || Tracer::current() == nullptr) return;
  record_ = std::make_unique<SpanRecord>();
  record_->context = {parent->trace, randomId().substr(0, kSpanIdDigits), true};
  record_->parent = parent->span;
  record_->name = name;
  record_->kind = kind;
  record_->start = nowNanos();
  scope_ = std::make_unique<TraceScope>(&record_->context);
}

Span::Span(const Request& request, std::string_view route) {
  const Tracer* tracer = Tracer::current();
  if (tracer == nullptr) return;
  const auto caller = parseTraceparent(request.header("traceparent"));
  const std::string trace = caller ? caller->trace : randomId().substr(0, kTraceIdDigits);
  if (!tracer->samples(trace) || (caller && !caller->sampled)) return;
  record_ = std::make_unique<SpanRecord>();
  record_->context = {trace, randomId().substr(0, kSpanIdDigits), true};
  if (caller) record_->parent = caller->span;
  record_->name =
      route.empty() ? cutAttribute(request.method) : cutAttribute(request.method) + " " + std::string(route);
  record_->kind = SpanKind::Server;
  const auto waited = request.received == std::chrono::steady_clock::time_point()
                          ? nanoseconds(0)
                          : duration_cast<nanoseconds>(std::chrono::steady_clock::now() - request.received);
  record_->start = nowNanos() - waited.count();
  set("http.request.method", request.method);
  set("url.scheme", request.scheme);
  set("url.path", request.path);
  set("client.address", request.client);
  if (!route.empty()) set("http.route", route);
  if (!request.id.empty()) set("aftermint.request_id", request.id);
  scope_ = std::make_unique<TraceScope>(&record_->context);
}

Span::~Span() { endSpan(detach()); }

void Span::set(std::string_view attribute, std::string_view value) {
  if (record_) record_->texts.emplace_back(attribute, cutAttribute(value));
}

void Span::set(std::string_view attribute, std::int64_t value) {
  if (record_) record_->numbers.emplace_back(attribute, value);
}

void Span::fail(std::string_view error) {
  if (record_) record_->error = error.empty() ? "error" : cutAttribute(error);
}

std::unique_ptr<SpanRecord> Span::detach() {
  scope_.reset();
  return std::move(record_);
}

void endSpan(std::unique_ptr<SpanRecord> record) noexcept {
  if (!record) return;
  record->end = std::max(record->start, nowNanos());
  if (Tracer* tracer = Tracer::current(); tracer != nullptr) tracer->take(std::move(*record));
}

void setSpanStatus(SpanRecord& record, int status) {
  record.numbers.emplace_back("http.response.status_code", status);
  if (status < 500) return;
  record.texts.emplace_back("error.type", std::to_string(status));
  record.error = "HTTP " + std::to_string(status);
}

void Span::setStatus(int status) {
  if (record_) setSpanStatus(*record_, status);
}

}  // namespace aftermint
