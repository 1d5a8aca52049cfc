#include "report/figure.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <system_error>

#include "aftermint/text.h"
#include "table/csv_field.h"
#include "visible_text.h"

namespace aftermint::report {
namespace {

void pad(std::string& line, std::string_view text, std::size_t width, bool atEnd) {
  const std::size_t size = codePoints(text);
  const std::string space(width > size ? width - size : 0, ' ');
  line += atEnd ? space + std::string(text) : std::string(text) + space;
}

}  // namespace

std::string_view nameOf(Chart chart) {
  constexpr std::string_view kNames[] = {"none", "intervals", "lines", "bars"};
  return kNames[static_cast<std::size_t>(chart)];
}

std::string_view nameOf(Unit unit) {
  constexpr std::string_view kNames[] = {"percent", "money", "count"};
  return kNames[static_cast<std::size_t>(unit)];
}

std::string_view nameOf(Part part) {
  constexpr std::string_view kNames[] = {"", "value", "low", "high", "wideLow", "wideHigh"};
  return kNames[static_cast<std::size_t>(part)];
}

std::string exactText(double value) {
  char buffer[32];
  const auto [end, error] = std::to_chars(std::begin(buffer), std::end(buffer), value);
  return error == std::errc() ? std::string(buffer, end) : std::string();
}

std::string csvOf(const Figure& figure) {
  std::string csv = csvField(figure.rowName);
  for (const FigureColumn& column : figure.columns) csv += "," + csvField(column.name);
  csv += "\r\n";
  for (const FigureRow& row : figure.rows) {
    csv += csvField(row.name);
    for (const Cell& cell : row.cells) csv += "," + (cell.value ? exactText(*cell.value) : csvField(cell.text));
    csv += "\r\n";
  }
  return csv;
}

std::string textOf(const Figure& figure) {
  std::vector<std::vector<std::string>> lines;
  std::vector<std::string>& head = lines.emplace_back();
  head.push_back(figure.rowName);
  for (const FigureColumn& column : figure.columns) head.push_back(column.name);
  for (const FigureRow& row : figure.rows) {
    std::vector<std::string>& line = lines.emplace_back();
    line.push_back(visibleLine(row.name));
    for (const Cell& cell : row.cells) line.push_back(visibleLine(cell.text));
  }
  std::vector<std::size_t> widths(lines.front().size(), 0);
  for (const auto& line : lines) {
    for (std::size_t at = 0; at < line.size(); ++at) widths[at] = std::max(widths[at], codePoints(line[at]));
  }
  std::string text;
  for (const auto& line : lines) {
    std::string out = "  ";
    for (std::size_t at = 0; at < line.size(); ++at) {
      if (at > 0) out += "  ";
      pad(out, line[at], widths[at], at > 0);
    }
    out.erase(out.find_last_not_of(' ') + 1);
    text += out + "\n";
  }
  return text;
}

}  // namespace aftermint::report
