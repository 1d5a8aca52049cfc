/** @file The page's module: what a page needs and nothing else. */
#include <emscripten/bind.h>

#include "doors.h"
#include "view/words.h"

namespace aftermint::doors {
namespace {

/** Takes the words of one more language, its texts joined by `|` (aftermint-words.json). */
void speak(Given line) { aftermint::speak(line.view()); }

}  // namespace
}  // namespace aftermint::doors

EMSCRIPTEN_BINDINGS(aftermint_page) {
  // Before the doors, which ask whether they give a text (embind.js).
  emscripten::internal::_embind_register_std_string(emscripten::internal::TypeID<aftermint::doors::Answer>::get(), "");
  emscripten::function("open", &aftermint::doors::open);
  emscripten::function("decide", &aftermint::doors::decide);
  emscripten::function("present", &aftermint::doors::present);
  emscripten::function("speak", &aftermint::doors::speak);
  emscripten::function("close", &aftermint::doors::close);
}
