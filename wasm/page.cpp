/** @file The page's module, which has only what a page needs. */
#include <emscripten/bind.h>

#include "doors.h"
#include "page/added_messages.h"

namespace aftermint::doors {
namespace {

/** Adds the messages of one more language: its texts in aftermint-messages.json, joined by `|`. */
void addMessages(Given line) { aftermint::addMessages(line.view()); }

}  // namespace
}  // namespace aftermint::doors

EMSCRIPTEN_BINDINGS(aftermint_page) {
  // Must come before the functions, which check whether they return a text (embind.js).
  emscripten::internal::_embind_register_std_string(emscripten::internal::TypeID<aftermint::doors::Answer>::get(), "");
  emscripten::function("open", &aftermint::doors::open);
  emscripten::function("decide", &aftermint::doors::decide);
  emscripten::function("view", &aftermint::doors::view);
  emscripten::function("addMessages", &aftermint::doors::addMessages);
  emscripten::function("close", &aftermint::doors::close);
}
