// `aftermint serve` as a program: few descriptors, and a log that is not read.
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <vector>

#include "ids.h"
#include "unit/paths.h"
#include "unit/wire.h"

namespace aftermint::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

/** The program on a free port, until the end of the test. */
class ServeProgram : public ::testing::Test {
 protected:
  ~ServeProgram() override {
    if (process_ > 0) stop();
    std::filesystem::remove(log_);
  }

  /** Starts it by a shell with these words before the program, and with these options. `errors` is its standard error.
   */
  void start(const std::string& before, const std::string& options, int errors) {
    std::array<int, 2> out{};
    ASSERT_EQ(pipe2(out.data(), O_CLOEXEC), 0);
    const std::string command =
        before + " exec '" + kProgramPath + "' serve --port 0 --store sqlite::memory: " + options;
    process_ = fork();
    ASSERT_GE(process_, 0);
    if (process_ == 0) {
      dup2(out[1], 1);
      dup2(errors, 2);
      execl("/bin/sh", "sh", "-c", command.c_str(), static_cast<char*>(nullptr));
      _exit(127);
    }
    ::close(out[1]);
    std::string line;
    for (char c = 0; ::read(out[0], &c, 1) == 1 && c != '\n';) line += c;
    ::close(out[0]);
    const std::size_t colon = line.rfind(':');
    ASSERT_NE(colon, std::string::npos) << "no address: " << line;
    port_ = static_cast<std::uint16_t>(std::atoi(line.c_str() + colon + 1));
  }
  /** The same with its standard error in a file. */
  void start(const std::string& before, const std::string& options) {
    const int file = ::open(log_.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    ASSERT_GE(file, 0);
    start(before, options, file);
    ::close(file);
  }

  /** Ends it and returns its exit code, or minus the signal that ended it. */
  int stop() {
    kill(process_, SIGTERM);
    int status = 0;
    EXPECT_EQ(waitpid(std::exchange(process_, 0), &status, 0) > 0, true);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  }

  [[nodiscard]] std::string ask(const std::string& target, const std::string& headers = "") const {
    const Wire wire(port_);
    wire.send("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers + "\r\n");
    return wire.readToEnd();
  }
  [[nodiscard]] std::string logged() const {
    std::ifstream file(log_);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  }

  const std::filesystem::path log_ = std::filesystem::temp_directory_path() / ("aftermint-" + randomId() + ".log");
  pid_t process_ = 0;
  std::uint16_t port_ = 0;
};

TEST_F(ServeProgram, AnswersWithFewDescriptorsWhileManyConnectionsAreIdle) {
  start("ulimit -n 48;", "");
  std::vector<Wire> idle;
  for (int client = 2; client < 12; ++client) {
    const std::string from = "127.0.0." + std::to_string(client);
    for (int i = 0; i < 10; ++i) idle.emplace_back(port_, from.c_str());
  }
  EXPECT_THAT(ask("/health"), StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(ask("/health/ready"), StartsWith("HTTP/1.1 200"));
  EXPECT_EQ(stop(), 0);
  EXPECT_LT(logged().size(), 20'000u);
}

TEST_F(ServeProgram, SurvivesTheEndOfWhatReadsItsLog) {
  std::array<int, 2> errors{};
  ASSERT_EQ(pipe2(errors.data(), O_CLOEXEC), 0);
  start("", "--access-log", errors[1]);
  ::close(errors[1]);
  ::close(errors[0]);
  for (int i = 0; i < 10; ++i) EXPECT_THAT(ask("/health/live"), StartsWith("HTTP/1.1 200"));
  EXPECT_EQ(stop(), 0);
}

TEST_F(ServeProgram, AnswersWhileWhatReadsItsLogStandsStill) {
  std::array<int, 2> errors{};
  ASSERT_EQ(pipe2(errors.data(), O_CLOEXEC), 0);
  ASSERT_GE(fcntl(errors[1], F_SETPIPE_SZ, 4096), 0);
  start("", "--access-log", errors[1]);
  ::close(errors[1]);
  const std::string path = "/" + std::string(500, 'a');
  for (int i = 0; i < 40; ++i) EXPECT_THAT(ask(path), StartsWith("HTTP/1.1 404"));
  EXPECT_EQ(stop(), 0) << "it also ends, though what waits cannot be written";
  ::close(errors[0]);
}

TEST_F(ServeProgram, LogsRequestsAsJsonLinesThatCannotBeForged) {
  start("", "--access-log --log json");
  EXPECT_THAT(ask("/%E2%80%AE%22,%22level%22:%22info", "X-Request-Id: id-7\r\n"), HasSubstr("X-Request-Id: id-7\r\n"));
  EXPECT_EQ(stop(), 0);
  const std::string text = logged();
  EXPECT_EQ(text.find("\u202e"), std::string::npos) << text;
  std::istringstream lines(text);
  int requests = 0;
  for (std::string line; std::getline(lines, line);) {
    const auto said = nlohmann::json::parse(line, nullptr, false);
    ASSERT_FALSE(said.is_discarded()) << line;
    if (said["message"] != "request") continue;
    ++requests;
    EXPECT_EQ(said["level"], "info");
    EXPECT_EQ(said["method"], "GET");
    EXPECT_EQ(said["path"], "/\u202e\",\"level\":\"info");
    EXPECT_EQ(said["status"], 404);
    EXPECT_EQ(said["client"], "127.0.0.1");
    EXPECT_EQ(said["request"], "id-7");
  }
  EXPECT_EQ(requests, 1);
}

TEST_F(ServeProgram, RefusesMoreConnectionsThanDescriptors) {
  const int file = ::open(log_.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
  process_ = fork();
  if (process_ == 0) {
    dup2(file, 2);
    const std::string command = std::string("ulimit -n 64; exec '") + kProgramPath +
                                "' serve --port 0 --store sqlite::memory: --max-connections 64";
    execl("/bin/sh", "sh", "-c", command.c_str(), static_cast<char*>(nullptr));
    _exit(127);
  }
  ::close(file);
  int status = 0;
  waitpid(std::exchange(process_, 0), &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 2);
  EXPECT_THAT(logged(), HasSubstr("ulimit -n"));
}

}  // namespace
}  // namespace aftermint::testing
