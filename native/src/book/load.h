/** @file Reads and decodes the inputs of commands: files or standard input. */
#pragma once

#include <memory>
#include <string>

#include "aftermint/codec.h"

namespace aftermint {

/**
 * The text of a file, plain or gzip; "-" reads standard input. Reads at most one byte more than `limit`, so that the
 * decoder can report `too_large`. Throws Unusable (`file_unreadable`).
 */
[[nodiscard]] std::string readText(const std::string& path, std::size_t limit = Limits{}.bytes);

/** A book as text, and decoded and indexed. */
struct LoadedBook {
  std::string path;
  std::string text;
  std::unique_ptr<IndexedBook> book;
};

/**
 * Reads and decodes a book. With `approveAll`, all its offers count as approved.
 *
 * Throws Unusable (`file_unreadable`, or the faults of `decodeBook`).
 */
[[nodiscard]] LoadedBook loadBook(const std::string& path, bool approveAll = false);

/** As `loadBook`, and checks the book: `decide` then never chooses an offer with a finding of severity error. */
[[nodiscard]] LoadedBook loadCheckedBook(const std::string& path, bool approveAll = false);

/** Reads and decodes a moment. Throws Unusable (`file_unreadable`, or the faults of `decodeMoment`). */
[[nodiscard]] Moment loadMoment(const std::string& path);

/** Reads and decodes an accept. Throws Unusable (`file_unreadable`, or the faults of `decodeAccept`). */
[[nodiscard]] Accept loadAccept(const std::string& path);

/** Throws Unusable (`usage`) if both paths are "-": only one input can be standard input. */
void refuseTwoStdins(const std::string& first, const std::string& second);

}  // namespace aftermint
