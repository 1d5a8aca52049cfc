#include "book/refused_offers.h"

#include <charconv>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "aftermint/check.h"

namespace aftermint {
namespace {

/** The index behind `/offers/`, or nothing for a finding on anything else. */
std::optional<std::size_t> offerOf(const Finding& finding) {
  constexpr std::string_view kPrefix = "/offers/";
  if (!finding.pointer.starts_with(kPrefix)) return std::nullopt;
  std::size_t index = 0;
  const char* const from = finding.pointer.data() + kPrefix.size();
  if (std::from_chars(from, finding.pointer.data() + finding.pointer.size(), index).ec != std::errc()) {
    return std::nullopt;
  }
  return index;
}

}  // namespace

std::map<std::string, std::size_t> dropRefused(Book& book, std::size_t from) {
  std::map<std::string, std::size_t> dropped;
  std::set<std::size_t> refused;
  const IndexedBook indexed(book);
  for (const Finding& finding : check(indexed)) {
    const std::optional<std::size_t> index = offerOf(finding);
    if (finding.severity != Severity::Error || !index || *index < from) continue;
    ++dropped[std::string(toString(finding.code))];
    refused.insert(*index);
  }
  std::vector<Offer> kept;
  for (std::size_t i = 0; i < book.offers.size(); ++i) {
    if (!refused.contains(i)) kept.push_back(std::move(book.offers[i]));
  }
  book.offers = std::move(kept);
  return dropped;
}

}  // namespace aftermint
