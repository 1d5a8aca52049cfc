// The results page, in the shop's frame.
#include "demo/server/pages.h"
#include "serve/results.h"

namespace aftermint::demo {

Response Pages::results(const Request& request) {
  const std::optional<report::ReportBy> by = resultsBy(request);
  if (!by) return unknownDivision();
  relayEvents(shop_);
  const std::string& locale = shop_.book.book().locale;  // the owner's page, in the owner's language
  ResultsParts parts{shop_.store, shop_.clock, &shop_.book, locale};
  if (shop_.guard != nullptr) parts.stopped = shop_.guard->stopped();
  parts.storeUrl = shop_.storeUrl;
  parts.cache = &results_;
  const report::Report report = resultsOf(parts, *by);
  if (request.header("accept").find("text/html") == std::string_view::npos) {
    return jsonResponse(200, report::encode(report));
  }
  PageData data(PageData::type::object);
  data.set("report", report::reportHtml(resultsPage(parts, report)));
  return page(request, "results", "Results", std::move(data));
}

}  // namespace aftermint::demo
