#include "text.h"

#include "aftermint/text.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

namespace aftermint {
namespace {

constexpr std::string_view kSpaces = " \t\r\n\v\f";

// windows-1252 from 0x80 to 0x9F. The five bytes it does not define stay control characters.
constexpr std::array<std::uint16_t, 32> kWindows1252 = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};

}  // namespace

std::string inQuotes(std::string_view text) { return "“" + std::string(text) + "”"; }

std::string_view withoutMark(std::string_view text) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  return text.starts_with(kMark) ? text.substr(kMark.size()) : text;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t from = text.find_first_not_of(kSpaces);
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(kSpaces) - from + 1);
}

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::string raised(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

std::string folded(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), isAscii)) return lowered(text);
  UErrorCode status = U_ZERO_ERROR;
  static const std::unique_ptr<icu::Transliterator> transliterator(
      icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
  if (transliterator == nullptr) return lowered(text);  // ICU has no data: accents stay
  icu::UnicodeString wide =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  transliterator->transliterate(wide);
  std::string out;
  return wide.toUTF8String(out);
}

std::string squeezed(std::string_view text) {
  std::string out;
  bool gap = false;
  for (const char c : trimmed(text)) {
    if (kSpaces.find(c) != std::string_view::npos) {
      gap = true;
      continue;
    }
    if (gap) out += ' ';
    gap = false;
    out += c;
  }
  return out;
}

bool isUtf8(std::string_view bytes) {
  const auto size = static_cast<std::int64_t>(bytes.size());
  std::int64_t at = 0;
  while (at < size) {
    std::int32_t point = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(bytes.data()), at, size, point);
    if (point < 0) return false;
  }
  return true;
}

std::string fromLatin1(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const std::uint32_t point = byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80u] : byte;
    if (point < 0x80) {
      out += static_cast<char>(point);
    } else if (point < 0x800) {
      out += static_cast<char>(0xC0u | (point >> 6));
      out += static_cast<char>(0x80u | (point & 0x3Fu));
    } else {
      out += static_cast<char>(0xE0u | (point >> 12));
      out += static_cast<char>(0x80u | ((point >> 6) & 0x3Fu));
      out += static_cast<char>(0x80u | (point & 0x3Fu));
    }
  }
  return out;
}

bool makeUtf8(std::string& text) {
  if (isUtf8(text)) return false;
  text = fromLatin1(text);
  return true;
}

bool clip(std::string& text, std::size_t count) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (beginsCodePoint(text[at])) {
      if (count == 0) {
        text.resize(at);
        return true;
      }
      --count;
    }
    ++at;
  }
  return false;
}

}  // namespace aftermint
