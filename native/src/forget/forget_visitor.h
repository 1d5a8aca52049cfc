/** @file Erases one visitor from a store. */
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace aftermint {

/** How many rows of one table were erased, and in how many the visitor was cleared. */
struct ForgottenRows {
  std::string table;
  std::int64_t erased = 0;
  std::int64_t cleared = 0;
};

/** What became of the file after the rows were gone. */
enum class FileRewrite {
  Done,     ///< rewritten without old copies, and the write-ahead log emptied
  Busy,     ///< another connection prevented that: old copies may remain in the file's free space or in the log
  Skipped,  ///< not asked for
};

struct ForgetOptions {
  bool dryRun = false;  ///< count only: everything is rolled back
  bool rewrite = true;  ///< rewrite the file afterwards, which takes its size in free space, and blocks writers
};

/** What `forgetVisitor` did. */
struct Forgotten {
  std::vector<ForgottenRows> tables;  ///< each table of ours that can hold a visitor, also those without a row
  FileRewrite rewrite = FileRewrite::Skipped;
  /** Tables with a column `visitor` that are not ours. They stay as they are. */
  std::vector<std::string> otherTables;

  /** Rows erased or cleared, in all tables. */
  [[nodiscard]] std::int64_t rows() const;
};

/**
 * Erases a visitor from the file of a store, in one transaction.
 *
 * What pages said about the visitor goes, with its assignments; also what they said about an order of the visitor where
 * they kept no visitor id. What the shop's server said about money stays, without the visitor: in the column and in the
 * JSON, where every member with the id as its value is removed. So do accepts, orders from tickets, waiting events and
 * the demo shop's orders and sessions. The visitor leaves every experiment, and the money belongs to no arm.
 *
 * An order that the shop's server also gives to another visitor is that visitor's. A visitor who is not in the store is
 * no error.
 *
 * In ClickHouse there is one table, `events`. What stays is written anew without the visitor before the old rows go,
 * and the engine rewrites its files; it keeps the old files for some minutes (`old_parts_lifetime`).
 *
 * @param url     a store of this version
 * @param visitor its id; neither empty nor beginning with `order:`, which is an order and not a visitor
 *
 * Throws StoreError if the store cannot be opened or changed; then nothing is changed.
 */
[[nodiscard]] Forgotten forgetVisitor(const std::string& url, const std::string& visitor,
                                      const ForgetOptions& options = {});

/**
 * A JSON text without the members and list entries whose value is this text, at any depth. Members that
 * never hold a visitor, such as `order` and `currency`, stay. A text that is not JSON becomes `{}`, as it may hold
 * anything.
 */
[[nodiscard]] std::string withoutValue(const std::string& json, std::string_view value);

}  // namespace aftermint
