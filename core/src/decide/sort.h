/** @file Sorting small plain things in little code. */
#pragma once

#include <cstdlib>
#include <type_traits>

#include "aftermint/memory.h"

namespace aftermint {

/**
 * Sorts by a total order without captures.
 *
 * The C library's sort, because std::sort costs 2 KB of wasm for each type it is used with. It is not stable:
 * an order that leaves two elements equal would let platforms differ.
 */
template <class T, class Before>
void sortBy(List<T>& elements, Before) {
  static_assert(std::is_trivially_copyable_v<T> && std::is_empty_v<Before>);
  if (elements.size() < 2) return;
  std::qsort(elements.data(), elements.size(), sizeof(T), [](const void* a, const void* b) {
    const T& left = *static_cast<const T*>(a);
    const T& right = *static_cast<const T*>(b);
    const Before before{};
    return before(left, right) ? -1 : before(right, left) ? 1 : 0;
  });
}

}  // namespace aftermint
