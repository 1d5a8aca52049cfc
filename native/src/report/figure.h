/** @file A figure of a report: a table with what a chart of it needs. Text, HTML and CSV are made from it. */
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aftermint/book.h"

namespace aftermint::report {

/** How the page draws a figure (report/src/charts.ts). */
enum class Chart {
  None,       ///< only the table
  Intervals,  ///< a row per arm: a dot with its interval
  Lines,      ///< a line per series over time
  Bars,       ///< a bar per row and series, from 0
};

/** What the numbers of a figure are. */
enum class Unit { Percent, Money, Count };

/** Which part of a series a column holds. */
enum class Part { None, Value, Low, High, WideLow, WideHigh };

/** A column after the first one, which holds the names of the rows. */
struct FigureColumn {
  std::string name;
  std::string series = {};  ///< its name in the legend
  Part part = Part::None;   ///< None: only in the table
};

/** A cell: what people read, and its exact number for charts and CSV. Amounts are in minor units, shares are 0 to 1. */
struct Cell {
  std::string text;
  std::optional<double> value = {};
};

struct FigureRow {
  std::string name;
  std::optional<Millis> time = {};  ///< its place on a time axis
  std::vector<Cell> cells;          ///< one per column
};

/** A range behind the figures, for comparison. Shares are 0 to 1. */
struct Band {
  double low = 0, high = 0;
};

/** A figure of a report. */
struct Figure {
  std::string id;  ///< unique on the page
  std::string title;
  std::string summary;  ///< what the figure says, in one or two sentences: the chart's text alternative
  std::string note;     ///< source or method; may be empty
  Chart chart = Chart::None;
  Unit unit = Unit::Count;
  std::string rowName;  ///< head of the first column
  std::vector<FigureColumn> columns;
  std::vector<FigureRow> rows;
  std::optional<Band> band = {};
  bool zero = false;  ///< draw the line of "no difference"
  bool fold = false;  ///< the page may fold the table under its chart
};

/** The code of a chart, unit or part in the page's HTML. */
[[nodiscard]] std::string_view nameOf(Chart chart);
[[nodiscard]] std::string_view nameOf(Unit unit);
[[nodiscard]] std::string_view nameOf(Part part);

/** The shortest text that reads back as the same number. */
[[nodiscard]] std::string exactText(double value);

/**
 * The figure as CSV (RFC 4180), with a head; numbers are exact, with a point. An empty field is an absent figure.
 *
 * A text that a spreadsheet would read as a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return)
 * gets an apostrophe in front.
 */
[[nodiscard]] std::string csvOf(const Figure& figure);

/** The figure's table in plain text, columns aligned. */
[[nodiscard]] std::string textOf(const Figure& figure);

}  // namespace aftermint::report
