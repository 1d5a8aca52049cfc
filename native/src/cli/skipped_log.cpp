#include "cli/skipped_log.h"

#include <utility>

#include "book/write_book.h"
#include "cli/output.h"
#include "visible_text.h"

namespace aftermint::cli {

SkippedLog::SkippedLog(std::string orders, std::string path) : orders_(std::move(orders)), path_(std::move(path)) {}

void SkippedLog::operator()(const orders::SkippedLine& skipped) {
  const std::string line = visibleLine(orders_ + ":" + std::to_string(skipped.line) + ": " +
                                       std::string(toString(skipped.reason)) + ", " + skipped.detail);
  if (path_.empty()) {
    printMessage(line + ": skipped.");
  } else {
    (text_ += line) += '\n';
  }
}

void SkippedLog::finish() const {
  if (!path_.empty()) writeWhole(path_, text_);
}

}  // namespace aftermint::cli
