/** @file Texts numbered in the order they come, found again by hash. */
#pragma once

#include <cstdint>
#include <string_view>

#include "aftermint/memory.h"

namespace aftermint {

/**
 * A set of texts, each with its number: 0, 1, 2 … in the order added. It keeps views, not copies.
 *
 * Open addressing over FNV-1a in one flat table. Not std::unordered_map: that costs the page's module 4 KB of
 * brotli for its prime table and a copy of itself for each type, and a cache miss for each look-up.
 */
class Names {
 public:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  /** Makes room for so many, so that no table is built twice. */
  void reserve(std::size_t count);
  /** The number of the text, added if it is not there. */
  std::uint32_t add(std::string_view text);
  /** The number of the text, or kNone. */
  [[nodiscard]] std::uint32_t find(std::string_view text) const;
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(texts_.size()); }
  [[nodiscard]] std::string_view text(std::uint32_t number) const { return texts_[number]; }

 private:
  [[nodiscard]] std::uint32_t slotOf(std::string_view text) const;
  void grow(std::size_t slots);

  List<std::string_view> texts_;
  List<std::uint32_t> slots_;  ///< numbers plus one, 0 where free; a power of two, at most half full
};

}  // namespace aftermint
