/** @file `aftermint serve`: the server for somebody's own shop. */
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "book/load.h"
#include "http/http_server.h"

namespace aftermint {

struct ServeOptions {
  HttpOptions http;
  std::string store = "sqlite:aftermint.sqlite";  ///< `sqlite:PATH` or `sqlite::memory:`
  std::string payments;                           ///< `sandbox`, or empty: the accept endpoint is off
  std::vector<std::string> allowOrigins;          ///< pages of these origins may use the server
  std::filesystem::path dist;                     ///< the built package, served as `/dist/`; none where empty
  std::filesystem::path shards;                   ///< of the book, served as `/shards/`; none where empty
  std::string signingKey;  ///< of order tickets, shared with the shop's server; 32 bytes or more where payments are on
  std::string apiKey;      ///< to read readings and accepts from another machine
};

/**
 * Serves until SIGINT or SIGTERM; prints `Aftermint is serving http://HOST:PORT` on stdout when ready.
 *
 * `book` may be null: then there are only collector and readings, and `payments` must be empty. `bookText` is the
 * published book that pages load.
 *
 * @return 0 after a clean stop.
 *
 * Throws Unusable for options that do not go together, StoreError, SQLite::Exception, std::runtime_error (port, host).
 */
[[nodiscard]] int serve(const ServeOptions& options, const IndexedBook* book, const std::string& bookText);

/** Sends log lines to standard error, so that standard output has nothing but the address. */
void logToStderr();

/**
 * The key that signs tickets: `given`, or if that is empty a random key that `accepts` stores at the first use. Throws
 * std::runtime_error for a key of fewer than 32 bytes.
 */
class AcceptDb;
[[nodiscard]] std::string signingKeyOf(const std::string& given, AcceptDb& accepts);

}  // namespace aftermint
