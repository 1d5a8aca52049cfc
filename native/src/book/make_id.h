/** @file Ids for a Book out of names that were never meant as such. */
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace aftermint {

/** Most bytes of an id that `makeId` gives; a Book allows 128, the rest is for a number that makes it unique. */
inline constexpr std::size_t kMaxIdBytes = 112;

/**
 * A legal id ([A-Za-z0-9._:#+@-]) that resembles the name; the same name always gives the same id.
 *
 * Other scripts are written in Latin letters by ICU; what is left over becomes "-". A name of which nothing is
 * left gives "id-" and its hash; an empty name gives an empty id.
 */
[[nodiscard]] std::string makeId(std::string_view name);

/** Ids already given. */
class IdSet {
 public:
  /** The id itself, or with -2, -3 … where it was given before. */
  [[nodiscard]] std::string unique(std::string id);

 private:
  std::unordered_set<std::string> taken_;
};

}  // namespace aftermint
