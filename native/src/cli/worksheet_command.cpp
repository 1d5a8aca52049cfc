/** @file `aftermint worksheet`. */
#include <memory>

#include "cli/commands.h"
#include "cli/input.h"
#include "cli/output.h"
#include "worksheet/worksheet.h"

namespace aftermint::cli {
namespace {

struct WorksheetOptions {
  std::string book, offer, as = "text";
};

int runWorksheet(const WorksheetOptions& options, bool json) {
  const LoadedBook loaded = loadBook(options.book);
  const Offer* offer = loaded.book->offer(options.offer);
  if (offer == nullptr) {
    throw Unusable(ErrorCode::Usage, "there is no offer \"" + options.offer + "\" in this book",
                   "Give the id of one of its offers.", options.book);
  }
  const std::vector<Finding> findings = check(*loaded.book);
  const worksheet::Worksheet sheet = worksheet::fill(*loaded.book, *offer, findings);
  print(json ? worksheet::toJson(sheet) : options.as == "html" ? worksheet::toHtml(sheet) : worksheet::toText(sheet));
  return kGood;
}

}  // namespace

void addWorksheet(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("worksheet", "Fill in the eight stages of an offer, with what is missing");
  const auto options = std::make_shared<WorksheetOptions>();
  command->add_option("BOOK", options->book, "The book (JSON); - is standard input")->required();
  command->add_option("OFFER", options->offer, "The offer's id")->required();
  command->add_option("--as", options->as, "text, or html to print")
      ->check(CLI::IsMember({"text", "html"}))
      ->capture_default_str();
  addJson(*command, request);
  command->footer(
      "What the book does not say stands as missing, what `check` finds as not holding.\n"
      "Exits: 0 filled in, 2 where the book cannot be used or has no such offer.");
  command->callback(
      [options, &request] { request.run = [options, &request] { return runWorksheet(*options, request.json); }; });
}

}  // namespace aftermint::cli
