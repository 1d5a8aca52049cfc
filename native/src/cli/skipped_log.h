/** @file The log of the lines of an order file that were skipped. */
#pragma once

#include <string>

#include "orders/order_file.h"

namespace aftermint::cli {

/** Writes skipped lines to standard error at once, or collects them for a file. */
class SkippedLog {
 public:
  /** @param path of the file to write at the end; empty: standard error */
  SkippedLog(std::string orders, std::string path);

  void operator()(const orders::SkippedLine& skipped);

  /** Writes the file, if one was given. Throws Unusable if it cannot be written. */
  void finish() const;

 private:
  std::string orders_, path_, text_;
};

}  // namespace aftermint::cli
