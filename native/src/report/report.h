/** @file A report: the sums of a store, read group by group. */
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aftermint/index.h"
#include "aftermint/reading.h"
#include "events/left_out.h"
#include "events/sums.h"

namespace aftermint::report {

/** What a report is divided by. `Week` is the week of the assignment. */
enum class ReportBy { Offer, Experiment, Placement, Week };

/** The codes of ReportBy, in its order. */
inline constexpr std::string_view kReportBy[] = {"offer", "experiment", "placement", "week"};

/** The ReportBy of a code; none for another text. */
[[nodiscard]] std::optional<ReportBy> parseReportBy(std::string_view code);

/** What a report is about. */
struct ReportQuery {
  ReportBy by = ReportBy::Offer;
  Millis now = 0;
  Millis from = 0;                    ///< units that were assigned earlier do not count
  const IndexedBook* book = nullptr;  ///< for titles, intended shares and placements; may be null
};

/** How far the units of an arm came. Units are visitors, or orders where no visitor id could be kept. */
struct Funnel {
  std::int64_t assigned = 0;
  std::int64_t seen = 0;      ///< with an exposure
  std::int64_t accepted = 0;  ///< also if undone
  std::int64_t kept = 0;      ///< neither undone nor refunded whole
  std::int64_t declined = 0;
  std::int64_t undone = 0;
  std::int64_t acceptedUnseen = 0;  ///< accepted without an exposure
};

/** Money that may still come back. Amounts are in minor units. */
struct Returns {
  std::int64_t orders = 0, immatureOrders = 0;
  Exact gross = 0, refunded = 0, immatureGross = 0;
};

/** The totals of one arm. */
struct ArmTotals {
  ArmCounts counts;
  Funnel funnel;
  Returns returns;
  std::int64_t orderUnits = 0;   ///< units that are an order
  std::int64_t openWindows = 0;  ///< units whose window is not over
};

/** What was known of the units assigned until the end of a week, one per arm but the first. */
struct UntilWeek {
  Millis week = 0;  ///< Monday 00:00 UTC
  std::vector<std::optional<Comparison>> arms;
};

/** Orders of the units that were assigned in a week. */
struct ReturnsOfWeek {
  Millis week = 0;
  Returns returns;
};

/** One experiment, offer, placement or week. */
struct ReportGroup {
  std::string experiment, offer, placement;  ///< empty where the report does not divide by it
  std::optional<Millis> week;
  std::vector<ArmTotals> arms;  ///< the holdout first, else the experiment's control
  Reading reading;              ///< of these arms
  std::vector<UntilWeek> weeks;
  std::vector<ReturnsOfWeek> returns;
  Millis firstWeek = 0, lastWeek = 0;

  [[nodiscard]] bool hasHoldout() const { return !arms.empty() && arms.front().counts.name == kHoldoutArm; }
};

/** An offer that the guard took out of the served book (guard/guard.h), until a person releases it. */
struct StoppedOffer {
  std::string offer;            ///< id
  std::string experiment, arm;  ///< ids, if the finding is about an arm; else empty
  std::string because;          ///< what the verdict rested on when the offer was stopped
  std::string figures = "[]";   ///< its figures, as a JSON array like that of a verdict
  Millis since = 0;
  std::string release;  ///< the command that brings the offer back
};

/** The results of a store. */
struct Report {
  ReportBy by = ReportBy::Offer;
  Millis counted = 0;
  Millis window = 0, maturity = 0;
  std::string currency;               ///< ISO 4217; empty if nothing was sold
  std::int64_t simulatedEvents = 0;   ///< of shoppers who do not exist (`aftermint simulate`)
  std::vector<LeftOutCount> leftOut;  ///< events of pages that do not count, in the last `window` before `counted`
  Millis completeSince = 0;           ///< older events of pages were deleted for their age; 0: none was
  std::vector<ReportGroup> groups;
  std::vector<StoppedOffer> stopped;  ///< oldest first
};

/** An offer that does harm. */
struct HarmfulArm {
  std::string experiment, offer, placement, arm;  ///< ids; empty where the report does not divide by it
  std::string because;                            ///< what the verdict rests on
};

/** The arms whose verdict is `stop`, in the order of the report. */
[[nodiscard]] std::vector<HarmfulArm> harmfulArms(const Report& report);

/** The query for the sums of a report. */
[[nodiscard]] SumsQuery sumsQuery(const ReportQuery& query);

/**
 * Reads the sums that `sumsQuery` asked for. Groups are ordered by their ids, weeks by time.
 *
 * @param earlier for a report by experiment: the earlier arms of its units (`Store::earlier`)
 */
[[nodiscard]] Report makeReport(const ReportQuery& query, const std::vector<ArmSums>& sums, std::string currency,
                                const std::vector<EarlierSums>& earlier = {});

/** The report as compact JSON (docs/formats.md, Report). */
[[nodiscard]] std::string encode(const Report& report);

}  // namespace aftermint::report
