#include "cli/order_report.h"

#include <array>
#include <string_view>

#include "cli/output.h"
#include "json.h"

namespace aftermint::cli {
namespace {

using orders::DateEvidence;
using orders::DateOrder;
using orders::StatusKind;

Json statusesOf(const orders::OrderFileRead& read, StatusKind kind) {
  Json out = Json::object();
  for (const auto& [text, entry] : read.notes.statuses.all()) {
    if (entry.kind == kind) out[text] = entry.orders.size();
  }
  return out;
}

/** "paid 30, pending 2". */
std::string listed(const Json& counts) {
  std::string out;
  for (const auto& [text, count] : counts.items()) {
    out += (out.empty() ? "" : ", ") + text + " " + std::to_string(count.get<std::size_t>());
  }
  return out;
}

std::string statusText(const orders::OrderFileRead& read) {
  const std::array<std::pair<std::string_view, StatusKind>, 3> kinds = {
      {{"counted as sales", StatusKind::Sale},
       {"not counted", StatusKind::NoSale},
       {"unknown, counted as sales", StatusKind::Unknown}}};
  std::string out;
  for (const auto& [title, kind] : kinds) {
    const std::string words = listed(statusesOf(read, kind));
    if (!words.empty()) out += (out.empty() ? "Orders by status: " : "; ") + std::string(title) + ": " + words;
  }
  return out.empty() ? out : out + ".\n";
}

std::string dateText(const orders::OrderFileRead& read) {
  if (read.evidence == DateEvidence::None) return {};
  const std::string order = read.dates == DateOrder::DayMonth ? "day first" : "month first";
  const std::string other(toString(read.dates == DateOrder::DayMonth ? DateOrder::MonthDay : DateOrder::DayMonth));
  if (read.evidence == DateEvidence::Asked) return "Dates are read with the " + order + " (--dates).\n";
  return "Dates are read with the " + order +
         (read.evidence == DateEvidence::Value ? ", because one has a number above 12"
                                               : ", because only then are the lines sorted by day") +
         " (use --dates " + other + " to change this).\n";
}

std::string unreadText(std::size_t count, std::string_view what, const std::string& first) {
  if (count == 0) return {};
  return counted(count, what) + " could not be read (first: " + first + "); " +
         (count == 1 ? "the line counts" : "the lines count") + " without it.\n";
}

}  // namespace

Json skippedByJson(const orders::LineCounts& lines) {
  Json out = Json::object();
  for (std::size_t i = 0; i < orders::kSkipReasons; ++i) {
    if (lines.skippedBy[i] > 0) out[std::string(toString(static_cast<orders::SkipReason>(i)))] = lines.skippedBy[i];
  }
  return out;
}

Json orderReadJson(const orders::OrderFileRead& read) {
  Json columns = Json::object();
  for (std::size_t i = 0; i < orders::kRoles; ++i) {
    if (!read.columns[i].empty()) columns[std::string(toString(static_cast<orders::Role>(i)))] = read.columns[i];
  }
  Json out = {{"shape", read.shape->name}, {"columns", std::move(columns)}};
  if (read.evidence != DateEvidence::None) {
    out["dates"] = {{"order", toString(read.dates)}, {"by", toString(read.evidence)}};
  }
  out["statuses"] = {{"sales", statusesOf(read, StatusKind::Sale)},
                     {"noSales", statusesOf(read, StatusKind::NoSale)},
                     {"unknown", statusesOf(read, StatusKind::Unknown)}};
  out["unread"] = {{"times", read.notes.unreadTimes}, {"prices", read.notes.unreadPrices}};
  return out;
}

std::string orderReadText(const orders::OrderFileRead& read) {
  std::string out;
  for (std::size_t i = 0; i < orders::kRoles; ++i) {
    if (read.columns[i].empty()) continue;
    out += (out.empty() ? "" : ", ") + std::string(toString(static_cast<orders::Role>(i))) + " \"" + read.columns[i] +
           "\"";
  }
  return "Columns: " + out + ".\n" + dateText(read) + statusText(read) +
         unreadText(read.notes.unreadTimes, "time", read.notes.firstTime) +
         unreadText(read.notes.unreadPrices, "price", read.notes.firstPrice);
}

}  // namespace aftermint::cli
