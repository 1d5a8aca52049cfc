/** @file Sets members of objects in a JSON text without changing the rest of the text. */
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "json.h"

namespace aftermint::patch {

/** A member to set. */
struct MemberEdit {
  std::vector<std::string> object;  ///< the path to its object: keys, or indices of lists
  std::string key;
  Json value;
};

/**
 * Sets members in a JSON text, and leaves all other characters as they are.
 *
 * An existing value is replaced. A new member follows the last one, with the same white space before it. `text` must
 * decode as a book, every object must exist and have at least one member, and no two edits may set the same member.
 */
[[nodiscard]] std::string setMembers(std::string_view text, const std::vector<MemberEdit>& edits);

}  // namespace aftermint::patch
