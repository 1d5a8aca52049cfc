/** @file Writes books and other files, whole or not at all. */
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "aftermint/check.h"
#include "aftermint/codec.h"

namespace aftermint {

/** What `writeBook` found and did. */
struct WrittenBook {
  std::vector<Finding> findings;
  std::size_t bytes = 0;  ///< of the encoded book
  bool written = false;   ///< false if a finding has severity error
};

/**
 * Encodes a book, decodes it again as its readers will, checks it, and writes it if no finding has severity error.
 *
 * The file is replaced in one step (see `writeWhole`); "-" is standard output. Throws Unusable if the encoded book
 * cannot be decoded, or if the file cannot be written (`file_unreadable`).
 */
[[nodiscard]] WrittenBook writeBook(const Book& book, const std::string& path);

/**
 * Replaces a file in one step, so that no reader sees half of it: writes a temporary file next to it, syncs it, and
 * renames it. A device or a pipe is written to directly. Throws Unusable (`file_unreadable`).
 */
void writeWhole(const std::string& path, std::string_view text);

}  // namespace aftermint
