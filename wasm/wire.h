/**
 * @file Texts between JavaScript and the doors, as embind.js carries them: where they lie, without a copy.
 *
 * To Embind both are its std::string, which nothing in the page's module needs besides.
 */
#pragma once

#include <emscripten/wire.h>

#include <string_view>

#include "aftermint/memory.h"

namespace aftermint::doors {

/** A text that a door is given; it lives until the call returns. */
class Given {
 public:
  /** `size` bytes begin at `bytes`. */
  struct Wire {
    std::size_t size;
    char bytes[1];
  };

  explicit Given(const Wire* wire) : wire_(wire) {}
  [[nodiscard]] std::string_view view() const { return {wire_->bytes, wire_->size}; }

 private:
  const Wire* wire_;
};

/** The text that a door answers; it lives until the next call. */
class Answer {
 public:
  struct Wire {
    std::size_t size;
    const char* bytes;
  };

  Answer(Text text) {  // NOLINT(google-explicit-constructor): an answer is a text
    static Text kept;  // in the page's module it shares memory of the call, which the next one takes back
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
