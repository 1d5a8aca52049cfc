#include "outcomes/refund_file.h"

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <utility>

#include "aftermint/time.h"
#include "orders/column_names.h"
#include "orders/order_columns.h"
#include "table/cell.h"
#include "table/csv.h"
#include "table/minor.h"
#include "table/number.h"
#include "text.h"
#include "unusable.h"

namespace aftermint::outcomes {
namespace {

constexpr std::array kAmountNames = std::to_array<std::string_view>({"refund amount",
                                                                     "amount refunded",
                                                                     "refund total",
                                                                     "refund",
                                                                     "amount",
                                                                     "total",
                                                                     "gross",
                                                                     "erstattungsbetrag",
                                                                     "erstattung",
                                                                     "betrag",
                                                                     "montant rembourse",
                                                                     "remboursement",
                                                                     "montant",
                                                                     "importe reembolsado",
                                                                     "reembolso",
                                                                     "importe",
                                                                     "importo rimborsato",
                                                                     "rimborso",
                                                                     "importo",
                                                                     "terugbetaald bedrag",
                                                                     "bedrag",
                                                                     "kwota zwrotu",
                                                                     "kwota",
                                                                     "valor reembolsado",
                                                                     "valor"});
constexpr std::array kRefundedNames =
    std::to_array<std::string_view>({"refunded amount", "total refunded", "refunded", "amount refunded total"});
constexpr std::array kTimeNames = std::to_array<std::string_view>(
    {"refunded at", "refund date", "date refunded", "refund created at", "refund time", "refunded on"});
constexpr std::array kRefundNames = std::to_array<std::string_view>(
    {"refund id", "refund number", "refund no", "id refund", "refund reference", "credit note", "credit note number",
     "credit note id", "credit memo", "gutschrift", "gutschriftnummer", "avoir", "dispute id"});
constexpr std::array kReasonNames =
    std::to_array<std::string_view>({"refund reason", "reason", "reason code", "grund", "motif", "motivo", "reden"});
constexpr std::array kOrderNames = std::to_array<std::string_view>({"name"});  // of Shopify, after all other names

using Columns = std::array<std::optional<std::size_t>, kRefundRoles>;

std::size_t placeOf(RefundRole role) { return static_cast<std::size_t>(role); }

/** Names of columns by role: the own ones, then those of order files. */
std::vector<std::span<const std::string_view>> namesOf(RefundRole role) {
  switch (role) {
    case RefundRole::Order:
      return {orders::columnNames(orders::Role::Order), kOrderNames};
    case RefundRole::Amount:
      return {kAmountNames};
    case RefundRole::Refunded:
      return {kRefundedNames};
    case RefundRole::Time:
      return {kTimeNames, orders::columnNames(orders::Role::Time)};
    case RefundRole::Refund:
      return {kRefundNames};
    case RefundRole::Reason:
      return {kReasonNames};
  }
  return {};
}

std::optional<std::size_t> findColumn(const std::vector<std::string>& header, RefundRole role) {
  for (const std::span<const std::string_view> names : namesOf(role)) {
    for (const std::string_view name : names) {
      const auto found = std::find(header.begin(), header.end(), name);
      if (found != header.end()) return static_cast<std::size_t>(found - header.begin());
    }
  }
  return std::nullopt;
}

Columns findColumns(const CsvTable& table, const std::string& asked) {
  std::vector<std::string> header;
  for (const std::string& name : table.names()) header.push_back(orders::headerKey(name));
  const std::string all = orders::headerText(table.names());
  Columns out;
  std::array<bool, kRefundRoles> isSet = {};
  for (const auto& [part, column] : orders::splitColumns(asked, "--refund-columns")) {
    const std::optional<RefundRole> role = parse<RefundRole>(part);
    if (!role) {
      throw Unusable(ErrorCode::Usage, "--refund-columns has the unknown part \"" + part + "\"",
                     "The parts are order, amount, refunded, time, refund, reason.");
    }
    isSet[placeOf(*role)] = true;
    if (column.empty()) continue;
    out[placeOf(*role)] = table.column(column);
    if (!out[placeOf(*role)]) {
      throw Unusable(ErrorCode::TableSchema, "the header does not have \"" + column + "\". It has " + all,
                     "Use one of these names in --refund-columns.", table.path(), table.headerLine());
    }
  }
  for (std::size_t i = 0; i < kRefundRoles; ++i) {
    const auto role = static_cast<RefundRole>(i);
    if (isSet[i]) continue;
    // "Refund Amount" of each row comes before a total of the order, and a total before plain words like "total".
    if (role == RefundRole::Amount && findColumn(header, RefundRole::Refunded) &&
        !isSet[placeOf(RefundRole::Refunded)]) {
      const auto own = findColumn(header, role);
      const bool isExact = own && header[*own].find("refund") != std::string::npos;
      if (!isExact) continue;
    }
    if (role == RefundRole::Refunded && out[placeOf(RefundRole::Amount)]) continue;
    out[i] = findColumn(header, role);
  }
  const bool hasAmount = out[placeOf(RefundRole::Amount)] || out[placeOf(RefundRole::Refunded)];
  if (!out[placeOf(RefundRole::Order)] || !hasAmount) {
    throw Unusable(ErrorCode::TableSchema,
                   "the header has no known column for the " + std::string(hasAmount ? "order" : "refunded amount") +
                       ". It has " + all,
                   "Name the columns: --refund-columns order=…,amount=….", table.path(), table.headerLine());
  }
  return out;
}

/** Reads the rows of a file whose columns are known. */
class Rows {
 public:
  Rows(const RefundFile& file, Columns columns) : file_(file), columns_(columns), dates_(file.dates) {}

  void add(CsvRow&& row) {
    for (std::string& field : row.fields) makeUtf8(field);
    if (const std::string_view date = cell(row, RefundRole::Time); !date.empty()) dates_.observe(date);
    amounts_.observe(cell(row, amountRole()));
    rows_.push_back(std::move(row));
  }

  RefundFileRead read(const std::function<void(const SkippedRefund&)>& onSkipped) {
    dates_.decideBySequence();
    if (dates_.undecided() || dates_.isMixed()) {
      throw Unusable(ErrorCode::TableSchema, "the order of day and month is unclear",
                     "Use --dates dmy (12/1 is January 12) or --dates mdy (12/1 is December 1).", file_.path);
    }
    RefundFileRead out;
    out.rows = rows_.size();
    for (const CsvRow& row : rows_) {
      FileRefund refund;
      const std::string fault = readRow(row, refund);
      if (!fault.empty()) {
        ++out.skipped;
        onSkipped({row.line, fault});
      } else if (refund.amount == 0) {
        ++out.empty;
      } else {
        out.refunds.push_back(std::move(refund));
      }
    }
    return out;
  }

 private:
  [[nodiscard]] RefundRole amountRole() const {
    return columns_[placeOf(RefundRole::Amount)] ? RefundRole::Amount : RefundRole::Refunded;
  }

  /** The cell of a row; empty if the file or the row does not have it. */
  [[nodiscard]] std::string_view cell(const CsvRow& row, RefundRole role) const {
    const std::optional<std::size_t> column = columns_[placeOf(role)];
    return column && *column < row.fields.size() ? trimmed(row.fields[*column]) : std::string_view();
  }

  /** Fills a refund; returns why the row cannot be used, or nothing. */
  std::string readRow(const CsvRow& row, FileRefund& out) {
    const std::string_view money = cell(row, amountRole()), date = cell(row, RefundRole::Time);
    if (isBlank(money)) return {};
    const std::optional<DecimalNumber> number = parseDecimal(money, amounts_.mark());
    if (!number) return "the amount \"" + std::string(money) + "\" is not a number";
    out.amount = std::abs(minorOf(number->millionths, file_.digits));
    if (out.amount > kMaxMinor) return "the amount \"" + std::string(money) + "\" is too large";
    out.order = withoutPointZero(cell(row, RefundRole::Order));
    if (out.order.empty()) return "no order number";
    if (!date.empty()) {
      const orders::ParsedTime time = orders::parseTime(date, dates_.order());
      if (!time.read) return "the time \"" + std::string(date) + "\" cannot be read";
      out.time = time.at;
      out.timed = true;
    }
    out.reason = refundReasonOf(cell(row, RefundRole::Reason));
    out.upTo = amountRole() == RefundRole::Refunded;
    out.id = withoutPointZero(cell(row, RefundRole::Refund));
    if (out.id.empty() && !out.upTo) {
      out.id = (out.timed ? writeTime(out.time) : std::string("untimed")) + "/" + std::to_string(out.amount);
      const std::size_t alike = ++alike_[out.order + "\n" + out.id];
      if (alike > 1) out.id += "/" + std::to_string(alike);
    }
    return {};
  }

  const RefundFile& file_;
  Columns columns_;
  orders::DateColumn dates_;
  NumberColumn amounts_;
  std::vector<CsvRow> rows_;
  std::map<std::string, std::size_t> alike_;  ///< refunds of one order with the same time and amount
};

}  // namespace

RefundReason refundReasonOf(std::string_view text) {
  const std::string words = folded(trimmed(text));
  if (const std::optional<RefundReason> code = parse<RefundReason>(words)) return *code;
  const auto says = [&](std::initializer_list<std::string_view> stems) {
    return std::any_of(stems.begin(), stems.end(),
                       [&](std::string_view stem) { return words.find(stem) != std::string::npos; });
  };
  if (says({"chargeback", "charge back", "charged back", "charge-back", "dispute", "ruckbuch", "ruecklast"})) {
    return RefundReason::Chargeback;
  }
  if (says({"cancel", "storn", "annul", "anula", "anulow"})) return RefundReason::Cancelled;
  if (says({"return", "retour", "sent back", "ruckgabe", "devol", "reso", "zwrot"})) return RefundReason::Return;
  return RefundReason::Other;
}

RefundFileRead readRefundFile(const RefundFile& file, const std::function<void(const SkippedRefund&)>& onSkipped) {
  CsvTable table(file.path, {}, file.delimiter);
  const Columns columns = findColumns(table, file.columns);
  Rows rows(file, columns);
  while (std::optional<CsvRow> row = table.next()) rows.add(std::move(*row));
  RefundFileRead out = rows.read(onSkipped);
  for (std::size_t i = 0; i < kRefundRoles; ++i) {
    if (columns[i]) out.columns[i] = table.names()[*columns[i]];
  }
  return out;
}

}  // namespace aftermint::outcomes
