/** @file `aftermint backup`: copies a store while servers use it. */
#include <cstdint>
#include <memory>
#include <string>

#include "cli/commands.h"
#include "cli/existing_store.h"
#include "cli/output.h"
#include "json.h"
#include "sqlite.h"
#include "sqlite_backup.h"

namespace aftermint::cli {
namespace {

struct BackupCall {
  std::string store, target;
  bool force = false;
};

int runBackup(const BackupCall& call, bool json) {
  const std::string url = existingStore(call.store);
  try {
    const std::uint64_t bytes = backUpSqlite(sqlitePath(url), call.target, call.force);
    if (json) {
      print(compact({{"path", call.target}, {"bytes", bytes}}));
    } else {
      print("Wrote " + call.target + ", " + std::to_string(bytes) + " bytes.");
    }
    return kGood;
  } catch (const StoreError& error) {
    throw Unusable(ErrorCode::FileUnreadable, error.what(), "Give a store that `aftermint serve` has written.",
                   call.store);
  }
}

}  // namespace

void addBackup(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("backup", "Copy a store while servers use it");
  const auto call = std::make_shared<BackupCall>();
  command->add_option("OUT", call->target, "The file to write; its folder must exist")->required();
  command->add_option("--store", call->store, "The store: sqlite:PATH, or only the path")->required();
  command->add_flag("--force", call->force, "Replace a file that is there");
  addJson(*command, request);
  command->footer(
      "The copy has the events, accepts, orders and payments of one moment, in one file with mode 0600. It is checked\n"
      "before it gets its name. To restore it: stop the server, move the store with its -wal and -shm files away, and "
      "put\n"
      "the copy in its place. Events in a spool are not in it: the server hands them over later.\n"
      "Exits: 0 written, 2 the store cannot be read or the file cannot be written.");
  command->callback([call, &request] { request.run = [call, &request] { return runBackup(*call, request.json); }; });
}

}  // namespace aftermint::cli
