/** @file Reads a text by a Shape into a struct: what every `decode…` of the public headers does. */
#pragma once

#include "aftermint/codec.h"
#include "codec/shape.h"

namespace aftermint::codec {

/** Reads `text` by `shape` (of free shape where null) into `target`, and appends what is wrong with it to `faults`. */
void readText(std::string_view text, const Shape* shape, void* target, ErrorCode code, const Limits& limits,
              List<Fault>& faults);

template <class T>
Decoded<T> decode(std::string_view text, const Shape* shape, ErrorCode code, const Limits& limits) {
  Decoded<T> out;
  T value;
  readText(text, shape, &value, code, limits, out.faults);
  if (out.faults.empty()) out.value.emplace(std::move(value));
  return out;
}

}  // namespace aftermint::codec
