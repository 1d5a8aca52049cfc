/** @file `aftermint serve` as a process that a test can kill. */
#pragma once

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "unit/paths.h"

extern char** environ;

namespace aftermint::testing {

/** Runs until it is stopped or killed. Its standard error goes to a file, or nowhere. */
class ServeRun {
 public:
  /** Waits for its address. `options` come after `serve --port 0`. */
  explicit ServeRun(const std::vector<std::string>& options, const std::string& log = "/dev/null") {
    std::vector<std::string> arguments = {kProgramPath, "serve", "--port", "0"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    std::vector<char*> argv;
    for (std::string& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) std::abort();
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
    posix_spawn_file_actions_addopen(&actions, 2, log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (posix_spawn(&child_, kProgramPath, &actions, nullptr, argv.data(), environ) != 0) std::abort();
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    std::FILE* out = ::fdopen(ends[0], "r");
    char line[256] = "";
    constexpr std::string_view kReady = "Aftermint is serving ";
    if (std::fgets(line, sizeof line, out) != nullptr && std::string_view(line).starts_with(kReady)) {
      url_ = std::string(line).substr(kReady.size());
      url_.erase(url_.find_last_not_of('\n') + 1);
    }
    std::fclose(out);
  }
  ~ServeRun() {
    if (child_ > 0) end(SIGTERM);
  }
  ServeRun(const ServeRun&) = delete;
  ServeRun& operator=(const ServeRun&) = delete;

  /** Empty: it did not start. */
  [[nodiscard]] const std::string& url() const { return url_; }
  [[nodiscard]] std::uint16_t port() const {
    return static_cast<std::uint16_t>(std::atoi(url_.c_str() + url_.rfind(':') + 1));
  }

  /** Sends a signal, waits for the end, and returns the exit code, or 128 and the signal that ended it. */
  int end(int signal) {
    ::kill(child_, signal);
    int status = 0;
    ::waitpid(std::exchange(child_, -1), &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }

 private:
  pid_t child_ = -1;
  std::string url_;
};

}  // namespace aftermint::testing
