// Log lines that cannot be forged, and a log that makes nothing wait.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <array>
#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>

#include "log_line.h"

namespace aftermint::testing {
namespace {

using nlohmann::json;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

/** A pipe whose reader decides when it reads. */
class Pipe {
 public:
  Pipe() { EXPECT_EQ(pipe2(ends_.data(), O_CLOEXEC), 0); }
  ~Pipe() {
    closeReader();
    closeWriter();
  }
  [[nodiscard]] int writer() const { return ends_[1]; }
  void closeReader() { close(ends_[0]); }
  void closeWriter() { close(ends_[1]); }

  /** Reads until every writer has closed. */
  [[nodiscard]] std::string readAll() const {
    std::string all;
    std::array<char, 4096> piece{};
    for (ssize_t size = 0; (size = ::read(ends_[0], piece.data(), piece.size())) > 0;) {
      all.append(piece.data(), static_cast<std::size_t>(size));
    }
    return all;
  }

 private:
  static void close(int& descriptor) {
    if (descriptor >= 0) ::close(descriptor);
    descriptor = -1;
  }
  std::array<int, 2> ends_ = {-1, -1};
};

std::vector<json> jsonLines(const std::string& text) {
  std::vector<json> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    lines.push_back(json::parse(line, nullptr, false));
    EXPECT_FALSE(lines.back().is_discarded()) << line;
  }
  return lines;
}

/** What `write` logs as JSON. */
template <class Write>
std::vector<json> logged(const Write& write) {
  Pipe pipe;
  {
    const Log log(LogFormat::AsJson, pipe.writer());
    write();
  }
  pipe.closeWriter();
  return jsonLines(pipe.readAll());
}

TEST(LogLine, EscapesWhatForgesOrHides) {
  const auto escaped = [](std::string_view text) {
    std::string out;
    appendEscaped(out, text, 1000);
    return out;
  };
  EXPECT_EQ(escaped("a\nb\tc\rd\x1b[2Je\x7f"), "a\\nb\\tc\\rd\\u001b[2Je\\u007f");
  EXPECT_EQ(escaped("\u0085\u009b2J"), "\\u0085\\u009b2J") << "C1 controls";
  EXPECT_EQ(escaped("\u202e\u2066\u200b\u2028\ufeff"), "\\u202e\\u2066\\u200b\\u2028\\ufeff");
  EXPECT_EQ(escaped("\U000e0041"), "\\udb40\\udc41") << "a tag, as JSON writes it";
  EXPECT_EQ(escaped("\"\\"), "\\\"\\\\");
  EXPECT_EQ(escaped("caf\u00e9 \u65e5\u672c \U0001f600"), "caf\u00e9 \u65e5\u672c \U0001f600");
  EXPECT_EQ(escaped("\xff\xc3"), "\ufffd\ufffd");
  std::string cut;
  appendEscaped(cut, std::string(100, 'a'), 10);
  EXPECT_EQ(cut, "aaaaaaaaaa\u2026");
}

TEST(LogLine, IsReadableAsTextAndAsJson) {
  const std::array<LogField, 3> fields = {LogField("status", 503), LogField("path", "/a b"), LogField("client", "::1")};
  const LogLine line{std::chrono::system_clock::time_point(std::chrono::milliseconds(1764491400123)),
                     "warn",
                     "busy",
                     "id-1",
                     fields,
                     4};
  EXPECT_EQ(textLine(line),
            "2025-11-30T08:30:00.123Z WARN  busy status=503 path=\"/a b\" client=::1 request=id-1 repeated=4");
  EXPECT_EQ(json::parse(jsonLine(line)), json::parse(R"({"time": "2025-11-30T08:30:00.123Z", "level": "warn",
    "message": "busy", "status": 503, "path": "/a b", "client": "::1", "request": "id-1", "repeated": 4})"));
}

TEST(RepeatFilter, LeavesOutWhatRepeatsAndSaysHowOften) {
  RepeatFilter filter;
  const RepeatFilter::Time start{};
  for (int i = 0; i < RepeatFilter::kTimes; ++i) EXPECT_EQ(filter.pass("same", start), 0u);
  for (int i = 0; i < 1000; ++i) EXPECT_EQ(filter.pass("same", start), std::nullopt);
  EXPECT_EQ(filter.pass("other", start), 0u);
  EXPECT_EQ(filter.pass("same", start + RepeatFilter::kWhile), 1000u);
  EXPECT_EQ(filter.pass("same", start + RepeatFilter::kWhile), 0u);
}

TEST(Log, WritesFieldsAndTheRequest) {
  const auto lines = logged([] {
    const std::string id = "id-1";
    const LogRequest scope(id);
    spdlog::warn("order {}", 7);
    logWith(LogLevel::Info, "request", {{"status", 200}, {"path", "/\n\"forged\""}});
  });
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0]["message"], "order 7");
  EXPECT_EQ(lines[0]["level"], "warn");
  EXPECT_EQ(lines[0]["request"], "id-1");
  EXPECT_EQ(lines[1]["status"], 200);
  EXPECT_EQ(lines[1]["path"], "/\n\"forged\"");
}

TEST(Log, KeepsInjectedTextInItsLine) {
  const auto lines = logged([] { spdlog::error("GET {}", "/a\n{\"time\":\"now\",\"level\":\"info\"}"); });
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0]["level"], "error");
}

TEST(Log, DropsAndCountsLinesWhileItsReaderStandsStill) {
  Pipe pipe;
  std::string text;
  std::thread reader;
  {
    const Log log(LogFormat::AsJson, pipe.writer());
    // More than pipe and queue can hold. If logging waited for the reader, this would never end.
    for (int i = 0; i < 30'000; ++i) spdlog::info("line {} {}", i, std::string(200, 'x'));
    reader = std::thread([&] { text = pipe.readAll(); });
  }
  pipe.closeWriter();
  reader.join();
  const auto lines = jsonLines(text);
  std::size_t dropped = 0;
  for (const json& line : lines) dropped += line.value("dropped", std::size_t{0});
  EXPECT_GT(dropped, 0u);
  EXPECT_THAT(lines.back()["message"].get<std::string>(), HasSubstr("line 29999 ")) << "the oldest were dropped";
}

TEST(Log, EndsThoughItsReaderStandsStill) {
  const Pipe pipe;
  const Log log(LogFormat::AsJson, pipe.writer());
  for (int i = 0; i < 30'000; ++i) spdlog::info("line {} {}", i, std::string(200, 'x'));
}

TEST(Log, LosesItsReaderWithoutASignal) {
  Pipe pipe;
  const Log log(LogFormat::AsJson, pipe.writer());
  pipe.closeReader();
  for (int i = 0; i < 100; ++i) spdlog::info("line {}", i);
}

TEST(Log, LeavesOutErrorsThatRepeat) {
  const auto lines = logged([] {
    for (int i = 0; i < 1000; ++i) logWith(LogLevel::Error, "no descriptor", {{"number", i}});
    for (int i = 0; i < 100; ++i) logWith(LogLevel::Info, "request", {{"number", i}});
  });
  EXPECT_EQ(lines.size(), std::size_t{RepeatFilter::kTimes} + 100);
}

}  // namespace
}  // namespace aftermint::testing
