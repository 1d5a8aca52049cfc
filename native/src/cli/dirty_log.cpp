#include "cli/dirty_log.h"

#include <utility>

#include "book/write_book.h"
#include "cli/output.h"

namespace aftermint::cli {

DirtyLog::DirtyLog(std::string orders, std::string path) : orders_(std::move(orders)), path_(std::move(path)) {}

void DirtyLog::operator()(const orders::DirtyLine& dirty) {
  const std::string line =
      orders_ + ":" + std::to_string(dirty.line) + ": " + std::string(word(dirty.dirt)) + ", " + dirty.detail;
  if (path_.empty()) {
    printMessage(line + ": skipped.");
  } else {
    (text_ += line) += '\n';
  }
}

void DirtyLog::finish() const {
  if (!path_.empty()) writeWhole(path_, text_);
}

}  // namespace aftermint::cli
