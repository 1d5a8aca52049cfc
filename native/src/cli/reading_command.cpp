/** @file `aftermint read` interprets counts; `aftermint report` interprets the events of a store. */
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>

#include "aftermint/reading.h"
#include "aftermint/store_reading.h"
#include "book/load.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "events/store.h"
#include "serve/reading_text.h"

namespace aftermint::cli {
namespace {

struct ReportOptions {
  std::string store, as = "text", locale = "en";
};

std::string rendered(const StoreReading& reading, const ReportOptions& options) {
  return options.as == "html" ? readingHtml(reading, options.locale) : readingText(reading, options.locale);
}

void show(const StoreReading& reading, const ReportOptions& options, bool json) {
  print(json ? encode(reading) : rendered(reading, options));
}

int runRead() {
  Decoded<Counts> counts = decodeCounts(readText("-"));
  if (!counts) throw Unusable(std::move(counts.faults), "-");
  print(encode(read(*counts.value)));
  return kGood;
}

int runReport(const ReportOptions& options, bool json) {
  constexpr std::string_view kSqlite = "sqlite:";
  const bool isUrl = options.store.find(':') != std::string::npos;
  const std::string url = isUrl ? options.store : std::string(kSqlite) + options.store;
  // Opening a store would create it. A collector wants that, a report does not.
  if (url.starts_with(kSqlite)) {
    const std::string path = url.substr(kSqlite.size());
    std::error_code error;
    // SQLite would take an empty file for an empty database.
    if (!std::filesystem::is_regular_file(path, error) || std::filesystem::file_size(path, error) == 0) {
      throw Unusable(ErrorCode::FileUnreadable, "there is no store at " + path,
                     "Give the store of `aftermint serve --store`, as sqlite:PATH.", path);
    }
  }
  try {
    show(readStore(openStore(url)->counts()), options, json);
  } catch (const StoreError& error) {
    throw Unusable(ErrorCode::FileUnreadable, error.what(), "Give a store that `aftermint serve` has written.",
                   options.store);
  }
  return kGood;
}

void addLook(CLI::App& command, ReportOptions& options) {
  command.add_option("--as", options.as, "text or html")->check(CLI::IsMember({"text", "html"}))->capture_default_str();
  command.add_option("--locale", options.locale, "The locale for money")->capture_default_str();
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

void addReport(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("report", "Interpret the events of a store");
  const auto options = std::make_shared<ReportOptions>();
  command->add_option("STORE", options->store, "The store: sqlite:PATH, or only the path")->required();
  addLook(*command, *options);
  addJson(*command, request);
  command->footer("Exit codes: 0 reported; 2 the store cannot be used.");
  command->callback(
      [options, &request] { request.run = [options, &request] { return runReport(*options, request.json); }; });
}

}  // namespace aftermint::cli
