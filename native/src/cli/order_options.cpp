#include "cli/order_options.h"

#include "cli/output.h"
#include "table/csv.h"
#include "unusable.h"

namespace aftermint::cli {
namespace {

char delimiterOf(const std::string& name) {
  if (name == "comma") return ',';
  if (name == "semicolon") return ';';
  if (name == "tab") return '\t';
  return name == "bar" ? '|' : kGuessDelimiter;
}

}  // namespace

std::vector<CLI::Option*> addOrderOptions(CLI::App& command, OrderOptions& options) {
  std::string roles;
  for (std::size_t i = 0; i < orders::kRoles; ++i) {
    (roles += i == 0 ? "" : (i % 9 == 0 ? "\n" : " ")) += Codes<orders::Role>::all[i];
  }
  std::vector<std::string> shapes;
  for (const orders::OrderShape& shape : orders::orderShapes()) shapes.emplace_back(shape.name);
  std::vector<CLI::Option*> out;
  out.push_back(command
                    .add_option("--columns", options.columns,
                                "Name the columns to read: order=InvoiceNo,product=StockCode,…\n"
                                "(parts: " +
                                    roles + "); part= ignores a column")
                    ->type_name("PART=COLUMN,..."));
  out.push_back(command.add_option("--shape", options.shape, "Kind of file (default: detected from the header)")
                    ->check(CLI::IsMember(shapes)));
  out.push_back(command.add_option("--delimiter", options.delimiter, "Field delimiter; auto: detected from the header")
                    ->check(CLI::IsMember({"auto", "comma", "semicolon", "tab", "bar"}))
                    ->capture_default_str());
  out.push_back(command
                    .add_option("--dates", options.dates,
                                "Read 12/1 as January 12 (dmy) or December 1 (mdy) (default: detected from the file)")
                    ->check(CLI::IsMember({"dmy", "mdy"})));
  out.push_back(
      command.add_option("--dirty", options.skippedFile, "Write skipped lines to this file instead of standard error"));
  return out;
}

orders::OrderFile orderFile(const std::string& path, const OrderOptions& options) {
  orders::OrderFile file;
  file.path = path;
  file.columns = orders::parseColumns(options.columns);
  file.shape = options.shape;
  file.delimiter = delimiterOf(options.delimiter);
  file.dates = parse<orders::DateOrder>(options.dates).value_or(orders::DateOrder::Unknown);
  return file;
}

std::string skipReasonText(const orders::LineCounts& lines) {
  std::string out;
  for (std::size_t i = 0; i < orders::kSkipReasons; ++i) {
    if (lines.skippedBy[i] == 0) continue;
    out += (out.empty() ? "" : ", ") + std::string(toString(static_cast<orders::SkipReason>(i))) + " " +
           std::to_string(lines.skippedBy[i]);
  }
  return out;
}

void refuseEmpty(const orders::OrderFileRead& read, const std::string& path) {
  if (read.lines.used > 0) return;
  const std::string why = skipReasonText(read.lines);
  throw Unusable(
      ErrorCode::TableSchema,
      "none of the " + counted(read.lines.read, "line") + " is a purchase" + (why.empty() ? "" : " (" + why + ")"),
      "Name other columns with --columns, or ignore one by an empty name, like --columns time=.", path);
}

std::string_view orderFilesHelp() {
  return R"(Order files: the headers of Online Retail (InvoiceNo, StockCode, ...), Online Retail II, and the order
exports of Shopify, WooCommerce (one line per item, or Analytics), Square and Olist are recognized. In other files,
columns are found by common names (Order ID, SKU, Qty, ...). --columns names any column.
Lines: in Online Retail files, postage, fees and adjustments are skipped, and invoices that begin with C are
returns. In other files, every line with an order and a product is a purchase, or a return if its quantity is
negative. A line with a price of zero or below is skipped.
Statuses: orders that were cancelled, refunded, not paid, or are drafts are left out (twelve languages). Open
orders (pending, on hold), partly paid or refunded orders and unknown statuses count. All statuses are listed.
Dates: whether 12/1/2010 has the day or the month first is detected from numbers above 12, or from the order
of the lines. If neither decides, use --dates. Times without a time zone are read as UTC.
)";
}

}  // namespace aftermint::cli
