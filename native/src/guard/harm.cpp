#include "guard/harm.h"

#include <set>
#include <utility>

#include "json.h"
#include "report/report.h"

namespace aftermint {
namespace {

bool doesHarm(const report::ReportGroup& group, const ArmReading& arm) {
  if (!arm.verdict || arm.verdict->verdict != ReadingVerdict::Stop) return false;
  if (group.hasHoldout()) return true;
  const auto& comparison = arm.versusBaseline;
  return comparison && comparison->anytimeConversion && comparison->anytimeConversion->high < 0;
}

std::string figuresJson(const ArmVerdict& verdict) {
  Json list = Json::array();
  for (const VerdictFigure& figure : verdict.figures) {
    Json each = {{"figure", figure.figure}, {"value", figure.value}};
    if (figure.low) each["low"] = *figure.low;
    if (figure.high) each["high"] = *figure.high;
    list.push_back(std::move(each));
  }
  return compact(list);
}

/** The offer that a group is about; empty if the book does not have it. */
std::string judgedOffer(const report::ReportGroup& group, const IndexedBook& book) {
  std::string offer = group.offer;
  for (const Experiment& experiment : book.book().experiments) {
    if (offer.empty() && experiment.id == group.experiment) offer = experiment.offer;
  }
  return book.offer(offer) == nullptr ? std::string() : offer;
}

/** The report of the units that were assigned from a time on. */
report::Report reportFor(Store& store, const IndexedBook& book, report::ReportBy by, Millis from, Millis now) {
  report::ReportQuery query;
  query.by = by;
  query.now = now;
  query.from = from;
  query.book = &book;
  return report::makeReport(query, store.sums(report::sumsQuery(query)), {});
}

OfferStop stopFor(const std::string& offer, const report::ReportGroup& group, const ArmReading& arm) {
  OfferStop stop;
  stop.offer = offer;
  if (!group.experiment.empty()) {
    stop.experiment = group.experiment;
    stop.arm = arm.name;
  }
  stop.because = arm.verdict->because;
  stop.figures = figuresJson(*arm.verdict);
  return stop;
}

}  // namespace

std::vector<OfferStop> harmIn(Store& store, const IndexedBook& book, const std::map<std::string, Millis>& countFrom,
                              Millis now) {
  const auto fromOf = [&](const std::string& offer) {
    const auto found = countFrom.find(offer);
    return found == countFrom.end() ? Millis(0) : found->second;
  };
  std::set<Millis> froms = {0};
  for (const auto& [offer, from] : countFrom) {
    if (book.offer(offer) != nullptr) froms.insert(from);
  }
  std::map<std::string, OfferStop> harm;  // the first finding of an offer: as a whole before its arms
  for (const report::ReportBy by : {report::ReportBy::Offer, report::ReportBy::Experiment}) {
    if (by == report::ReportBy::Experiment && book.book().experiments.empty()) continue;
    for (const Millis from : froms) {
      const report::Report made = reportFor(store, book, by, from, now);
      for (const report::ReportGroup& group : made.groups) {
        const std::string offer = judgedOffer(group, book);
        if (offer.empty() || fromOf(offer) != from) continue;
        for (const ArmReading& arm : group.reading.arms) {
          if (doesHarm(group, arm)) harm.try_emplace(offer, stopFor(offer, group, arm));
        }
      }
    }
  }
  std::vector<OfferStop> stops;
  for (auto& [offer, stop] : harm) {
    stop.countedFrom = fromOf(offer);
    stop.stopped = now;
    stops.push_back(std::move(stop));
  }
  return stops;
}

}  // namespace aftermint
