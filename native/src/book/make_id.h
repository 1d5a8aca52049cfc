/** @file Ids made from names. */
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace aftermint {

/** The longest id that `makeId` returns. A book allows 128 bytes; the rest is for a suffix that makes the id unique. */
inline constexpr std::size_t kMaxIdBytes = 112;

/**
 * Makes an id ([A-Za-z0-9._:#+@-]) that resembles the name. The same name always gives the same id.
 *
 * ICU transliterates other scripts to Latin letters; any other character becomes "-". If no letter or digit is left,
 * the id is "id-" and a hash of the name. An empty name gives an empty id.
 */
[[nodiscard]] std::string makeId(std::string_view name);

/** The ids used so far. */
class IdSet {
 public:
  /** Returns the id, or with the suffix -2, -3 … if it is already used, and marks the result as used. */
  [[nodiscard]] std::string unique(std::string id);

 private:
  std::unordered_set<std::string> taken_;
};

}  // namespace aftermint
