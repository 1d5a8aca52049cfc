/** @file `aftermint check`. */
#include <algorithm>
#include <memory>

#include "cli/commands.h"
#include "cli/input.h"
#include "cli/output.h"

namespace aftermint::cli {
namespace {

int runCheck(const std::string& path, bool json) {
  const LoadedBook loaded = loadBook(path);
  const std::vector<Finding> findings = check(*loaded.book);
  const auto count = [&](Severity severity) {
    return static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(), [&](const Finding& f) { return f.severity == severity; }));
  };
  if (json) {
    print(encode(findings));
  } else {
    const Book& book = loaded.book->book();
    if (!findings.empty()) print(findingLines(findings, path, loaded.text));
    print(path + ": " + counted(book.products.size(), "product") + ", " + counted(book.offers.size(), "offer") + "; " +
          counted(count(Severity::Error), "error") + ", " + counted(count(Severity::Warning), "warning") + ", " +
          counted(count(Severity::Info), "note") + ".");
  }
  return count(Severity::Error) > 0 ? kBad : kGood;
}

}  // namespace

void addCheck(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("check", "Say what stands against a book before it is published");
  const auto book = std::make_shared<std::string>();
  command->add_option("BOOK", *book, "The book (JSON); - is standard input")->required();
  addJson(*command, request);
  command->footer(
      "Every finding has a code, a severity, a place, a message and a mend. An offer with a finding of\n"
      "severity error is never shown. Exits: 0 without such findings, 1 with, 2 where it is no book.");
  command->callback([book, &request] { request.run = [book, &request] { return runCheck(*book, request.json); }; });
}

}  // namespace aftermint::cli
