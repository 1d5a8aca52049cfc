// Figures as CSV and text, and the results page as HTML.
#include <gtest/gtest.h>

#include "ids.h"
#include "report/page.h"

namespace aftermint::report {
namespace {

Figure takeRate() {
  Figure figure;
  figure.id = "g-1-take";
  figure.title = "Take-rate";
  figure.summary = "14 % took it.";
  figure.chart = Chart::Intervals;
  figure.unit = Unit::Percent;
  figure.rowName = "Arm";
  figure.columns = {{"Saw it"}, {"Rate", "rate", Part::Value}, {"from", "rate", Part::Low}, {"to", "rate", Part::High}};
  figure.rows = {{"offered", {}, {{"100", 100.0}, {"14.0 %", 0.14}, {"8.5 %", 0.085}, {"22.1 %", 0.221}}},
                 {"lower", {}, {{"0", 0.0}, {"–"}, {"–"}, {"–"}}}};
  figure.band = Band{0.1, 0.35};
  return figure;
}

Page onePage() {
  Page page;
  page.title = "Results of the offers";
  page.counted = "Counted now";
  page.locale = "en";
  page.currency = "GBP";
  page.groups.push_back({"g-1", "Blade guards", "guards · checkout", {}, {{"visitors", "120"}}, {takeRate()}});
  page.headlines.push_back({"g-1", "Blade guards", Tone::Good, "It works.", {"Reason."}, "Test another."});
  return page;
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

TEST(ReportFigure, CsvHasExactNumbersAndCrlf) {
  EXPECT_EQ(csvOf(takeRate()), "Arm,Saw it,Rate,from,to\r\noffered,100,0.14,0.085,0.221\r\nlower,0,–,–,–\r\n");
}

TEST(ReportFigure, CsvQuotesSeparatorsAndDisarmsFormulas) {
  Figure figure = takeRate();
  figure.columns = {{"a,b"}};
  figure.rows = {{"=HYPERLINK(\"x\")", {}, {{"", -2.5}}}, {"say \"hi\"", {}, {{"@sum"}}}};
  EXPECT_EQ(csvOf(figure), "Arm,\"a,b\"\r\n\"'=HYPERLINK(\"\"x\"\")\",-2.5\r\n\"say \"\"hi\"\"\",'@sum\r\n");
}

TEST(ReportFigure, TextAlignsItsColumns) {
  EXPECT_EQ(textOf(takeRate()),
            "  Arm      Saw it    Rate   from      to\n"
            "  offered     100  14.0 %  8.5 %  22.1 %\n"
            "  lower         0       –      –       –\n");
}

TEST(ReportPage, TheTableHoldsTheNumbersOfTheChart) {
  const std::string html = reportHtml(onePage());
  EXPECT_NE(html.find("<figure class=\"chart\" id=\"g-1-take\" data-chart=\"intervals\" data-unit=\"percent\""),
            std::string::npos)
      << html;
  EXPECT_NE(html.find("data-band=\"0.1 0.35\""), std::string::npos);
  EXPECT_NE(html.find("<th scope=\"col\" data-series=\"rate\" data-part=\"low\">from</th>"), std::string::npos);
  EXPECT_NE(html.find("<td data-value=\"0.085\">8.5 %</td>"), std::string::npos);
  EXPECT_NE(html.find("download=\"g-1-take.csv\""), std::string::npos);
}

TEST(ReportPage, EscapesEveryText) {
  constexpr std::string_view kEvil = "<script>alert(1)</script>\"' onload=x";
  Page page = onePage();
  const std::string evil(kEvil);
  page.title = page.counted = page.lede = page.locale = page.currency = evil;
  page.ways = {{evil, evil, true}};
  page.remarks = {{evil, true}};
  page.notes = {evil};
  page.headlines = {{evil, evil, Tone::Bad, evil, {evil}, evil}};
  Figure figure = takeRate();
  figure.id = figure.title = figure.summary = figure.note = figure.rowName = evil;
  figure.columns = {{evil, evil, Part::Value}};
  figure.rows = {{evil, {}, {{evil, 1.0}}}};
  page.groups = {{evil, evil, evil, {{evil, false}}, {{evil, evil}}, {figure}}};
  const std::string html = reportHtml(page);
  EXPECT_EQ(html.find("<script"), std::string::npos);
  EXPECT_EQ(html.find("\"' onload"), std::string::npos);
  EXPECT_GT(count(html, "&lt;script&gt;"), 15u);
}

TEST(ReportPage, OneFileAllowsItsOwnStyleAndScriptOnly) {
  const std::string html = pageInOneFile(onePage());
  const std::string style(reportCss());
  const std::string script(reportScript());
  EXPECT_NE(html.find("style-src &#39;" + integrityOf(style) + "&#39;"), std::string::npos);
  EXPECT_NE(html.find("script-src &#39;" + integrityOf(script) + "&#39;"), std::string::npos);
  EXPECT_NE(html.find("<style>" + style + "</style>"), std::string::npos);
  EXPECT_NE(html.find("<script>" + script + "</script>"), std::string::npos);
  EXPECT_EQ(count(html, "</script"), 1u) << "the script may not end its own element";
  EXPECT_EQ(count(html, "</style"), 1u);
  EXPECT_EQ(html.find("src=\""), std::string::npos) << "one file loads no other";
}

TEST(ReportPage, ALinkedPageHasNoInlineStyleOrScript) {
  const std::string html = linkedPage(onePage());
  EXPECT_NE(html.find("<link rel=\"stylesheet\" href=\"/report.css\">"), std::string::npos);
  EXPECT_NE(html.find("<script defer src=\"/report.js\"></script>"), std::string::npos);
  EXPECT_EQ(html.find("style="), std::string::npos);
  EXPECT_EQ(html.find("<style"), std::string::npos);
}

}  // namespace
}  // namespace aftermint::report
