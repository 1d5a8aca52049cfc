#include "report/figures.h"

#include <optional>
#include <utility>

#include "aftermint/codes.h"

namespace aftermint::report {
namespace {

/** An Exact as a double, for shares and charts. */
double real(Exact value) { return static_cast<double>(value); }

/** An arm by name, as the page calls it. */
std::string armName(const ReportGroup& group, std::size_t at) { return group.arms[at].counts.name; }

/** "the holdout", or the arm that the others are compared with. */
std::string baselineName(const ReportGroup& group) {
  return group.hasHoldout() ? "the holdout" : "the arm “" + armName(group, 0) + "”";
}

Figure figureOf(const FigureContext& context, std::string_view name, std::string title, Chart chart, Unit unit) {
  Figure figure;
  figure.id = context.id + "-" + std::string(name);
  figure.title = std::move(title);
  figure.chart = chart;
  figure.unit = unit;
  return figure;
}

void addEstimate(FigureRow& row, const std::optional<Estimate>& estimate, const auto& cell) {
  if (!estimate) {
    row.cells.insert(row.cells.end(), 3, absentCell());
    return;
  }
  for (const double value : {estimate->value, estimate->low, estimate->high}) row.cells.push_back(cell(value));
}

std::vector<FigureColumn> estimateColumns(std::string name) {
  return {{std::move(name), "value", Part::Value}, {"from", "value", Part::Low}, {"to", "value", Part::High}};
}

Figure takeRate(const ReportGroup& group, const FigureContext& context) {
  Figure figure = figureOf(context, "take", "Take-rate", Chart::Intervals, Unit::Percent);
  figure.rowName = "Arm";
  figure.columns = {{"Saw it"}, {"Took it"}};
  for (FigureColumn& column : estimateColumns("Rate")) figure.columns.push_back(std::move(column));
  for (std::size_t at = group.hasHoldout() ? 1 : 0; at < group.arms.size(); ++at) {
    const UnitCounts& counts = group.arms[at].counts;
    FigureRow row{armName(group, at), {}, {countCell(counts.exposed), countCell(counts.accepts)}};
    addEstimate(row, group.reading.arms[at].takeRate, shareCell);
    figure.rows.push_back(std::move(row));
    if (const auto& rate = group.reading.arms[at].takeRate) {
      if (!figure.summary.empty()) figure.summary += " ";
      figure.summary += (group.arms.size() > 2 ? armName(group, at) + ": " : "") + shareText(rate->value) +
                        " of those who saw the offer took it and kept it, between " + shareText(rate->low) + " and " +
                        shareText(rate->high) + ".";
    }
  }
  if (figure.summary.empty()) figure.summary = "Nobody has seen the offer yet.";
  const auto placement = parse<Placement>(context.placement);
  if (const Benchmark* benchmark = placement ? benchmarkOf(*placement) : nullptr) {
    figure.band = Band{benchmark->low, benchmark->high};
    figure.summary += " Usual is " + shareText(benchmark->low) + " to " + shareText(benchmark->high) + ".";
    figure.note = "shaded: what is usual, by " + std::string(benchmark->source) + ", " +
                  std::to_string(benchmark->year) + (benchmark->isVendorReported ? ", as the vendor reports it" : "");
  }
  return figure;
}

Cell moneyCell(const MoneyText& money, double amount) { return {money(amount), amount}; }
Cell differenceCell(const MoneyText& money, double amount) { return {money.difference(amount), amount}; }

/** Three cells: the difference, and the interval that holds at every look. */
void addAnytime(FigureRow& row, const std::optional<double>& difference, const std::optional<AnytimeInterval>& interval,
                const MoneyText& money) {
  row.cells.push_back(difference ? differenceCell(money, *difference) : absentCell());
  row.cells.push_back(interval ? differenceCell(money, interval->low) : absentCell());
  row.cells.push_back(interval ? differenceCell(money, interval->high) : absentCell());
}

std::optional<double> adjustedOf(const Comparison& comparison) {
  if (!comparison.netAdjusted) return std::nullopt;
  return comparison.netAdjusted->difference;
}

std::optional<double> rawOf(const Comparison& comparison) {
  if (!comparison.valuePerVisitor.net) return std::nullopt;
  return comparison.valuePerVisitor.net->difference;
}

Figure overWeeks(const ReportGroup& group, std::size_t at, const FigureContext& context) {
  const std::string of = group.arms.size() > 2 ? ", " + armName(group, at) : "";
  Figure figure = figureOf(context, "weeks-" + std::to_string(at), "Net value against " + baselineName(group) + of,
                           Chart::Lines, Unit::Money);
  figure.rowName = "Assigned until the week of";
  figure.columns = {
      {"Adjusted", "adjusted", Part::Value}, {"from", "adjusted", Part::Low}, {"to", "adjusted", Part::High},
      {"Raw", "raw", Part::Value},           {"from", "raw", Part::Low},      {"to", "raw", Part::High}};
  figure.zero = true;
  figure.fold = true;
  figure.note = "each visitor’s net value; bands hold at every look";
  for (const UntilWeek& week : group.weeks) {
    const Comparison none;
    const Comparison& comparison = week.arms[at - 1] ? *week.arms[at - 1] : none;
    FigureRow row{dayText(week.week), week.week, {}};
    addAnytime(row, adjustedOf(comparison), comparison.anytimeNetAdjusted, context.money);
    addAnytime(row, rawOf(comparison), comparison.anytimeNet, context.money);
    figure.rows.push_back(std::move(row));
  }
  const auto& last = group.reading.arms[at].versusBaseline;
  const std::optional<double> difference = last ? (adjustedOf(*last) ? adjustedOf(*last) : rawOf(*last)) : std::nullopt;
  const auto& band = last && adjustedOf(*last) ? last->anytimeNetAdjusted : last ? last->anytimeNet : std::nullopt;
  if (!difference) {
    figure.summary = "There are too few visitors for a comparison.";
  } else {
    figure.summary = context.money.difference(*difference) + " per visitor" +
                     (adjustedOf(*last) ? ", adjusted by the order’s value before the offer" : "");
    if (band) {
      figure.summary +=
          "; between " + context.money.difference(band->low) + " and " + context.money.difference(band->high);
    }
    figure.summary += ".";
  }
  return figure;
}

Figure valuePerVisitor(const ReportGroup& group, const FigureContext& context) {
  Figure figure = figureOf(context, "value", "Net value per visitor", Chart::Intervals, Unit::Money);
  figure.rowName = "Arm";
  figure.columns = estimateColumns("Value");
  figure.note = "paid, less what came back";
  for (std::size_t at = 0; at < group.arms.size(); ++at) {
    const auto& value = group.reading.arms[at].valuePerVisitor.net;
    FigureRow row{armName(group, at), {}, {}};
    addEstimate(row, value, [&](double amount) { return moneyCell(context.money, amount); });
    figure.rows.push_back(std::move(row));
    if (!value) continue;
    if (!figure.summary.empty()) figure.summary += " ";
    figure.summary += armName(group, at) + ": " + context.money(value->value) + ".";
  }
  if (figure.summary.empty()) figure.summary = "There are too few visitors for an interval.";
  return figure;
}

std::string conversionSummary(const ReportGroup& group, std::size_t at, const RateDifference& difference,
                              const std::optional<AnytimeInterval>& anytime) {
  const std::string of = group.arms.size() > 2 ? armName(group, at) + ": " : "";
  const std::string size = pointsText(difference.difference) + " completed orders per visitor against " +
                           baselineName(group) + ", between " + pointsText(difference.low) + " and " +
                           pointsText(difference.high) + ".";
  if (anytime && anytime->high < 0) return of + size + " The offer costs sales.";
  if (anytime && anytime->low > 0) return of + size + " More sales are completed with the offer.";
  return of + size + " No harm to sales is proven.";
}

Figure conversion(const ReportGroup& group, const FigureContext& context) {
  Figure figure = figureOf(context, "conversion", "Completed orders: the guardrail", Chart::Intervals, Unit::Percent);
  figure.rowName = "Arm";
  figure.columns = {{"Conversion"}};
  for (FigureColumn& column : estimateColumns("Difference")) figure.columns.push_back(std::move(column));
  figure.columns.push_back({"at every look from", "value", Part::WideLow});
  figure.columns.push_back({"to", "value", Part::WideHigh});
  figure.zero = true;
  figure.note = "the wide bar holds at every look; pp are percentage points";
  for (std::size_t at = 0; at < group.arms.size(); ++at) {
    const ArmReading& arm = group.reading.arms[at];
    const RateDifference* difference =
        arm.versusBaseline && arm.versusBaseline->conversion ? &*arm.versusBaseline->conversion : nullptr;
    FigureRow row{armName(group, at), {}, {arm.conversion ? shareCell(arm.conversion->value) : absentCell()}};
    if (difference == nullptr) {
      row.cells.insert(row.cells.end(), 5, absentCell());
    } else {
      for (const double value : {difference->difference, difference->low, difference->high}) {
        row.cells.push_back(pointsCell(value));
      }
      const auto& anytime = arm.versusBaseline->anytimeConversion;
      row.cells.push_back(anytime ? pointsCell(anytime->low) : absentCell());
      row.cells.push_back(anytime ? pointsCell(anytime->high) : absentCell());
      if (!figure.summary.empty()) figure.summary += " ";
      figure.summary += conversionSummary(group, at, *difference, anytime);
    }
    figure.rows.push_back(std::move(row));
  }
  if (figure.summary.empty()) figure.summary = "Nothing to compare: no arm is without the offer.";
  return figure;
}

Figure funnel(const ReportGroup& group, const FigureContext& context) {
  Figure figure = figureOf(context, "funnel", "From assigned to kept", Chart::Bars, Unit::Percent);
  figure.rowName = "Step";
  for (std::size_t at = 0; at < group.arms.size(); ++at) {
    figure.columns.push_back({armName(group, at)});
    figure.columns.push_back({"share", armName(group, at), Part::Value});
  }
  const std::pair<std::string_view, std::int64_t Funnel::*> kSteps[] = {
      {"Assigned", &Funnel::assigned}, {"Saw it", &Funnel::seen},       {"Accepted", &Funnel::accepted},
      {"Kept", &Funnel::kept},         {"Declined", &Funnel::declined}, {"Undone", &Funnel::undone}};
  for (const auto& [name, step] : kSteps) {
    FigureRow row{std::string(name), {}, {}};
    for (const ArmTotals& arm : group.arms) {
      const std::int64_t count = arm.funnel.*step;
      row.cells.push_back(countCell(count));
      row.cells.push_back(arm.funnel.assigned > 0
                              ? shareCell(static_cast<double>(count) / static_cast<double>(arm.funnel.assigned))
                              : absentCell());
    }
    figure.rows.push_back(std::move(row));
  }
  Funnel all;
  for (std::size_t at = group.hasHoldout() ? 1 : 0; at < group.arms.size(); ++at) {
    const Funnel& arm = group.arms[at].funnel;
    all.assigned += arm.assigned;
    all.seen += arm.seen;
    all.accepted += arm.accepted;
    all.kept += arm.kept;
  }
  figure.summary = "Of " + countText(all.assigned) + " assigned to the offer, " + countText(all.seen) + " saw it, " +
                   countText(all.accepted) + " accepted and " + countText(all.kept) + " kept it.";
  return figure;
}

Figure returns(const ReportGroup& group, const FigureContext& context) {
  Figure figure = figureOf(context, "returns", "Returns as they mature", Chart::Lines, Unit::Percent);
  const std::string days = std::to_string(context.maturityDays) + " days";
  figure.rowName = "Week of assignment";
  figure.columns = {{"Orders"},
                    {"Gross"},
                    {"Returned"},
                    {"share", "came back", Part::Value},
                    {"Younger than " + days, "may still come back", Part::Value}};
  figure.fold = true;
  Returns all;
  for (const ReturnsOfWeek& week : group.returns) {
    const Returns& each = week.returns;
    const double gross = real(each.gross);
    FigureRow row{dayText(week.week), week.week, {}};
    row.cells = {countCell(each.orders), moneyCell(context.money, gross), moneyCell(context.money, real(each.refunded)),
                 gross > 0 ? shareCell(real(each.refunded) / gross) : absentCell(),
                 gross > 0 ? shareCell(real(each.immatureGross) / gross) : absentCell()};
    figure.rows.push_back(std::move(row));
    all.gross += each.gross;
    all.refunded += each.refunded;
    all.immatureGross += each.immatureGross;
  }
  figure.summary = all.gross > 0 ? shareText(real(all.refunded) / real(all.gross)) + " of the gross value came back. " +
                                       shareText(real(all.immatureGross) / real(all.gross)) +
                                       " of it is younger than " + days + " and may still come back."
                                 : "No order has been counted yet.";
  return figure;
}

Figure split(const ReportGroup& group, const FigureContext& context) {
  Figure figure = figureOf(context, "split", "Split of the visitors", Chart::None, Unit::Count);
  figure.rowName = "Arm";
  figure.columns = {{"Visitors"}, {"Share"}, {"Intended"}};
  std::int64_t all = 0;
  for (const ArmTotals& arm : group.arms) all += arm.funnel.assigned;
  for (const ArmTotals& arm : group.arms) {
    figure.rows.push_back(
        {arm.counts.name,
         {},
         {countCell(arm.funnel.assigned),
          all > 0 ? shareCell(static_cast<double>(arm.funnel.assigned) / static_cast<double>(all)) : absentCell(),
          arm.counts.weight > 0 ? shareCell(arm.counts.weight) : absentCell()}});
  }
  if (!group.reading.srm) {
    figure.summary = "Not tested: the intended shares are not known. Give the book to have them tested.";
    return figure;
  }
  const std::string p = probabilityText(group.reading.srm->p);
  figure.summary =
      group.reading.srm->alarm
          ? "Not as intended (p " + (p.front() == '<' ? p : "= " + p) +
                "): something loses or adds visitors in one arm. Do not trust the figures before it is found."
          : "As intended (p = " + p + ").";
  figure.note = "Pearson’s chi-square test; an alarm is p below 0.001";
  return figure;
}

}  // namespace

std::vector<Figure> figuresOf(const ReportGroup& group, const FigureContext& context) {
  std::vector<Figure> figures;
  figures.push_back(takeRate(group, context));
  if (!group.week) {
    for (std::size_t at = 1; at < group.arms.size(); ++at) figures.push_back(overWeeks(group, at, context));
  }
  figures.push_back(valuePerVisitor(group, context));
  if (group.arms.size() > 1) figures.push_back(conversion(group, context));
  figures.push_back(funnel(group, context));
  figures.push_back(returns(group, context));
  if (group.arms.size() > 1) figures.push_back(split(group, context));
  return figures;
}

}  // namespace aftermint::report
