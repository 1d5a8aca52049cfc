/** @file `aftermint draft`: checks a model's answer to a prompt, and writes a patch of proposals. */
#include <algorithm>
#include <memory>

#include "book/load.h"
#include "book/write_book.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/document.h"
#include "cli/draft_report.h"
#include "cli/output.h"
#include "draft/draft.h"
#include "draft/find_answer.h"
#include "draft/readable.h"
#include "json.h"
#include "patch/layout.h"

namespace aftermint::cli {
namespace {

using draft::Drafted;
using draft::DraftFinding;

struct DraftOptions {
  std::string book, answer, product, out;
  std::optional<Placement> placement;
};

/** An error about `product` or `placement` in the answer. */
Unusable askedFault(const draft::FoundAnswer& found, const DraftOptions& options, std::string pointer,
                    std::string message, std::string hint) {
  std::vector<Fault> faults(1);
  faults[0] = {ErrorCode::AnswerSchema, std::move(pointer), std::move(message), std::move(hint), 0, 0};
  locateFaults(found.text, faults);
  return {std::move(faults), options.answer};
}

/** The product and placement that the answer is for: from the options, or else from the answer. */
draft::Asked askedOf(const LoadedBook& loaded, const draft::FoundAnswer& found, const DraftOptions& options) {
  const Answer& answer = found.answer;
  const std::string& id = options.product.empty() ? answer.product : options.product;
  if (id.empty()) {
    throw askedFault(found, options, "", "The product bought is not given.",
                     "Give --product, or set “product” in the answer.");
  }
  draft::Asked asked;
  asked.product = options.product.empty() ? loaded.book->product(id) : &productArgument(loaded, id);
  if (asked.product == nullptr) {
    throw askedFault(found, options, "/product", "The book has no product “" + id + "”.",
                     "Give the product bought as --product.");
  }
  const std::optional<Placement> placement = options.placement ? options.placement : answer.placement;
  if (!placement) {
    throw askedFault(found, options, "", "The placement is not given.",
                     "Give --placement, or set “placement” in the answer.");
  }
  asked.placement = *placement;
  if (!answer.product.empty() && answer.product != id) {
    printMessage(options.answer + ": the answer is for " + answer.product + ". It was checked for " + id +
                 ", because of --product.");
  }
  if (answer.placement && *answer.placement != *placement) {
    printMessage(options.answer + ": the answer is for " + std::string(toString(*answer.placement)) +
                 ". It was checked for " + std::string(toString(*placement)) + ", because of --placement.");
  }
  return asked;
}

/** The findings on the readable parts of an answer with faults. Adds a fault if product or placement are missing. */
std::vector<DraftFinding> findingsOnReadable(std::vector<Fault>& faults, const LoadedBook& loaded,
                                             const DraftOptions& options, draft::FoundAnswer& found) {
  const draft::Readable first = draft::readableOf(found.text, *loaded.book, nullptr);
  found.answer = first.answer;
  draft::Asked asked;
  try {
    asked = askedOf(loaded, found, options);
  } catch (const Unusable& unusable) {
    faults.insert(faults.end(), unusable.faults().begin(), unusable.faults().end());
    return {};
  }
  draft::Readable readable = draft::readableOf(found.text, *loaded.book, asked.product);
  found.answer = std::move(readable.answer);
  std::vector<DraftFinding> out;
  for (Drafted& drafted : draft::draftOffers(*loaded.book, found.answer, asked)) {
    const bool knowsItems = !readable.isFilledIn("/offers/" + std::to_string(drafted.number) + "/items");
    for (DraftFinding& finding : drafted.findings) {
      const bool isOfItems = finding.code == toString(FindingCode::HeadlineSpecific);
      if (finding.code == toString(FindingCode::NotApproved) || readable.isFilledIn(finding.pointer)) continue;
      if (knowsItems || !isOfItems) out.push_back(std::move(finding));
    }
  }
  return out;
}

/** Reports the faults of an answer and the findings on it together, so that both can be fixed at once. */
int refuseAnswer(const draft::FaultyAnswer& faulty, const LoadedBook& loaded, const DraftOptions& options, bool json) {
  std::vector<Fault> faults = faulty.faults();
  draft::FoundAnswer found;
  found.text = faulty.text();
  const std::vector<DraftFinding> findings = findingsOnReadable(faults, loaded, options, found);
  if (json) {
    Json out = Json::parse(encodeFaults(faults, faulty.file()));
    out["findings"] = findingsJson(findings, found);
    print(compact(out));
  } else {
    printMessage(faultLines(Unusable(faults, faulty.file())) + findingsText(findings, found, options.answer));
  }
  return kUnusable;
}

int runDraft(const DraftOptions& options, bool json) {
  refuseTwoStdins(options.book, options.answer);
  const LoadedBook loaded = loadBook(options.book);
  const std::string answer = readText(options.answer, draft::kMostAnswerBytes);
  draft::FoundAnswer found;
  try {
    found = draft::findAnswer(answer, options.answer);
  } catch (const draft::FaultyAnswer& faulty) {
    return refuseAnswer(faulty, loaded, options, json);
  }
  const draft::Asked asked = askedOf(loaded, found, options);
  const DraftOutcome outcome{loaded, options.answer, found, asked,
                             draft::draftOffers(*loaded.book, found.answer, asked)};
  const Json patch = draftPatch(outcome);
  const std::string text = patch::layOut(patch) + "\n";
  const bool writes = !options.out.empty() && !patch.empty();
  if (writes) writeWhole(options.out, text);
  if (json) {
    print(compact(draftJson(outcome)));
  } else {
    printMessage(options.answer + ": the answer begins at line " + std::to_string(found.line) + ", column " +
                 std::to_string(found.column) + ".");
    for (const Drafted& drafted : outcome.drafts) printMessage(draftText(drafted, outcome));
    if (options.out.empty()) printDocument(text);
    if (!options.out.empty()) {
      printMessage(writes ? options.out + ": written; `aftermint patch " + options.book + " " + options.out +
                                "` applies it."
                          : options.out + ": not written, because no offer passed.");
    }
  }
  const bool allPassed =
      std::all_of(outcome.drafts.begin(), outcome.drafts.end(), [](const Drafted& drafted) { return drafted.passed; });
  return allPassed ? kGood : kBad;
}

}  // namespace

void addDraft(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("draft", "Check a model's answer to a prompt, and make proposals of it");
  const auto options = std::make_shared<DraftOptions>();
  command->add_option("BOOK", options->book, "The book, a JSON file; - is standard input")->required();
  command->add_option("ANSWER", options->answer, "A text that contains the answer, up to 1 MiB; - is standard input")
      ->required();
  addPlacement(*command, options->placement, "The placement of the offers; the one in the answer if absent");
  command->add_option("--product", options->product, "The product bought; the one in the answer if absent");
  command->add_option("--out", options->out, "Write the patch to this file instead of standard output");
  addJson(*command, request);
  command->footer(
      "Uses the first JSON object that is an answer (`aftermint schema answer`), whatever text is around it. Offers\n"
      "that pass become a JSON Patch of proposals (`\"approved\": false`) for `aftermint patch`; the others are\n"
      "listed with their errors. All rules of `check` apply, and a price outside the band is an error.\n"
      "Exit codes: 0 all offers passed; 1 an offer was refused; 2 book or answer cannot be used.");
  command->callback(
      [options, &request] { request.run = [options, &request] { return runDraft(*options, request.json); }; });
}

}  // namespace aftermint::cli
