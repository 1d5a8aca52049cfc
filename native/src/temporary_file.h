/** @file Files that appear whole or not at all. */
#pragma once

#include <string>
#include <string_view>

namespace aftermint {

/** Throws Unusable (`file_unreadable`) with the reason in `errno`. */
[[noreturn]] void failToWrite(const std::string& path);

/** Writes all bytes to a descriptor. Returns false, with `errno` set, if that fails. */
[[nodiscard]] bool writeAll(int descriptor, std::string_view text);

/** A temporary file next to its target. It is deleted unless `keep` moves it there. */
class TemporaryFile {
 public:
  /** Creates the file. Throws Unusable (`file_unreadable`), as all members do. */
  explicit TemporaryFile(std::string target);
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  void write(std::string_view text);

  /** Syncs the file and moves it to its target, with the target's permissions, else those of a new file. */
  void keep();

 private:
  std::string target_, path_;
  int descriptor_ = -1;
  bool kept_ = false;
};

}  // namespace aftermint
