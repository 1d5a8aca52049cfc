#include <array>
#include <utility>

#include "aftermint/copy.h"
#include "check/findings.h"

namespace aftermint {
namespace {

/** A text of the copy, and how it is judged. */
struct Piece {
  std::string_view key;
  const Text* text;
  CopyField field;
  Path path;
  bool prose;  ///< the rules on length and on openings apply
};

}  // namespace

void judgeTexts(const Copy& copy, std::string_view under, Findings& findings) {
  const std::array<Piece, 6> pieces = {{
      {"/headline", &copy.headline, CopyField::Headline, Path::Form, true},
      {"/benefit", &copy.benefit, CopyField::Benefit, Path::Form, true},
      {"/accept", &copy.accept, CopyField::Accept, Path::Form, false},
      {"/linkAccept", &copy.linkAccept, CopyField::Accept, Path::Link, false},
      {"/incentive", &copy.incentive, CopyField::Benefit, Path::Link, false},
      {"/terms", &copy.terms, CopyField::Benefit, Path::Form, false},
  }};
  bool said = false;  // report an unknown language only once
  for (const Piece& piece : pieces) {
    if (std::string_view(*piece.text).empty()) continue;
    for (CopyFinding& found : judgeCopy({piece.field, copy.locale, *piece.text, piece.path})) {
      const bool shape = found.code == FindingCode::BenefitShort || found.code == FindingCode::OpenerWeak;
      if (shape && !piece.prose) continue;
      if (found.code == FindingCode::UnknownLanguage && std::exchange(said, true)) continue;
      findings.add(found.code, found.severity, std::string(under) + std::string(piece.key), std::move(found.message),
                   std::move(found.hint));
    }
  }
}

}  // namespace aftermint
