/** @file `aftermint approve`. */
#include <algorithm>
#include <memory>

#include "book/load.h"
#include "book/write_book.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "clock.h"
#include "draft/approval.h"
#include "json.h"

namespace aftermint::cli {
namespace {

struct ApproveOptions {
  std::string book, out, at;
  std::vector<std::string> offers;
  draft::Approver approver;
};

/** The offers of the command line, each once, in its order. */
std::vector<const Offer*> offersOf(const LoadedBook& loaded, const ApproveOptions& options) {
  std::vector<const Offer*> out;
  for (const std::string& id : options.offers) {
    const Offer* offer = loaded.book->offer(id);
    if (offer == nullptr) {
      throw Unusable(ErrorCode::Usage, "there is no offer \"" + id + "\" in this book",
                     "Give the id of one of its offers.", options.book);
    }
    if (std::find(out.begin(), out.end(), offer) == out.end()) out.push_back(offer);
  }
  return out;
}

/** What was seen of the offers, and whether any may not be approved. */
bool reportFindings(const std::vector<draft::ToApprove>& offers, const LoadedBook& loaded, bool json) {
  bool isRefused = false;
  for (const draft::ToApprove& each : offers) {
    isRefused = isRefused || each.hasError();
    if (!json && !each.findings.empty()) printMessage(findingLines(each.findings, loaded.path, loaded.text));
    if (!json && each.hasError()) {
      printMessage(loaded.path + ": " + each.offer->id +
                   " is not approved: hint its errors first. Nothing is written.");
    }
  }
  return isRefused;
}

int runApprove(ApproveOptions options, bool json) {
  options.approver.at = systemMillis();
  if (!options.at.empty()) {
    const std::optional<Millis> at = parseTime(options.at);
    if (!at)
      throw Unusable(ErrorCode::Usage, "\"" + options.at + "\" is no time", "Give RFC 3339: 2026-11-23T10:00:00Z.");
    options.approver.at = *at;
  }
  const LoadedBook loaded = loadBook(options.book);
  if (loaded.book->book().checked) {
    throw Unusable(ErrorCode::Usage, "this book was published: who approved what does not stand in it",
                   "Approve the offer in the book that it was made from, and publish that again.", options.book);
  }
  const std::vector<const Offer*> offers = offersOf(loaded, options);
  const std::vector<draft::ToApprove> seen = draft::findingsBeforeApproval(*loaded.book, offers);
  const bool isRefused = reportFindings(seen, loaded, json);
  const std::string text = isRefused ? "" : draft::approve(loaded.text, *loaded.book, seen, options.approver);
  if (!isRefused) {
    Decoded<Book> again = decodeBook(text);  // such as a note that is too long
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
                 formatTime(options.approver.at) + ".");
  }
  if (writes) {
    printMessage(options.out + ": written.");
  } else {
    print(text);
  }
  return kGood;
}

}  // namespace

void addApprove(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("approve", "Say that a person looked at offers and approves them");
  const auto options = std::make_shared<ApproveOptions>();
  command->add_option("BOOK", options->book, "The book (JSON); - is standard input")->required();
  command->add_option("OFFER", options->offers, "The ids of the offers")->required();
  command->add_option("--by", options->approver.by, "Who approves");
  command->add_option("--at", options->at, "When (RFC 3339); now if absent");
  command->add_option("--note", options->approver.note, "What to remember about it");
  command->add_option("--out", options->out,
                      "Write the book to this file, which may be BOOK, instead of standard output");
  addJson(*command, request);
  command->footer(
      "Sets `approved` and writes `reviewed`: who looked, when, at what, and which notes of `check` they saw. Those\n"
      "are not repeated until the offer or its products change; then `check` and `worksheet --review` ask to look\n"
      "again. Every other letter of the book stays. Neither name nor note is published.\n"
      "Exits: 0 approved, 1 an offer has a finding of severity error: nothing is written, 2 where the book cannot be\n"
      "used or has no such offer.");
  command->callback(
      [options, &request] { request.run = [options, &request] { return runApprove(*options, request.json); }; });
}

}  // namespace aftermint::cli
