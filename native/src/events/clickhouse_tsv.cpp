#include "events/clickhouse_tsv.h"

#include "sqlite.h"

namespace aftermint {
namespace {

char unescapedChar(char c) {
  switch (c) {
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case '0':
      return '\0';
    default:
      return c;
  }
}

}  // namespace

void TsvReader::take(std::string_view bytes) {
  for (const char c : bytes) {
    if (isEscape_) {
      value_.push_back(unescapedChar(c));
      isEscape_ = false;
    } else if (c == '\\') {
      isEscape_ = true;
    } else if (c == '\t' || c == '\n') {
      row_.push_back(std::move(value_));
      value_.clear();
      if (c == '\t') continue;
      take_(row_);
      row_.clear();
    } else {
      value_.push_back(c);
    }
  }
}

void TsvReader::finish() {
  if (isEscape_ || !value_.empty() || !row_.empty()) throw StoreError("an answer of ClickHouse ends inside a row");
}

}  // namespace aftermint
