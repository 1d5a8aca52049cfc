/** @file A book that was made here, on its way to disk. */
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "aftermint/check.h"
#include "aftermint/codec.h"

namespace aftermint {

struct WrittenBook {
  std::vector<Finding> findings;
  std::size_t bytes = 0;
  bool written = false;  ///< false where a finding of severity error stood against it
};

/**
 * Encodes a book, reads it back as every user of it will, checks it, and only then puts it in place.
 *
 * The file appears whole or not at all (a temporary file beside it, synced, then renamed); "-" is standard output.
 * Throws Unusable where the book cannot be read back or the file cannot be written.
 */
[[nodiscard]] WrittenBook writeBook(const Book& book, const std::string& path);

/**
 * Puts a text in place whole or not at all; what is there and is no file (a device, a pipe) is written to instead.
 *
 * Throws Unusable (`file_unreadable`).
 */
void writeWhole(const std::string& path, std::string_view text);

}  // namespace aftermint
