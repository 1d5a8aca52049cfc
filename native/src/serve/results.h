/** @file `GET /results`: the report of a store, for `aftermint serve` and for a shop's own server. */
#pragma once

#include <string>
#include <vector>

#include "clock.h"
#include "events/store.h"
#include "guard/stopped_offers.h"
#include "http/router.h"
#include "report/results_page.h"
#include "serve/results_cache.h"

namespace aftermint {

/** Where the results of a server come from, and how they are written. */
struct ResultsParts {
  Store& store;
  const Clock& clock;
  const IndexedBook* book = nullptr;  ///< for titles, intended shares and the currency; may be null
  std::string locale = "en";          ///< for amounts
  int liveSeconds = 10;               ///< how often a page asks for newer figures; 0: never, and it links no other page
  std::vector<OfferStop> stopped = {};  ///< the offers that are stopped now
  std::string storeUrl = {};            ///< of the store, for the command that releases an offer
  Store* state = nullptr;               ///< has what was left out; null: `store`
  ResultsCache* cache = nullptr;        ///< that readers share; null: each report is made anew
};

/** How `?by=` divides the results: by offer if it is absent; none for another text. */
[[nodiscard]] std::optional<report::ReportBy> resultsBy(const Request& request);

/** The report of the store as it is now, or as the cache has it; the stops are those of now. Throws StoreError. */
[[nodiscard]] report::Report resultsOf(const ResultsParts& parts, report::ReportBy by);

/** The results page of a report, for a server. */
[[nodiscard]] report::Page resultsPage(const ResultsParts& parts, const report::Report& report);

/** 400 for a `?by=` that is not known. */
[[nodiscard]] Response unknownDivision();

/** `GET /report.css` and `GET /report.js`, which the results page links. */
[[nodiscard]] std::vector<Route> reportAssetRoutes();

}  // namespace aftermint
