/** @file The `aftermint-demo` program: the demo shop. */
#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>

#include "book/checked_book.h"
#include "cli/existing_store.h"
#include "cli/output.h"
#include "demo/server/serve_demo.h"
#include "version.h"

namespace aftermint::demo {
namespace {

int run(int argc, const char* const* argv) {
  CLI::App app("The demo shop: pages, checkout and payment that stand on Aftermint's libraries.", "aftermint-demo");
  DemoOptions options;
  app.add_option("--port", options.http.port, "Port to listen on; 0 takes any free one")
      ->check(CLI::Range(0, 65535))
      ->capture_default_str();
  app.add_option("--host", options.http.host, "Address to listen on")->capture_default_str();
  app.add_option("--store", options.store,
                 "Where events and orders are kept: sqlite:PATH, only the path, or sqlite::memory:")
      ->transform(cli::storeUrl)
      ->capture_default_str();
  app.add_option("--book", options.book, "The book")->capture_default_str();
  app.add_option("--demo", options.demo, "Folder of the shop's templates, messages and artwork")->capture_default_str();
  app.add_option("--shop", options.shop,
                 "The shop's name, home page and categories as JSON (like demo/shop.json); by default they come from "
                 "the book");
  app.add_option("--dist", options.dist, "Folder of the built package")->capture_default_str();
  app.add_option("--shards", options.shards, "Folder of the book's shards (`aftermint shard`), which pages then load");
  app.add_option("--history", options.history,
                 "A truth (like demo/history.json) whose simulated shoppers fill a new store; by default none");
  app.add_option("--signing-keys", options.signingKeys,
                 "File with keys of order tickets, one `ID KEY` a line, the newest first");
  app.add_option_function<std::string>(
         "--trust-proxy",
         [&options](const std::string& text) {
           try {
             options.http.trustProxy = TrustedProxies::parse(text);
           } catch (const std::exception& error) {
             throw CLI::ValidationError("--trust-proxy", error.what());
           }
         },
         "Take the client's address and scheme from X-Forwarded-For and X-Forwarded-Proto if the connection is of one "
         "of these networks; without a value, of any")
      ->expected(0, 1)
      ->type_name("NETWORKS");
  app.add_flag("--guard", options.guard,
               "Take an offer that does harm out of the served book, until `aftermint release` brings it back");
  app.add_option("--guard-seconds", options.guardSeconds, "The time from the end of one round of the guard to the next")
      ->check(CLI::Range(1, 86'400))
      ->capture_default_str();
  app.set_version_flag("--version", "aftermint-demo " + std::string(kVersion));
  app.footer(
      "Prints its address on standard output when it is ready, and serves until SIGINT or SIGTERM.\n"
      "AFTERMINT_SIGNING_KEY (32 bytes or more) signs order tickets; without it and without\n"
      "--signing-keys a random key is kept in STORE.keys, which only its owner may read.\n"
      "AFTERMINT_EVENT_KEYS (32 bytes or more each, separated by commas) signs batches of events, like refunds.\n"
      "Exits: 0 stopped, 1 the book has findings of severity error, 2 something cannot be used.");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : cli::kUnusable;
  }
  if (const char* key = std::getenv("AFTERMINT_SIGNING_KEY"); key != nullptr) options.signingKey = key;
  if (const char* keys = std::getenv("AFTERMINT_EVENT_KEYS"); keys != nullptr) options.eventKeys = keys;
  try {
    const CheckedBook book = loadForServer(options.book.string());
    if (!book.findings.empty())
      cli::printMessage(cli::findingLines(book.findings, options.book.string(), book.loaded.text));
    if (book.hasErrors) return cli::kBad;
    return serveDemo(options, book);
  } catch (const Unusable& unusable) {
    return cli::refuse(unusable, false);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "aftermint-demo: %s\n", error.what());
    return cli::kUnusable;
  }
}

}  // namespace
}  // namespace aftermint::demo

int main(int argc, char** argv) { return aftermint::demo::run(argc, argv); }
