/** @file The demo shop, the collector and the reference accept endpoint in one server. */
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace aftermint {

struct ServeOptions {
  std::uint16_t port = 0;                         ///< 0: any free one
  std::string store = "sqlite:aftermint.sqlite";  ///< `sqlite:PATH` or `sqlite::memory:`
  std::filesystem::path book = "demo/books/demo.json";
  std::filesystem::path demo = "demo";  ///< holds templates/, messages/, assets/ and shop.json
  std::filesystem::path shop;           ///< what the shop says of itself; where empty, see shopInfoFor in serve.cpp
  std::filesystem::path dist = "dist";  ///< the built package
  std::filesystem::path shards;         ///< of the book, which pages then load instead of it; none where empty
};

/**
 * Serves until SIGINT or SIGTERM; prints `Aftermint is serving http://127.0.0.1:PORT` on stdout when ready.
 *
 * The key that signs order tickets is `AFTERMINT_SIGNING_KEY` (32 bytes or more), else a random one kept in the store.
 *
 * @return 0 after a clean stop, 1 for a book with findings of severity error, 2 for input that cannot be used
 *         (book, store, templates, port); what is wrong is said on stderr as `file:line:column: …`.
 */
[[nodiscard]] int serve(const ServeOptions& options);

}  // namespace aftermint
