/** @file Helpers of the benchmark programs: reading a file, and a clock. */
#pragma once

#include <chrono>
#include <fstream>
#include <sstream>
#include <string>

namespace aftermint::bench {

using Clock = std::chrono::steady_clock;

inline std::string readFile(const char* path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

inline double nanosSince(Clock::time_point start) {
  return std::chrono::duration<double, std::nano>(Clock::now() - start).count();
}

}  // namespace aftermint::bench
