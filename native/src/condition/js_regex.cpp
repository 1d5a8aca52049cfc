#include "condition/js_regex.h"

#include <unicode/regex.h>

#include <memory>
#include <string>
#include <unordered_map>

#include "condition/js_pattern.h"
#include "condition/js_units.h"

namespace aftermint {
namespace {

constexpr std::size_t kKeptPatterns = 1'000;      // of one thread
constexpr int32_t kTimeLimit = 200;               // ICU's steps, about a millisecond each
constexpr int32_t kStackLimit = 8 * 1024 * 1024;  // bytes ICU may keep for going back

icu::UnicodeString borrowed(const std::u16string& units) {
  return {false, units.data(), static_cast<int32_t>(units.size())};
}

/** The pattern for ICU, or null where it is invalid. */
std::unique_ptr<icu::RegexPattern> compile(std::string_view pattern, bool ignoreCase) {
  const std::optional<std::u16string> rewritten = icuPatternOf(pattern, ignoreCase);
  if (!rewritten) return nullptr;
  UErrorCode status = U_ZERO_ERROR;
  UParseError where;
  std::unique_ptr<icu::RegexPattern> compiled(icu::RegexPattern::compile(borrowed(*rewritten), 0, where, status));
  return U_SUCCESS(status) ? std::move(compiled) : nullptr;
}

/** Compiled patterns are kept by thread: a book asks the same few for every moment. */
const icu::RegexPattern* compiled(std::string_view pattern, bool ignoreCase) {
  thread_local std::unordered_map<std::string, std::unique_ptr<icu::RegexPattern>> kept;
  std::string key(pattern);
  key += ignoreCase ? 'i' : 'c';
  const auto found = kept.find(key);
  if (found != kept.end()) return found->second.get();
  if (kept.size() >= kKeptPatterns) kept.clear();
  return kept.emplace(std::move(key), compile(pattern, ignoreCase)).first->second.get();
}

}  // namespace

std::optional<bool> jsRegexMatch(std::string_view pattern, std::string_view text, bool ignoreCase) {
  const icu::RegexPattern* regex = compiled(pattern, ignoreCase);
  if (!regex) return std::nullopt;
  std::u16string units = unitsOf(text);
  if (ignoreCase) {
    for (char16_t& unit : units) unit = canonical(unit);
  }
  const icu::UnicodeString input = borrowed(units);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::RegexMatcher> matcher(regex->matcher(input, status));
  if (U_FAILURE(status)) return std::nullopt;
  matcher->setTimeLimit(kTimeLimit, status);
  matcher->setStackLimit(kStackLimit, status);
  const bool isMatch = matcher->find(status);
  if (U_FAILURE(status)) return std::nullopt;
  return isMatch;
}

}  // namespace aftermint
