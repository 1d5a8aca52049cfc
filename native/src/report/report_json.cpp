// A report as JSON. It is written by hand, because exact sums may have more digits than a JSON library's integers.
#include <algorithm>

#include "aftermint/time.h"
#include "http/http.h"
#include "report/figure.h"
#include "report/report.h"

namespace aftermint::report {
namespace {

/** An exact integer in decimal. */
std::string decimal(Exact value) {
  if (value == 0) return "0";
  const bool isNegative = value < 0;
  std::string digits;
  for (; value != 0; value /= 10) {
    const int digit = static_cast<int>(value % 10);
    digits += static_cast<char>('0' + (digit < 0 ? -digit : digit));
  }
  if (isNegative) digits += '-';
  std::reverse(digits.begin(), digits.end());
  return digits;
}

/** Writes the members of an object or the values of an array, with commas between them. */
class List {
 public:
  List(std::string& out, char open, char close) : out_(out), close_(close) { out_ += open; }
  ~List() { out_ += close_; }
  List(const List&) = delete;
  List& operator=(const List&) = delete;

  /** Begins the next value, or the next member if it has a name. */
  std::string& next(std::string_view name = {}) {
    if (!isFirst_) out_ += ',';
    isFirst_ = false;
    if (!name.empty()) out_ += jsonString(name) + ":";
    return out_;
  }

  void text(std::string_view name, std::string_view value) { next(name) += jsonString(value); }
  void number(std::string_view name, Exact value) { next(name) += decimal(value); }

 private:
  std::string& out_;
  char close_;
  bool isFirst_ = true;
};

std::string dayOf(Millis week) { return std::string(writeTime(week)).substr(0, 10); }

void writeReturns(List& object, const Returns& returns) {
  object.number("orders", returns.orders);
  object.number("immatureOrders", returns.immatureOrders);
  object.number("gross", returns.gross);
  object.number("refunded", returns.refunded);
  object.number("immatureGross", returns.immatureGross);
}

void writeArm(std::string& out, const ArmTotals& arm) {
  List object(out, '{', '}');
  object.text("name", arm.counts.name);
  object.number("assigned", arm.funnel.assigned);
  object.number("seen", arm.funnel.seen);
  object.number("accepted", arm.funnel.accepted);
  object.number("kept", arm.funnel.kept);
  object.number("declined", arm.funnel.declined);
  object.number("undone", arm.funnel.undone);
  object.number("acceptedUnseen", arm.funnel.acceptedUnseen);
  object.number("orderUnits", arm.orderUnits);
  object.number("openWindows", arm.openWindows);
  writeReturns(object, arm.returns);
}

/** A difference with the interval that holds at every look; `null` if it is not defined. */
void writeAnytime(std::string& out, const std::optional<double>& difference,
                  const std::optional<AnytimeInterval>& interval) {
  if (!difference) {
    out += "null";
    return;
  }
  List object(out, '{', '}');
  object.next("difference") += exactText(*difference);
  object.next("low") += interval ? exactText(interval->low) : "null";
  object.next("high") += interval ? exactText(interval->high) : "null";
}

void writeUntil(std::string& out, const UntilWeek& week, const std::vector<ArmTotals>& arms) {
  List object(out, '{', '}');
  object.text("until", dayOf(week.week));
  List list(object.next("arms"), '[', ']');
  for (std::size_t at = 0; at < week.arms.size(); ++at) {
    const Comparison comparison = week.arms[at].value_or(Comparison());
    List arm(list.next(), '{', '}');
    arm.text("name", arms[at + 1].counts.name);
    const auto& raw = comparison.valuePerVisitor.net;
    const auto& adjusted = comparison.netAdjusted;
    writeAnytime(arm.next("net"), raw ? std::optional(raw->difference) : std::nullopt, comparison.anytimeNet);
    writeAnytime(arm.next("netAdjusted"), adjusted ? std::optional(adjusted->difference) : std::nullopt,
                 comparison.anytimeNetAdjusted);
  }
}

void writeGroup(std::string& out, const ReportGroup& group) {
  List object(out, '{', '}');
  if (!group.experiment.empty()) object.text("experiment", group.experiment);
  if (!group.offer.empty()) object.text("offer", group.offer);
  if (!group.placement.empty()) object.text("placement", group.placement);
  if (group.week) object.text("week", dayOf(*group.week));
  {
    List arms(object.next("arms"), '[', ']');
    for (const ArmTotals& arm : group.arms) writeArm(arms.next(), arm);
  }
  object.next("reading") += encode(group.reading);
  if (!group.week) {
    List weeks(object.next("weeks"), '[', ']');
    for (const UntilWeek& week : group.weeks) writeUntil(weeks.next(), week, group.arms);
  }
  List returns(object.next("returns"), '[', ']');
  for (const ReturnsOfWeek& week : group.returns) {
    List each(returns.next(), '{', '}');
    each.text("week", dayOf(week.week));
    writeReturns(each, week.returns);
  }
}

void writeStopped(std::string& out, const StoppedOffer& stopped) {
  List object(out, '{', '}');
  object.text("offer", stopped.offer);
  if (!stopped.experiment.empty()) object.text("experiment", stopped.experiment);
  if (!stopped.arm.empty()) object.text("arm", stopped.arm);
  object.text("since", std::string(writeTime(stopped.since)));
  object.text("because", stopped.because);
  object.next("figures") += stopped.figures;
  object.text("release", stopped.release);
}

}  // namespace

std::string encode(const Report& report) {
  std::string out;
  {
    List object(out, '{', '}');
    object.next("ok") += "true";
    object.text("by", kReportBy[static_cast<std::size_t>(report.by)]);
    object.text("counted", std::string(writeTime(report.counted)));
    object.number("windowDays", report.window / kDayMillis);
    object.number("matureDays", report.maturity / kDayMillis);
    object.text("currency", report.currency);
    object.number("simulatedEvents", report.simulatedEvents);
    {
      List leftOut(object.next("leftOut"), '[', ']');
      for (const LeftOutCount& each : report.leftOut) {
        List count(leftOut.next(), '{', '}');
        count.text("reason", toString(each.reason));
        count.number("events", each.events);
      }
    }
    if (report.completeSince > 0) object.text("completeSince", std::string(writeTime(report.completeSince)));
    {
      List stopped(object.next("stopped"), '[', ']');
      for (const StoppedOffer& each : report.stopped) writeStopped(stopped.next(), each);
    }
    List groups(object.next("groups"), '[', ']');
    for (const ReportGroup& group : report.groups) writeGroup(groups.next(), group);
  }
  return out;
}

}  // namespace aftermint::report
