/** @file `aftermint serve` as a process. */
#pragma once

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "unit/cli_scratch.h"

namespace aftermint::testing {

/** A server that runs until the end of its block. Its log is the file `serve.log` of the folder. */
class ServeProcess {
 public:
  using Environment = std::vector<std::pair<std::string, std::string>>;

  /**
   * Starts it with these arguments after `serve`, these variables, and a listening socket as descriptor 3 as systemd
   * passes it (-1: none). Waits for its address; `address` stays empty if it ends before.
   */
  ServeProcess(const Scratch& scratch, const std::vector<std::string>& arguments, const Environment& environment = {},
               int inherited = -1)
      : scratch_(scratch) {
    std::array<int, 2> out{};
    if (::pipe2(out.data(), O_CLOEXEC) != 0) std::abort();
    process_ = ::fork();
    if (process_ == 0) {
      const int log = ::open(scratch.path("serve.log").c_str(), O_CREAT | O_TRUNC | O_WRONLY, 0600);
      ::dup2(out[1], 1);
      ::dup2(log, 2);
      if (inherited >= 0) {
        const int copy = ::fcntl(inherited, F_DUPFD, 10);
        ::dup2(copy, 3);
        ::setenv("LISTEN_PID", std::to_string(::getpid()).c_str(), 1);
        ::setenv("LISTEN_FDS", "1", 1);
      }
      for (const auto& [name, value] : environment) ::setenv(name.c_str(), value.c_str(), 1);
      std::vector<std::string> texts = {kProgramPath, "serve"};
      texts.insert(texts.end(), arguments.begin(), arguments.end());
      std::vector<char*> argv;
      for (std::string& text : texts) argv.push_back(text.data());
      argv.push_back(nullptr);
      ::execv(kProgramPath, argv.data());
      ::_exit(127);
    }
    ::close(out[1]);
    std::string line;
    for (char c = 0; ::read(out[0], &c, 1) == 1 && c != '\n';) line += c;
    ::close(out[0]);
    constexpr std::string_view kReady = "Aftermint is serving ";
    if (line.starts_with(kReady)) address = line.substr(kReady.size());
  }
  ~ServeProcess() {
    if (process_ > 0) stop();
  }
  ServeProcess(const ServeProcess&) = delete;
  ServeProcess& operator=(const ServeProcess&) = delete;

  /** Stops it by SIGTERM and returns its exit code, or minus the signal that ended it. */
  int stop() {
    ::kill(process_, SIGTERM);
    return wait();
  }
  /** Waits until it ends. */
  int wait() {
    int status = 0;
    EXPECT_GT(::waitpid(std::exchange(process_, 0), &status, 0), 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  }

  [[nodiscard]] std::uint16_t port() const {
    return static_cast<std::uint16_t>(std::atoi(address.c_str() + address.rfind(':') + 1));
  }
  [[nodiscard]] std::string log() const { return scratch_.read("serve.log"); }
  [[nodiscard]] pid_t id() const { return process_; }

  std::string address;  ///< as it prints it

 private:
  const Scratch& scratch_;
  pid_t process_ = 0;
};

}  // namespace aftermint::testing
