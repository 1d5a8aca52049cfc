#include "table/byte_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "unusable.h"

namespace aftermint {

ByteSource::ByteSource(std::string path) : path_(std::move(path)) {
  const int descriptor = path_ == "-" ? dup(STDIN_FILENO) : open(path_.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) fail(std::strerror(errno));
  struct stat facts = {};
  if (fstat(descriptor, &facts) == 0 && S_ISDIR(facts.st_mode)) {
    close(descriptor);
    fail("it is a directory");
  }
  file_ = gzdopen(descriptor, "rb");
  if (file_ == nullptr) {
    close(descriptor);
    fail("out of memory");
  }
  gzbuffer(file_, 1u << 17);
}

ByteSource::~ByteSource() {
  if (file_ != nullptr) gzclose_r(file_);  // read() has reported read errors
}

void ByteSource::fail(const std::string& why) const {
  throw Unusable(ErrorCode::FileUnreadable, "cannot read " + path_ + ": " + why,
                 "Check the path and the permissions of the file.", path_);
}

std::size_t ByteSource::read(std::span<char> out) {
  const auto want = static_cast<unsigned>(std::min<std::size_t>(out.size(), 1u << 30));
  const int got = gzread(file_, out.data(), want);
  int code = Z_OK;
  const char* why = gzerror(file_, &code);
  // For a truncated gzip file, gzread returns its bytes, and then 0 with Z_BUF_ERROR, but no negative count.
  if (got < 0 || (got == 0 && code != Z_OK && code != Z_STREAM_END)) {
    fail(code == Z_ERRNO ? std::strerror(errno) : (code == Z_BUF_ERROR ? "the gzip data is truncated" : why));
  }
  return static_cast<std::size_t>(got);
}

}  // namespace aftermint
