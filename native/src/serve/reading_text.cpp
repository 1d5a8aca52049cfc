#include "serve/reading_text.h"

#include <algorithm>
#include <array>

#include "aftermint/render.h"
#include "aftermint/text.h"
#include "money.h"
#include "percent.h"

namespace aftermint {
namespace {

constexpr std::array<std::string_view, 8> kHeads = {"offer",  "placement",        "shown",  "taken", "declined",
                                                    "undone", "take-rate (95 %)", "revenue"};
using Cells = std::array<std::string, kHeads.size()>;

Cells cellsOf(const ReadingRow& row, const StoreReading& reading, std::string_view locale) {
  return {row.offer,
          row.placement,
          std::to_string(row.takeRate.of),
          std::to_string(row.takeRate.hits),
          std::to_string(row.declines),
          std::to_string(row.undos),
          percentTextFixed(row.takeRate.bps) + " (" + percentTextFixed(row.takeRate.lowBps) + " to " +
              percentTextFixed(row.takeRate.highBps) + ")",
          formatMoney(row.revenue, reading.currency, locale)};
}

std::string heading(const StoreReading& reading, std::string_view locale) {
  return std::to_string(reading.orders) + (reading.orders == 1 ? " order" : " orders") + ", mean value " +
         formatMoney(reading.meanOrderValue, reading.currency, locale) + "; " +
         formatMoney(reading.meanOrderValueWithout, reading.currency, locale) + " without offers.";
}

/** How wide the text is on a screen, near enough: its code points. */
std::size_t width(std::string_view text) { return codePoints(text); }

}  // namespace

std::string readingText(const StoreReading& reading, std::string_view locale) {
  std::string out = heading(reading, locale) + "\n";
  if (reading.rows.empty()) return out + "No offer was shown.\n";
  std::vector<Cells> rows;
  Cells& heads = rows.emplace_back();
  std::copy(kHeads.begin(), kHeads.end(), heads.begin());
  for (const ReadingRow& row : reading.rows) rows.push_back(cellsOf(row, reading, locale));
  std::array<std::size_t, kHeads.size()> widths = {};
  for (const Cells& cells : rows) {
    for (std::size_t i = 0; i < cells.size(); ++i) widths[i] = std::max(widths[i], width(cells[i]));
  }
  for (const Cells& cells : rows) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) line += cells[i] + std::string(widths[i] - width(cells[i]) + 2, ' ');
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
  }
  return out;
}

std::string readingHtml(const StoreReading& reading, std::string_view locale) {
  std::string out =
      "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Results of the offers</title>\n"
      "<style>body{font:16px/1.5 system-ui,sans-serif;margin:2rem;max-width:70rem}"
      "table{border-collapse:collapse}td,th{padding:.3rem .8rem;border-bottom:1px solid;text-align:start}"
      "td:nth-child(n+3){font-variant-numeric:tabular-nums}</style>\n<h1>Results of the offers</h1>\n<p>" +
      escapeHtml(heading(reading, locale)) + "</p>\n";
  if (reading.rows.empty()) return out + "<p>No offer was shown.</p>\n</html>\n";
  out += "<table>\n<thead><tr>";
  for (const std::string_view head : kHeads) out += "<th scope=\"col\">" + std::string(head) + "</th>";
  out += "</tr></thead>\n<tbody>\n";
  for (const ReadingRow& row : reading.rows) {
    out += "<tr>";
    for (const std::string& cell : cellsOf(row, reading, locale)) out += "<td>" + escapeHtml(cell) + "</td>";
    out += "</tr>\n";
  }
  return out + "</tbody>\n</table>\n</html>\n";
}

}  // namespace aftermint
