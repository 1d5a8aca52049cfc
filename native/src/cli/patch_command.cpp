/** @file `aftermint patch`. */
#include <algorithm>
#include <memory>

#include "aftermint/check.h"
#include "book/load.h"
#include "book/write_book.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "json.h"
#include "patch/layout.h"
#include "patch/patch.h"

namespace aftermint::cli {
namespace {

struct PatchOptions {
  std::string book, patch, out;
};

/** Tells what makes the patched book none: at its place in the patch where an operation brought it. */
[[noreturn]] void refuseResult(std::vector<Fault> faults, const patch::Patched& patched, std::string_view patch,
                               const PatchOptions& options) {
  const auto isBrought = [&](const Fault& fault) { return !patch::placeInPatch(patched.steps, fault.pointer).empty(); };
  const bool allBrought = std::all_of(faults.begin(), faults.end(), isBrought);
  for (Fault& fault : faults) {
    fault.line = fault.column = 0;  // of a text that nobody has
    if (allBrought) fault.pointer = patch::placeInPatch(patched.steps, fault.pointer);
    if (!allBrought) fault.message += " So it would be after the patch.";
  }
  if (allBrought) locateFaults(patch, faults);
  throw Unusable(std::move(faults), allBrought ? options.patch : options.book);
}

int runPatch(const PatchOptions& options, bool json) {
  refuseTwoStdins(options.book, options.patch);
  const LoadedBook loaded = loadBook(options.book);
  const std::string patch = readText(options.patch);
  patch::Patched patched = patch::applyPatch(loaded.text, patch, options.patch);
  // It was checked as something else.
  const bool wasChecked = patched.book.is_object() && patched.book.erase("checked") > 0;
  const std::string text = patch::layOut(patched.book, loaded.text) + "\n";
  Decoded<Book> decoded = decodeBook(text);
  if (!decoded) refuseResult(std::move(decoded.faults), patched, patch, options);
  const IndexedBook book(std::move(*decoded.value));
  const std::vector<Finding> findings = check(book);
  const bool writes = !options.out.empty();
  if (writes) writeWhole(options.out, text);
  if (wasChecked)
    printMessage(options.book + ": the digest of its check was dropped; publish it again (check --publish).");
  if (json) {
    Json out = Json::parse(encode(findings));  // as `check` says it
    out["operations"] = patched.steps.size();
    out["written"] = writes;
    if (writes) {
      out["out"] = options.out;
    } else {
      out["book"] = std::move(patched.book);
    }
    print(compact(out));
  } else {
    const std::string file = writes ? options.out : options.book + " (patched)";
    const std::string told = (findings.empty() ? std::string() : findingLines(findings, file, text)) + file + ": " +
                             counted(patched.steps.size(), "operation") + "; " + tally(book.book(), findings);
    if (writes) {
      print(told);
    } else {
      printMessage(told);
      print(text);
    }
  }
  return exitOf(findings);
}

}  // namespace

void addPatch(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("patch", "Apply a JSON Patch to a book, and check what comes out");
  const auto options = std::make_shared<PatchOptions>();
  command->add_option("BOOK", options->book, "The book (JSON); - is standard input")->required();
  command->add_option("PATCH", options->patch, "The patch (RFC 6902), such as `draft` makes; - is standard input")
      ->required();
  command->add_option("--out", options->out,
                      "Write the book to this file, which may be BOOK, instead of standard output");
  addJson(*command, request);
  command->footer(
      "All operations are done or none. What the patch does not touch stays as it was written, letter for letter. The\n"
      "digest of an earlier check is dropped, since the book was checked as something else.\n"
      "Exits: 0 without findings of severity error in the patched book, 1 with, 2 where the patch does not fit or its\n"
      "outcome is no book: then nothing is written.");
  command->callback(
      [options, &request] { request.run = [options, &request] { return runPatch(*options, request.json); }; });
}

}  // namespace aftermint::cli
