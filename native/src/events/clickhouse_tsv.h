/** @file ClickHouse's format TabSeparated: rows of texts. */
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace aftermint {

/** Reads rows from bytes that come in parts. */
class TsvReader {
 public:
  /** `take` gets each row; what it throws comes out of `take` and `finish`. */
  explicit TsvReader(std::function<void(const std::vector<std::string>&)> take) : take_(std::move(take)) {}

  void take(std::string_view bytes);
  /** Call it after the last bytes. Throws StoreError if they end inside a row: then rows are missing. */
  void finish();

 private:
  std::function<void(const std::vector<std::string>&)> take_;
  std::vector<std::string> row_;
  std::string value_;
  bool isEscape_ = false;
};

}  // namespace aftermint
