/** @file `aftermint check`: checks a book, publishes it, or prints what a shopper would read. */
#include <memory>

#include "aftermint/check.h"
#include "aftermint/encode_book.h"
#include "book/load.h"
#include "book/publish.h"
#include "book/write_book.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/shopper.h"
#include "clock.h"
#include "json.h"

namespace aftermint::cli {
namespace {

struct CheckOptions {
  std::string book, publish, locale;
  bool shopper = false;
  std::size_t products = ShopperOptions{}.products;
};

/** Prints what a shopper would read. Offers with errors are not shown. */
int printShopperReport(const CheckOptions& options, bool json) {
  const LoadedBook loaded = loadCheckedBook(options.book);
  const std::string text = shopperReport(*loaded.book, {systemMillis(), options.locale, options.products});
  print(json ? compact({{"ok", true}, {"text", text}}) : text);
  return kGood;
}

int runCheck(const CheckOptions& options, bool json) {
  if (options.shopper) return printShopperReport(options, json);
  const LoadedBook loaded = loadBook(options.book);
  const Book& book = loaded.book->book();
  const std::vector<Finding> findings = check(*loaded.book, systemMillis());
  if (isChangedSinceCheck(book)) {
    printMessage(options.book +
                 ": the book has changed since it was checked for publishing. Publish it again (--publish).");
  }
  if (!options.publish.empty()) writeWhole(options.publish, encode(published(book, findings)) + "\n");
  if (json) {
    print(encode(findings));
  } else {
    if (!findings.empty()) print(findingLines(findings, options.book, loaded.text));
    print(options.book + ": " + tally(book, findings));
    if (!options.publish.empty()) {
      print(options.publish + ": published; " + counted(refusedOffers(book, findings).size(), "offer") +
            " with errors will not be shown.");
    }
  }
  return exitOf(findings);
}

}  // namespace

void addCheck(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("check", "Check a book before it is published");
  const auto options = std::make_shared<CheckOptions>();
  command->add_option("BOOK", options->book, "The book, a JSON file; - is standard input")->required();
  CLI::Option* publish = command->add_option(
      "--publish", options->publish,
      "Write the book for pages to this file: compact, with the digest of this check and the offers it refuses");
  command
      ->add_flag("--shopper", options->shopper,
                 "Print instead what a shopper would read at each step of a first purchase, as plain text")
      ->excludes(publish);
  command->add_option("--locale", options->locale, "With --shopper: the shopper's language; the book's if absent");
  command->add_option("--products", options->products, "With --shopper: the number of first purchases to show")
      ->capture_default_str();
  addJson(*command, request);
  command->footer(
      "Each finding has a code, a severity, a place, a message and a hint. An offer with a finding of severity\n"
      "error is never shown: programs check a book when they load it, and pages read what --publish wrote.\n"
      "Exit codes: 0 no errors; 1 errors; 2 the file is not a valid book.");
  command->callback(
      [options, &request] { request.run = [options, &request] { return runCheck(*options, request.json); }; });
}

}  // namespace aftermint::cli
