/** @file A small sort. */
#pragma once

#include <type_traits>

#include "aftermint/memory.h"

namespace aftermint {

/**
 * Sorts by a total order, which must not treat two different elements as equal, since the sort is not stable.
 *
 * Shellsort with the gaps of Gonnet and Baeza-Yates (1991, "Handbook of Algorithms", 4.1.4). There are few candidates;
 * std::sort costs 2 KB of wasm for each element type, and the C library's qsort 1.3 KB.
 */
template <class T, class Before>
void sortBy(List<T>& elements, Before before) {
  static_assert(std::is_trivially_copyable_v<T>);
  for (std::size_t gap = elements.size(); gap > 1;) {
    gap = gap > 2 ? (gap * 5 - 1) / 11 : 1;
    for (std::size_t i = gap; i < elements.size(); ++i) {
      const T moving = elements[i];
      std::size_t to = i;
      for (; to >= gap && before(moving, elements[to - gap]); to -= gap) elements[to] = elements[to - gap];
      elements[to] = moving;
    }
  }
}

}  // namespace aftermint
