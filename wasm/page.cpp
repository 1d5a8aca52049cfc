/** @file The page's module: what a page needs and nothing else. */
#include <emscripten/bind.h>

#include "doors.h"
#include "view/messages.h"

namespace aftermint::doors {
namespace {

/** Adds the messages of one more language, its texts joined by `|` (aftermint-messages.json). */
void addMessages(Given line) { aftermint::addMessages(line.view()); }

}  // namespace
}  // namespace aftermint::doors

EMSCRIPTEN_BINDINGS(aftermint_page) {
  // Before the doors, which ask whether they give a text (embind.js).
  emscripten::internal::_embind_register_std_string(emscripten::internal::TypeID<aftermint::doors::Answer>::get(), "");
  emscripten::function("open", &aftermint::doors::open);
  emscripten::function("decide", &aftermint::doors::decide);
  emscripten::function("view", &aftermint::doors::view);
  emscripten::function("addMessages", &aftermint::doors::addMessages);
  emscripten::function("close", &aftermint::doors::close);
}
