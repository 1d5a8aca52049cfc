/** @file `aftermint worksheet`: prints the worksheet of an offer, or lists offers to look at again. */
#include <memory>

#include "aftermint/check.h"
#include "aftermint/render.h"
#include "aftermint/time.h"
#include "book/load.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/document.h"
#include "cli/output.h"
#include "worksheet/pictures.h"
#include "worksheet/review.h"
#include "worksheet/worksheet.h"

namespace aftermint::cli {
namespace {

struct WorksheetOptions {
  std::string book, offer, as = "text", time, pictures;
  bool review = false, reviewed = false;
};

int runReview(const WorksheetOptions& options, bool json) {
  const LoadedBook loaded = loadBook(options.book);
  const std::vector<worksheet::Stale> stale =
      worksheet::review(*loaded.book, check(*loaded.book, timeOrNow(options.time)));
  print(json ? worksheet::reviewJson(*loaded.book, stale) : worksheet::reviewText(*loaded.book, stale));
  return kGood;
}

int runWorksheet(const WorksheetOptions& options, bool json) {
  if (options.review) return runReview(options, json);
  const LoadedBook loaded = loadBook(options.book);
  if (options.offer.empty()) {
    throw Unusable(ErrorCode::Usage, "no offer is given", "Give the id of an offer in the book, or --review for all.");
  }
  const Offer& offer = offerArgument(loaded, options.offer);
  if (options.reviewed) {
    print(worksheet::reviewedPatch(*loaded.book, offer, timeOrNow(options.time)));
    return kGood;
  }
  const std::vector<Finding> findings = check(*loaded.book, timeOrNow(options.time));
  const worksheet::Worksheet sheet = worksheet::fill(*loaded.book, offer, findings, timeOrNow(options.time),
                                                     worksheet::picturesFrom(options.pictures));
  if (!json && options.as == "html") {
    printDocument(worksheet::toHtml(sheet));
  } else {
    print(json ? worksheet::toJson(sheet) : worksheet::toText(sheet));
  }
  return kGood;
}

}  // namespace

void addWorksheet(CLI::App& app, Request& request) {
  CLI::App* command =
      app.add_subcommand("worksheet", "Print the worksheet of an offer: eight stages, with what is missing");
  const auto options = std::make_shared<WorksheetOptions>();
  command->add_option("BOOK", options->book, "The book, a JSON file; - is standard input")->required();
  CLI::Option* offer = command->add_option("OFFER", options->offer, "The id of the offer");
  command->add_option("--as", options->as, "text, or html for printing")
      ->check(CLI::IsMember({"text", "html"}))
      ->capture_default_str();
  CLI::Option* review = command->add_flag(
      "--review", options->review,
      "List the offers to look at again: changed, last seen three months ago, or outside the price band");
  command
      ->add_flag("--reviewed", options->reviewed,
                 "Print a JSON Patch that marks the offer as reviewed, instead of the worksheet")
      ->needs(offer)
      ->excludes(review);
  review->excludes(offer);
  command->add_option("--time", options->time,
                      "The time of the meeting, which decides what is out of date (RFC 3339); now if absent");
  command->add_option("--pictures", options->pictures,
                      "The folder for paths of pictures in the book; the page then contains the picture");
  addJson(*command, request);
  command->footer(
      "Lists what the book lacks as missing, and the findings of `check` as to fix, to think about, or good to\n"
      "know. It names only products that lead to the offer. The HTML page prints on A4 and has boxes for decision,\n"
      "owner and target.\n"
      "Exit codes: 0 printed; 2 the book cannot be used or has no such offer.");
  command->callback(
      [options, &request] { request.run = [options, &request] { return runWorksheet(*options, request.json); }; });
}

}  // namespace aftermint::cli
