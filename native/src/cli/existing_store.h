/** @file The stores that commands are given. */
#pragma once

#include <string>

namespace aftermint::cli {

/**
 * The URL of a store, from a URL or only the path of a file of SQLite; what begins with letters and a colon is a URL.
 * The store need not exist. Every command that takes a store reads it so.
 */
[[nodiscard]] std::string storeUrl(const std::string& given);

/**
 * The URL of a store that exists, from `sqlite:PATH` or only the path. Throws Unusable (`file_unreadable`) if there is
 * none: opening it would create it.
 */
[[nodiscard]] std::string existingStore(const std::string& given);

}  // namespace aftermint::cli
