/**
 * @file Texts between JavaScript and the doors, as Embind carries a std::string, but without one.
 *
 * Embind's glue hands over a length and the bytes behind it, and takes an answer the same way. Reading them where
 * they lie saves two copies of each text and the page's module std::string, which nothing else there needs.
 */
#pragma once

#include <emscripten/wire.h>

#include <cstdlib>
#include <cstring>
#include <string_view>

namespace aftermint::doors {

/**
 * A text that crosses: what a door is given, which lives until the call returns, or what it answers, which the glue
 * frees.
 */
class Crossing {
 public:
  /** As Embind's glue lays it out: `size` bytes begin at `bytes`. */
  struct Wire {
    std::size_t size;
    char bytes[1];
  };

  explicit Crossing(Wire* wire) : wire_(wire) {}
  Crossing(std::string_view text)  // NOLINT(google-explicit-constructor): an answer is a text
      : wire_(static_cast<Wire*>(std::malloc(sizeof(std::size_t) + text.size()))) {
    if (wire_ == nullptr) std::abort();  // the page's loader shows no offer when the module stops
    wire_->size = text.size();
    std::memcpy(wire_->bytes, text.data(), text.size());
  }
  [[nodiscard]] Wire* wire() const { return wire_; }
  [[nodiscard]] std::string_view view() const { return {wire_->bytes, wire_->size}; }

 private:
  Wire* wire_;
};

}  // namespace aftermint::doors

template <>
struct emscripten::internal::BindingType<aftermint::doors::Crossing> {
  using WireType = aftermint::doors::Crossing::Wire*;
  static aftermint::doors::Crossing fromWireType(WireType wire) { return aftermint::doors::Crossing(wire); }
  static WireType toWireType(const aftermint::doors::Crossing& text) { return text.wire(); }
};
