/** @file `aftermint forget`: erases one visitor from a store, or deletes old events of pages. */
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "aftermint/time.h"

#include "cli/commands.h"
#include "cli/existing_store.h"
#include "cli/output.h"
#include "events/store.h"
#include "forget/forget_visitor.h"
#include "json.h"
#include "sqlite.h"

namespace aftermint::cli {
namespace {

struct ForgetCall {
  std::string store, visitor;
  std::optional<Millis> before;
  bool dryRun = false, noRewrite = false;
};

std::string_view codeOf(FileRewrite rewrite) {
  switch (rewrite) {
    case FileRewrite::Done:
      return "done";
    case FileRewrite::Busy:
      return "busy";
    case FileRewrite::Skipped:
      break;
  }
  return "skipped";
}

Json forgottenJson(const Forgotten& forgotten, bool dryRun) {
  Json tables = Json::array();
  for (const ForgottenRows& each : forgotten.tables) {
    tables.push_back({{"table", each.table}, {"erased", each.erased}, {"cleared", each.cleared}});
  }
  return {{"dryRun", dryRun},
          {"tables", std::move(tables)},
          {"rewrite", codeOf(forgotten.rewrite)},
          {"otherTables", forgotten.otherTables}};
}

void printForgotten(const Forgotten& forgotten, bool dryRun) {
  if (forgotten.rows() == 0) print("The store has nothing of this visitor.");
  const auto line = [&](std::int64_t rows, std::string_view would, std::string_view did, const std::string& table) {
    if (rows == 0) return;
    const std::string what = counted(static_cast<std::size_t>(rows), "row") + " of " + table;
    print(dryRun ? "Would " + std::string(would) + " " + what + "." : std::string(did) + " " + what + ".");
  };
  for (const ForgottenRows& each : forgotten.tables) {
    line(each.erased, "erase", "Erased", each.table);
    line(each.cleared, "clear the visitor in", "Cleared the visitor in", each.table);
  }
}

int runForget(const ForgetCall& call, bool json) {
  const std::string url = existingStore(call.store);
  try {
    const Forgotten forgotten = forgetVisitor(url, call.visitor, {call.dryRun, !call.noRewrite});
    if (json) {
      print(compact(forgottenJson(forgotten, call.dryRun)));
    } else {
      printForgotten(forgotten, call.dryRun);
    }
    for (const std::string& table : forgotten.otherTables) {
      printMessage("The table " + table + " has a column visitor, but is not a table of aftermint. It stays as it is.");
    }
    if (forgotten.rewrite != FileRewrite::Busy) return kGood;
    printMessage(
        "The rows are erased, but another program uses the file, so that it could not be rewritten: old copies may "
        "remain in its free space. Run this command again when the store is less busy.");
    return kBad;
  } catch (const StoreError& error) {
    throw Unusable(ErrorCode::FileUnreadable, error.what(), "Give a store that `aftermint serve` has written.",
                   storeForDisplay(call.store));
  }
}

/** Deletes old events of pages. */
int runForgetBefore(const ForgetCall& call, bool json) {
  const std::string url = existingStore(call.store);
  try {
    (void)openStoreReadOnly(url);  // an older store stays as it is
    const std::int64_t deleted = openStore(url)->dropPageEvents(*call.before, {}, {});
    if (json) {
      print(compact({{"deleted", deleted}, {"before", std::string(writeTime(*call.before))}}));
    } else {
      print("Deleted " + counted(static_cast<std::size_t>(deleted), "event") + " of pages, with their assignments.");
    }
    return kGood;
  } catch (const StoreError& error) {
    throw Unusable(ErrorCode::FileUnreadable, error.what(), "Give a store that `aftermint serve` has written.",
                   call.store);
  }
}

}  // namespace

void addForget(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("forget", "Erase one visitor from a store, or old events of pages");
  const auto call = std::make_shared<ForgetCall>();
  command->add_option("--visitor", call->visitor, "The visitor's id, as pages and your server send it");
  command->add_option_function<std::string>(
      "--before",
      [call](const std::string& date) {
        call->before = readTime(date.size() == 10 ? date + "T00:00:00Z" : date);
        if (!call->before)
          throw CLI::ValidationError("--before is neither a date like 2026-09-01 nor an RFC 3339 time");
      },
      "Instead of --visitor: delete events of pages that were received before this day (UTC), under test or not");
  command->add_option("--store", call->store, "The store: sqlite:PATH, only the path, or clickhouse://…")->required();
  command->add_flag("--dry-run", call->dryRun, "Only count: change nothing");
  command->add_flag("--no-rewrite", call->noRewrite,
                    "Do not rewrite the file afterwards: old copies may remain in its free space");
  addJson(*command, request);
  command->footer(
      "Erases what pages said about the visitor, and the assignments. What your server said about money stays without\n"
      "the visitor. Backups, exports and your own systems are yours to erase; the store's file has no copy left.\n"
      "--before deletes what only pages said; it keeps every order, accept and refund of your server.\n"
      "Exits: 0 erased, or there was nothing; 1 erased, but the file could not be rewritten; 2 the store cannot be "
      "used.");
  command->callback([call, &request] {
    if (call->before) {
      if (!call->visitor.empty() || call->dryRun) {
        throw CLI::ValidationError("--before goes with neither --visitor nor --dry-run");
      }
      request.run = [call, &request] { return runForgetBefore(*call, request.json); };
      return;
    }
    if (call->visitor.empty()) throw CLI::ValidationError("give --visitor with an id, or --before with a date");
    if (call->visitor.starts_with("order:")) {
      throw CLI::ValidationError("--visitor begins with order: that is an order without a visitor id, not a visitor");
    }
    request.run = [call, &request] { return runForget(*call, request.json); };
  });
}

}  // namespace aftermint::cli
