#include "serve/results.h"

#include <memory>

#include "http/representation.h"
#include "simulate/shopper_events.h"

namespace aftermint {
namespace {

Route assetRoute(std::string_view path, std::string type, std::string_view text) {
  const auto body = std::make_shared<const Representation>(std::string(text), std::move(type));
  return {"GET", path, 0, [body](const Request& request, const PathParts&) { return body->answer(request); }};
}

report::Report countedResults(const ResultsParts& parts, report::ReportBy by) {
  report::ReportQuery query;
  query.by = by;
  query.now = parts.clock();
  query.book = parts.book;
  std::string currency = parts.book == nullptr ? parts.store.currency() : std::string(parts.book->book().currency);
  const SumsQuery sums = report::sumsQuery(query);
  const bool byExperiment = sums.by == SumsBy::Experiment;
  report::Report report = report::makeReport(query, parts.store.sums(sums), std::move(currency),
                                             byExperiment ? parts.store.earlier(sums) : std::vector<EarlierSums>());
  report.simulatedEvents = parts.store.countFrom(simulate::kSimulatedSource);
  report.leftOut = (parts.state == nullptr ? parts.store : *parts.state).leftOut(query.now - report.window);
  report.completeSince = parts.store.completeSince();
  return report;
}

}  // namespace

std::optional<report::ReportBy> resultsBy(const Request& request) {
  const auto by = request.query.find("by");
  if (by == request.query.end()) return report::ReportBy::Offer;
  return report::parseReportBy(by->second);
}

report::Report resultsOf(const ResultsParts& parts, report::ReportBy by) {
  const auto make = [&] { return countedResults(parts, by); };
  report::Report report = parts.cache == nullptr ? make() : *parts.cache->get(by, make);
  for (const OfferStop& stop : parts.stopped) {
    report.stopped.push_back({stop.offer, stop.experiment, stop.arm, stop.because, stop.figures, stop.stopped,
                              releaseCommand(stop.offer, parts.storeUrl)});
  }
  return report;
}

report::Page resultsPage(const ResultsParts& parts, const report::Report& report) {
  report::PageStyle style;
  style.locale = parts.locale;
  style.book = parts.book;
  style.hasWays = parts.liveSeconds > 0;
  style.liveSeconds = parts.liveSeconds;
  return report::pageOf(report, style);
}

Response unknownDivision() {
  return faultResponse(400, RequestFault::BodyInvalid, "The results cannot be divided in this way.",
                       "Use ?by=offer, experiment, placement or week.");
}

std::vector<Route> reportAssetRoutes() {
  std::vector<Route> routes;
  routes.push_back(assetRoute("/report.css", "text/css; charset=utf-8", report::reportCss()));
  routes.push_back(assetRoute("/report.js", "text/javascript; charset=utf-8", report::reportScript()));
  return routes;
}

}  // namespace aftermint
