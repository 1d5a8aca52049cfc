/**
 * @file Writes compact JSON into a string, in the order called.
 *
 * Ours and not nlohmann's `dump`, because that needs its DOM and a number formatter: 12 KB of brotli in the
 * page's module. It writes integers only, so every platform writes the same bytes.
 */
#pragma once

#include <cstdint>
#include <string_view>

#include "memory/scratch.h"

namespace aftermint::codec {

class Writer {
 public:
#if AFTERMINT_PAGE
  Writer() = default;
#else
  /** `indent` spaces a level where above 0; compact else. */
  explicit Writer(int indent = 0) : indent_(indent) {}
#endif

  Writer& open(char bracket) {
    before();
    out_ += bracket;
    ++depth_;
    first_ = true;
    return *this;
  }
  Writer& close(char bracket) {
    --depth_;
    if (!first_) newline();
    out_ += bracket;
    first_ = false;
    return *this;
  }
  Writer& key(std::string_view name) {
    before();
    quoted(name);
    out_ += ':';
    if (indent_ > 0) out_ += ' ';
    afterKey_ = true;
    return *this;
  }
  Writer& text(std::string_view value) {
    before();
    quoted(value);
    return *this;
  }
  Writer& integer(std::int64_t value) {
    before();
    appendInteger(out_, value);
    return *this;
  }
  /** A literal: true, false, null, or JSON that is known to be whole. */
  Writer& raw(std::string_view json) {
    before();
    out_ += json;
    return *this;
  }
  Writer& boolean(bool value) { return raw(value ? std::string_view("true") : std::string_view("false")); }

  Writer& field(std::string_view name, std::string_view value) { return key(name).text(value); }
  Writer& field(std::string_view name, std::int64_t value) { return key(name).integer(value); }

  [[nodiscard]] Text take() { return keep(std::move(out_)); }

 private:
  void newline() {
    if (indent_ == 0) return;
    out_ += '\n';
    for (int i = indent_ * depth_; i > 0; --i) out_ += ' ';
  }
  void before() {
    if (afterKey_) {
      afterKey_ = false;
      return;
    }
    if (!first_) out_ += ',';
    if (depth_ > 0) newline();
    first_ = false;
  }
  void quoted(std::string_view value) {
    constexpr char kHex[] = "0123456789abcdef";
    out_ += '"';
    std::size_t from = 0;  // where what is not yet written begins
    for (std::size_t at = 0; at < value.size(); ++at) {
      const char c = value[at];
      const auto byte = static_cast<unsigned char>(c);
      if (byte >= 0x20 && c != '"' && c != '\\') continue;
      out_.append(value.substr(from, at - from));
      from = at + 1;
      out_ += '\\';
      if (byte >= 0x20) {
        out_ += c;
      } else if (const std::size_t known = indexOf("\b\t\n\f\r", c); known != std::string_view::npos) {
        out_ += "btnfr"[known];
      } else {
        out_ += "u00";
        out_ += kHex[byte >> 4];
        out_ += kHex[byte & 15];
      }
    }
    out_.append(value.substr(from));
    out_ += '"';
  }

  Scratch out_;
#if AFTERMINT_PAGE
  static constexpr int indent_ = 0;
#else
  int indent_;
#endif
  int depth_ = 0;
  bool first_ = true;
  bool afterKey_ = false;
};

}  // namespace aftermint::codec
