#include "trace_context.h"

#include <algorithm>

namespace aftermint {
namespace {

thread_local const TraceContext* traceOfThread = nullptr;  // NOLINT

bool isLowerHex(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool isId(std::string_view text) { return isLowerHex(text) && text.find_first_not_of('0') != std::string_view::npos; }

}  // namespace

std::string TraceContext::header() const { return "00-" + trace + "-" + span + (sampled ? "-01" : "-00"); }

std::optional<TraceContext> parseTraceparent(std::string_view header) {
  // version "-" trace "-" span "-" flags: 2, 32, 16 and 2 digits
  constexpr std::size_t kSize = 55;
  if (header.size() < kSize || header[2] != '-' || header[35] != '-' || header[52] != '-') return std::nullopt;
  const std::string_view version = header.substr(0, 2), trace = header.substr(3, 32), span = header.substr(36, 16),
                         flags = header.substr(53, 2);
  if (!isLowerHex(version) || version == "ff" || !isId(trace) || !isId(span) || !isLowerHex(flags)) return std::nullopt;
  if (header.size() > kSize && (version == "00" || header[kSize] != '-')) return std::nullopt;
  const char last = flags[1];
  const int digit = last <= '9' ? last - '0' : last - 'a' + 10;
  return TraceContext{std::string(trace), std::string(span), (digit & 1) != 0};
}

const TraceContext* currentTrace() { return traceOfThread; }

TraceScope::TraceScope(const TraceContext* context) : before_(traceOfThread) { traceOfThread = context; }

TraceScope::~TraceScope() { traceOfThread = before_; }

}  // namespace aftermint
