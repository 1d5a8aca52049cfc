/** @file `aftermint worksheet`. */
#include <memory>

#include "aftermint/check.h"
#include "aftermint/render.h"
#include "book/load.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "clock.h"
#include "worksheet/pictures.h"
#include "worksheet/review.h"
#include "worksheet/worksheet.h"

namespace aftermint::cli {
namespace {

struct WorksheetOptions {
  std::string book, offer, as = "text", time, pictures;
  bool review = false, reviewed = false;
};

/** The time that staleness is judged by. */
Millis timeOf(const WorksheetOptions& options) {
  if (options.time.empty()) return systemMillis();
  if (const std::optional<Millis> time = parseTime(options.time)) return *time;
  throw Unusable(ErrorCode::Usage, "\"" + options.time + "\" is no time", "Give RFC 3339: 2026-11-23T10:00:00Z.");
}

int runReview(const WorksheetOptions& options, bool json) {
  const LoadedBook loaded = loadBook(options.book);
  const std::vector<worksheet::Stale> stale = worksheet::review(*loaded.book, check(*loaded.book, timeOf(options)));
  print(json ? worksheet::reviewJson(*loaded.book, stale) : worksheet::reviewText(*loaded.book, stale));
  return kGood;
}

int runWorksheet(const WorksheetOptions& options, bool json) {
  if (options.review) return runReview(options, json);
  const LoadedBook loaded = loadBook(options.book);
  const Offer* offer = loaded.book->offer(options.offer);
  if (offer == nullptr) {
    throw Unusable(ErrorCode::Usage, "there is no offer \"" + options.offer + "\" in this book",
                   options.offer.empty() ? "Give the id of one of its offers, or --review for all."
                                         : "Give the id of one of its offers.",
                   options.book);
  }
  if (options.reviewed) {
    print(worksheet::reviewedPatch(*loaded.book, *offer, timeOf(options)));
    return kGood;
  }
  const std::vector<Finding> findings = check(*loaded.book, timeOf(options));
  const worksheet::Worksheet sheet =
      worksheet::fill(*loaded.book, *offer, findings, timeOf(options), worksheet::picturesFrom(options.pictures));
  print(json ? worksheet::toJson(sheet) : options.as == "html" ? worksheet::toHtml(sheet) : worksheet::toText(sheet));
  return kGood;
}

}  // namespace

void addWorksheet(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("worksheet", "Fill in the eight stages of an offer, with what is missing");
  const auto options = std::make_shared<WorksheetOptions>();
  command->add_option("BOOK", options->book, "The book (JSON); - is standard input")->required();
  CLI::Option* offer = command->add_option("OFFER", options->offer, "The offer's id");
  command->add_option("--as", options->as, "text, or html to print")
      ->check(CLI::IsMember({"text", "html"}))
      ->capture_default_str();
  CLI::Option* review = command->add_flag("--review", options->review,
                                          "List the offers to look at again: changed, a quarter old, out of the band");
  command->add_flag("--reviewed", options->reviewed, "Print instead the JSON Patch that marks the offer as looked at")
      ->needs(offer)
      ->excludes(review);
  review->excludes(offer);
  command->add_option("--time", options->time,
                      "The day of the meeting, by which staleness is judged (RFC 3339); now if absent");
  command->add_option("--pictures", options->pictures,
                      "A folder that the paths of the book's pictures lead into: the page then carries its picture");
  addJson(*command, request);
  command->footer(
      "What the book does not say stands as missing; what `check` finds is to be fixed, to think about, or good to "
      "know.\n"
      "Products are named that a decision would come to the offer from. The HTML page prints on A4 and has boxes for\n"
      "decision, owner and target.\n"
      "Exits: 0 filled in, 2 where the book cannot be used or has no such offer.");
  command->callback(
      [options, &request] { request.run = [options, &request] { return runWorksheet(*options, request.json); }; });
}

}  // namespace aftermint::cli
