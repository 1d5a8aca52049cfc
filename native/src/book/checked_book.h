/** @file Loads a book for a server: checks it, and makes the text that pages load. */
#pragma once

#include <span>
#include <string>
#include <vector>

#include "aftermint/check.h"
#include "book/load.h"

namespace aftermint {

/** A book, its findings, and its published form. */
struct CheckedBook {
  LoadedBook loaded;
  std::vector<Finding> findings;
  bool hasErrors = false;  ///< a finding has severity error, so the book must not be served

  /** The text that pages load (book/publish.h); these offers are among those that are never shown. */
  [[nodiscard]] std::string publishedText(std::span<const std::string> stopped = {}) const;
};

/** Reads and checks a book. Throws Unusable (`file_unreadable`, or the faults of `decodeBook`). */
[[nodiscard]] CheckedBook loadForServer(const std::string& path);

}  // namespace aftermint
