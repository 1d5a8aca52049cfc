#include "report/report.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

#include "aftermint/codes.h"
#include "report/titles.h"

namespace aftermint::report {
namespace {

constexpr double kAllBps = 10'000;

/** What a group is found by: experiment, offer, placement, week. */
using GroupKey = std::tuple<std::string, std::string, std::string, Millis>;

GroupKey keyOf(const ArmSums& row, ReportBy by) {
  return {row.experiment, row.offer, row.placement, by == ReportBy::Week ? row.week : 0};
}

template <class T>
T& named(std::vector<T>& all, const std::string& name) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const T& each) { return each.name == name; });
  if (found != all.end()) return *found;
  all.emplace_back().name = name;
  return all.back();
}

void addEarlier(ArmCounts& counts, const ArmCounts& more) {
  for (const EarlierArm& from : more.earlier) {
    const auto found = std::find_if(counts.earlier.begin(), counts.earlier.end(), [&](const EarlierArm& each) {
      return each.experiment == from.experiment && each.arm == from.arm;
    });
    if (found != counts.earlier.end()) {
      found->visitors += from.visitors;
    } else {
      counts.earlier.push_back(from);
    }
  }
}

void addReturns(Returns& returns, const ArmSums& row) {
  returns.orders += row.orders;
  returns.immatureOrders += row.immatureOrders;
  returns.gross += row.counts.gross.sum;
  returns.refunded += row.refunded;
  returns.immatureGross += row.immatureGross;
}

void add(ArmTotals& arm, const ArmSums& row) {
  static_cast<UnitCounts&>(arm.counts) += row.counts;
  static_cast<UnitCounts&>(named(arm.counts.strata, row.buyer)) += row.counts;
  addEarlier(arm.counts, row.counts);
  arm.funnel.assigned += row.counts.visitors;
  arm.funnel.seen += row.counts.exposed;
  arm.funnel.accepted += row.accepted;
  arm.funnel.kept += row.kept;
  arm.funnel.declined += row.declined;
  arm.funnel.undone += row.undone;
  arm.funnel.acceptedUnseen += row.acceptedUnseen;
  addReturns(arm.returns, row);
  arm.orderUnits += row.orderUnits;
  arm.openWindows += row.openWindows;
}

/** The order of the arms: the holdout, then as in the book, then by name. */
std::vector<std::string> armOrder(const std::vector<const ArmSums*>& rows, const Experiment* experiment) {
  std::vector<std::string> order = {std::string(kHoldoutArm)};
  if (experiment != nullptr) {
    for (const Arm& arm : experiment->arms) order.emplace_back(arm.id);
  }
  std::vector<std::string> others;
  for (const ArmSums* row : rows) {
    if (std::find(order.begin(), order.end(), row->arm) == order.end()) others.push_back(row->arm);
  }
  std::sort(others.begin(), others.end());
  others.erase(std::unique(others.begin(), others.end()), others.end());
  order.insert(order.end(), others.begin(), others.end());
  std::erase_if(order, [&](const std::string& arm) {
    return std::none_of(rows.begin(), rows.end(), [&](const ArmSums* row) { return row->arm == arm; });
  });
  return order;
}

std::vector<ArmTotals> totalsOf(const std::vector<const ArmSums*>& rows, const std::vector<std::string>& order) {
  std::vector<ArmTotals> arms(order.size());
  for (std::size_t at = 0; at < order.size(); ++at) arms[at].counts.name = order[at];
  for (const ArmSums* row : rows) {
    const auto at = std::find(order.begin(), order.end(), row->arm) - order.begin();
    add(arms[static_cast<std::size_t>(at)], *row);
  }
  return arms;
}

/** Keeps strata only if they divide all units of every arm: nothing is known of a unit that is an order. */
void keepWholeStrata(std::vector<ArmTotals>& arms) {
  const bool isWhole = std::all_of(arms.begin(), arms.end(), [](const ArmTotals& arm) {
    return std::none_of(arm.counts.strata.begin(), arm.counts.strata.end(),
                        [](const Stratum& stratum) { return stratum.name.empty() && stratum.visitors > 0; });
  });
  for (ArmTotals& arm : arms) {
    if (!isWhole) arm.counts.strata.clear();
    std::erase_if(arm.counts.strata, [](const Stratum& stratum) { return stratum.name.empty(); });
  }
}

const Experiment* experimentOf(const IndexedBook* book, const std::string& id) {
  if (book == nullptr || id.empty()) return nullptr;
  for (const Experiment& experiment : book->book().experiments) {
    if (experiment.id == id) return &experiment;
  }
  return nullptr;
}

/** The intended share of each arm, if the book says it for all; else no arm has one. */
void setWeights(std::vector<ArmTotals>& arms, const IndexedBook* book, const Experiment* experiment) {
  if (book == nullptr || arms.size() < 2) return;
  const double holdout = book->book().holdout ? static_cast<double>(book->book().holdout->shareBps) / kAllBps : 0;
  const bool hasHoldout = arms.front().counts.name == kHoldoutArm;
  if (hasHoldout != (holdout > 0)) return;
  double all = 0;
  std::vector<double> weights;
  for (const ArmTotals& arm : arms) {
    double weight = 0;
    if (arm.counts.name == kHoldoutArm) {
      weight = holdout;
    } else if (experiment == nullptr) {
      weight = arms.size() == 2 ? 1 - holdout : 0;
    } else {
      for (const Arm& each : experiment->arms) {
        if (each.id == arm.counts.name) weight = (1 - holdout) * static_cast<double>(each.weightBps) / kAllBps;
      }
    }
    if (weight <= 0) return;
    all += weight;
    weights.push_back(weight);
  }
  for (std::size_t at = 0; at < arms.size(); ++at) arms[at].counts.weight = weights[at] / all;
}

/** Where the units of an experiment's arms had been before. */
void setEarlier(ReportGroup& group, const std::vector<EarlierSums>& earlier) {
  for (ArmTotals& arm : group.arms) {
    for (const EarlierSums& each : earlier) {
      if (each.experiment == group.experiment && each.arm == arm.counts.name) {
        arm.counts.earlier.push_back(each.earlier);
      }
    }
  }
}

Counts countsOf(const std::vector<ArmTotals>& arms) {
  Counts counts;
  for (const ArmTotals& arm : arms) counts.arms.push_back(arm.counts);
  return counts;
}

/** How the book says its results are judged. */
ReadingPolicy policyOf(const IndexedBook* book) {
  if (book == nullptr) return {};
  return book->book().policy.reading.value_or(ReadingPolicy{});
}

/** What a verdict needs besides the counts. */
ReadingContext contextOf(const ReportGroup& group, const ReportQuery& query) {
  ReadingContext context;
  context.placement = parse<Placement>(placementOf(group, query.book));
  // Only the week of the first assignment is known. Its end is taken, so that no verdict comes too early.
  context.days = std::max<Millis>(0, (query.now - group.firstWeek) / kDayMillis - 6);
  context.firstIsHoldout = group.hasHoldout();
  const ReadingPolicy policy = policyOf(query.book);
  context.minOrders = policy.minOrders;
  context.minDays = policy.minDays;
  Returns all;
  for (const ArmTotals& arm : group.arms) {
    all.orders += arm.returns.orders;
    all.immatureOrders += arm.returns.immatureOrders;
  }
  if (all.orders > 0) context.immatureShare = static_cast<double>(all.immatureOrders) / static_cast<double>(all.orders);
  return context;
}

std::vector<UntilWeek> untilEachWeek(const std::vector<const ArmSums*>& rows, const std::vector<std::string>& order) {
  std::map<Millis, std::vector<const ArmSums*>> byWeek;
  for (const ArmSums* row : rows) byWeek[row->week].push_back(row);
  std::vector<UntilWeek> weeks;
  std::vector<ArmTotals> arms = totalsOf({}, order);
  for (const auto& [week, ofWeek] : byWeek) {
    for (const ArmSums* row : ofWeek) {
      const auto at = std::find(order.begin(), order.end(), row->arm) - order.begin();
      add(arms[static_cast<std::size_t>(at)], *row);
    }
    Counts counts = countsOf(arms);
    for (ArmCounts& arm : counts.arms) arm.strata.clear();
    Reading reading = read(counts);
    UntilWeek until;
    until.week = week;
    for (std::size_t at = 1; at < reading.arms.size(); ++at) {
      until.arms.push_back(std::move(reading.arms[at].versusBaseline));
    }
    weeks.push_back(std::move(until));
  }
  return weeks;
}

std::vector<ReturnsOfWeek> returnsOf(const std::vector<const ArmSums*>& rows) {
  std::map<Millis, Returns> byWeek;
  for (const ArmSums* row : rows) addReturns(byWeek[row->week], *row);
  std::vector<ReturnsOfWeek> weeks;
  for (const auto& [week, returns] : byWeek) weeks.push_back({week, returns});
  return weeks;
}

}  // namespace

std::optional<ReportBy> parseReportBy(std::string_view code) {
  const auto found = std::find(std::begin(kReportBy), std::end(kReportBy), code);
  if (found == std::end(kReportBy)) return std::nullopt;
  return static_cast<ReportBy>(found - std::begin(kReportBy));
}

std::vector<HarmfulArm> harmfulArms(const Report& report) {
  std::vector<HarmfulArm> harmful;
  for (const ReportGroup& group : report.groups) {
    for (const ArmReading& arm : group.reading.arms) {
      if (!arm.verdict || arm.verdict->verdict != ReadingVerdict::Stop) continue;
      harmful.push_back({group.experiment, group.offer, group.placement, arm.name, arm.verdict->because});
    }
  }
  return harmful;
}

SumsQuery sumsQuery(const ReportQuery& query) {
  constexpr SumsBy kSumsBy[] = {SumsBy::Offer, SumsBy::Experiment, SumsBy::Placement, SumsBy::All};
  SumsQuery sums;
  sums.by = kSumsBy[static_cast<std::size_t>(query.by)];
  sums.now = query.now;
  sums.from = query.from;
  const ReadingPolicy policy = policyOf(query.book);
  sums.window = policy.windowDays * kDayMillis;
  sums.maturity = policy.matureDays * kDayMillis;
  return sums;
}

Report makeReport(const ReportQuery& query, const std::vector<ArmSums>& sums, std::string currency,
                  const std::vector<EarlierSums>& earlier) {
  const SumsQuery asked = sumsQuery(query);
  Report report;
  report.by = query.by;
  report.counted = query.now;
  report.window = asked.window;
  report.maturity = asked.maturity;
  report.currency = std::move(currency);
  std::map<GroupKey, std::vector<const ArmSums*>> groups;
  for (const ArmSums& row : sums) groups[keyOf(row, query.by)].push_back(&row);
  for (const auto& [key, rows] : groups) {
    ReportGroup& group = report.groups.emplace_back();
    std::tie(group.experiment, group.offer, group.placement, std::ignore) = key;
    if (query.by == ReportBy::Week) group.week = std::get<Millis>(key);
    const Experiment* experiment = experimentOf(query.book, group.experiment);
    const std::vector<std::string> order = armOrder(rows, experiment);
    group.arms = totalsOf(rows, order);
    keepWholeStrata(group.arms);
    setWeights(group.arms, query.book, experiment);
    setEarlier(group, earlier);
    group.returns = returnsOf(rows);
    group.firstWeek = group.returns.front().week;
    group.lastWeek = group.returns.back().week;
    Counts counts = countsOf(group.arms);
    if (!group.week && counts.arms.size() > 1) counts.context = contextOf(group, query);
    group.reading = read(counts);
    group.weeks = untilEachWeek(rows, order);
  }
  return report;
}

}  // namespace aftermint::report
