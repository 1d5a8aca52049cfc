/** @file `aftermint export`: the tables of a store, for warehouses and other tools. */
#include <cstdio>
#include <memory>
#include <vector>

#include "cli/commands.h"
#include "cli/existing_store.h"
#include "cli/output.h"
#include "clock.h"
#include "events/store.h"
#include "export/export_folder.h"
#include "export/store_tables.h"
#include "simulate/shopper_events.h"

namespace aftermint::cli {
namespace {

struct ExportCall {
  std::string store, as{toString(ExportFormat::Ndjson)}, out, table;
  std::int64_t windowDays = 30;
  bool force = false;
};

std::vector<ExportTable> tablesOf(const ExportCall& call) {
  if (const auto table = parseExportTable(call.table)) return {*table};
  return {kExportTables.begin(), kExportTables.end()};
}

/** The names are checked when the command line is read. */
ExportFormat formatOf(const ExportCall& call) { return parseExportFormat(call.as).value_or(ExportFormat::Ndjson); }

/** Simulated shoppers in an export could be taken for customers. */
void nameSimulated(const std::string& url) {
  const std::int64_t simulated = openStoreReadOnly(url)->countFrom(simulate::kSimulatedSource);
  if (simulated == 0) return;
  printMessage("Note: the export holds what " + counted(static_cast<std::size_t>(simulated), "simulated event") +
               " say. To drop them: aftermint simulate --drop --store " + storeForDisplay(url));
}

int exportToFolder(const ExportCall& call, StoreTables& store, const ExportQuery& query, bool json) {
  const std::vector<ExportTable> tables = tablesOf(call);
  const Json manifest = ExportFolder(call.out, tables, formatOf(call), call.force).write(store, query);
  if (json) {
    print(compact(manifest));
    return kGood;
  }
  for (const Json& table : manifest["tables"]) {
    print(call.out + "/" + table["file"].get<std::string>() + ": " + counted(table["rows"].get<std::size_t>(), "row"));
  }
  return kGood;
}

int runExport(const ExportCall& call, bool json) {
  const std::string url = existingStore(call.store);
  try {
    const ExportQuery query{systemMillis(), call.windowDays * kDayMillis};
    StoreTables store(url, query);
    nameSimulated(url);
    if (!call.out.empty()) return exportToFolder(call, store, query, json);
    // `run` (cli.cpp) reports a standard output that cannot be written.
    store.write(tablesOf(call).front(), formatOf(call),
                [](std::string_view bytes) { std::fwrite(bytes.data(), 1, bytes.size(), stdout); });
  } catch (const StoreError& error) {
    throw Unusable(ErrorCode::FileUnreadable, error.what(), "Give a store that `aftermint serve` has written.",
                   storeForDisplay(call.store));
  }
  return kGood;
}

}  // namespace

void addExport(CLI::App& app, Request& request) {
  CLI::App* command =
      app.add_subcommand("export", "Write what was offered, who was assigned and what was paid as tables");
  const auto call = std::make_shared<ExportCall>();
  command->add_option("STORE", call->store, "The store: sqlite:PATH, only the path, or clickhouse://…")->required();
  command->add_option("--out", call->out, "Write all tables into this folder, which is created");
  command
      ->add_option("--table", call->table,
                   "Only this table: offers, assignments or orders; without --out it goes to standard output")
      ->check(CLI::IsMember(std::vector<std::string>(kExportTableNames.begin(), kExportTableNames.end())));
  command->add_option("--as", call->as, "ndjson, csv or parquet")
      ->check(CLI::IsMember(std::vector<std::string>(kExportFormatNames.begin(), kExportFormatNames.end())))
      ->capture_default_str();
  command->add_option("--window-days", call->windowDays, "How long after an assignment `in_window` is true")
      ->check(CLI::Range(std::int64_t{1}, std::int64_t{3'650}))
      ->capture_default_str();
  command->add_flag("--force", call->force, "Replace files that no export has made");
  addJson(*command, request);
  command->footer(
      "The columns are in docs/formats.md, Export. Customers appear only by the id that the shop gave them.\n"
      "The store is only read, as it is at one moment (ClickHouse: each table). Files appear whole or not at all.\n"
      "Exits: 0 written, 2 the store cannot be read or a file cannot be written.");
  command->callback([call, &request] {
    if (call->out.empty() && call->table.empty())
      throw CLI::ValidationError("give --out DIR, or --table NAME to print one");
    if (call->out.empty() && request.json) throw CLI::ValidationError("--json and a table both want standard output");
    request.run = [call, &request] { return runExport(*call, request.json); };
  });
}

}  // namespace aftermint::cli
