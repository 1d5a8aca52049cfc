#include "draft/avoided_phrases.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace aftermint::draft {
namespace {

icu::UnicodeString folded(std::string_view text) {
  icu::UnicodeString out =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  return out.foldCase().trim();
}

bool isLetterAt(const icu::UnicodeString& text, std::int32_t at) {
  return at >= 0 && at < text.length() && u_isalnum(text.char32At(at)) != 0;
}

}  // namespace

std::string firstAvoidedPhrase(std::string_view text, const List<Text>& avoided) {
  const icu::UnicodeString in = folded(text);
  for (const Text& each : avoided) {
    const icu::UnicodeString words = folded(each);
    if (words.isEmpty()) continue;
    for (std::int32_t at = in.indexOf(words); at >= 0; at = in.indexOf(words, at + 1)) {
      if (!isLetterAt(in, at - 1) && !isLetterAt(in, at + words.length())) return each;
    }
  }
  return {};
}

}  // namespace aftermint::draft
