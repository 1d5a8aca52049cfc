#include "secret_file.h"

#include <spdlog/spdlog.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include "unusable.h"

namespace aftermint {

std::string readSecretFile(const std::string& file, const std::string& hint) {
  std::ifstream in(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in) {
    throw Unusable(ErrorCode::FileUnreadable, "cannot read " + file + ": " + std::strerror(errno), hint, file);
  }
  struct stat found = {};
  if (::stat(file.c_str(), &found) == 0 && (found.st_mode & 077) != 0) {
    spdlog::warn("other users of this machine may read or change {}: run chmod 600 {}", file, file);
  }
  return text;
}

}  // namespace aftermint
