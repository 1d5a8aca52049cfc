/** @file Members of objects in a JSON text, set without moving any other letter. */
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "json.h"

namespace aftermint::patch {

/** A member to set: in the object at a place, to a value. */
struct MemberEdit {
  std::vector<std::string> object;  ///< the tokens that lead to it: keys, or numbers of a list
  std::string key;
  Json value;
};

/**
 * The text with these members set: a value that is there is exchanged, a new member goes behind the last one, with the
 * space that stands before that. Every other letter stays, whatever the layout. `text` is JSON that decoded as a book,
 * every object is there and has a member, and no two sets are about one member.
 */
[[nodiscard]] std::string setMembers(std::string_view text, const std::vector<MemberEdit>& edits);

}  // namespace aftermint::patch
