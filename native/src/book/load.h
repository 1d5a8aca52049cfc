/** @file What a command reads: files and standard input, decoded or refused with the file's name. */
#pragma once

#include <memory>
#include <string>

#include "aftermint/codec.h"

namespace aftermint {

/** The text of a file, plain or gzip; "-" is standard input. Reads no further than decoding of `limit` bytes would. */
[[nodiscard]] std::string readText(const std::string& path, std::size_t limit = Limits{}.bytes);

/** A book as it stands in its file, and ready for deciding. */
struct LoadedBook {
  std::string path;
  std::string text;
  std::unique_ptr<IndexedBook> book;
};

/** Reads and decodes a book. With `approveAll` its proposals count as approved. Throws Unusable. */
[[nodiscard]] LoadedBook loadBook(const std::string& path, bool approveAll = false);

/** The same, checked: an offer with a finding of severity error is never made. Throws Unusable. */
[[nodiscard]] LoadedBook loadCheckedBook(const std::string& path, bool approveAll = false);

/** Reads and decodes a moment. Throws Unusable. */
[[nodiscard]] Moment loadMoment(const std::string& path);

/** Reads and decodes an accept. Throws Unusable. */
[[nodiscard]] Accept loadAccept(const std::string& path);

/** Refuses two inputs that would both read standard input. Throws Unusable (`usage`). */
void refuseTwoStdins(const std::string& first, const std::string& second);

}  // namespace aftermint
