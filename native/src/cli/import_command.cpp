/** @file `aftermint import`. */
#include <filesystem>
#include <functional>
#include <map>
#include <memory>

#include "aftermint/currency.h"
#include "aftermint/encode_book.h"
#include "aftermint/language.h"
#include "book/make_id.h"
#include "book/refused_offers.h"
#include "book/write_book.h"
#include "cli/commands.h"
#include "cli/order_options.h"
#include "cli/order_report.h"
#include "cli/output.h"
#include "cli/skipped_log.h"
#include "import/shopify.h"
#include "json.h"
#include "mine/orders_book.h"
#include "mine/rules.h"

namespace aftermint::cli {
namespace {

struct ImportOptions {
  std::vector<std::string> shopify;
  std::string orders, out, currency, merchant = "shop", locale = "en";
  OrderOptions reading;
  std::size_t minSupport = 20;
};

/** The result of an import. */
struct Summary {
  std::string text;          ///< for people
  Json data;                 ///< for --json
  std::string nothing = {};  ///< why the book has no products; empty if it has some
};

std::string bookId(const std::string& out) {
  const std::string id = out == "-" ? std::string() : makeId(std::filesystem::path(out).stem().string());
  return id.empty() ? "book" : id;
}

/** "Assumed: kind "durable", …: 2 products (p.csv:2, p.csv:3)." */
std::string assumptionLine(const imports::Assumption& assumption) {
  std::string places;
  for (const std::string& place : assumption.places) (places += places.empty() ? "" : ", ") += place;
  if (assumption.count > imports::kMaxPlaces && assumption.places.size() == imports::kMaxPlaces) places += ", …";
  return "Assumed: " + (assumption.file.empty() ? "" : assumption.file + ": ") + assumption.reason + " (" +
         counted(assumption.count, assumption.unit) + (places.empty() ? "" : ": " + places) + ").\n";
}

Summary fromShopify(const ImportOptions& options, Book& book) {
  imports::ShopifyOptions settings;
  settings.id = bookId(options.out);
  settings.merchant = makeId(options.merchant);
  if (!options.currency.empty()) settings.currency = options.currency;
  settings.locale = options.locale;
  imports::ShopifyImport made = imports::importShopify(options.shopify, settings);
  book = std::move(made.book);

  Summary summary;
  Json skipped = Json::array(), notes = Json::array(), assumed = Json::array();
  for (const imports::Notice& notice : made.notices) {
    (notice.skipped ? skipped : notes)
        .push_back({{"file", notice.file}, {"line", notice.line}, {"reason", notice.reason}});
    printMessage(notice.file + ":" + std::to_string(notice.line) + ": " + notice.reason +
                 (notice.skipped ? ": skipped." : "."));
  }
  if (options.currency.empty()) {
    made.assumptions.insert(
        made.assumptions.begin(),
        {imports::Assumed::Currency, {}, "prices are in " + book.currency + " (--currency)", "file", made.files, {}});
  }
  summary.text = counted(book.products.size(), "product") + " with " + counted(made.variants, "variant") + " from " +
                 counted(made.rows, "row") + ", " + std::to_string(made.skippedRows) + " skipped.\n";
  for (const auto& [reason, count] : made.reasons) {
    summary.text += "Left out " + counted(count, "time") + ": " + reason + ".\n";
    if (book.products.empty()) {
      summary.nothing += (summary.nothing.empty() ? "" : ", ") + reason + " (" + counted(count, "time") + ")";
    }
  }
  if (book.products.empty() && summary.nothing.empty()) summary.nothing = "the file has no rows";
  for (const imports::Assumption& each : made.assumptions) {
    assumed.push_back({{"code", toString(each.code)},
                       {"file", each.file},
                       {"reason", each.reason},
                       {"count", each.count},
                       {"lines", each.places}});
    summary.text += assumptionLine(each);
  }
  summary.data = {{"products", book.products.size()},    {"variants", made.variants}, {"rows", made.rows},
                  {"skippedRows", made.skippedRows},     {"skipped", skipped},        {"notes", notes},
                  {"comparePrices", made.comparePrices}, {"reasons", made.reasons},   {"assumed", assumed}};
  return summary;
}

Summary fromOrders(const ImportOptions& options, Book& book) {
  mine::OrdersBookOptions settings;
  settings.id = bookId(options.out);
  settings.merchant = makeId(options.merchant);
  if (!options.currency.empty()) settings.currency = options.currency;
  settings.locale = options.locale;
  settings.minSupport = options.minSupport;
  SkippedLog log(options.orders, options.reading.skippedFile);
  mine::OrdersBook made = mine::bookFromOrders(orderFile(options.orders, options.reading), settings, std::ref(log));
  log.finish();
  const orders::LineCounts& lines = made.read.lines;
  book = std::move(made.book);
  const std::map<std::string, std::size_t> dropped = dropRefused(book);

  Summary summary;
  Json skippedBy = Json::object();
  for (std::size_t i = 0; i < orders::kSkipReasons; ++i) {
    skippedBy[std::string(toString(static_cast<orders::SkipReason>(i)))] = lines.skippedBy[i];
  }
  summary.data = {{"products", book.products.size()},
                  {"offers", book.offers.size()},
                  {"pairs", made.pairs},
                  {"ordersTooLarge", made.tooLarge},
                  {"dropped", dropped},
                  {"orders", made.orders},
                  {"calledOff", made.calledOff},
                  {"unpriced", made.unpriced},
                  {"scattered", made.scattered},
                  {"returnedPurchases", made.returnedPurchases},
                  {"lines",
                   {{"read", lines.read},
                    {"returned", lines.returned},
                    {"skipped", lines.skipped()},
                    {"dirty", skippedBy},
                    {"converted", lines.converted}}}};
  summary.data.update(orderReadJson(made.read));
  if (book.products.empty()) {
    summary.nothing = skipReasonText(lines);
    const auto add = [&](const std::string& reason) {
      (summary.nothing += summary.nothing.empty() ? "" : ", ") += reason;
    };
    if (made.calledOff > 0) add(counted(made.calledOff, "order") + " cancelled or not paid");
    if (made.unpriced > 0) add(counted(made.unpriced, "product") + " without a price");
    if (summary.nothing.empty()) add("the file has no purchases");
  }
  summary.text = counted(book.products.size(), "product") + " and " + counted(book.offers.size(), "proposal") +
                 " from " + counted(made.orders, "order") + " (" + counted(lines.read, "line") + ", " +
                 std::to_string(lines.returned) + " returned, " + std::to_string(lines.skipped()) +
                 " skipped). All proposals have \"approved\": false until a person approves them.\n" +
                 orderReadText(made.read);
  if (made.calledOff > 0)
    summary.text += counted(made.calledOff, "order") + " left out: cancelled, refunded or not paid.\n";
  if (made.tooLarge > 0) {
    summary.text += counted(made.tooLarge, "order") + " left out of the proposals: more than " +
                    counted(mine::MineOptions{}.maxProducts, "product") + " each.\n";
  }
  if (made.unpriced > 0) summary.text += counted(made.unpriced, "product") + " left out: no line has their price.\n";
  for (const auto& [code, count] : dropped) {
    summary.text += "Proposals left out: " + counted(count, "error") + " " + code + ".\n";
  }
  return summary;
}

int runImport(const ImportOptions& options, bool json) {
  if (options.out == "-" && json) {
    throw Unusable(ErrorCode::Usage, "--json and --out - cannot both write to standard output",
                   "Use a file for --out.");
  }
  if (!options.currency.empty() && !isKnownCurrency(options.currency)) {
    throw Unusable(ErrorCode::Usage, "\"" + options.currency + "\" is not an ISO 4217 currency",
                   "Use a code like EUR.");
  }
  if (!isLocale(options.locale)) {
    throw Unusable(ErrorCode::Usage, "\"" + options.locale + "\" is not a locale", "Use a BCP 47 tag like en-GB.");
  }
  if (makeId(options.merchant).empty()) {
    throw Unusable(ErrorCode::Usage, "--merchant is empty", "Use the merchant's name.");
  }
  Book book;
  Summary summary = options.orders.empty() ? fromShopify(options, book) : fromOrders(options, book);
  // Never replace a live book by a book without products.
  const bool empty = book.products.empty();
  if (empty && summary.nothing.empty()) summary.nothing = "no line could be read";
  const WrittenBook written = empty ? WrittenBook() : writeBook(book, options.out);
  const std::string outcome =
      written.written ? "Written to " + options.out + ", " + std::to_string(written.bytes) + " bytes, checked.\n"
      : empty         ? "Not written: the book would have no products: " + summary.nothing + ".\n"
                      : "Not written: the book has errors.\n";
  if (json) {
    Json out = {{"ok", written.written}, {"out", options.out}, {"written", written.written}, {"bytes", written.bytes}};
    out.update(summary.data);
    out["findings"] = written.findings.size();
    if (!written.findings.empty() && !written.written)
      printMessage(findingLines(written.findings, options.out, encode(book, true)));
    print(compact(out));
  } else {
    if (!written.findings.empty() && !written.written)
      printMessage(findingLines(written.findings, options.out, encode(book, true)));
    (options.out == "-" ? printMessage : print)(summary.text + outcome);
  }
  return written.written ? kGood : kBad;
}

}  // namespace

void addImport(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("import", "Create a book from a shop's export files");
  const auto options = std::make_shared<ImportOptions>();
  CLI::Option* shopify =
      command->add_option("--shopify", options->shopify, "Shopify product CSV files (- once for standard input)");
  shopify->expected(1, 1000)->type_name("FILE...");
  CLI::Option* orders = command->add_option(
      "--orders", options->orders, "Order file (.csv or .csv.gz; - is standard input): creates products and proposals");
  orders->excludes(shopify);
  for (CLI::Option* option : addOrderOptions(*command, options->reading)) option->needs(orders);
  command->add_option("--out", options->out, "File for the book; - is standard output")->required();
  command->add_option("--currency", options->currency, "ISO 4217 code (default: USD for --shopify, GBP for --orders)");
  command->add_option("--merchant", options->merchant, "Name of the merchant")->capture_default_str();
  command->add_option("--locale", options->locale, "Language of the texts")->capture_default_str();
  command
      ->add_option("--min-support", options->minSupport,
                   "Orders that must have both products before they are proposed as a pair")
      ->check(CLI::Range(std::size_t{1}, std::size_t{1'000'000'000}))
      ->capture_default_str();
  addJson(*command, request);
  command->footer(
      std::string(
          R"(Lines that cannot be read are skipped and listed on standard error with file and line. The book is written
completely or not at all, and only if it has a product and `check` finds no error. Offers from orders are
proposals ("approved": false): B is proposed with A if enough orders keep both, if that is more than chance
explains, and if shared / sqrt(orders of A x orders of B) is among the best three of A. `mine` reports more
about such pairs.

)") + std::string(orderFilesHelp()) +
      R"(Exit status: 0 written, 1 not written (errors, or no product), 2 an input cannot be used.)");
  command->callback([options, &request] {
    if (options->shopify.empty() && options->orders.empty()) {
      throw CLI::RequiredError("one of --shopify and --orders");
    }
    request.run = [options, &request] { return runImport(*options, request.json); };
  });
}

}  // namespace aftermint::cli
