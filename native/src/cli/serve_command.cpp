/** @file `aftermint serve`. */
#include <memory>

#include "cli/commands.h"
#include "serve/serve.h"

namespace aftermint::cli {

void addServe(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("serve", "Run the demo shop, the collector and the accept endpoint");
  const auto options = std::make_shared<ServeOptions>();
  command->add_option("--port", options->port, "Port on 127.0.0.1; 0 takes any free one")
      ->check(CLI::Range(0, 65535))
      ->capture_default_str();
  command->add_option("--store", options->store, "Where events and orders are kept: sqlite:PATH or sqlite::memory:")
      ->capture_default_str();
  command->add_option("--book", options->book, "The book")->capture_default_str();
  command->add_option("--demo", options->demo, "Folder of the shop's templates, messages and artwork")
      ->capture_default_str();
  command->add_option("--shop", options->shop,
                      "The shop's name, home page and categories as JSON (like demo/shop.json); by default they come "
                      "from the book");
  command->add_option("--dist", options->dist, "Folder of the built package")->capture_default_str();
  command->add_option("--shards", options->shards, "Folder of the book's shards (`aftermint shard`): pages load those");
  command->footer(
      "Prints its address on standard output when it is ready, and serves until SIGINT or SIGTERM.\n"
      "AFTERMINT_SIGNING_KEY (32 bytes or more) signs order tickets; without it the store keeps a random key.\n"
      "Exits: 0 stopped, 1 where the book has findings of severity error, 2 where something cannot be used.");
  command->callback([options, &request] { request.run = [options] { return serve(*options); }; });
}

}  // namespace aftermint::cli
