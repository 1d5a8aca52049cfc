/** @file `aftermint approve`: records in the book that a person approved offers. */
#include <algorithm>
#include <memory>

#include "aftermint/time.h"
#include "book/load.h"
#include "book/write_book.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/document.h"
#include "cli/output.h"
#include "draft/approval.h"
#include "json.h"

namespace aftermint::cli {
namespace {

struct ApproveOptions {
  std::string book, out, at;
  std::vector<std::string> offers;
  draft::Approver approver;
};

/** The offers of the command line, each once, in that order. */
std::vector<const Offer*> offersOf(const LoadedBook& loaded, const ApproveOptions& options) {
  std::vector<const Offer*> out;
  for (const std::string& id : options.offers) {
    const Offer* offer = &offerArgument(loaded, id);
    if (std::find(out.begin(), out.end(), offer) == out.end()) out.push_back(offer);
  }
  return out;
}

/** Prints the findings on the offers. Returns whether an offer has errors, so that nothing is approved. */
bool reportFindings(const std::vector<draft::ToApprove>& offers, const LoadedBook& loaded, bool json) {
  bool isRefused = false;
  for (const draft::ToApprove& each : offers) {
    isRefused = isRefused || each.hasError();
    if (!json && !each.findings.empty()) printMessage(findingLines(each.findings, loaded.path, loaded.text));
    if (!json && each.hasError()) {
      printMessage(loaded.path + ": " + each.offer->id +
                   " is not approved. Fix its errors first. Nothing was written.");
    }
  }
  return isRefused;
}

int runApprove(ApproveOptions options, bool json) {
  options.approver.at = timeOrNow(options.at);
  const LoadedBook loaded = loadBook(options.book);
  if (loaded.book->book().checked) {
    throw Unusable(ErrorCode::Usage, "this book was published, so it does not say who approved what",
                   "Approve the offer in the book that this one was published from, then publish it again.",
                   options.book);
  }
  const std::vector<const Offer*> offers = offersOf(loaded, options);
  const std::vector<draft::ToApprove> seen = draft::findingsBeforeApproval(*loaded.book, offers);
  const bool isRefused = reportFindings(seen, loaded, json);
  const std::string text = isRefused ? "" : draft::approve(loaded.text, *loaded.book, seen, options.approver);
  if (!isRefused) {
    Decoded<Book> again = decodeBook(text);  // for example, a note that is too long
    if (!again) throw Unusable(std::move(again.faults), options.book);
  }
  const bool writes = !isRefused && !options.out.empty();
  if (writes) writeWhole(options.out, text);
  if (json) {
    Json list = Json::array();
    for (const draft::ToApprove& each : seen) {
      list.push_back({{"offer", each.offer->id},
                      {"reviewed", isRefused ? Json(nullptr)
                                             : Json::parse(draft::reviewedJson(*loaded.book, each, options.approver))},
                      {"findings", Json::parse(encode(each.findings))["findings"]}});
    }
    Json out = {{"ok", !isRefused}, {"approved", std::move(list)}, {"written", writes}};
    if (writes) out["out"] = options.out;
    if (!writes && !isRefused) out["book"] = Json::parse(text);
    print(compact(out));
    return isRefused ? kBad : kGood;
  }
  if (isRefused) return kBad;
  for (const Offer* offer : offers) {
    printMessage(options.book + ": " + offer->id + " is approved" +
                 (options.approver.by.empty() ? "" : " by " + options.approver.by) + ", " +
                 writeTime(options.approver.at) + ".");
  }
  if (writes) {
    printMessage(options.out + ": written.");
  } else {
    printDocument(text);
  }
  return kGood;
}

}  // namespace

void addApprove(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("approve", "Record that a person approved offers");
  const auto options = std::make_shared<ApproveOptions>();
  command->add_option("BOOK", options->book, "The book, a JSON file; - is standard input")->required();
  command->add_option("OFFER", options->offers, "The ids of the offers")->required();
  command->add_option("--by", options->approver.by, "The name of the person who approves");
  command->add_option("--at", options->at, "The time of the approval (RFC 3339); now if absent");
  command->add_option("--note", options->approver.note, "A note to keep with the approval");
  command->add_option("--out", options->out,
                      "Write the book to this file, which may be BOOK, instead of standard output");
  addJson(*command, request);
  command->footer(
      "Sets `approved`, and writes `reviewed` to each offer: who approved it, when, what they saw, and the notes of\n"
      "`check` they saw. `check` does not repeat those notes until the offer or its products change. Then `check`\n"
      "and `worksheet --review` ask for another look. The rest of the file does not change. Name and note are never\n"
      "published.\n"
      "Exit codes: 0 approved; 1 an offer has errors, nothing is written; 2 the book cannot be used or has no such\n"
      "offer.");
  command->callback(
      [options, &request] { request.run = [options, &request] { return runApprove(*options, request.json); }; });
}

}  // namespace aftermint::cli
