#include "log.h"

#include <poll.h>
#include <spdlog/async_logger.h>
#include <spdlog/details/null_mutex.h>
#include <spdlog/details/thread_pool.h>
#include <spdlog/sinks/sink.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <functional>
#include <mutex>
#include <new>

#include "log_line.h"

namespace aftermint {
namespace {

constexpr std::size_t kLinesWaiting = 4096;
constexpr std::size_t kPieceSize = 4096;  // PIPE_BUF: if a pipe is writable at all, it takes this much
constexpr int kPollMillis = 100;
constexpr std::chrono::seconds kFlushTime{1};

thread_local const LogField* fieldsOfLine = nullptr;        // NOLINT: set by logWith for the sink, on one thread
thread_local std::size_t fieldsInLine = 0;                  // NOLINT
thread_local const std::string* requestOfThread = nullptr;  // NOLINT

std::string_view levelName(spdlog::level::level_enum level) {
  if (level >= spdlog::level::err) return "error";
  return level == spdlog::level::warn ? "warn" : "info";
}

std::array<std::atomic<std::uint64_t>, 3> linesByLevel;  // NOLINT: counts of the process, by LogLevel

/** A sink without a pattern: lines come to it as they are written. */
class LineSink : public spdlog::sinks::sink {
 public:
  void set_pattern(const std::string&) override {}
  void set_formatter(std::unique_ptr<spdlog::formatter>) override {}
  void flush() override {}
};

/** Writes lines to a descriptor that may be full or broken. Only the thread of the pool calls it. */
class DescriptorSink final : public LineSink {
 public:
  DescriptorSink(int descriptor, LogFormat format) : descriptor_(descriptor), format_(format) {}

  void watch(spdlog::details::thread_pool& pool) { pool_ = &pool; }

  /** From now on the whole of what waits has one second. */
  void finish() { deadline_ = (std::chrono::steady_clock::now() + kFlushTime).time_since_epoch().count(); }

  [[nodiscard]] std::size_t dropped() const { return pool_->overrun_counter() + lost_; }

  void log(const spdlog::details::log_msg& message) override {
    const std::size_t missing = dropped();
    if (missing > reported_ && write(lossLine(message.time, missing - reported_))) reported_ = missing;
    std::string line(message.payload.data(), message.payload.size());
    line += '\n';
    if (!write(line)) ++lost_;
  }

 private:
  std::string lossLine(std::chrono::system_clock::time_point time, std::size_t count) const {
    const std::array<LogField, 1> fields = {LogField("dropped", count)};
    LogLine line{time, "warn", "log lines were dropped, because standard error was not read", {}, fields, 0};
    return (format_ == LogFormat::AsJson ? jsonLine(line) : textLine(line)) + "\n";
  }

  [[nodiscard]] bool isLate() const {
    const auto deadline = deadline_.load();
    return deadline != 0 && std::chrono::steady_clock::now().time_since_epoch().count() > deadline;
  }

  /** Whether the whole text was written. It waits for the reader, but not after `finish`'s time. */
  bool write(std::string_view text) {
    while (!text.empty()) {
      pollfd ready{descriptor_, POLLOUT, 0};
      const int count = poll(&ready, 1, isLate() ? 0 : kPollMillis);
      if (count < 0 && errno != EINTR) return false;
      if (count <= 0) {
        if (isLate()) return false;
        continue;
      }
      if ((ready.revents & POLLOUT) == 0) return false;  // no reader any more
      const ssize_t written = ::write(descriptor_, text.data(), std::min(text.size(), kPieceSize));
      if (written < 0) {
        if (errno == EINTR || errno == EAGAIN) continue;
        return false;
      }
      text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
  }

  const int descriptor_;
  const LogFormat format_;
  spdlog::details::thread_pool* pool_ = nullptr;
  std::atomic<std::chrono::steady_clock::rep> deadline_{0};  ///< 0: none
  std::atomic<std::size_t> lost_ = 0;
  std::size_t reported_ = 0;
};

/** Makes lines on the thread that logs, which knows the request, and hands them on. */
class FormattingSink final : public LineSink {
 public:
  FormattingSink(LogFormat format, std::shared_ptr<spdlog::async_logger> next)
      : format_(format), next_(std::move(next)) {}

  void log(const spdlog::details::log_msg& message) override {
    LogLine line;
    line.time = message.time;
    line.level = levelName(message.level);
    ++linesByLevel[message.level >= spdlog::level::err ? 2 : message.level == spdlog::level::warn ? 1 : 0];
    line.message = {message.payload.data(), message.payload.size()};
    line.fields = {fieldsOfLine, fieldsInLine};
    if (requestOfThread != nullptr) line.request = *requestOfThread;
    if (message.level >= spdlog::level::warn) {
      const std::lock_guard lock(mutex_);
      const auto repeated = filter_.pass(line.message, std::chrono::steady_clock::now());
      if (!repeated) return;
      line.repeated = *repeated;
    }
    const std::string text = format_ == LogFormat::AsJson ? jsonLine(line) : textLine(line);
    next_->log(message.level, spdlog::string_view_t(text.data(), text.size()));
  }

 private:
  const LogFormat format_;
  const std::shared_ptr<spdlog::async_logger> next_;
  std::mutex mutex_;  ///< guards filter_
  RepeatFilter filter_;
};

std::mutex droppedMutex;                        // NOLINT: guards the two below
const DescriptorSink* sinkOfProcess = nullptr;  // NOLINT: of the log that lives
std::size_t droppedByEarlierLogs = 0;           // NOLINT

}  // namespace

LogCounts logCounts() {
  LogCounts counts;
  counts.info = linesByLevel[0];
  counts.warn = linesByLevel[1];
  counts.error = linesByLevel[2];
  const std::lock_guard lock(droppedMutex);
  counts.dropped = droppedByEarlierLogs + (sinkOfProcess == nullptr ? 0 : sinkOfProcess->dropped());
  return counts;
}

struct Log::Parts {
  std::shared_ptr<spdlog::logger> before = spdlog::default_logger();
  std::function<void()> finish;  ///< limits the time that the sink has for what waits
  std::shared_ptr<spdlog::details::thread_pool> pool;
};

Log::Log(LogFormat format, int descriptor) : parts_(std::make_unique<Parts>()) {
  std::signal(SIGPIPE, SIG_IGN);
  if (format == LogFormat::Automatic) format = isatty(descriptor) == 1 ? LogFormat::AsText : LogFormat::AsJson;
  const auto sink = std::make_shared<DescriptorSink>(descriptor, format);
  parts_->finish = [sink] { sink->finish(); };
  parts_->pool = std::make_shared<spdlog::details::thread_pool>(kLinesWaiting, 1);
  sink->watch(*parts_->pool);
  {
    const std::lock_guard lock(droppedMutex);
    sinkOfProcess = sink.get();
  }
  auto writer = std::make_shared<spdlog::async_logger>("writer", sink, parts_->pool,
                                                       spdlog::async_overflow_policy::overrun_oldest);
  auto logger = std::make_shared<spdlog::logger>("server", std::make_shared<FormattingSink>(format, writer));
  // spdlog's own handler writes to standard error, and would wait for its reader.
  for (spdlog::logger* each : {static_cast<spdlog::logger*>(writer.get()), logger.get()}) {
    each->set_error_handler([](const std::string&) {});
  }
  spdlog::set_default_logger(std::move(logger));
}

Log::~Log() {
  parts_->finish();
  spdlog::set_default_logger(parts_->before);
  {
    const std::lock_guard lock(droppedMutex);
    if (sinkOfProcess != nullptr) droppedByEarlierLogs += sinkOfProcess->dropped();
    sinkOfProcess = nullptr;
  }
  parts_->pool.reset();  // writes what waits, then joins its thread
}

void logWith(LogLevel level, std::string_view message, LogFields fields) noexcept {
  fieldsOfLine = fields.begin();
  fieldsInLine = fields.size();
  spdlog::default_logger_raw()->log(level == LogLevel::Error  ? spdlog::level::err
                                    : level == LogLevel::Warn ? spdlog::level::warn
                                                              : spdlog::level::info,
                                    spdlog::string_view_t(message.data(), message.size()));
  fieldsOfLine = nullptr;
  fieldsInLine = 0;
}

void logError(std::string_view message, const std::exception& error) noexcept {
  try {
    logWith(LogLevel::Error, message, {{"error", error.what()}});
  } catch (const std::bad_alloc&) {
    logWith(LogLevel::Error, message, {});  // without memory for a field
  }
}

LogRequest::LogRequest(const std::string& id) : before_(requestOfThread) { requestOfThread = &id; }

LogRequest::~LogRequest() { requestOfThread = before_; }

}  // namespace aftermint
