/** @file The message for a text that is not JSON. */
#include "codec/faults.h"
#include "faults/syntax_text.h"

namespace aftermint::codec {

void explainSyntax(std::string_view text, Fault& fault) {
  Named named = nameSyntaxFault(text);
  if (named.what.empty()) return;
  if (named.isWhole) {
    fault.message = "This is not JSON: " + named.what + ".";
  } else {
    fault.message.pop_back();  // the full stop
    fault.message += ": " + named.what + ".";
  }
  fault.hint = std::move(named.hint);
}

}  // namespace aftermint::codec
