/** @file Bytes of a file or of standard input; gzip data is unpacked. */
#pragma once

#include <cstddef>
#include <span>
#include <string>

struct gzFile_s;

namespace aftermint {

/** Reads a plain or gzip file from its beginning; "-" is standard input. */
class ByteSource {
 public:
  /** Opens the file. Throws Unusable (`file_unreadable`) if it cannot be opened. */
  explicit ByteSource(std::string path);
  ~ByteSource();
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;

  /**
   * Reads up to `out.size()` bytes and returns how many; 0 at the end.
   *
   * Throws Unusable (`file_unreadable`) on a read error and for truncated gzip data.
   */
  [[nodiscard]] std::size_t read(std::span<char> out);

  /** The name as the user gave it. */
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  [[noreturn]] void fail(const std::string& why) const;

  std::string path_;
  gzFile_s* file_ = nullptr;
};

}  // namespace aftermint
