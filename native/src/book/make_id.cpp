#include "book/make_id.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "aftermint/bucket.h"
#include "text.h"

namespace aftermint {
namespace {

bool isLegal(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("._:#+@-").find(c) != std::string_view::npos;
}

/** The name in Latin letters without accents, as far as ICU can convert it. */
std::string latin(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  static const std::unique_ptr<icu::Transliterator> transliterator(
      icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
  if (transliterator == nullptr) return std::string(name);  // ICU has no data: other scripts become "-"
  icu::UnicodeString wide =
      icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
  transliterator->transliterate(wide);
  std::string out;
  return wide.toUTF8String(out);
}

}  // namespace

std::string makeId(std::string_view name) {
  name = trimmed(name);
  if (name.empty()) return {};
  const bool ascii = std::all_of(name.begin(), name.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
  std::string id;
  for (const char c : ascii ? std::string(name) : latin(name)) {
    if (isLegal(c) && c != '-') {
      id += c;
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  if (id.size() > kMaxIdBytes) id.resize(kMaxIdBytes);
  while (!id.empty() && id.back() == '-') id.pop_back();
  if (id.empty()) id = "id-" + std::to_string(fnv1a32(name));
  return id;
}

std::string IdSet::unique(std::string id) {
  std::string candidate = id;
  for (std::size_t n = 2; !taken_.insert(candidate).second; ++n) candidate = id + "-" + std::to_string(n);
  return candidate;
}

}  // namespace aftermint
