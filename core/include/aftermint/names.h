/** @file A hash table that numbers texts in the order of their arrival. */
#pragma once

#include <cstdint>
#include <string_view>

#include "aftermint/memory.h"

namespace aftermint {

/**
 * A set of texts with numbers: 0, 1, 2 … in the order added. It keeps views, not copies.
 *
 * Open addressing with FNV-1a in one flat table. std::unordered_map would cost the page's module 4 KB of brotli (its
 * table of primes, and a copy of its code for each type), and each look-up a cache miss.
 */
class Names {
 public:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  /** Makes room for `count` texts, so that the table need not grow. */
  void reserve(std::size_t count);
  /** The number of the text, which is added if it is new. The text must outlive this object. */
  std::uint32_t add(std::string_view text);
  /** The number of the text, or kNone. */
  [[nodiscard]] std::uint32_t find(std::string_view text) const;
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(texts_.size()); }
  /** The text of a number below `size`. */
  [[nodiscard]] std::string_view text(std::uint32_t number) const { return texts_[number]; }

 private:
  [[nodiscard]] std::uint32_t slotOf(std::string_view text) const;
  void grow(std::size_t slots);

  List<std::string_view> texts_;
  List<std::uint32_t> slots_;  ///< number + 1, or 0 if free; the size is a power of two, and at most half is used
};

}  // namespace aftermint
