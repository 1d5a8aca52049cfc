// Reports: from the sums of a store to groups, JSON, page and text.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "report/results_page.h"

namespace aftermint::report {
namespace {

constexpr Millis kMonday = 1'785'715'200'000;  // 2026-08-03
constexpr Millis kWeek = 7 * kDayMillis;

/** Sums of an arm in a week: every visitor who buys pays `amount`, and `refunds` of them get it back. */
ArmSums sums(const std::string& offer, const std::string& arm, int week, std::int64_t visitors, std::int64_t buyers,
             std::int64_t amount, std::int64_t refunds = 0) {
  ArmSums row;
  row.offer = offer;
  row.arm = arm;
  row.week = kMonday + week * kWeek;
  row.counts.name = arm;
  row.counts.visitors = visitors;
  row.counts.buyers = buyers;
  row.counts.exposed = arm == "holdout" ? 0 : visitors / 2;
  row.counts.accepts = arm == "holdout" ? 0 : visitors / 10;
  row.accepted = row.kept = row.counts.accepts;
  row.orders = buyers;
  row.counts.orders = {buyers, buyers};
  row.counts.before = {visitors * 900, visitors * 900 * 1000};
  row.counts.gross = {buyers * amount, buyers * amount * amount, buyers * amount, buyers * amount * 900};
  const std::int64_t paid = buyers - refunds;
  row.counts.net = {paid * amount, paid * amount * amount, paid * amount, paid * amount * 900};
  row.refunded = refunds * amount;
  return row;
}

std::vector<ArmSums> twoWeeks() {
  return {sums("guards", "offered", 0, 900, 300, 1200, 10), sums("guards", "holdout", 0, 100, 30, 1000),
          sums("guards", "offered", 1, 800, 280, 1200), sums("guards", "holdout", 1, 120, 40, 1000)};
}

ReportQuery query(ReportBy by = ReportBy::Offer) {
  ReportQuery query;
  query.by = by;
  query.now = kMonday + 10 * kWeek;
  return query;
}

Report reportOf(const std::vector<ArmSums>& rows, ReportBy by = ReportBy::Offer) {
  return makeReport(query(by), rows, "GBP");
}

std::string htmlOf(const Report& report) { return reportHtml(pageOf(report, {})); }

/** A book says how long outcomes count, and how much a verdict needs. */
TEST(Report, JudgesAsTheBookSays) {
  Book book;
  book.policy.reading = ReadingPolicy{60, 7, 10, 5};
  const IndexedBook indexed(std::move(book));
  ReportQuery ofBook = query();
  ofBook.book = &indexed;
  EXPECT_EQ(sumsQuery(ofBook).window, 60 * kDayMillis);
  EXPECT_EQ(sumsQuery(ofBook).maturity, 7 * kDayMillis);
  EXPECT_EQ(sumsQuery(query()).window, 30 * kDayMillis) << "without a book the defaults hold";
  const std::vector<ArmSums> few = {sums("guards", "offered", 0, 90, 30, 1200),
                                    sums("guards", "holdout", 0, 80, 25, 1000)};
  const auto verdict = [&](const ReportQuery& asked) {
    return makeReport(asked, few, "GBP").groups.front().reading.arms[1].verdict->verdict;
  };
  EXPECT_EQ(verdict(query()), ReadingVerdict::TooEarly);
  EXPECT_NE(verdict(ofBook), ReadingVerdict::TooEarly);
}

TEST(Report, TheHoldoutIsTheBaseline) {
  const Report report = reportOf(twoWeeks());
  ASSERT_EQ(report.groups.size(), 1u);
  const ReportGroup& group = report.groups.front();
  ASSERT_EQ(group.arms.size(), 2u);
  EXPECT_EQ(group.arms[0].counts.name, "holdout");
  EXPECT_EQ(group.arms[0].funnel.assigned, 220);
  EXPECT_EQ(group.arms[1].funnel.assigned, 1700);
  EXPECT_TRUE(group.hasHoldout());
  EXPECT_FALSE(group.reading.arms[0].versusBaseline);
  ASSERT_TRUE(group.reading.arms[1].versusBaseline);
  EXPECT_NEAR(group.reading.arms[1].valuePerVisitor.net->value, 570.0 * 1200 / 1700, 1e-9);
}

TEST(Report, WeeksAddUpToTheWhole) {
  const Report report = reportOf(twoWeeks());
  const ReportGroup& group = report.groups.front();
  ASSERT_EQ(group.weeks.size(), 2u);
  EXPECT_EQ(group.weeks[0].week, kMonday);
  const Comparison& last = *group.weeks.back().arms.at(0);
  const Comparison& whole = *group.reading.arms[1].versusBaseline;
  EXPECT_EQ(last.valuePerVisitor.net->difference, whole.valuePerVisitor.net->difference);
  EXPECT_EQ(last.anytimeNet->low, whole.anytimeNet->low);
  EXPECT_NE(group.weeks.front().arms.at(0)->anytimeNet->low, whole.anytimeNet->low);
  ASSERT_EQ(group.returns.size(), 2u);
  EXPECT_EQ(group.returns[0].returns.refunded, 12'000);
}

TEST(Report, ByWeekEachWeekIsAGroup) {
  std::vector<ArmSums> rows = twoWeeks();
  for (ArmSums& row : rows) row.offer.clear();
  const Report report = reportOf(rows, ReportBy::Week);
  ASSERT_EQ(report.groups.size(), 2u);
  EXPECT_EQ(report.groups[0].week, kMonday);
  EXPECT_EQ(report.groups[1].arms[0].funnel.assigned, 120);
}

TEST(Report, StrataThatLeaveSomebodyOutAreNotUsed) {
  std::vector<ArmSums> rows = twoWeeks();
  for (ArmSums& row : rows) row.buyer = row.week == kMonday ? "first" : "returning";
  const Report divided = reportOf(rows);
  for (const ArmTotals& arm : divided.groups.front().arms) EXPECT_EQ(arm.counts.strata.size(), 2u);
  rows.front().buyer.clear();
  const Report undivided = reportOf(rows);
  for (const ArmTotals& arm : undivided.groups.front().arms) EXPECT_TRUE(arm.counts.strata.empty());
}

TEST(Report, JsonHasTheReadingAndExactSums) {
  std::vector<ArmSums> rows = twoWeeks();
  rows.front().immatureGross = Exact(1) << 100;
  const std::string json = encode(reportOf(rows));
  EXPECT_NE(json.find("\"immatureGross\":1267650600228229401496703205376"), std::string::npos) << json;
  const auto parsed = nlohmann::json::parse(json);
  EXPECT_EQ(parsed["ok"], true);
  EXPECT_EQ(parsed["by"], "offer");
  EXPECT_EQ(parsed["counted"], "2026-10-12T00:00:00Z");
  const auto& group = parsed["groups"][0];
  EXPECT_EQ(group["offer"], "guards");
  EXPECT_FALSE(group.contains("placement"));
  EXPECT_EQ(group["arms"][1]["kept"], 170);
  EXPECT_EQ(group["reading"]["arms"][1]["name"], "offered");
  EXPECT_EQ(group["weeks"][1]["until"], "2026-08-10");
  EXPECT_EQ(group["weeks"][1]["arms"][0]["net"]["difference"],
            group["reading"]["arms"][1]["versusBaseline"]["valuePerVisitor"]["net"]["difference"]);
  EXPECT_EQ(group["returns"][0]["refunded"], 12'000);
}

TEST(Report, NothingCountedIsSaid) {
  const Report report = reportOf({});
  EXPECT_NE(htmlOf(report).find("Nothing has been counted yet."), std::string::npos);
  EXPECT_NE(textOf(pageOf(report, {})).find("Nothing has been counted yet."), std::string::npos);
  EXPECT_EQ(nlohmann::json::parse(encode(report))["groups"], nlohmann::json::array());
  EXPECT_NE(htmlOf(reportOf({}, ReportBy::Experiment)).find("No visitor has been assigned to an experiment yet."),
            std::string::npos);
}

TEST(Report, WithoutAHoldoutNoComparisonIsPossible) {
  const Report report = reportOf({sums("guards", "offered", 0, 900, 300, 1200)});
  ASSERT_EQ(report.groups.front().arms.size(), 1u);
  const Page page = pageOf(report, {});
  ASSERT_EQ(page.headlines.size(), 1u);
  EXPECT_EQ(page.headlines.front().tone, Tone::Wait);
  EXPECT_NE(page.headlines.front().says.find("No comparison is possible"), std::string::npos);
  for (const Figure& figure : page.groups.front().figures) EXPECT_EQ(figure.id.find("weeks"), std::string::npos);
}

TEST(Report, AcceptsWithoutAViewAreNamed) {
  std::vector<ArmSums> rows = twoWeeks();
  rows.front().acceptedUnseen = 3;
  rows.front().orderUnits = 50;
  const std::string html = htmlOf(reportOf(rows));
  EXPECT_NE(html.find("3 units accepted without a recorded view."), std::string::npos);
  EXPECT_NE(html.find("50 of 1,920 units are orders"), std::string::npos);
}

TEST(Report, HarmToSalesIsTheFirstHeadline) {
  std::vector<ArmSums> rows = {
      sums("works", "offered", 0, 20'000, 10'000, 1500), sums("works", "holdout", 0, 20'000, 10'000, 1000),
      sums("harms", "offered", 0, 20'000, 8'000, 1000), sums("harms", "holdout", 0, 20'000, 10'000, 1000)};
  const Report report = reportOf(rows);
  const std::vector<HarmfulArm> harmful = harmfulArms(report);
  ASSERT_EQ(harmful.size(), 1u);
  EXPECT_EQ(harmful.front().offer, "harms");
  EXPECT_FALSE(harmful.front().because.empty());
  const Page page = pageOf(report, {});
  ASSERT_EQ(page.headlines.size(), 2u);
  EXPECT_EQ(page.headlines[0].title, "harms");
  EXPECT_EQ(page.headlines[0].tone, Tone::Bad);
  EXPECT_EQ(page.headlines[1].tone, Tone::Good);
}

TEST(Report, IdsFromTheStoreAreEscaped) {
  const std::string evil = "<img src=x onerror=alert(1)>";
  const std::string html = htmlOf(reportOf({sums(evil, evil, 0, 900, 300, 1200)}));
  EXPECT_EQ(html.find("<img"), std::string::npos);
  EXPECT_NE(html.find("&lt;img src=x onerror=alert(1)&gt;"), std::string::npos);
}

TEST(Report, EveryFigureHasASummaryAndFullRows) {
  for (const ReportBy by : {ReportBy::Offer, ReportBy::Week}) {
    const Page page = pageOf(reportOf(twoWeeks(), by), {});
    for (const PageGroup& group : page.groups) {
      EXPECT_FALSE(group.title.empty());
      for (const Figure& figure : group.figures) {
        EXPECT_FALSE(figure.summary.empty()) << figure.id;
        for (const FigureRow& row : figure.rows) EXPECT_EQ(row.cells.size(), figure.columns.size()) << figure.id;
      }
    }
  }
}

}  // namespace
}  // namespace aftermint::report
