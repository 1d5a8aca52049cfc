/** @file Tact: what the essay says of copy, held by rules (docs/copy.md). */
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "aftermint/codes.h"

namespace aftermint {

/** A piece of an offer's copy, as a shopper reads it. */
struct CopyText {
  CopyField field = CopyField::Benefit;
  std::string_view locale;  ///< BCP 47; the language that the text is judged in
  std::string_view text;    ///< UTF-8; {price}, {item} and the like may stand in it
  Path path = Path::Form;   ///< of an accept: one click charges, so its words are a matter of law
};

struct CopyFinding {
  FindingCode code = FindingCode::DeclineNeutral;
  Severity severity = Severity::Error;
  std::string message;
  std::string hint;
};

/**
 * What stands against a text, in the order of FindingCode; nothing where it may be shown.
 *
 * Pure, and total: any bytes are answered. A decline label is held against a closed grammar of its language, so what
 * nobody thought of is refused as well; of the other texts it is looked for what presses: a time that runs out, a stock
 * that does, what others do, what one is if one does not. What presses for certain is an error, what may a warning.
 */
[[nodiscard]] std::vector<CopyFinding> judgeCopy(const CopyText& copy);

}  // namespace aftermint
