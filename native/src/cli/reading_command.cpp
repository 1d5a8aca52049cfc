/** @file `aftermint read` interprets counts. */
#include "aftermint/reading.h"
#include "book/load.h"
#include "cli/commands.h"
#include "cli/output.h"

namespace aftermint::cli {
namespace {

int runRead() {
  Decoded<Counts> counts = decodeCounts(readText("-"));
  if (!counts) throw Unusable(std::move(counts.faults), "-");
  print(encode(read(*counts.value)));
  return kGood;
}

}  // namespace

void addRead(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("read", "Interpret the counts of an experiment from standard input");
  addJson(*command, request);
  command->footer(
      "Counts are one JSON object, see docs/formats.md: {\"alpha\":0.05,\"arms\":[{\"name\",\"weight\",\n"
      "\"visitors\",\"buyers\",\"exposed\",\"accepts\",\"orders\":{\"sum\",\"sumSq\"},\"before\",\n"
      "\"gross\":{\"sum\",\"sumSq\",\"withOrders\",\"withBefore\"},\"net\"},…]}. The first arm is the baseline.\n"
      "The answer is one JSON object, with or without --json.\n"
      "Exit codes: 0 read; 2 the counts cannot be used.");
  command->callback([&request] { request.run = [] { return runRead(); }; });
}

}  // namespace aftermint::cli
