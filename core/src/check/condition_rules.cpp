/** @file Rules on conditions beyond their grammar, which decoding holds. */
#include "check/findings.h"

#if !AFTERMINT_PAGE
namespace aftermint {
namespace {

/** Whether a quantifier without an upper end begins there: `*`, `+` or `{3,}`. */
bool repeatsAt(std::string_view pattern, std::size_t at) {
  if (at >= pattern.size()) return false;
  if (pattern[at] == '*' || pattern[at] == '+') return true;
  if (pattern[at] != '{') return false;
  const std::size_t end = pattern.find('}', at);
  return end != std::string_view::npos && end > at + 1 && pattern[end - 1] == ',';
}

/**
 * Whether a repeated group holds a repetition, as `(a+)+` does: matching it may take a time that doubles with each
 * letter (Davis et al., The Impact of Regular Expression Denial of Service in Practice, 2018), and a browser's RegExp
 * has no limit of time.
 */
bool repeatsRepetition(std::string_view pattern) {
  std::vector<bool> groups;  // open ones: whether they hold a repetition
  bool isClass = false;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if (c == '\\') {
      ++i;
    } else if (isClass) {
      isClass = c != ']';
    } else if (c == '[') {
      isClass = true;
    } else if (c == '(') {
      groups.push_back(false);
    } else if (c == ')' && !groups.empty()) {
      const bool holds = groups.back();
      groups.pop_back();
      if (holds && repeatsAt(pattern, i + 1)) return true;
      if (holds && !groups.empty()) groups.back() = true;
    } else if (repeatsAt(pattern, i) && !groups.empty()) {
      groups.back() = true;
    }
  }
  return false;
}

void checkPatterns(const Value& part, const std::string& pointer, Findings& findings) {
  if (const Array* elements = part.asArray()) {
    for (std::size_t i = 0; i < elements->size(); ++i) {
      checkPatterns((*elements)[i], pointer + "/" + std::to_string(i), findings);
    }
  }
  const Object* members = part.asObject();
  if (members == nullptr) return;
  for (const Member& member : *members) {
    std::string under = pointer + "/";
    for (const char c : member.first) under += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    const bool isPattern = member.first == "$regex" || member.first == "$regexi" || member.first == "$notRegex" ||
                           member.first == "$notRegexi";
    const Text* pattern = isPattern ? member.second.asString() : nullptr;
    if (pattern != nullptr && repeatsRepetition(*pattern)) {
      findings.add(FindingCode::PatternSlow, Severity::Warning, under,
                   "The pattern repeats a repetition: on some texts a browser may not come to an end of it.",
                   "Write it without a repeated group that repeats inside, such as `a+` for `(a+)+`.");
    }
    checkPatterns(member.second, under, findings);
  }
}

}  // namespace

void checkCondition(const Offer& offer, Findings& findings) { checkPatterns(offer.when, "/when", findings); }

}  // namespace aftermint
#endif
