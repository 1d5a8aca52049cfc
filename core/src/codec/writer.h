/**
 * @file Writes compact JSON, in the order of the calls.
 *
 * We do not use nlohmann's `dump`, since it needs the DOM and a number formatter: 12 KB of brotli in the page's module.
 * This one writes integers only, so every platform writes the same bytes.
 */
#pragma once

#include <cstdint>
#include <string_view>

#include "memory/scratch.h"

namespace aftermint::codec {

class Writer {
 public:
  Writer() { out_.reserve(kUsual); }

  Writer& open(char bracket) {
    before();
    out_ += bracket;
    first_ = true;
    return *this;
  }
  Writer& close(char bracket) {
    out_ += bracket;
    first_ = false;
    return *this;
  }
  Writer& key(std::string_view name) {
    before();
    quoted(name, true);
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
  /** A literal (true, false, null) or complete JSON. */
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
  void before() {
    if (afterKey_) {
      afterKey_ = false;
      return;
    }
    if (!first_) out_ += ',';
    first_ = false;
  }
  /** Whether a character needs no escape. */
  static bool isPlain(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; }

  /** Writes a text in quotes, and a colon after it where it is a key. */
  void quoted(std::string_view value, bool isKey = false) {
    char* to = extend(out_, value.size() + 2 + (isKey ? 1 : 0));
    *to++ = '"';
    std::size_t plain = 0;
    for (; plain < value.size() && isPlain(value[plain]); ++plain) *to++ = value[plain];
    if (plain == value.size()) {
      *to++ = '"';
      if (isKey) *to = ':';
      return;
    }
    shrinkTo(out_, to);
    for (const char c : value.substr(plain)) escaped(c);
    out_ += '"';
    if (isKey) out_ += ':';
  }
  void escaped(char c) {
    constexpr char kHex[] = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    if (isPlain(c)) {
      out_ += c;
      return;
    }
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

  static constexpr std::size_t kUsual = 1000;  ///< bytes, enough for most answers
  Scratch out_;
  bool first_ = true;
  bool afterKey_ = false;
};

}  // namespace aftermint::codec
