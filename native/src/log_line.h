/** @file One log line: escaping, both formats, and the limit of lines that repeat. */
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "log.h"

namespace aftermint {

/** What a line says. */
struct LogLine {
  std::chrono::system_clock::time_point time;
  std::string_view level;  ///< `info`, `warn`, `error`
  std::string_view message;
  std::string_view request;  ///< the request's id; empty: none
  std::span<const LogField> fields;
  std::uint64_t repeated = 0;  ///< equal lines that were left out before
};

/**
 * Appends text that has no control characters, no invisible ones and none that change the direction of text, so that it
 * cannot forge a line or hide part of one. These become `\n`, `\t` or `\u001b`; quotes and backslashes get a backslash.
 * Bytes that are not UTF-8 become U+FFFD. At most about `limit` bytes are appended; a longer text ends with `…`.
 */
void appendEscaped(std::string& out, std::string_view text, std::size_t limit);

/** The line without a line break at its end. */
[[nodiscard]] std::string textLine(const LogLine& line);
/** The line as one JSON object, without a line break at its end. */
[[nodiscard]] std::string jsonLine(const LogLine& line);

/** Lets a line pass a few times in a while. Not thread-safe. */
class RepeatFilter {
 public:
  using Time = std::chrono::steady_clock::time_point;
  static constexpr int kTimes = 20;
  static constexpr std::chrono::seconds kWhile{10};
  static constexpr std::size_t kRemembered = 512;  ///< different lines; above that, lines pass

  /** None if the line is to be left out; else how many equal ones were left out since the last that passed. */
  std::optional<std::uint64_t> pass(std::string_view line, Time now);

 private:
  struct Seen {
    Time since;
    int passed = 0;
    std::uint64_t left = 0;
  };
  std::unordered_map<std::string, Seen> seen_;
};

}  // namespace aftermint
