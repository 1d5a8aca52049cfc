/** @file What all `decode…` functions of the public headers have in common: reading a struct by its Shape. */
#pragma once

#include "aftermint/codec.h"
#include "codec/shape.h"

namespace aftermint::codec {

/** Reads `text` by `shape` into `target`, and appends what is wrong to `faults`. Where `shape` is null, `target` is a
 * Value. */
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
