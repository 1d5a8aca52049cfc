/** @file `aftermint report`: what the events of a store mean. */
#include <iterator>
#include <memory>
#include <vector>

#include "book/load.h"
#include "cli/commands.h"
#include "cli/document.h"
#include "cli/existing_store.h"
#include "cli/output.h"
#include "clock.h"
#include "events/clickhouse_client.h"
#include "events/store.h"
#include "guard/stopped_offers.h"
#include "report/results_page.h"
#include "serve/results.h"

namespace aftermint::cli {
namespace {

struct ReportCall {
  std::string store, state, book, by = "offer", as = "text", locale;
  bool guard = false;
};

/** Names what to stop on standard error. Exit code 1 if there is something. */
int guarded(const report::Report& report) {
  const std::vector<report::HarmfulArm> harmful = report::harmfulArms(report);
  for (const report::HarmfulArm& each : harmful) {
    std::string name = "stop";
    for (const std::string& id : {each.offer, each.experiment, each.placement, each.arm}) {
      if (!id.empty() && id != "offered") name += " " + id;
    }
    printMessage(name + ": " + each.because);
  }
  return harmful.empty() ? kGood : kBad;
}

int runReport(const ReportCall& call, bool json) {
  const std::string url = existingStore(call.store);
  LoadedBook book;
  if (!call.book.empty()) book = loadBook(call.book);
  const report::ReportBy by = report::parseReportBy(call.by).value_or(report::ReportBy::Offer);
  try {
    const auto store = openStoreReadOnly(url);
    const Clock clock = systemMillis;
    ResultsParts parts{*store, clock, book.book.get()};
    parts.locale = !call.locale.empty() ? call.locale : book.book ? std::string(book.book->book().locale) : "en";
    parts.liveSeconds = 0;
    std::string state;
    if (!call.state.empty()) {
      state = storeUrl(call.state);
    } else if (!isClickHouseUrl(url)) {
      state = url;
    }
    if (!state.empty()) parts.stopped = readOpenStops(sqlitePath(state));
    parts.storeUrl = state;
    const report::Report report = resultsOf(parts, by);
    if (json) {
      print(report::encode(report));
    } else {
      const report::Page page = resultsPage(parts, report);
      if (call.as == "html") {
        printDocument(report::pageInOneFile(page));
      } else {
        print(report::textOf(page));
      }
    }
    if (call.guard) return guarded(report);
  } catch (const StoreError& error) {
    throw Unusable(ErrorCode::FileUnreadable, error.what(), "Give a store that `aftermint serve` has written.",
                   storeForDisplay(call.store));
  }
  return kGood;
}

}  // namespace

void addReport(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("report", "Say what the offers did, from the events of a store");
  const auto call = std::make_shared<ReportCall>();
  command->add_option("STORE", call->store, "The store: sqlite:PATH, only the path, or clickhouse://…")->required();
  command->add_option("--state", call->state,
                      "With ClickHouse: the file of `serve --state`, for the offers that the guard stopped");
  command->add_option("--book", call->book, "The book: gives titles, placements and the intended split of visitors");
  command->add_option("--by", call->by, "Divide by offer, experiment, placement, or week of the assignment")
      ->check(CLI::IsMember(std::vector<std::string>(std::begin(report::kReportBy), std::end(report::kReportBy))))
      ->capture_default_str();
  command->add_option("--as", call->as, "text or html")->check(CLI::IsMember({"text", "html"}))->capture_default_str();
  command->add_option("--locale", call->locale, "The locale for money; the book's, else en");
  command->add_flag("--guard", call->guard, "Exit with 1 if something is to be stopped, and name it on standard error");
  addJson(*command, request);
  command->footer(
      "The HTML page is one file with its charts; it loads nothing. The store is only read.\n"
      "Exit codes: 0 reported; 1 with --guard, if an offer does harm; 2 the store or the book cannot be used.");
  command->callback([call, &request] { request.run = [call, &request] { return runReport(*call, request.json); }; });
}

}  // namespace aftermint::cli
