/** @file Dirty lines of an order file, told as they come or gathered for a file. */
#pragma once

#include <string>

#include "orders/order_file.h"

namespace aftermint::cli {

class SkippedLog {
 public:
  /** @param path of the file to gather them for; empty: they go to standard error */
  SkippedLog(std::string orders, std::string path);

  void operator()(const orders::SkippedLine& skipped);

  /** Writes the file, where there is one. Throws Unusable. */
  void finish() const;

 private:
  std::string orders_, path_, text_;
};

}  // namespace aftermint::cli
