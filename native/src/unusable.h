/** @file The exception for input that cannot be used. */
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "aftermint/codec.h"

namespace aftermint {

/** Thrown for an input that cannot be used, with all its faults. The program then exits with 2. */
class Unusable : public std::runtime_error {
 public:
  /** Takes at least one fault. `file` is the name as the user gave it, or empty if no file is concerned. */
  Unusable(std::vector<Fault> faults, std::string file)
      : std::runtime_error(faults.empty() ? std::string("unusable input") : faults.front().message),
        faults_(std::move(faults)),
        file_(std::move(file)) {}

  /** One fault. `line` counts from 1; 0 means the whole file. */
  Unusable(ErrorCode code, std::string message, std::string hint, std::string file = {}, std::size_t line = 0)
      : Unusable(one(code, std::move(message), std::move(hint), line), std::move(file)) {}

  [[nodiscard]] const std::vector<Fault>& faults() const { return faults_; }
  [[nodiscard]] const std::string& file() const { return file_; }

 private:
  static std::vector<Fault> one(ErrorCode code, std::string message, std::string hint, std::size_t line) {
    Fault fault;
    fault.code = code;
    fault.message = std::move(message);
    fault.hint = std::move(hint);
    fault.line = line;
    fault.column = line == 0 ? 0 : 1;
    return {fault};
  }

  std::vector<Fault> faults_;
  std::string file_;
};

}  // namespace aftermint
