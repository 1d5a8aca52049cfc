/** @file The routes below `/shards/`: the files of a book in shards, for `aftermint serve` and for a shop's own server.
 */
#pragma once

#include <span>
#include <string>

#include "book/served_book.h"
#include "http/static_files.h"

namespace aftermint {

/**
 * The head of a book's shards with these offers in `checked.refused`, so that pages never show them.
 *
 * `checked.digest` is kept, or is the SHA-256 of the head if it had none. Throws nlohmann::json::exception for a text
 * that is not a head.
 */
[[nodiscard]] std::string headWithStopped(const std::string& head, std::span<const std::string> stopped);

/**
 * A file of a folder of shards: 200 or 304, or 404 with a JSON error.
 *
 * The head is `book.json`, and browsers ask for it each time. It has the offers that `served` stops now, with an ETag
 * of its own; `served` may be null. All other files are named by their content and cached for good.
 */
[[nodiscard]] Response shardResponse(StaticFiles& shards, const std::string& path, const Request& request,
                                     const ServedBook* served);

}  // namespace aftermint
