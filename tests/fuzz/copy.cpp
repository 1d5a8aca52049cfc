#include <algorithm>
#include <array>

#include "aftermint/copy.h"
#include "copy/folded_text.h"
#include "copy/tokens.h"
#include "fuzz/doors.h"
#include "fuzz/utf8.h"

namespace aftermint::fuzz {
namespace {

using Findings = std::vector<CopyFinding>;

constexpr std::array<std::string_view, 14> kLocales = {"en", "de", "fr", "es",    "it", "nl", "pl",
                                                       "pt", "sv", "ja", "en-GB", "",   "x",  "\xFF\xE2\x82"};
/** Characters that are invisible in every script and context. */
constexpr std::array<std::string_view, 4> kUnseen = {"\u200B", "\u2060", "\uFEFF", "\u00AD"};

bool has(const Findings& findings, FindingCode code) {
  return std::any_of(findings.begin(), findings.end(), [code](const auto& each) { return each.code == code; });
}

bool same(const Findings& a, const Findings& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const CopyFinding& x, const CopyFinding& y) {
    return x.code == y.code && x.severity == y.severity && x.message == y.message && x.hint == y.hint;
  });
}

/** Checks that findings are complete, and in the order of their codes without repeats. */
std::string wholeness(const Findings& findings) {
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const CopyFinding& each = findings[i];
    if (static_cast<std::size_t>(each.code) >= kFindingCodeCodes.size()) return "an unknown code";
    const std::string name(toString(each.code));
    if (static_cast<std::size_t>(each.severity) >= kSeverityCodes.size()) return name + " has no severity";
    if (each.message.empty() || each.hint.empty()) return name + " has no message or no hint";
    if (!isUtf8(each.message) || !isUtf8(each.hint)) return name + " is not valid UTF-8";
    if (i > 0 && findings[i - 1].code >= each.code) return name + " is out of order";
  }
  return {};
}

/** Checks that an accepted label consists of words only. */
std::string acceptedDecline(const CopyText& copy) {
  for (const char c : copy.text) {
    if ((c >= '0' && c <= '9') || std::string_view("%$?{}|&*#+=~^@\\_").find(c) != std::string_view::npos) {
      return std::string("a decline with “") + c + "” is accepted";
    }
  }
  const copy::Folded folded = copy::fold(copy.text, true);
  const copy::Tokens tokens = copy::tokens(folded.text);
  if (folded.tricks()) return "a decline that hides something is accepted";
  if (tokens.all.empty()) return "a decline without words is accepted";
  for (const copy::Token& token : tokens.all) {
    if (token.kind != copy::TokenKind::Word) return "a decline with more than words is accepted";
  }
  return {};
}

/** Checks that an inserted invisible character is reported and hides no other finding. */
std::string unseen(const CopyText& copy, const Findings& before, std::size_t seed) {
  std::string text(copy.text);
  text.insert(boundaryBefore(text, seed % (text.size() + 1)), kUnseen[seed / 7 % kUnseen.size()]);
  const Findings after = judgeCopy({copy.field, copy.locale, text, copy.path});
  if (!has(after, FindingCode::HiddenCharacters)) return "an invisible character is not reported";
  for (const FindingCode code : {FindingCode::OpenerWeak, FindingCode::NoFalseUrgency, FindingCode::SocialPressure,
                                 FindingCode::Guilt, FindingCode::DeclineNeutral, FindingCode::PayLabel}) {
    if (has(before, code) && !has(after, code)) {
      return "an invisible character hides " + std::string(toString(code));
    }
  }
  return {};
}

/** Checks that upper case gives the same findings. */
std::string capitals(const CopyText& copy, const Findings& before) {
  std::string text(copy.text);
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  const Findings after = judgeCopy({copy.field, copy.locale, text, copy.path});
  return same(before, after) ? std::string() : "capitals change the findings";
}

}  // namespace

std::string fuzzCopy(const std::uint8_t* data, std::size_t size) {
  if (size < kCopyHead) return {};
  constexpr std::size_t kFields = 4, kPaths = 3;
  static_assert(static_cast<std::size_t>(CopyField::Accept) < kFields && kPathCodes.size() == kPaths);
  const std::string text(reinterpret_cast<const char*>(data) + kCopyHead, size - kCopyHead);
  const CopyText copy{static_cast<CopyField>(data[0] % kFields), kLocales[data[1] % kLocales.size()], text,
                      static_cast<Path>(data[0] / kFields % kPaths)};

  const Findings findings = judgeCopy(copy);
  if (std::string broken = wholeness(findings); !broken.empty()) return broken;
  const std::string again = text;  // at another address
  if (!same(findings, judgeCopy({copy.field, copy.locale, again, copy.path})))
    return "the same text gets different findings";
  if (copy.field == CopyField::Decline && findings.empty()) {
    if (std::string broken = acceptedDecline(copy); !broken.empty()) return broken;
  }
  std::size_t seed = size;
  for (std::size_t i = 0; i < size; ++i) seed = seed * 31 + data[i];
  if (std::string broken = unseen(copy, findings, seed); !broken.empty()) return broken;
  return capitals(copy, findings);
}

}  // namespace aftermint::fuzz
