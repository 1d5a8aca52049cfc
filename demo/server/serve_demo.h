/** @file The demo shop as a server. */
#pragma once

#include <chrono>
#include <filesystem>
#include <string>

#include "book/checked_book.h"
#include "http/http_server.h"

namespace aftermint::demo {

/** What the command line and the environment ask for. */
struct DemoOptions {
  HttpOptions http;
  std::string store = "sqlite:aftermint.sqlite";  ///< `sqlite:PATH` or `sqlite::memory:`
  std::filesystem::path book = "demo/books/demo.json";
  std::filesystem::path demo = "demo";  ///< holds templates/, messages/, assets/ and shop.json
  std::filesystem::path shop;           ///< name, home page and categories; empty: the demo's, or derived from the book
  std::filesystem::path dist = "dist";  ///< the built package
  std::filesystem::path shards;         ///< of the book, which pages then load in its place; empty: none
  std::filesystem::path history;        ///< a truth whose shoppers fill a new store (history.h); empty: none
  std::chrono::milliseconds reconcileEvery{5000};  ///< pause between two passes that settle what is unfinished
  std::string signingKey;                          ///< of order tickets; empty: see shop_keys.h
  std::string signingKeys;                         ///< file with keys of order tickets; empty: see shop_keys.h
  std::string eventKeys;                           ///< of signed batches of events, separated by commas; empty: none
  bool guard = false;                              ///< takes harmful offers out of the served book (guard/guard.h)
  int guardSeconds = 60;                           ///< between two rounds of the guard
};

/**
 * Serves until SIGINT or SIGTERM; prints `Aftermint is serving http://HOST:PORT` on stdout when ready.
 *
 * @return 0 after a clean stop, 2 for a file of the shop that cannot be used, with a message on stderr.
 *
 * Throws Unusable for a guard without a file, StoreError, SQLite::Exception and std::runtime_error if store, templates,
 * host or port cannot be used.
 */
[[nodiscard]] int serveDemo(const DemoOptions& options, const CheckedBook& checked);

}  // namespace aftermint::demo
