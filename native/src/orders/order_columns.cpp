#include "orders/order_columns.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "orders/column_names.h"
#include "text.h"
#include "unusable.h"

namespace aftermint::orders {
namespace {

constexpr std::array<OrderShape, 8> kShapes = {{
    {"online_retail",
     LineRules::OnlineRetail,
     {"InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice"},
     {"InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country"}},
    {"online_retail_ii",
     LineRules::OnlineRetail,
     {"Invoice", "StockCode", "Description", "Quantity", "InvoiceDate", "Price"},
     {"Invoice", "StockCode", "Description", "Quantity", "InvoiceDate", "Price", "Customer ID", "Country"}},
    {"shopify_orders",
     LineRules::Plain,
     {"Name", "Lineitem name|Lineitem sku", "Lineitem quantity"},
     {"Name", "Lineitem sku", "Lineitem name", "Lineitem quantity", "Created at", "Lineitem price", "Email",
      "Billing Country", "Cancelled at", "Financial Status", "", "Fulfillment Status", "", "", "", "", "", "Total"}},
    {"square_items",
     LineRules::Plain,
     {"Transaction ID", "Item|SKU", "Qty", "Gross Sales"},
     {"Transaction ID", "SKU", "Item", "Qty", "Date", "", "Customer ID|Customer Reference ID", "", "", "", "", "",
      "Gross Sales", "Time", "Price Point Name", "Event Type"}},
    {"olist_items",
     LineRules::Plain,
     {"order_id", "order_item_id", "product_id", "seller_id"},
     {"order_id", "product_id", "", "", "order_purchase_timestamp|shipping_limit_date", "price"}},
    {"woocommerce_analytics",
     LineRules::Plain,
     {"Order #|Order no", "Product(s)", "Items sold"},
     {"Order #|Order no", "", "", "", "Date", "", "Customer", "", "", "Status", "", "", "", "", "", "", "Product(s)",
      "N. Revenue|Net Sales"}},
    {"woocommerce",
     LineRules::Plain,
     {"order_id|Order Number|Order ID", "Order Status|status",
      "Item Name|Product Name|item_name|Order Items: Product Name|Order Items: Name"},
     {}},
    {"plain", LineRules::Plain, {}, {}},
}};

std::string joined(std::span<const std::string_view> words) {
  std::string out;
  for (const std::string_view each : words) (out += out.empty() ? "" : ", ") += each;
  return out;
}

/** If the header is one field that contains another delimiter, the delimiter is probably wrong. */
std::string delimiterHint(const CsvTable& table) {
  if (table.columns() != 1) return {};
  const std::string& only = table.names().front();
  if (only.find(';') != std::string::npos)
    return " If its fields are separated by semicolons, use --delimiter semicolon.";
  if (only.find('\t') != std::string::npos) return " If its fields are separated by tabs, use --delimiter tab.";
  if (only.find('|') != std::string::npos) return " If its fields are separated by bars, use --delimiter bar.";
  return {};
}

/** The first column of each name. A header may have 100,000 columns, and hundreds of names are looked for. */
using Keys = std::unordered_map<std::string, std::size_t>;

std::optional<std::size_t> columnOfKey(const Keys& header, std::string_view key) {
  const auto found = header.find(std::string(key));
  return found == header.end() ? std::nullopt : std::optional(found->second);
}

/** Finds the first of several names, separated by "|", that the header has. */
std::optional<std::size_t> anyColumn(const Keys& header, std::string_view names) {
  while (!names.empty()) {
    const std::size_t bar = std::min(names.find('|'), names.size());
    if (const auto found = columnOfKey(header, headerKey(names.substr(0, bar)))) return found;
    names.remove_prefix(std::min(bar + 1, names.size()));
  }
  return std::nullopt;
}

const OrderShape& shapeOf(const Keys& header, std::string_view name) {
  const auto fits = [&](const OrderShape& shape) {
    if (!name.empty()) return shape.name == name;
    return std::all_of(shape.signature.begin(), shape.signature.end(),
                       [&](std::string_view names) { return names.empty() || anyColumn(header, names).has_value(); });
  };
  const auto found = std::find_if(kShapes.begin(), kShapes.end(), fits);
  return found == kShapes.end() ? kShapes.back() : *found;
}

/** Finds the columns that were not asked for: those of the shape, then those with known names. A column has one role.
 */
void findOthers(const Keys& header, const ColumnNames& asked, OrderColumns& out) {
  const auto isFree = [&](std::size_t column) {
    return std::find(out.at.begin(), out.at.end(), std::optional(column)) == out.at.end();
  };
  const auto take = [&](std::size_t role, std::optional<std::size_t> column) {
    if (column && !out.at[role] && isFree(*column)) out.at[role] = column;
  };
  const auto isOpen = [&](std::size_t role) { return !asked.contains(static_cast<Role>(role)); };
  for (std::size_t i = 0; i < kRoles; ++i) {
    if (isOpen(i)) take(i, anyColumn(header, out.shape->columns[i]));
  }
  if (out.shape->rules == LineRules::OnlineRetail) return;
  for (std::size_t i = 0; i < kRoles; ++i) {
    if (!isOpen(i)) continue;
    for (const std::string_view name : columnNames(static_cast<Role>(i))) take(i, columnOfKey(header, name));
  }
}

/** Removes roles that need, or exclude, other roles. */
void dropIdle(const ColumnNames& asked, OrderColumns& out) {
  const auto drop = [&](Role role) {
    if (!asked.contains(role)) out.at[static_cast<std::size_t>(role)].reset();
  };
  const bool isOfShape = !out.shape->columns[static_cast<std::size_t>(Role::Items)].empty() && out.of(Role::Items);
  if (isOfShape || asked.contains(Role::Items)) {
    drop(Role::Product);
    drop(Role::Title);
  } else if (out.of(Role::Product) || out.of(Role::Title)) {
    drop(Role::Items);
  }
  if (out.of(Role::Items)) {  // the other columns are about the whole order, not about one line
    for (const Role role : {Role::Quantity, Role::Price, Role::Total, Role::Option, Role::Event}) drop(role);
  }
  if (out.of(Role::Price)) drop(Role::Total);
  if (!out.of(Role::Title)) drop(Role::Option);
  if (!out.of(Role::Time)) drop(Role::Clock);
}

}  // namespace

std::span<const OrderShape> orderShapes() { return kShapes; }

std::vector<std::pair<std::string, std::string>> splitColumns(std::string_view text, std::string_view option) {
  std::vector<std::pair<std::string, std::string>> parts;
  if (trimmed(text).empty()) return parts;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t comma = std::min(text.find(',', from), text.size());
    const std::string_view piece = text.substr(from, comma - from);
    const std::size_t equals = piece.find('=');
    if (equals != std::string_view::npos) {
      parts.emplace_back(trimmed(piece.substr(0, equals)), piece.substr(equals + 1));
    } else if (!parts.empty()) {
      (parts.back().second += ',') += piece;
    } else {
      throw Unusable(ErrorCode::Usage,
                     std::string(option) + " begins with \"" + std::string(piece) + "\", which has no part=",
                     "Write part=column, like order=InvoiceNo,product=StockCode.");
    }
    from = comma + 1;
  }
  for (auto part = parts.begin(); part != parts.end(); ++part) {
    part->second = trimmed(part->second);
    if (std::any_of(parts.begin(), part, [&](const auto& other) { return other.first == part->first; })) {
      throw Unusable(ErrorCode::Usage, std::string(option) + " has the part \"" + part->first + "\" twice",
                     "Remove one of the two.");
    }
  }
  return parts;
}

ColumnNames parseColumns(std::string_view text) {
  ColumnNames out;
  for (auto& [part, column] : splitColumns(text, "--columns")) {
    const std::optional<Role> role = parse<Role>(part);
    if (!role) {
      throw Unusable(ErrorCode::Usage, "--columns has the unknown part \"" + part + "\"",
                     "The parts are " + joined(Codes<Role>::all) + ".");
    }
    out.emplace(*role, std::move(column));
  }
  return out;
}

OrderColumns findColumns(const CsvTable& table, const ColumnNames& asked, std::string_view shape) {
  Keys header;
  for (std::size_t i = 0; i < table.names().size(); ++i) header.emplace(headerKey(table.names()[i]), i);
  OrderColumns out;
  out.shape = &shapeOf(header, shape);
  std::string missing, named;
  for (const auto& [role, column] : asked) {
    if (column.empty()) continue;
    const auto place = static_cast<std::size_t>(role);
    out.at[place] = table.column(column);
    if (out.at[place]) continue;
    missing += (missing.empty() ? "\"" : ", \"") + column + "\" for " + std::string(toString(role));
    (named += named.empty() ? "" : ",") += std::string(toString(role)) + "=…";
  }
  if (!missing.empty()) {
    throw Unusable(
        ErrorCode::TableSchema, "the header does not have " + missing + ". It has " + headerText(table.names()),
        "Use one of these names: --columns " + named + "." + delimiterHint(table), table.path(), table.headerLine());
  }
  findOthers(header, asked, out);
  dropIdle(asked, out);
  for (const auto& place : out.at) {  // throws if two columns have this name
    if (place) (void)table.column(table.names()[*place]);
  }
  // A title is enough to identify a product (order_rules.h).
  const bool plain = out.shape->rules == LineRules::Plain;
  const bool hasOrder = out.of(Role::Order).has_value();
  const bool hasProduct = out.of(Role::Product).has_value() || (plain && (out.of(Role::Title) || out.of(Role::Items)));
  if (!hasOrder || !hasProduct) {
    const std::string missingRole = hasOrder ? "product" : (hasProduct ? "order" : "order and product");
    const std::string hint = hasOrder ? "product=…" : (hasProduct ? "order=…" : "order=…,product=…");
    throw Unusable(ErrorCode::TableSchema,
                   "the header has no known column for " + missingRole + ". It has " + headerText(table.names()),
                   "Name the columns: --columns " + hint + "." + delimiterHint(table), table.path(),
                   table.headerLine());
  }
  return out;
}

}  // namespace aftermint::orders
