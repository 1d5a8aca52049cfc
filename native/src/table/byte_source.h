/** @file Bytes of a file or of standard input, unpacked where they are gzip. */
#pragma once

#include <cstddef>
#include <span>
#include <string>

struct gzFile_s;

namespace aftermint {

/** Reads a plain or gzip file from its beginning; "-" is standard input. */
class ByteSource {
 public:
  /** Opens the file; throws Unusable (`file_unreadable`) where it cannot. */
  explicit ByteSource(std::string path);
  ~ByteSource();
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;

  /** Fills `out` as far as there are bytes; 0 at the end. Throws Unusable on a read error or a cut-off gzip. */
  [[nodiscard]] std::size_t read(std::span<char> out);

  /** The name as the user gave it. */
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  [[noreturn]] void fail(const std::string& why) const;

  std::string path_;
  gzFile_s* file_ = nullptr;
};

}  // namespace aftermint
