#include "replay/order_columns.h"

#include <algorithm>
#include <utility>

#include "cli/unusable.h"
#include "import/text.h"

namespace aftermint::replay {
namespace {

using imports::CsvTable;
using imports::trimmed;

constexpr std::array<std::string_view, kRoles> kRoleWords = {"order", "product",  "title",   "quantity",  "time",
                                                             "price", "customer", "country", "cancelled", "status"};

constexpr std::array<OrderShape, 4> kShapes = {{
    {"online_retail",
     LineRules::OnlineRetail,
     {"InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country"},
     6},
    {"online_retail_ii",
     LineRules::OnlineRetail,
     {"Invoice", "StockCode", "Description", "Quantity", "InvoiceDate", "Price", "Customer ID", "Country"},
     6},
    {"shopify_orders",
     LineRules::Plain,
     {"Name", "Lineitem sku", "Lineitem name", "Lineitem quantity", "Created at", "Lineitem price", "Email",
      "Billing Country", "Cancelled at", "Financial Status"},
     4},
    {"plain", LineRules::Plain, {}, 0},
}};

std::optional<Role> roleOf(std::string_view name) {
  const auto found = std::find(kRoleWords.begin(), kRoleWords.end(), name);
  if (found == kRoleWords.end()) return std::nullopt;
  return static_cast<Role>(found - kRoleWords.begin());
}

std::string joined(std::span<const std::string_view> words) {
  std::string out;
  for (const std::string_view each : words) (out += out.empty() ? "" : ", ") += each;
  return out;
}

std::string headerOf(const CsvTable& table) {
  std::string out;
  for (const std::string& name : table.names()) (out += out.empty() ? "" : ", ") += "\"" + name + "\"";
  return out;
}

/** A header that is one field holding another delimiter was most likely cut at the wrong one. */
std::string delimiterHint(const CsvTable& table) {
  if (table.columns() != 1) return {};
  const std::string& only = table.names().front();
  if (only.find(';') != std::string::npos) return " Its fields may stand apart by semicolons: --delimiter semicolon.";
  if (only.find('\t') != std::string::npos) return " Its fields may stand apart by tabs: --delimiter tab.";
  if (only.find('|') != std::string::npos) return " Its fields may stand apart by bars: --delimiter bar.";
  return {};
}

const OrderShape& shapeOf(const CsvTable& table, std::string_view name) {
  const auto fits = [&](const OrderShape& shape) {
    if (!name.empty()) return shape.name == name;
    return std::all_of(shape.columns.begin(), shape.columns.begin() + static_cast<std::ptrdiff_t>(shape.needed),
                       [&](std::string_view column) { return table.column(column).has_value(); });
  };
  const auto found = std::find_if(kShapes.begin(), kShapes.end(), fits);
  return found == kShapes.end() ? kShapes.back() : *found;
}

}  // namespace

std::string_view word(Role role) { return kRoleWords[static_cast<std::size_t>(role)]; }

std::span<const OrderShape> orderShapes() { return kShapes; }

ColumnNames parseColumns(std::string_view text) {
  if (trimmed(text).empty()) return {};
  std::vector<std::pair<std::string, std::string>> parts;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t comma = std::min(text.find(',', from), text.size());
    const std::string_view piece = text.substr(from, comma - from);
    const std::size_t equals = piece.find('=');
    if (equals != std::string_view::npos) {
      parts.emplace_back(trimmed(piece.substr(0, equals)), piece.substr(equals + 1));
    } else if (!parts.empty()) {
      (parts.back().second += ',') += piece;
    } else {
      throw Unusable(ErrorCode::Usage, "--columns begins with \"" + std::string(piece) + "\", which names no part",
                     "Write part=column, like order=InvoiceNo,product=StockCode.");
    }
    from = comma + 1;
  }
  ColumnNames out;
  for (auto& [part, column] : parts) {
    const std::optional<Role> role = roleOf(part);
    if (!role) {
      throw Unusable(ErrorCode::Usage, "--columns names the part \"" + part + "\", which there is not",
                     "The parts are " + joined(kRoleWords) + ".");
    }
    if (!out.emplace(*role, trimmed(column)).second) {
      throw Unusable(ErrorCode::Usage, "--columns names the part \"" + part + "\" twice", "Keep one of the two.");
    }
  }
  return out;
}

OrderColumns findColumns(const CsvTable& table, const ColumnNames& asked, std::string_view shape) {
  OrderColumns out;
  out.shape = &shapeOf(table, shape);
  std::string missing, named;
  for (std::size_t i = 0; i < kRoles; ++i) {
    const auto wish = asked.find(static_cast<Role>(i));
    const std::string_view column = wish == asked.end() ? out.shape->columns[i] : std::string_view(wish->second);
    if (column.empty()) continue;
    out.at[i] = table.column(column);
    if (wish == asked.end() || out.at[i]) continue;
    missing += (missing.empty() ? "\"" : ", \"") + std::string(column) + "\" for " + std::string(kRoleWords[i]);
    (named += named.empty() ? "" : ",") += std::string(kRoleWords[i]) + "=…";
  }
  if (!missing.empty()) {
    throw Unusable(ErrorCode::TableSchema, "the header lacks " + missing + "; it has " + headerOf(table),
                   "Name one of these: --columns " + named + "." + delimiterHint(table), table.path(),
                   table.headerLine());
  }
  // A product that is known by its title alone has no code, and that is enough (order_rules.h).
  const bool plain = out.shape->rules == LineRules::Plain;
  const bool hasOrder = out.of(Role::Order).has_value();
  const bool hasProduct = out.of(Role::Product).has_value() || (plain && out.of(Role::Title).has_value());
  if (!hasOrder || !hasProduct) {
    const std::string lacking = hasOrder ? "product" : (hasProduct ? "order" : "order and product");
    const std::string mend = hasOrder ? "product=…" : (hasProduct ? "order=…" : "order=…,product=…");
    throw Unusable(
        ErrorCode::TableSchema, "no column of the header is known to be the " + lacking + "; it has " + headerOf(table),
        "Say which they are: --columns " + mend + "." + delimiterHint(table), table.path(), table.headerLine());
  }
  return out;
}

}  // namespace aftermint::replay
