#include "temporary_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "unusable.h"

namespace aftermint {

void failToWrite(const std::string& path) {
  throw Unusable(ErrorCode::FileUnreadable, "cannot write " + path + ": " + std::strerror(errno),
                 "Check that the folder exists and that you may write to it.", path);
}

bool writeAll(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t done = ::write(descriptor, text.data(), text.size());
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(done));
  }
  return true;
}

TemporaryFile::TemporaryFile(std::string target) : target_(std::move(target)), path_(target_ + ".XXXXXX") {
  descriptor_ = mkostemp(path_.data(), O_CLOEXEC);
  if (descriptor_ < 0) failToWrite(target_);
}

TemporaryFile::~TemporaryFile() {
  if (descriptor_ >= 0) close(descriptor_);
  if (!kept_) unlink(path_.c_str());
}

void TemporaryFile::write(std::string_view text) {
  if (!writeAll(descriptor_, text)) failToWrite(target_);
}

void TemporaryFile::keep() {
  struct stat old = {};
  mode_t mode = 0;
  if (stat(target_.c_str(), &old) == 0) {
    mode = old.st_mode & 07777;
  } else {
    // mkostemp allows the owner only.
    const mode_t mask = umask(0);
    umask(mask);
    mode = 0666 & ~mask;
  }
  if (fchmod(descriptor_, mode) != 0 || fsync(descriptor_) != 0) failToWrite(target_);
  if (close(std::exchange(descriptor_, -1)) != 0) failToWrite(target_);
  if (rename(path_.c_str(), target_.c_str()) != 0) failToWrite(target_);
  kept_ = true;
}

}  // namespace aftermint
