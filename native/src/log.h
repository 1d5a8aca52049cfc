/** @file The log of a server: lines on standard error that never make a request wait. */
#pragma once

#include <concepts>
#include <cstdint>
#include <exception>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

namespace aftermint {

/** How lines look. */
enum class LogFormat {
  Automatic,  ///< AsText on a terminal, else AsJson
  AsText,     ///< `2026-11-30T08:30:00.123Z WARN  message key=value`
  AsJson,     ///< one JSON object a line: `time`, `level`, `message`, then the fields
};

enum class LogLevel { Info, Warn, Error };

/** A name and a value of a log line. Numbers stay numbers in JSON. */
struct LogField {
  std::string_view name;
  std::string value;
  bool isNumber = false;

  LogField(std::string_view key, std::string_view text) : name(key), value(text) {}
  template <std::integral Number>
  LogField(std::string_view key, Number number) : name(key), value(std::to_string(number)), isNumber(true) {}
};

using LogFields = std::initializer_list<LogField>;

/**
 * Makes this the log of the process, for spdlog and `logWith`, until it is destroyed.
 *
 * A thread of its own writes the lines, so a reader of standard error that stands still delays no request. 4,096 lines
 * wait at most; then the oldest are dropped, and a later line says how many. SIGPIPE is ignored from here on: a reader
 * that ends must not end the server. The destructor writes what waits, for one second at most.
 *
 * Warnings and errors that repeat word by word are written 20 times in ten seconds; the next line then says in
 * `repeated` how many were left out. Control characters, invisible characters and those that change the direction of
 * text are escaped.
 */
class Log {
 public:
  /** `descriptor`: where to write; only tests use another than standard error. */
  explicit Log(LogFormat format = LogFormat::Automatic, int descriptor = 2);
  ~Log();
  Log(const Log&) = delete;
  Log& operator=(const Log&) = delete;

  struct Parts;  ///< everything that needs spdlog

 private:
  std::unique_ptr<Parts> parts_;
};

/** Lines since the process started. */
struct LogCounts {
  std::uint64_t info = 0, warn = 0, error = 0;  ///< with those that were left out because they repeat
  std::uint64_t dropped = 0;                    ///< because standard error was not read
};

[[nodiscard]] LogCounts logCounts();

/** Writes a line with fields beside its message. Never throws: a line that cannot be made is left out. */
void logWith(LogLevel level, std::string_view message, LogFields fields) noexcept;

/** Writes an error line with the exception's text as `error`. Never throws. */
void logError(std::string_view message, const std::exception& error) noexcept;

/** Adds `request` to every line that this thread writes while it exists. */
class LogRequest {
 public:
  explicit LogRequest(const std::string& id);
  ~LogRequest();
  LogRequest(const LogRequest&) = delete;
  LogRequest& operator=(const LogRequest&) = delete;

 private:
  const std::string* before_;
};

}  // namespace aftermint
