#include "log_line.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>
#include <cstdio>
#include <ctime>

#include "visible_text.h"

namespace aftermint {
namespace {

constexpr std::size_t kMessageLimit = 4000;
constexpr std::size_t kFieldLimit = 600;

/** What a line of the log escapes: what cannot be seen, and what may look different on each machine. */
bool isEscaped(UChar32 c) {
  const auto type = u_charType(c);
  return type == U_PRIVATE_USE_CHAR || type == U_UNASSIGNED || isUnseen(static_cast<std::uint32_t>(c), 0, 0);
}

/** RFC 3339 in UTC, with milliseconds. */
std::string stampOf(std::chrono::system_clock::time_point time) {
  const auto millis = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
  const std::time_t seconds = static_cast<std::time_t>(millis / 1000);
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  std::array<char, 32> day{}, stamp{};
  std::strftime(day.data(), day.size(), "%Y-%m-%dT%H:%M:%S", &parts);
  std::snprintf(stamp.data(), stamp.size(), "%.20s.%03dZ", day.data(), static_cast<int>(millis % 1000));
  return stamp.data();
}

std::string escapedField(std::string_view text) {
  std::string out;
  appendEscaped(out, text, kFieldLimit);
  return out;
}

void appendTextField(std::string& out, std::string_view name, std::string_view value) {
  const std::string escaped = escapedField(value);
  const bool plain = !escaped.empty() && escaped.find_first_of(" =\\\"") == std::string::npos;
  out.append(" ").append(name).append(plain ? "=" : "=\"").append(escaped);
  if (!plain) out += '"';
}

void appendJsonField(std::string& out, std::string_view name, std::string_view value, bool isNumber) {
  out.append(",\"").append(name).append(isNumber ? "\":" : "\":\"");
  if (isNumber) {
    out += value;
  } else {
    out.append(escapedField(value)).append("\"");
  }
}

}  // namespace

void appendEscaped(std::string& out, std::string_view text, std::size_t limit) {
  const std::size_t end = out.size() + limit;
  std::size_t at = 0;
  while (at < text.size()) {
    if (out.size() >= end) {
      out += "\u2026";
      return;
    }
    const std::size_t start = at;
    UChar32 c = 0;
    U8_NEXT(text.data(), at, text.size(), c);
    if (c < 0) {
      out += "\ufffd";
    } else if (c == '"' || c == '\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (isEscaped(c)) {
      appendEscape(out, static_cast<std::uint32_t>(c));
    } else {
      out += text.substr(start, at - start);
    }
  }
}

std::string textLine(const LogLine& line) {
  std::string out = stampOf(line.time);
  out += line.level == "error" ? " ERROR " : line.level == "warn" ? " WARN  " : " INFO  ";
  appendEscaped(out, line.message, kMessageLimit);
  for (const LogField& field : line.fields) appendTextField(out, field.name, field.value);
  if (!line.request.empty()) appendTextField(out, "request", line.request);
  if (line.repeated > 0) appendTextField(out, "repeated", std::to_string(line.repeated));
  return out;
}

std::string jsonLine(const LogLine& line) {
  std::string out =
      "{\"time\":\"" + stampOf(line.time) + "\",\"level\":\"" + std::string(line.level) + "\",\"message\":\"";
  appendEscaped(out, line.message, kMessageLimit);
  out += '"';
  for (const LogField& field : line.fields) appendJsonField(out, field.name, field.value, field.isNumber);
  if (!line.request.empty()) appendJsonField(out, "request", line.request, false);
  if (line.repeated > 0) appendJsonField(out, "repeated", std::to_string(line.repeated), true);
  out += '}';
  return out;
}

std::optional<std::uint64_t> RepeatFilter::pass(std::string_view line, Time now) {
  std::string key(line.substr(0, 256));
  const auto found = seen_.find(key);
  if (found == seen_.end()) {
    if (seen_.size() >= kRemembered)
      std::erase_if(seen_, [now](const auto& each) { return now - each.second.since >= kWhile; });
    if (seen_.size() < kRemembered) seen_.emplace(std::move(key), Seen{now, 1, 0});
    return 0;
  }
  Seen& seen = found->second;
  if (now - seen.since >= kWhile) {
    const std::uint64_t left = seen.left;
    seen = Seen{now, 1, 0};
    return left;
  }
  if (seen.passed < kTimes) {
    ++seen.passed;
    return 0;
  }
  ++seen.left;
  return std::nullopt;
}

}  // namespace aftermint
