/** @file The messages that the page has added. */
#include "page/added_messages.h"

#include "aftermint/memory.h"
#include "view/messages.h"

namespace aftermint {
namespace {

[[clang::no_destroy]] constinit Arena addedArena;  // lives as long as the page
List<std::string_view> added;

}  // namespace

std::span<const std::string_view> messageLines() { return {added.data(), added.size()}; }

void addMessages(std::string_view line) {
  const ArenaScope scope(addedArena);
  added.push_back(Text(line));
}

}  // namespace aftermint
