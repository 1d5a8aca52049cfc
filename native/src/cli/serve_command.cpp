/** @file `aftermint serve`. */
#include <cstdlib>
#include <filesystem>
#include <memory>

#include "book/checked_book.h"
#include "cli/commands.h"
#include "cli/config_file.h"
#include "cli/output.h"
#include "serve/serve.h"

namespace aftermint::cli {
namespace {

struct ServeCall {
  ServeOptions serve;
  std::string book, config;
};

int runServe(ServeCall& call) {
  try {
    if (call.book.empty()) return serve(call.serve, nullptr);
    const CheckedBook book = loadForServer(call.book);
    if (!book.findings.empty()) printMessage(findingLines(book.findings, call.book, book.loaded.text));
    if (book.hasErrors) return kBad;
    return serve(call.serve, &book);
  } catch (const Unusable&) {
    throw;
  } catch (const std::exception& error) {
    printMessage("aftermint serve: " + std::string(error.what()));
    return kUnusable;
  }
}

/** Options of the demo shop that `serve` had once. */
void refuseDemoOptions(CLI::App& command) {
  for (const char* name : {"--demo", "--shop"}) {
    command
        .add_option_function<std::string>(
            name,
            [name](const std::string&) {
              throw CLI::ValidationError(std::string(name) +
                                         " belongs to the demo shop: start it with `aftermint-demo` (or `npm start`)");
            })
        ->group("");
  }
}

}  // namespace

void addServe(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("serve", "Run the collector, the accept endpoint and the readings of a shop");
  const auto call = std::make_shared<ServeCall>();
  ServeOptions& options = call->serve;
  command->add_option("--port", options.http.port, "Port to listen on; 0 takes any free one")
      ->check(CLI::Range(0, 65535))
      ->envname("AFTERMINT_PORT")
      ->capture_default_str();
  command->add_option("--host", options.http.host, "Address to listen on: 127.0.0.1, 0.0.0.0, ::")
      ->envname("AFTERMINT_HOST")
      ->capture_default_str();
  command->add_option("--store", options.store, "Where events and accepts are kept: sqlite:PATH or sqlite::memory:")
      ->envname("AFTERMINT_STORE")
      ->capture_default_str();
  command->add_option("--book", call->book, "The book; without one there are collector and readings alone")
      ->envname("AFTERMINT_BOOK");
  command->add_option("--payments", options.payments, "The payment provider; `sandbox` moves no money")
      ->check(CLI::IsMember({"sandbox"}))
      ->envname("AFTERMINT_PAYMENTS");
  command
      ->add_option("--allow-origin", options.allowOrigins,
                   "Origin whose pages may use the server, like https://shop.example; may be repeated")
      ->delimiter(',')
      ->envname("AFTERMINT_ALLOW_ORIGIN");
  command
      ->add_flag("--trust-proxy", options.http.trustProxy,
                 "Take the client's address and scheme from X-Forwarded-For and X-Forwarded-Proto")
      ->envname("AFTERMINT_TRUST_PROXY");
  command->add_option("--dist", options.dist, "Folder of the built package, served as /dist/")
      ->envname("AFTERMINT_DIST");
  command->add_option("--shards", options.shards, "Folder of the book's shards (`aftermint shard`), served as /shards/")
      ->envname("AFTERMINT_SHARDS");
  command
      ->add_flag("--guard", options.guard,
                 "Take an offer that does harm out of the served book, until `aftermint release` brings it back")
      ->envname("AFTERMINT_GUARD");
  command
      ->add_option("--guard-seconds", options.guardSeconds,
                   "The time from the end of one round of the guard to the next")
      ->check(CLI::Range(1, 86'400))
      ->envname("AFTERMINT_GUARD_SECONDS")
      ->capture_default_str();
  addConfigFile(*command, call->config, "AFTERMINT_CONFIG");
  refuseDemoOptions(*command);
  command->footer(
      "Prints its address on standard output when it is ready, and serves until SIGINT or SIGTERM.\n"
      "An option on the command line comes before its environment variable, and that before the config file.\n"
      "AFTERMINT_SIGNING_KEY (32 bytes or more) is the key your shop's server signs order tickets with.\n"
      "AFTERMINT_EVENT_KEYS (32 bytes or more each, separated by commas) signs the events of your shop's server.\n"
      "AFTERMINT_API_KEY is needed to read /results and /orders/ID/accepts from another machine.\n"
      "The demo shop is a program of its own: aftermint-demo.\n"
      "Exits: 0 stopped, 1 the book has findings of severity error, 2 something cannot be used.");
  command->callback([call, command, &request] {
    readConfigFile(*command, call->config);
    if (const char* key = std::getenv("AFTERMINT_SIGNING_KEY"); key != nullptr) call->serve.signingKey = key;
    if (const char* keys = std::getenv("AFTERMINT_EVENT_KEYS"); keys != nullptr) call->serve.eventKeys = keys;
    if (const char* key = std::getenv("AFTERMINT_API_KEY"); key != nullptr) call->serve.apiKey = key;
    request.run = [call] { return runServe(*call); };
  });
}

}  // namespace aftermint::cli
