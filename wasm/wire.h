/**
 * @file Texts between JavaScript and C++, as embind.js passes them: by address, without a copy.
 *
 * Embind sees both types as its std::string. The page's module contains no std::string.
 */
#pragma once

#include <emscripten/wire.h>

#include <string_view>

#include "aftermint/memory.h"

namespace aftermint::doors {

/** A text from JavaScript, valid until the call returns. */
class Given {
 public:
  /** The text has `size` bytes, the first at `bytes`. */
  struct Wire {
    std::size_t size;
    char bytes[1];
  };

  explicit Given(const Wire* wire) : wire_(wire) {}
  [[nodiscard]] std::string_view view() const { return {wire_->bytes, wire_->size}; }

 private:
  const Wire* wire_;
};

/** A text for JavaScript, valid until the next call. */
class Answer {
 public:
  struct Wire {
    std::size_t size;
    const char* bytes;
  };

  Answer(Text text) {  // NOLINT(google-explicit-constructor): so that functions can return a Text
    static Text kept;  // in the page's module, it points into the memory of the call, which the next call reuses
    kept = std::move(text);
    wire_ = {kept.size(), kept.data()};
  }
  [[nodiscard]] static const Wire* wire() { return &wire_; }

 private:
  inline static Wire wire_{};
};

}  // namespace aftermint::doors

template <>
struct emscripten::internal::BindingType<aftermint::doors::Given> {
  using WireType = const aftermint::doors::Given::Wire*;
  static aftermint::doors::Given fromWireType(WireType wire) { return aftermint::doors::Given(wire); }
};

template <>
struct emscripten::internal::BindingType<aftermint::doors::Answer> {
  using WireType = const aftermint::doors::Answer::Wire*;
  static WireType toWireType(const aftermint::doors::Answer& answer) { return answer.wire(); }
};
