/** @file The rules on copy: no pressure, no shaming, no hidden characters (docs/copy.md). */
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "aftermint/codes.h"

namespace aftermint {

/** One text of an offer's copy, as a shopper reads it. */
struct CopyText {
  CopyField field = CopyField::Benefit;
  std::string_view locale;  ///< BCP 47; the text is judged in this language
  std::string_view text;    ///< UTF-8; may contain placeholders such as {price} and {item}
  Path path = Path::Form;   ///< of an accept label only: for one click, the law says what the label must contain
};

/** One problem in a text. */
struct CopyFinding {
  FindingCode code = FindingCode::DeclineNeutral;
  Severity severity = Severity::Error;
  std::string message;  ///< what is wrong, in English
  std::string hint;     ///< what to do about it, in English
};

/**
 * Judges one text.
 *
 * Decline labels must match a closed grammar of their language, so unknown phrases are refused too. Other texts are
 * searched for pressure: urgency, scarcity, social proof, guilt. Certain matches are errors, possible ones warnings.
 * Accepts any bytes; the result depends only on the arguments.
 *
 * @return the problems found; empty if the text may be shown
 */
[[nodiscard]] std::vector<CopyFinding> judgeCopy(const CopyText& copy);

}  // namespace aftermint
