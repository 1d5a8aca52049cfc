/** @file Rules on the patterns of conditions: browsers can read them, and matching them does not take too long. */
#include <algorithm>

#include "check/findings.h"
#include "check/slow_pattern.h"

#include "aftermint/condition.h"
#include "aftermint/pattern.h"
#include "memory/scratch.h"

namespace aftermint {
namespace {

/** True if a quantifier without an upper limit starts at `at`: `*`, `+` or `{3,}`. */
bool repeatsAt(std::string_view pattern, std::size_t at) {
  if (at >= pattern.size()) return false;
  if (pattern[at] == '*' || pattern[at] == '+') return true;
  if (pattern[at] != '{') return false;
  const std::size_t end = pattern.find('}', at);
  return end != std::string_view::npos && end > at + 1 && pattern[end - 1] == ',';
}

/**
 * True if a repeated group contains a repetition, as in `(a+)+`. Matching it may take twice as long for each further
 * character (Davis et al., The Impact of Regular Expression Denial of Service in Practice, 2018), and a browser's
 * RegExp has no time limit.
 */
bool repeatsRepetition(std::string_view pattern) {
  std::vector<bool> groups;  // for each open group: whether it contains a repetition
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

/** What to write instead of a pattern that JavaScript cannot read. */
std::string hintForPattern(std::string_view pattern, bool ignoresCase) {
  const auto has = [pattern](std::string_view part) { return pattern.find(part) != std::string_view::npos; };
  const std::size_t flags = pattern.find("(?");
  if (flags != std::string_view::npos) {
    const std::size_t end = pattern.find_first_not_of("imsxuUJ-", flags + 2);
    if (end != std::string_view::npos && end > flags + 2 && pattern[end] == ')') {
      std::string rest(pattern.substr(0, flags));
      rest += pattern.substr(end + 1);
      const bool isCase = pattern.substr(flags, end - flags) == "(?i";
      if (isCase && ignoresCase) return "Write “" + rest + "”: $regexi and $notRegexi ignore case already.";
      if (isCase) return "Write “" + rest + "” with $regexi or $notRegexi, which ignore case.";
      return "JavaScript has no flags for the rest of a pattern. For one part write (?i:…).";
    }
  }
  if (has("(?P<") || has("(?P=") || has("(?'"))
    return "In JavaScript write (?<name>…) for a named group, and \\k<name> to refer to it.";
  if (has("(?>") || has("*+") || has("++") || has("?+")) {
    return "JavaScript has no atomic groups and no possessive repetition. Write (?:…), or a single *, + or ?.";
  }
  if (has("(?#")) return "JavaScript has no comments in patterns. Remove it.";
  return "Put a backslash before a character that is meant literally, such as \\( \\[ \\* \\+ \\?, or close what is "
         "open.";
}

/** The pattern and the flags in a JavaScript literal such as `/x/i`; an empty pattern if it is not one. */
std::string_view literalOf(std::string_view pattern, std::string_view& flags) {
  const std::size_t last = pattern.rfind('/');
  if (pattern.size() < 3 || pattern.front() != '/' || last < 2) return {};
  flags = pattern.substr(last + 1);
  const std::string_view inner = pattern.substr(1, last - 1);
  const bool areFlags = flags.size() < 4 && flags.find_first_not_of("dgimsuvy") == std::string_view::npos;
  // Inside a literal a slash is written \/. A bare slash means that this is an address.
  for (std::size_t i = 0; areFlags && i < inner.size(); ++i) {
    if (inner[i] == '\\') {
      ++i;
    } else if (inner[i] == '/') {
      return {};
    }
  }
  return areFlags ? inner : std::string_view();
}

/** True if the attribute may hold an address, in which slashes are literal. */
bool isAddressPath(std::string_view path) {
  constexpr std::string_view kParts[] = {"url", "path", "page", "ref", "href", "link", "landing", "location"};
  return std::any_of(std::begin(kParts), std::end(kParts),
                     [path](std::string_view part) { return path.find(part) != std::string_view::npos; });
}

/** The hint for a letter after a backslash that has a meaning in other languages. */
std::string hintForEscape(char16_t letter) {
  switch (letter) {
    case u'A':
      return "Write ^ for the start.";
    case u'Z':
    case u'z':
      return "Write $ for the end.";
    case u'p':
    case u'P':
      return "Write the letters as a set, such as [A-Za-z\u00C0-\u024F].";
    case u'h':
      return "Write [ \\t].";
    case u'R':
      return "Write \\r?\\n.";
    case u'x':
      return "Write two hexadecimal digits after it, such as \\x41.";
    case u'u':
      return "Write four hexadecimal digits after it, such as \\u00e9.";
    case u'Q':
    case u'E':
      return "Put a backslash before each character that is meant literally.";
    default:
      return "Remove the backslash.";
  }
}

/** Checks one pattern. @param path the attribute that it tests; empty if unknown */
void checkPattern(std::string_view pattern, bool ignoresCase, std::string_view path, const std::string& under,
                  Findings& findings) {
  const Pattern read = readPattern(pattern, ignoresCase);
  if (!read.fault.empty()) {
    return findings.add(FindingCode::PatternInvalid, Severity::Error, under,
                        "JavaScript cannot read this pattern: it has " + read.fault + ".",
                        hintForPattern(pattern, ignoresCase));
  }
  std::string_view flags;
  const std::string_view inner = literalOf(pattern, flags);
  // “/de/s” can be part of an address. “/x/i” and “/x/g” are literals copied from other languages.
  const bool isLiteral = !isAddressPath(path) || flags.find_first_of("gi") != std::string_view::npos;
  if (!inner.empty() && isLiteral) {
    const bool isCase = flags.find('i') != std::string_view::npos;
    findings.add(FindingCode::PatternInvalid, flags.empty() ? Severity::Warning : Severity::Error, under,
                 "The slashes" + std::string(flags.empty() ? "" : " and the letters after them") +
                     " are part of this pattern, so it matches only texts that contain them.",
                 "Write “" + std::string(inner) + "” without slashes" +
                     (isCase && !ignoresCase ? ", with $regexi or $notRegexi, which ignore case." : "."));
  }
  for (std::size_t i = 0; i < read.plainEscapes.size(); ++i) {
    const char16_t letter = read.plainEscapes[i];
    if (std::find(read.plainEscapes.begin(), read.plainEscapes.begin() + static_cast<std::ptrdiff_t>(i), letter) !=
        read.plainEscapes.begin() + static_cast<std::ptrdiff_t>(i)) {
      continue;
    }
    const std::string plain(1, static_cast<char>(letter));
    findings.add(FindingCode::PatternInvalid, Severity::Warning, under,
                 "“\\" + plain + "” only means the letter “" + plain + "” here.", hintForEscape(letter));
  }
  if (read.hasModifiers || read.hasRepeatedNames) {
    findings.add(
        FindingCode::PatternNew, Severity::Warning, under,
        std::string(read.hasModifiers ? "Flags inside a pattern, such as (?i:…)," : "Two groups with the same name") +
            " are new in ECMAScript 2025. In older browsers this pattern matches nothing.",
        read.hasModifiers ? "Write $regexi, or both letters, such as [Aa]." : "Give each group its own name.");
  } else if (read.hasLookBehind) {
    findings.add(FindingCode::PatternNew, Severity::Info, under,
                 "Safari before 16.4 (2023) has no lookbehind, so this pattern matches nothing there.",
                 "Accept this, or match the text before it as part of the pattern.");
  }
  const Slowness slowness = slownessOf(read);
  if (slowness.isEndless) {
    findings.add(
        FindingCode::PatternSlow, Severity::Error, under,
        "On some texts the pattern takes so long that a browser hangs: on one of " + std::to_string(kTriedUnits) +
            " characters that begins with “" + slowness.text + "” more than " + std::to_string(kTriedSteps) + " steps.",
        "Let each text match in one way only: write `a+` instead of `(a+)+`, `[ab]` instead of `(a|[ab])`, and "
        "something other than `a` between `a*` and `a*`.");
  } else if (slowness.isQuadratic) {
    findings.add(FindingCode::PatternSlow, Severity::Warning, under,
                 "On a long text the pattern takes steps by the square of its length, such as “" + slowness.text +
                     "”. A server counts it as not met there.",
                 "Begin the pattern with ^, remove .* from its start, or repeat at most a few times, such as {0,20}.");
  } else if (repeatsRepetition(pattern)) {
    findings.add(FindingCode::PatternSlow, Severity::Warning, under,
                 "The pattern repeats a group that contains a repetition. On some texts a browser may hang.",
                 "Repeat only once: write `a+` instead of `(a+)+`, for example.");
  }
}

void checkPatterns(const Value& part, std::string_view path, const std::string& pointer, Findings& findings) {
  if (const Array* elements = part.asArray()) {
    for (std::size_t i = 0; i < elements->size(); ++i) {
      checkPatterns((*elements)[i], path, pointer + "/" + std::to_string(i), findings);
    }
  }
  const Object* members = part.asObject();
  if (members == nullptr) return;
  for (const Member& member : *members) {
    std::string under = pointer;
    appendPointer(under, member.first);
    const bool ignoresCase = member.first == "$regexi" || member.first == "$notRegexi";
    const bool isPattern = member.first == "$regex" || member.first == "$notRegex" || ignoresCase;
    const Text* pattern = isPattern ? member.second.asString() : nullptr;
    if (pattern != nullptr) checkPattern(*pattern, ignoresCase, path, under, findings);
    checkPatterns(member.second, member.first.starts_with('$') ? path : std::string_view(member.first), under,
                  findings);
  }
}

}  // namespace

void checkCondition(const Offer& offer, Findings& findings) { checkPatterns(offer.when, {}, "/when", findings); }

}  // namespace aftermint
