/** @file `aftermint patch`: applies a JSON Patch to a book, and checks the result. */
#include <algorithm>
#include <memory>

#include "aftermint/check.h"
#include "book/load.h"
#include "book/write_book.h"
#include "cli/commands.h"
#include "cli/document.h"
#include "cli/output.h"
#include "json.h"
#include "patch/layout.h"
#include "patch/patch.h"

namespace aftermint::cli {
namespace {

struct PatchOptions {
  std::string book, patch, out;
};

/** Throws Unusable for a result that is not a valid book: with places in the patch if they all come from there. */
[[noreturn]] void refuseResult(std::vector<Fault> faults, const patch::Patched& patched, std::string_view patch,
                               const PatchOptions& options) {
  const auto isBrought = [&](const Fault& fault) { return !patch::placeInPatch(patched.steps, fault.pointer).empty(); };
  const bool allBrought = std::all_of(faults.begin(), faults.end(), isBrought);
  for (Fault& fault : faults) {
    fault.line = fault.column = 0;  // they are of the patched text, which the user does not have
    if (allBrought) fault.pointer = patch::placeInPatch(patched.steps, fault.pointer);
    if (!allBrought) fault.message += " This would be so after the patch.";
  }
  if (allBrought) locateFaults(patch, faults);
  throw Unusable(std::move(faults), allBrought ? options.patch : options.book);
}

int runPatch(const PatchOptions& options, bool json) {
  refuseTwoStdins(options.book, options.patch);
  const LoadedBook loaded = loadBook(options.book);
  const std::string patch = readText(options.patch);
  patch::Patched patched = patch::applyPatch(loaded.text, patch, options.patch);
  // That check was of the book before the patch.
  const bool wasChecked = patched.book.is_object() && patched.book.erase("checked") > 0;
  const std::string text = patch::layOut(patched.book, loaded.text) + "\n";
  Decoded<Book> decoded = decodeBook(text);
  if (!decoded) refuseResult(std::move(decoded.faults), patched, patch, options);
  const IndexedBook book(std::move(*decoded.value));
  const std::vector<Finding> findings = check(book);
  const bool writes = !options.out.empty();
  if (writes) writeWhole(options.out, text);
  if (wasChecked)
    printMessage(options.book + ": the patched book has no check any more. Publish it again (check --publish).");
  if (json) {
    Json out = Json::parse(encode(findings));  // as `check` prints it
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
      printDocument(text);
    }
  }
  return exitOf(findings);
}

}  // namespace

void addPatch(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("patch", "Apply a JSON Patch to a book, and check the result");
  const auto options = std::make_shared<PatchOptions>();
  command->add_option("BOOK", options->book, "The book, a JSON file; - is standard input")->required();
  command->add_option("PATCH", options->patch, "The patch (RFC 6902), for example from `draft`; - is standard input")
      ->required();
  command->add_option("--out", options->out,
                      "Write the book to this file, which may be BOOK, instead of standard output");
  addJson(*command, request);
  command->footer(
      "Applies all operations or none. The rest of the text does not change. The digest of an earlier check is\n"
      "removed, because the book has changed.\n"
      "Exit codes: 0 the patched book has no errors; 1 it has errors; 2 the patch does not fit, or the result is\n"
      "not a valid book (nothing is written).");
  command->callback(
      [options, &request] { request.run = [options, &request] { return runPatch(*options, request.json); }; });
}

}  // namespace aftermint::cli
