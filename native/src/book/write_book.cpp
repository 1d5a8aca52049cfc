#include "book/write_book.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>

#include "aftermint/check.h"
#include "aftermint/encode_book.h"
#include "unusable.h"

namespace aftermint {
namespace {

[[noreturn]] void failToWrite(const std::string& path) {
  throw Unusable(ErrorCode::FileUnreadable, "cannot write " + path + ": " + std::strerror(errno),
                 "Check that the folder exists and that you may write to it.", path);
}

/** Writes all bytes. Returns false, with errno set, if that fails. */
bool writeAll(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t done = ::write(descriptor, text.data(), text.size());
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(done));
  }
  return true;
}

void writeThrough(const std::string& path, std::string_view text) {
  const int descriptor = open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor < 0) failToWrite(path);
  const bool written = writeAll(descriptor, text);
  const int why = errno;
  const bool closed = close(descriptor) == 0;
  if (!written) errno = why;
  if (!written || !closed) failToWrite(path);
}

/** A temporary file next to its target. It is deleted unless `keep` moves it there. */
class Temporary {
 public:
  Temporary(std::string target) : target_(std::move(target)), path_(target_ + ".XXXXXX") {
    descriptor_ = mkostemp(path_.data(), O_CLOEXEC);
    if (descriptor_ < 0) fail();
  }
  ~Temporary() {
    if (descriptor_ >= 0) close(descriptor_);
    if (!kept_) unlink(path_.c_str());
  }
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;

  void write(std::string_view text) {
    if (!writeAll(descriptor_, text)) fail();
  }

  /** Moves the file to its target, with the permissions of a file opened for writing (mkstemp allows the owner only).
   */
  void keep() {
    struct stat old = {};
    mode_t mode = 0;
    if (stat(target_.c_str(), &old) == 0) {
      mode = old.st_mode & 07777;
    } else {
      const mode_t mask = umask(0);
      umask(mask);
      mode = 0666 & ~mask;
    }
    if (fchmod(descriptor_, mode) != 0 || fsync(descriptor_) != 0) fail();
    if (close(std::exchange(descriptor_, -1)) != 0) fail();
    if (rename(path_.c_str(), target_.c_str()) != 0) fail();
    kept_ = true;
  }

 private:
  [[noreturn]] void fail() const { failToWrite(target_); }

  std::string target_, path_;
  int descriptor_ = -1;
  bool kept_ = false;
};

}  // namespace

void writeWhole(const std::string& path, std::string_view text) {
  // A device or a pipe must not be replaced by a file.
  std::error_code ignored;  // writing reports the error
  if (std::filesystem::exists(path, ignored) && !std::filesystem::is_regular_file(path, ignored)) {
    writeThrough(path, text);
    return;
  }
  Temporary file(path);
  file.write(text);
  file.keep();
}

WrittenBook writeBook(const Book& book, const std::string& path) {
  const std::string text = encode(book, true) + "\n";
  Decoded<Book> back = decodeBook(text);
  // An error of this program, not of its user: an import must make a valid book.
  if (!back) throw Unusable(std::move(back.faults), path);
  WrittenBook result;
  result.bytes = text.size();
  const IndexedBook indexed(std::move(*back.value));
  result.findings = check(indexed);
  const bool clean = std::none_of(result.findings.begin(), result.findings.end(),
                                  [](const Finding& finding) { return finding.severity == Severity::Error; });
  if (!clean) return result;
  if (path == "-") {
    std::fwrite(text.data(), 1, text.size(), stdout);
  } else {
    writeWhole(path, text);
  }
  result.written = true;
  return result;
}

}  // namespace aftermint
