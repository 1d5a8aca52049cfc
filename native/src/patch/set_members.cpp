#include "patch/set_members.h"

#include <algorithm>
#include <cstddef>

#include "patch/json_spans.h"
#include "patch/layout.h"

namespace aftermint::patch {
namespace {

/** A part of the text, and what replaces it. */
struct Replacement {
  std::size_t at = 0;
  std::size_t length = 0;
  std::string with;
};

/** The key of a member, without quotes and escapes. */
std::string keyOf(const JsonSpan& member) {
  return Json::parse(member.key.substr(0, member.key.rfind('"') + 1)).get<std::string>();
}

const JsonSpan& objectAt(const JsonSpan& whole, const std::vector<std::string>& tokens) {
  const JsonSpan* at = &whole;
  for (const std::string& token : tokens) {
    if (at->text.front() == '[') {
      at = &at->children.at(std::stoul(token));
      continue;
    }
    at = &*std::find_if(at->children.begin(), at->children.end(),
                        [&](const JsonSpan& part) { return keyOf(part) == token; });
  }
  return *at;
}

/** The comma and white space before the last member; if it is the only one, the white space before it. */
std::string_view gapBefore(const JsonSpan& last, const JsonSpan& object) {
  const std::size_t count = object.children.size();
  const char* from = count > 1 ? object.children[count - 2].text.data() + object.children[count - 2].text.size()
                               : object.text.data() + 1;
  return {from, static_cast<std::size_t>(last.key.data() - from)};
}

Replacement replacementOf(std::string_view text, const JsonSpan& whole, const MemberEdit& edit) {
  const JsonSpan& object = objectAt(whole, edit.object);
  const std::string value = text.find('\n') == std::string_view::npos ? compact(edit.value) : oneLine(edit.value);
  for (const JsonSpan& part : object.children) {
    if (keyOf(part) != edit.key) continue;
    return {static_cast<std::size_t>(part.text.data() - text.data()), part.text.size(), value};
  }
  const JsonSpan& last = object.children.back();
  const std::string_view gap = gapBefore(last, object);
  const std::string_view colon = last.key.substr(last.key.rfind('"') + 1);
  const std::size_t end = static_cast<std::size_t>(last.text.data() + last.text.size() - text.data());
  std::string member = (gap.find(',') == std::string_view::npos ? "," : "") + std::string(gap) + compact(edit.key) +
                       std::string(colon) + value;
  return {end, 0, std::move(member)};
}

}  // namespace

std::string setMembers(std::string_view text, const std::vector<MemberEdit>& edits) {
  const JsonSpan whole = spansOf(text);
  std::vector<Replacement> replacements;
  for (const MemberEdit& edit : edits) replacements.push_back(replacementOf(text, whole, edit));
  // From the end, so that earlier places stay valid. New members of one object keep the order of the edits.
  std::stable_sort(replacements.begin(), replacements.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
  std::string out(text);
  for (auto each = replacements.rbegin(); each != replacements.rend(); ++each)
    out.replace(each->at, each->length, each->with);
  return out;
}

}  // namespace aftermint::patch
