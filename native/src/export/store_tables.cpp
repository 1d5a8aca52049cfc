#include "export/store_tables.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include "aftermint/currency.h"
#include "events/clickhouse_client.h"
#include "export/offer_rows.h"
#include "export/table_source.h"
#include "json.h"

namespace aftermint {
namespace {

constexpr std::array<Column, 22> kOfferColumns = {{
    {"unit", ColumnKind::String},       {"visitor", ColumnKind::String},        {"order_id", ColumnKind::String},
    {"placement", ColumnKind::String},  {"offer", ColumnKind::String},          {"assigned_at", ColumnKind::Timestamp},
    {"holdout", ColumnKind::Boolean},   {"arms", ColumnKind::JsonText},         {"seen", ColumnKind::Boolean},
    {"seen_at", ColumnKind::Timestamp}, {"declined", ColumnKind::Boolean},      {"declined_at", ColumnKind::Timestamp},
    {"accepted", ColumnKind::Boolean},  {"accepted_at", ColumnKind::Timestamp}, {"in_window", ColumnKind::Boolean},
    {"undone", ColumnKind::Boolean},    {"returned", ColumnKind::Boolean},      {"kept", ColumnKind::Boolean},
    {"amount", ColumnKind::Integer},    {"refunded", ColumnKind::Integer},      {"currency", ColumnKind::String},
    {"digits", ColumnKind::Integer},
}};
constexpr std::array<Column, 13> kAssignmentColumns = {{
    {"unit", ColumnKind::String},
    {"visitor", ColumnKind::String},
    {"experiment", ColumnKind::String},
    {"arm", ColumnKind::String},
    {"assigned_at", ColumnKind::Timestamp},
    {"placement", ColumnKind::String},
    {"offer", ColumnKind::String},
    {"holdout", ColumnKind::Boolean},
    {"order_id", ColumnKind::String},
    {"before", ColumnKind::Integer},
    {"currency", ColumnKind::String},
    {"digits", ColumnKind::Integer},
    {"by_sight", ColumnKind::Boolean},
}};
constexpr std::array<Column, 13> kOrderColumns = {{
    {"order_id", ColumnKind::String},
    {"unit", ColumnKind::String},
    {"visitor", ColumnKind::String},
    {"paid_at", ColumnKind::Timestamp},
    {"order_known", ColumnKind::Boolean},
    {"gross", ColumnKind::Integer},
    {"refunded", ColumnKind::Integer},
    {"net", ColumnKind::Integer},
    {"before", ColumnKind::Integer},
    {"assigned_at", ColumnKind::Timestamp},
    {"in_window", ColumnKind::Boolean},
    {"currency", ColumnKind::String},
    {"digits", ColumnKind::Integer},
}};

std::string visitorOfUnit(const std::string& unit) { return unit.starts_with("order:") ? std::string() : unit; }

void writeCurrency(RowWriter& rows, const std::string& currency) {
  rows.text(currency);
  rows.number(currency.empty() ? std::nullopt : std::optional<std::int64_t>(minorDigits(currency)));
}

void writeAssignments(TableSource& source, RowWriter& rows) {
  source.assignments([&](const SourceRow& row) {
    const std::string unit = row.text("unit"), experiment = row.text("experiment");
    const bool isBySight = row.flag("by_sight");
    rows.text(unit);
    rows.text(visitorOfUnit(unit));
    rows.text(experiment.empty() ? kHoldoutExperiment : std::string_view(experiment));
    rows.text(row.text("arm"));
    rows.time(row.number("time"));
    rows.text(row.text("placement"));
    rows.text(row.text("offer"));
    rows.flag(row.flag("holdout"));
    rows.text(row.text("order_id"));
    rows.number(isBySight ? std::nullopt : row.optional("before"));
    writeCurrency(rows, row.text("currency"));
    rows.flag(isBySight);
    rows.endRow();
  });
}

void writeOrders(TableSource& source, Millis window, RowWriter& rows) {
  source.orders(window, [&](const SourceRow& row) {
    const std::int64_t gross = row.number("gross"), refunded = row.number("refunded");
    rows.text(row.text("order_id"));
    rows.text(row.text("owner"));
    rows.text(row.text("visitor"));
    rows.time(row.number("paid"));
    rows.flag(row.flag("is_order"));
    rows.number(gross);
    rows.number(refunded);
    rows.number(gross - refunded);
    rows.number(row.optional("before"));
    rows.time(row.optional("assigned"));
    rows.flag(row.flag("in_window"));
    writeCurrency(rows, row.text("currency"));
    rows.endRow();
  });
}

Json armsJson(const std::map<std::string, std::string>& arms) {
  Json list = Json::array();
  for (const auto& [experiment, arm] : arms) list.push_back({{"experiment", experiment}, {"arm", arm}});
  return list;
}

/** Whether the accept counts for the assignment; none if there is no accept. */
std::optional<bool> isInWindow(const OfferRow& row, Millis window) {
  if (!row.accepted) return std::nullopt;
  if (!row.assigned || *row.accepted >= *row.assigned + window) return false;
  return *row.accepted >= *row.assigned || (!row.order.empty() && row.order == row.assignedOrder);
}

using OfferGroup = std::tuple<std::string, std::string, std::string>;  // unit, placement, offer

void writeOfferRow(RowWriter& rows, const OfferGroup& group, const OfferRow& row, Millis window) {
  const auto& [unit, placement, offer] = group;
  const bool isAccepted = row.accepted.has_value();
  const auto ifAccepted = [&](auto value) { return isAccepted ? std::optional(value) : std::nullopt; };
  rows.text(unit);
  rows.text(row.visitor.empty() ? visitorOfUnit(unit) : row.visitor);
  rows.text(row.order);
  rows.text(placement);
  rows.text(offer);
  rows.time(row.assigned);
  rows.flag(row.holdout);
  rows.json(armsJson(row.arms));
  rows.flag(row.seen.has_value());
  rows.time(row.seen);
  rows.flag(row.declined.has_value());
  rows.time(row.declined);
  rows.flag(isAccepted);
  rows.time(row.accepted);
  rows.flag(isInWindow(row, window));
  rows.flag(isAccepted && !row.stands);
  rows.flag(row.stands && !row.isKept);
  rows.flag(row.isKept);
  rows.number(ifAccepted(row.amount));
  rows.number(ifAccepted(row.refunded));
  writeCurrency(rows, row.currency);
  rows.endRow();
}

OfferFact factOf(const SourceRow& row) {
  OfferFact fact;
  fact.kind = static_cast<OfferFact::Kind>(row.number("kind"));
  fact.order = row.text("order_id");
  fact.time = row.number("time");
  fact.holdout = row.flag("holdout");
  fact.visitor = row.text("visitor");
  fact.amount = row.optional("amount").value_or(0);
  fact.currency = row.text("currency");
  fact.isUndone = row.flag("is_undone");
  fact.isRefunded = row.flag("is_refunded");
  fact.refunded = row.number("refunded");
  if (fact.kind == OfferFact::Kind::Arm) fact.arms[row.text("experiment")] = row.text("arm");
  if (fact.kind == OfferFact::Kind::Accepted) fact.arms = row.arms("arms");
  return fact;
}

void writeOffers(TableSource& source, RowWriter& rows, Millis window) {
  OfferGroup group;
  std::vector<OfferFact> facts;
  const auto endGroup = [&] {
    for (const OfferRow& each : offerRowsOf(facts)) writeOfferRow(rows, group, each, window);
    facts.clear();
  };
  source.offerFacts([&](const SourceRow& row) {
    OfferGroup next = {row.text("unit"), row.text("placement"), row.text("offer")};
    if (next != group) {
      endGroup();
      group = std::move(next);
    }
    facts.push_back(factOf(row));
  });
  endGroup();
}

}  // namespace

std::optional<ExportTable> parseExportTable(std::string_view name) {
  const auto found = std::find(kExportTableNames.begin(), kExportTableNames.end(), name);
  if (found == kExportTableNames.end()) return std::nullopt;
  return kExportTables[static_cast<std::size_t>(found - kExportTableNames.begin())];
}

StoreTables::StoreTables(const std::string& url, const ExportQuery& query)
    : query_(query), source_(isClickHouseUrl(url) ? clickHouseTables(url, query.now) : sqliteTables(url, query.now)) {}

std::int64_t StoreTables::write(ExportTable table, ExportFormat format, const ByteSink& sink) {
  const auto writeWith = [&](std::span<const Column> columns, const auto& fill) {
    const std::unique_ptr<RowWriter> rows = makeRowWriter(format, columns, sink);
    fill(*rows);
    rows->finish();
    return rows->rows();
  };
  switch (table) {
    case ExportTable::Assignments:
      return writeWith(kAssignmentColumns, [&](RowWriter& rows) { writeAssignments(*source_, rows); });
    case ExportTable::Orders:
      return writeWith(kOrderColumns, [&](RowWriter& rows) { writeOrders(*source_, query_.window, rows); });
    case ExportTable::Offers:
      break;
  }
  return writeWith(kOfferColumns, [&](RowWriter& rows) { writeOffers(*source_, rows, query_.window); });
}

}  // namespace aftermint
