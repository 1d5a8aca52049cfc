#include "events/store.h"

namespace aftermint {

KnownBooks Store::rememberBook(const BookRules& book, Millis /*now*/) { return {book.places, {book.assignment}}; }

void Store::countLeftOut(std::span<const LeftOutCount> /*counts*/, Millis /*now*/) {}

std::vector<LeftOutCount> Store::leftOut(Millis /*from*/) { return {}; }

std::int64_t Store::dropPageEvents(Millis /*before*/, const std::vector<std::string>& /*keptOffers*/,
                                   std::stop_token /*stop*/) {
  throw StoreError("this kind of store cannot delete old events of pages");
}

Millis Store::completeSince() { return 0; }

}  // namespace aftermint
