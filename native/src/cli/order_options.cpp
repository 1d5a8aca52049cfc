#include "cli/order_options.h"

#include "cli/output.h"
#include "table/csv.h"
#include "unusable.h"

namespace aftermint::cli {
namespace {

char delimiterOf(const std::string& word) {
  if (word == "comma") return ',';
  if (word == "semicolon") return ';';
  if (word == "tab") return '\t';
  return word == "bar" ? '|' : kGuessDelimiter;
}

orders::DateOrder dateOrderOf(const std::string& word) {
  if (word == "dmy") return orders::DateOrder::DayMonth;
  return word == "mdy" ? orders::DateOrder::MonthDay : orders::DateOrder::Unknown;
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
                                "Which column plays which part: order=InvoiceNo,product=StockCode,…\n"
                                "(parts: " +
                                    roles + "); part= leaves one out")
                    ->type_name("PART=COLUMN,..."));
  out.push_back(
      command.add_option("--shape", options.shape, "What kind of file it is; told by its header if not given")
          ->check(CLI::IsMember(shapes)));
  out.push_back(command.add_option("--delimiter", options.delimiter, "What divides fields; auto: told by the header")
                    ->check(CLI::IsMember({"auto", "comma", "semicolon", "tab", "bar"}))
                    ->capture_default_str());
  out.push_back(command
                    .add_option("--dates", options.dates,
                                "Whether 12/1 is January 12 (dmy) or December 1 (mdy); told by the file if not given")
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
  file.dates = dateOrderOf(options.dates);
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
      "none of its " + counted(read.lines.read, "line") + " is a purchase" + (why.empty() ? "" : " (" + why + ")"),
      "Map other columns, or leave one out by giving it no name, like --columns time=.", path);
}

std::string_view orderFilesHelp() {
  return "Files: Online Retail (InvoiceNo, StockCode, ...), Online Retail II, the order exports of Shopify, "
         "WooCommerce\n"
         "(one line an item, or Analytics), Square and Olist are known by their headers; in other files columns with\n"
         "usual names are found (Order ID, SKU, Qty, ...), and --columns names any. Online Retail's lines are judged "
         "by\n"
         "that set's rules: postage, fees, adjustments are skipped, invoices that begin with C are returns. In any "
         "other\n"
         "file every line with an order and a product is a purchase, with a negative quantity a return. A price of "
         "zero\n"
         "or below skips its line. Orders whose status says that nothing was sold (cancelled, refunded, failed, "
         "unpaid,\n"
         "draft, ..., in twelve languages) are left out; open orders (pending, on hold) and what was paid or refunded "
         "in\n"
         "part count, and so do unknown words: all are listed.\n"
         "Dates like 12/1/2010 are read as the file shows them to be meant, by a number above 12 or by the order of "
         "the\n"
         "lines; where it does not, --dates says it. Times without zone are taken for UTC.\n";
}

}  // namespace aftermint::cli
