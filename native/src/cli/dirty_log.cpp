#include "cli/dirty_log.h"

#include <utility>

#include "cli/output.h"
#include "import/write_book.h"

namespace aftermint::cli {

DirtyLog::DirtyLog(std::string orders, std::string path) : orders_(std::move(orders)), path_(std::move(path)) {}

void DirtyLog::operator()(const replay::DirtyLine& dirty) {
  const std::string line =
      orders_ + ":" + std::to_string(dirty.line) + ": " + std::string(word(dirty.dirt)) + ", " + dirty.detail;
  if (path_.empty()) {
    tell(line + ": skipped.");
  } else {
    (text_ += line) += '\n';
  }
}

void DirtyLog::finish() const {
  if (!path_.empty()) imports::writeWhole(path_, text_);
}

}  // namespace aftermint::cli
