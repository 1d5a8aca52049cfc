#include "condition/js_regex.h"

#include <memory>
#include <string>
#include <unordered_map>

#include "condition/js_case.h"
#include "condition/js_program.h"

namespace aftermint {
namespace {

constexpr std::size_t kKeptPatterns = 1'000;  // of one thread

/** The pattern's program, or null where it is invalid. */
std::unique_ptr<js::Program> compile(std::string_view pattern, bool ignoreCase) {
  const Pattern read = readPattern(pattern, ignoreCase);
  return read.fault.empty() ? std::make_unique<js::Program>(js::programOf(read)) : nullptr;
}

/** Compiled patterns are kept by thread: a book asks the same few for every moment. */
const js::Program* compiled(std::string_view pattern, bool ignoreCase) {
  thread_local std::unordered_map<std::string, std::unique_ptr<js::Program>> kept;
  std::string key(pattern);
  key += ignoreCase ? 'i' : 'c';
  const auto found = kept.find(key);
  if (found != kept.end()) return found->second.get();
  if (kept.size() >= kKeptPatterns) kept.clear();
  return kept.emplace(std::move(key), compile(pattern, ignoreCase)).first->second.get();
}

}  // namespace

std::optional<bool> jsRegexMatch(std::string_view pattern, std::string_view text, bool ignoreCase) {
  const js::Program* program = compiled(pattern, ignoreCase);
  if (!program) return std::nullopt;
  const js::Ran ran = js::run(*program, utf16Of(text));
  return ran == js::Ran::GaveUp ? std::nullopt : std::optional(ran == js::Ran::Matched);
}

}  // namespace aftermint
