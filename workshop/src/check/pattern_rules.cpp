/** @file Rules on the patterns of conditions: that they are JavaScript's, mean what they say, and come to an end. */
#include <algorithm>

#include "check/findings.h"

#include "aftermint/condition.h"
#include "aftermint/pattern.h"
#include "memory/scratch.h"

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

/** What to write in place of a pattern that JavaScript cannot read. */
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
      return "JavaScript sets no flags inside of a pattern; for a part there is (?i:…).";
    }
  }
  if (has("(?P<") || has("(?P=") || has("(?'"))
    return "JavaScript names a group by (?<name>…) and asks for it by \\k<name>.";
  if (has("(?>") || has("*+") || has("++") || has("?+")) {
    return "JavaScript has no atomic groups and no possessive repetition: write (?:…), or one sign of repetition.";
  }
  if (has("(?#")) return "JavaScript has no comments in patterns: take it out.";
  return "Put a backslash before a sign that is meant as itself, such as \\( \\[ \\* \\+ \\?, or close what is open.";
}

/** Of `/x/i` the pattern within; nothing where it is no literal of JavaScript with flags. */
std::string_view literalOf(std::string_view pattern, std::string_view& flags) {
  const std::size_t last = pattern.rfind('/');
  if (pattern.size() < 3 || pattern.front() != '/' || last < 2) return {};
  flags = pattern.substr(last + 1);
  const std::string_view inner = pattern.substr(1, last - 1);
  const bool areFlags = flags.size() < 4 && flags.find_first_not_of("dgimsuvy") == std::string_view::npos;
  // A slash inside is written \/ in a literal; a bare one belongs to an address.
  for (std::size_t i = 0; areFlags && i < inner.size(); ++i) {
    if (inner[i] == '\\') {
      ++i;
    } else if (inner[i] == '/') {
      return {};
    }
  }
  return areFlags ? inner : std::string_view();
}

/** Whether what stands there may be an address, where slashes mean themselves. */
bool isAddressPath(std::string_view path) {
  constexpr std::string_view kParts[] = {"url", "path", "page", "ref", "href", "link", "landing", "location"};
  return std::any_of(std::begin(kParts), std::end(kParts),
                     [path](std::string_view part) { return path.find(part) != std::string_view::npos; });
}

/** What a letter behind a backslash means in other languages. */
std::string hintForEscape(char16_t letter) {
  switch (letter) {
    case u'A':
      return "Write ^ for the begin.";
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
      return "Write two hexadecimal digits behind it, such as \\x41.";
    case u'u':
      return "Write four hexadecimal digits behind it, such as \\u00e9.";
    case u'Q':
    case u'E':
      return "Put a backslash before each sign that is meant as itself.";
    default:
      return "Take the backslash out.";
  }
}

/** One pattern; `path` is the attribute it is asked of, as far as it is known. */
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
  // Of an address “/de/s” is a part like any other; “/x/i” and “/x/g” are what people bring from other languages.
  const bool isLiteral = !isAddressPath(path) || flags.find_first_of("gi") != std::string_view::npos;
  if (!inner.empty() && isLiteral) {
    const bool isCase = flags.find('i') != std::string_view::npos;
    findings.add(FindingCode::PatternInvalid, flags.empty() ? Severity::Warning : Severity::Error, under,
                 "The slashes" + std::string(flags.empty() ? "" : " and what follows them") +
                     " are part of this pattern: it looks for them in the text.",
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
                 "“\\" + plain + "” means the letter " + plain + " here.", hintForEscape(letter));
  }
  if (read.hasModifiers || read.hasRepeatedNames) {
    findings.add(
        FindingCode::PatternNew, Severity::Warning, under,
        std::string(read.hasModifiers ? "Flags inside of a pattern, such as (?i:…)," : "Two groups of one name") +
            " came with ECMAScript 2025: in browsers before 2025 the pattern holds for nothing.",
        read.hasModifiers ? "Write $regexi, or both letters, such as [Aa]." : "Give each group its own name.");
  } else if (read.hasLookBehind) {
    findings.add(FindingCode::PatternNew, Severity::Info, under,
                 "Safari before 16.4 (2023) cannot look behind: there the pattern holds for nothing.",
                 "Leave it, or match what stands before as a part of the pattern.");
  }
  if (repeatsRepetition(pattern)) {
    findings.add(FindingCode::PatternSlow, Severity::Warning, under,
                 "The pattern repeats a repetition: on some texts a browser may not come to an end of it.",
                 "Write it without a repeated group that repeats inside, such as `a+` for `(a+)+`.");
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
