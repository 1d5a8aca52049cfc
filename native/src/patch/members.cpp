#include "patch/members.h"

#include <algorithm>
#include <cstddef>

#include "patch/layout.h"
#include "patch/pieces.h"

namespace aftermint::patch {
namespace {

/** Letters that take the place of others. */
struct Exchange {
  std::size_t at = 0;
  std::size_t length = 0;
  std::string with;
};

/** The key of a member, read as JSON: it may be written with escapes. */
std::string keyOf(const Piece& member) {
  return Json::parse(member.lead.substr(0, member.lead.rfind('"') + 1)).get<std::string>();
}

const Piece& objectAt(const Piece& whole, const std::vector<std::string>& tokens) {
  const Piece* at = &whole;
  for (const std::string& token : tokens) {
    if (at->text.front() == '[') {
      at = &at->parts.at(std::stoul(token));
      continue;
    }
    at = &*std::find_if(at->parts.begin(), at->parts.end(), [&](const Piece& part) { return keyOf(part) == token; });
  }
  return *at;
}

/** What stands between the last member and the one before it: a comma and space; where there is one, its own space. */
std::string_view gapBefore(const Piece& last, const Piece& object) {
  const std::size_t count = object.parts.size();
  const char* from =
      count > 1 ? object.parts[count - 2].text.data() + object.parts[count - 2].text.size() : object.text.data() + 1;
  return {from, static_cast<std::size_t>(last.lead.data() - from)};
}

Exchange exchangeOf(std::string_view text, const Piece& whole, const MemberSet& set) {
  const Piece& object = objectAt(whole, set.object);
  const std::string value = text.find('\n') == std::string_view::npos ? compact(set.value) : oneLine(set.value);
  for (const Piece& part : object.parts) {
    if (keyOf(part) != set.key) continue;
    return {static_cast<std::size_t>(part.text.data() - text.data()), part.text.size(), value};
  }
  const Piece& last = object.parts.back();
  const std::string_view gap = gapBefore(last, object);
  const std::string_view colon = last.lead.substr(last.lead.rfind('"') + 1);
  const std::size_t end = static_cast<std::size_t>(last.text.data() + last.text.size() - text.data());
  std::string member = (gap.find(',') == std::string_view::npos ? "," : "") + std::string(gap) + compact(set.key) +
                       std::string(colon) + value;
  return {end, 0, std::move(member)};
}

}  // namespace

std::string setMembers(std::string_view text, const std::vector<MemberSet>& sets) {
  const Piece whole = piecesOf(text);
  std::vector<Exchange> exchanges;
  for (const MemberSet& set : sets) exchanges.push_back(exchangeOf(text, whole, set));
  // From behind, so that places before stay; of two new members of one object the first set stands first.
  std::stable_sort(exchanges.begin(), exchanges.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
  std::string out(text);
  for (auto each = exchanges.rbegin(); each != exchanges.rend(); ++each)
    out.replace(each->at, each->length, each->with);
  return out;
}

}  // namespace aftermint::patch
