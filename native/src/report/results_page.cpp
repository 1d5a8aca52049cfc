#include "report/results_page.h"

#include <algorithm>
#include <utility>

#include "aftermint/currency.h"
#include "aftermint/time.h"
#include "report/figures.h"
#include "report/headline.h"
#include "report/titles.h"
#include "visible_text.h"

namespace aftermint::report {
namespace {

constexpr Millis kWeekMillis = 7 * kDayMillis;

std::string unitsText(std::int64_t count, std::string_view one, std::string_view many) {
  return countText(count) + " " + std::string(count == 1 ? one : many);
}

/** What a reader must know about how a group was counted. */
std::vector<Remark> remarksOf(const ReportGroup& group, const Report& report) {
  std::int64_t units = 0, orderUnits = 0, open = 0, unseen = 0, orders = 0, immature = 0;
  for (const ArmTotals& arm : group.arms) {
    units += arm.funnel.assigned;
    orderUnits += arm.orderUnits;
    open += arm.openWindows;
    unseen += arm.funnel.acceptedUnseen;
    orders += arm.returns.orders;
    immature += arm.returns.immatureOrders;
  }
  std::vector<Remark> remarks;
  if (group.reading.srm && group.reading.srm->alarm) {
    remarks.push_back(
        {"The visitors are not split as intended. Do not trust these figures before the cause is found: look "
         "for a page that loads the offer late, a redirect, a cache, or bots in one arm.",
         true});
  }
  for (const CarryOver& earlier : group.reading.carryOver) {
    if (!earlier.test.alarm) continue;
    remarks.push_back({"The arms of the earlier experiment “" + earlier.experiment +
                           "” are not spread evenly here, so its effect may carry over.",
                       true});
  }
  if (unseen > 0) {
    remarks.push_back(
        {unitsText(unseen, "unit", "units") +
             " accepted without a recorded view. They are counted as they are; the take-rate is too high by "
             "them, because its base lacks them.",
         false});
  }
  if (orderUnits > 0) {
    remarks.push_back({countText(orderUnits) + " of " + countText(units) +
                           " units are orders and not visitors, because the page could keep no visitor id.",
                       false});
  }
  if (open > 0 || immature > 0) {
    std::string text;
    if (open > 0) {
      text = "For " + countText(open) + " of " + unitsText(units, "unit", "units") + " the " +
             std::to_string(report.window / kDayMillis) + " days in which outcomes count are not over. ";
    }
    if (immature > 0) {
      text += countText(immature) + " of " + unitsText(orders, "order", "orders") + " are younger than " +
              std::to_string(report.maturity / kDayMillis) + " days and may still come back.";
    }
    remarks.push_back({std::move(text), false});
  }
  return remarks;
}

std::vector<Fact> factsOf(const ReportGroup& group, const MoneyText& money) {
  std::int64_t units = 0, orders = 0;
  for (const ArmTotals& arm : group.arms) {
    units += arm.funnel.assigned;
    orders += arm.returns.orders;
  }
  std::vector<Fact> facts = {{"assigned", countText(units)}, {"completed orders", countText(orders)}};
  for (std::size_t at = group.arms.size() > 1 ? 1 : 0; at < std::min<std::size_t>(group.arms.size(), 3); ++at) {
    const ArmReading& arm = group.reading.arms[at];
    const std::string of = group.arms.size() > 2 ? ", " + arm.name : "";
    if (arm.takeRate) facts.push_back({"take-rate" + of, shareText(arm.takeRate->value)});
    if (!arm.versusBaseline) continue;
    const auto& raw = arm.versusBaseline->valuePerVisitor.net;
    const auto& adjusted = arm.versusBaseline->netAdjusted;
    if (adjusted || raw) {
      facts.push_back({std::string("net value per visitor against ") +
                           (group.hasHoldout() ? "the holdout" : group.arms.front().counts.name) + of,
                       money.difference(adjusted ? adjusted->difference : raw->difference)});
    }
  }
  return facts;
}

/** One warning for each stopped offer: since when, why, and how a person brings it back. */
std::vector<Remark> stoppedRemarks(const Report& report, const IndexedBook* book) {
  std::vector<Remark> remarks;
  for (const StoppedOffer& stopped : report.stopped) {
    ReportGroup named;
    named.offer = stopped.offer;
    const std::string title = titleOf(named, book);
    std::string text = "Stopped: “" + title + "”" + (title == stopped.offer ? "" : " (" + stopped.offer + ")") +
                       " is not offered since " + dayText(stopped.since) + ", " +
                       std::string(writeTime(stopped.since)).substr(11, 5) + " UTC, because it does harm. ";
    if (!stopped.arm.empty()) {
      text += "The finding is about arm “" + stopped.arm + "” of the experiment “" + stopped.experiment +
              "”; the whole offer is stopped. ";
    }
    text += stopped.because + " To bring it back: " + stopped.release;
    remarks.push_back({std::move(text), true});
  }
  return remarks;
}

std::vector<Way> waysOf(ReportBy by) {
  constexpr std::string_view kNames[] = {"By offer", "By experiment", "By placement", "By week"};
  std::vector<Way> ways;
  for (std::size_t at = 0; at < std::size(kReportBy); ++at) {
    ways.push_back({std::string(kNames[at]), "?by=" + std::string(kReportBy[at]), at == static_cast<std::size_t>(by)});
  }
  return ways;
}

std::string countedText(const Report& report) {
  const std::string time(writeTime(report.counted));
  std::string text = "Counted on " + dayText(report.counted) + " at " + time.substr(11, 5) + " UTC";
  if (report.groups.empty()) return text;
  Millis first = report.groups.front().firstWeek, last = report.groups.front().lastWeek;
  for (const ReportGroup& group : report.groups) {
    first = std::min(first, group.firstWeek);
    last = std::max(last, group.lastWeek);
  }
  const Millis end = std::min(last + kWeekMillis - kDayMillis, report.counted);
  return text + " · assigned from " + dayText(first) + " to " + dayText(end);
}

std::vector<std::string> notesOf(const Report& report) {
  const std::string window = std::to_string(report.window / kDayMillis);
  const std::string maturity = std::to_string(report.maturity / kDayMillis);
  return {
      "Units are visitors as they were assigned, whatever they were shown in the end. What they buy within " + window +
          " days of the assignment counts.",
      "Net value is what was paid, less refunds and chargebacks. Orders younger than " + maturity +
          " days are immature: some of them will still come back.",
      "Raw compares net value per visitor as it is. Adjusted takes out what was known before the offer, the order’s "
      "value "
      "at the assignment, and so sees the same effect with fewer visitors.",
      "An interval of 95 % is right if you look once. The wider bands hold however often you look.",
      "Benchmarks are what vendors report about their own customers. They are for orientation only.",
  };
}

}  // namespace

namespace {

void addLeftOut(const Report& report, Page& page) {
  std::int64_t all = 0;
  std::string reasons;
  for (const LeftOutCount& each : report.leftOut) {
    all += each.events;
    reasons += (reasons.empty() ? "" : ", ") + countText(each.events) + " " +
               std::string(Codes<LeftOut>::meanings[static_cast<std::size_t>(each.reason)]);
  }
  if (all > 0) {
    page.remarks.push_back({"Left out in the last " + std::to_string(report.window / kDayMillis) +
                                " days: " + unitsText(all, "event", "events") + " of pages. " + reasons + ".",
                            false});
  }
  if (report.completeSince > 0) {
    page.remarks.push_back({"Events of pages before " + std::string(writeTime(report.completeSince)).substr(0, 10) +
                                " were deleted for their age. Only offers under test are counted from before.",
                            false});
  }
}

}  // namespace

Page pageOf(const Report& report, const PageStyle& style) {
  Page page;
  page.title = "Results of the offers";
  page.counted = countedText(report);
  page.lede =
      "What a visitor is worth with an offer and without one, net of returns. A take-rate alone is not a result.";
  page.locale = style.locale;
  page.currency = report.currency;
  page.digits = minorDigits(report.currency);
  page.liveSeconds = style.liveSeconds;
  if (style.hasWays) page.ways = waysOf(report.by);
  if (report.simulatedEvents > 0) {
    page.remarks.push_back({countText(report.simulatedEvents) +
                                " events here are of simulated shoppers. `aftermint simulate --drop` removes them.",
                            false});
  }
  addLeftOut(report, page);
  for (Remark& remark : stoppedRemarks(report, style.book)) page.remarks.push_back(std::move(remark));
  const MoneyText money(report.currency, style.locale);
  for (const ReportGroup& group : report.groups) {
    PageGroup& each = page.groups.emplace_back();
    each.id = pageIdOf(group);
    each.title = titleOf(group, style.book);
    each.where = whereOf(group, style.book);
    each.remarks = remarksOf(group, report);
    each.facts = factsOf(group, money);
    each.figures = figuresOf(
        group, {each.id, placementOf(group, style.book), money, static_cast<int>(report.maturity / kDayMillis)});
    for (Headline& headline : headlinesOf(group, {each.id, each.title, money})) {
      page.headlines.push_back(std::move(headline));
    }
  }
  // What needs somebody first.
  std::stable_sort(page.headlines.begin(), page.headlines.end(),
                   [](const Headline& a, const Headline& b) { return a.tone > b.tone; });
  if (report.groups.empty()) {
    page.remarks.push_back(
        {report.by == ReportBy::Experiment
             ? "No visitor has been assigned to an experiment yet."
             : "Nothing has been counted yet. A visitor counts from the first decision about an offer.",
         false});
  } else {
    page.notes = notesOf(report);
  }
  return page;
}

std::string textOf(const Page& page) {
  std::string text = page.title + "\n" + page.counted + "\n";
  for (const Remark& remark : page.remarks) text += "\n" + visibleLine(remark.text) + "\n";
  for (const Headline& headline : page.headlines) {
    text += "\n" + visibleLine(headline.title + ": " + headline.says) + "\n";
    for (const std::string& why : headline.why) text += "  " + visibleLine(why) + "\n";
    if (!headline.next.empty()) text += "  Next: " + visibleLine(headline.next) + "\n";
  }
  for (const PageGroup& group : page.groups) {
    text += "\n== " + visibleLine(group.title + (group.where.empty() ? "" : " (" + group.where + ")")) + "\n";
    for (const Remark& remark : group.remarks) text += (remark.isWarning ? "! " : "") + visibleLine(remark.text) + "\n";
    for (const Figure& figure : group.figures) {
      text += "\n" + figure.title + ": " + figure.summary + "\n" + textOf(figure);
    }
  }
  return text;
}

}  // namespace aftermint::report
