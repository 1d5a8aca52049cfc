#include "book/refused_offers.h"

#include <set>
#include <utility>
#include <vector>

#include "aftermint/check.h"

namespace aftermint {

std::map<std::string, std::size_t> dropRefused(Book& book, std::size_t from) {
  std::map<std::string, std::size_t> dropped;
  std::set<std::size_t> refused;
  const IndexedBook indexed(book);
  for (const Finding& finding : check(indexed)) {
    if (finding.severity != Severity::Error || !finding.offer || *finding.offer < from) continue;
    ++dropped[std::string(toString(finding.code))];
    refused.insert(*finding.offer);
  }
  std::vector<Offer> kept;
  for (std::size_t i = 0; i < book.offers.size(); ++i) {
    if (!refused.contains(i)) kept.push_back(std::move(book.offers[i]));
  }
  book.offers = std::move(kept);
  return dropped;
}

}  // namespace aftermint
