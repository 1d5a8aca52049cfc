#include "patch/json_spans.h"

#include <algorithm>
#include <cstddef>

namespace aftermint::patch {
namespace {

/** Reads the spans of a text that is valid JSON. */
class SpanReader {
 public:
  explicit SpanReader(std::string_view text) : text_(text) {}

  JsonSpan value() {
    skipSpace();
    const std::size_t begin = at_;
    JsonSpan span;
    if (text_[at_] == '{' || text_[at_] == '[') {
      const bool isObject = text_[at_] == '{';
      ++at_;
      for (skipSpace(); text_[at_] != '}' && text_[at_] != ']'; skipSpace()) {
        if (text_[at_] == ',') {
          ++at_;
          skipSpace();
        }
        const std::size_t key = at_;
        if (isObject) {
          skipText();
          skipSpace();
          ++at_;  // the colon
          skipSpace();
        }
        const std::string_view lead = text_.substr(key, at_ - key);
        span.children.push_back(value());
        span.children.back().key = lead;
      }
      ++at_;
    } else if (text_[at_] == '"') {
      skipText();
    } else {
      at_ = std::min(text_.find_first_of(",]} \t\r\n", at_), text_.size());
    }
    span.text = text_.substr(begin, at_ - begin);
    return span;
  }

 private:
  void skipSpace() { at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size()); }
  void skipText() {
    for (++at_; text_[at_] != '"'; ++at_) at_ += text_[at_] == '\\' ? 1 : 0;
    ++at_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

JsonSpan spansOf(std::string_view text) { return SpanReader(text).value(); }

}  // namespace aftermint::patch
