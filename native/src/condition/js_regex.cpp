#include "condition/js_regex.h"

#include <memory>
#include <string>
#include <unordered_map>

#include "aftermint/pattern_program.h"
#include "condition/js_case.h"

namespace aftermint {
namespace {

constexpr std::size_t kMaxCached = 1'000;  // in one thread

/** Compiles a pattern. Returns null if it is invalid. */
std::unique_ptr<js::Program> compile(std::string_view pattern, bool ignoreCase) {
  const Pattern read = readPattern(pattern, ignoreCase);
  return read.fault.empty() ? std::make_unique<js::Program>(js::programOf(read, canonical)) : nullptr;
}

/** Returns a pattern from the cache of this thread, as a book uses the same few patterns for every moment. */
const js::Program* compiled(std::string_view pattern, bool ignoreCase) {
  thread_local std::unordered_map<std::string, std::unique_ptr<js::Program>> cache;
  std::string key(pattern);
  key += ignoreCase ? 'i' : 'c';
  const auto found = cache.find(key);
  if (found != cache.end()) return found->second.get();
  if (cache.size() >= kMaxCached) cache.clear();
  return cache.emplace(std::move(key), compile(pattern, ignoreCase)).first->second.get();
}

}  // namespace

std::optional<bool> jsRegexMatch(std::string_view pattern, std::string_view text, bool ignoreCase,
                                 MatchBudget& budget) {
  const js::Program* program = compiled(pattern, ignoreCase);
  if (!program) return std::nullopt;
  const js::MatchResult ran = js::run(*program, utf16Of(text), budget);
  return ran == js::MatchResult::GaveUp ? std::nullopt : std::optional(ran == js::MatchResult::Matched);
}

}  // namespace aftermint
