/** @file The commands of the program. Each is defined in its own file. */
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "aftermint/codes.h"

namespace aftermint::cli {

/** The parsed command line. */
struct Request {
  bool json = false;
  std::function<int()> run;  ///< runs the chosen command and returns the exit code
};

void addCheck(CLI::App& app, Request& request);
void addCheckCopy(CLI::App& app, Request& request);
void addDecide(CLI::App& app, Request& request);
void addView(CLI::App& app, Request& request);
void addVerify(CLI::App& app, Request& request);
void addImport(CLI::App& app, Request& request);
void addReplay(CLI::App& app, Request& request);
void addMine(CLI::App& app, Request& request);
void addRead(CLI::App& app, Request& request);
void addReport(CLI::App& app, Request& request);
void addExport(CLI::App& app, Request& request);
void addBackup(CLI::App& app, Request& request);
void addForget(CLI::App& app, Request& request);
void addRelease(CLI::App& app, Request& request);
void addPlan(CLI::App& app, Request& request);
void addSimulate(CLI::App& app, Request& request);
void addOutcomes(CLI::App& app, Request& request);
void addShard(CLI::App& app, Request& request);
void addServe(CLI::App& app, Request& request);
void addSchema(CLI::App& app, Request& request);
void addBucket(CLI::App& app, Request& request);
void addWorksheet(CLI::App& app, Request& request);
void addPrompt(CLI::App& app, Request& request);
void addDraft(CLI::App& app, Request& request);
void addPatch(CLI::App& app, Request& request);
void addApprove(CLI::App& app, Request& request);
void addCompletion(CLI::App& app, Request& request);

/** Adds `--json`, which every command has. */
inline void addJson(CLI::App& command, Request& request) {
  command.add_flag("--json", request.json, "Print exactly one JSON value on standard output");
}

/** Adds `--placement`, which takes the code of a placement. `placement` must outlive the parsing. */
inline CLI::Option* addPlacement(CLI::App& command, std::optional<Placement>& placement, const std::string& doc) {
  const auto codes = Codes<Placement>::all;
  return command
      .add_option_function<std::string>(
          "--placement", [&placement](const std::string& code) { placement = parse<Placement>(code); }, doc)
      ->check(CLI::IsMember(std::vector<std::string>(codes.begin(), codes.end())));
}

}  // namespace aftermint::cli
