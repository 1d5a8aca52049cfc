/** @file A temporary folder for each test, and a way to run the program in it. */
#pragma once

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "unit/paths.h"

namespace aftermint::testing {

/** A temporary folder that is deleted after the test. */
class Scratch {
 public:
  Scratch() {
    std::string pattern = (std::filesystem::temp_directory_path() / "aftermint-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) std::abort();
    folder_ = pattern;
  }
  ~Scratch() {
    std::error_code ignored;  // leftovers in the temporary folder do not fail the test
    std::filesystem::remove_all(folder_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  [[nodiscard]] std::string path(std::string_view name) const { return (folder_ / name).string(); }

  std::string write(std::string_view name, std::string_view text) const {
    std::ofstream out(folder_ / name, std::ios::binary);
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    return path(name);
  }

  [[nodiscard]] std::string read(std::string_view name) const {
    std::ifstream in(folder_ / name, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
  }

  [[nodiscard]] std::size_t files() const {
    return static_cast<std::size_t>(
        std::distance(std::filesystem::directory_iterator(folder_), std::filesystem::directory_iterator()));
  }

 private:
  std::filesystem::path folder_;
};

/** Exit code and output of a run. */
struct Ran {
  int exit = -1;
  std::string out, err;
};

/** Runs the built program in the scratch folder, with these arguments and this standard input. */
inline Ran runProgram(const Scratch& scratch, const std::vector<std::string>& arguments, std::string_view input = {}) {
  scratch.write(".in", input);
  const pid_t child = fork();
  if (child == 0) {
    const auto redirect = [&](const char* name, int flags, int to) {
      const int file = open(scratch.path(name).c_str(), flags, 0600);
      if (file < 0 || dup2(file, to) < 0) _exit(126);
    };
    redirect(".in", O_RDONLY, 0);
    redirect(".out", O_WRONLY | O_CREAT | O_TRUNC, 1);
    redirect(".err", O_WRONLY | O_CREAT | O_TRUNC, 2);
    if (chdir(scratch.path("").c_str()) != 0) _exit(126);
    std::vector<char*> argv;
    std::string program = kProgramPath;
    argv.push_back(program.data());
    std::vector<std::string> copies = arguments;
    for (std::string& argument : copies) argv.push_back(argument.data());
    argv.push_back(nullptr);
    execv(program.c_str(), argv.data());
    _exit(127);
  }
  int status = 0;
  if (child < 0 || waitpid(child, &status, 0) != child) return {};
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), scratch.read(".out"), scratch.read(".err")};
}

/** The folder with real inputs, or an empty path. */
inline std::filesystem::path realData() {
  const char* named = std::getenv("AFTERMINT_DATA");
  std::filesystem::path folder = named != nullptr && *named != 0
                                     ? std::filesystem::path(named)
                                     : std::filesystem::path(kSourceFolder) / ".." / "shared" / "data";
  return std::filesystem::is_directory(folder) ? folder : std::filesystem::path();
}

}  // namespace aftermint::testing
