#include "cli/cli.h"

#include <cstdio>
#include <exception>
#include <string>
#include <string_view>

#include "cli/commands.h"
#include "cli/output.h"
#include "version.h"

namespace aftermint::cli {
namespace {

/** Whether `--json` stands among the arguments: a call that cannot be parsed is answered in kind, too. */
bool asksJson(int argc, const char* const* argv) {
  for (int i = 1; i < argc; ++i) {
    if (std::string_view(argv[i]) == "--json") return true;
    if (std::string_view(argv[i]) == "--") return false;
  }
  return false;
}

int refuseCall(const CLI::App& app, const CLI::ParseError& error, bool json) {
  std::string command = "aftermint";
  for (const CLI::App* chosen : app.get_subcommands()) command += " " + chosen->get_name();
  return refuse(Unusable(ErrorCode::Usage, error.what(), "See `" + command + " --help`."), json);
}

/** `--version`, for the program and for every command. */
void addVersion(CLI::App& app) {
  const std::string version = "aftermint " + std::string(kVersion);
  app.set_version_flag("--version", version, "Print the version and exit");
  for (CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    command->set_version_flag("--version", version, "Print the version and exit");
  }
}

int dispatch(int argc, const char* const* argv) {
  CLI::App app("Aftermint: at most one useful offer, at the moment a shopper can best use it.", "aftermint");
  app.footer(
      "Exits: 0 good, 1 findings of severity error or a bad verdict, 2 input that cannot be used.\n"
      "`aftermint COMMAND --help` explains each command. \"-\" as a file is standard input.");
  app.require_subcommand(1);
  Request request;
  addCheck(app, request);
  addCheckCopy(app, request);
  addDecide(app, request);
  addView(app, request);
  addVerify(app, request);
  addImport(app, request);
  addReplay(app, request);
  addMine(app, request);
  addRead(app, request);
  addReport(app, request);
  addExport(app, request);
  addBackup(app, request);
  addForget(app, request);
  addRelease(app, request);
  addPlan(app, request);
  addSimulate(app, request);
  addOutcomes(app, request);
  addShard(app, request);
  addServe(app, request);
  addSchema(app, request);
  addBucket(app, request);
  addWorksheet(app, request);
  addPrompt(app, request);
  addDraft(app, request);
  addPatch(app, request);
  addApprove(app, request);
  addCompletion(app, request);
  addVersion(app);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) return app.exit(error);  // --help
    return refuseCall(app, error, asksJson(argc, argv));
  }
  try {
    return request.run();
  } catch (const Unusable& unusable) {
    return refuse(unusable, request.json);
  }
}

}  // namespace

int run(int argc, const char* const* argv) {
  int exit = kUnusable;
  try {
    exit = dispatch(argc, argv);
  } catch (const std::exception& error) {
    exit = refuse(Unusable(ErrorCode::FileUnreadable, error.what(), "Check what the command was given."),
                  asksJson(argc, argv));
  }
  // A full disk or a closed pipe must not look like success.
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
    printMessage("aftermint error file_unreadable: standard output cannot be written.");
    return kUnusable;
  }
  return exit;
}

}  // namespace aftermint::cli
