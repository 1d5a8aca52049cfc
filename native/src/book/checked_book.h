/** @file A book as a server takes it: checked, and as the pages of a shop load it. */
#pragma once

#include <string>
#include <vector>

#include "aftermint/check.h"
#include "book/load.h"

namespace aftermint {

struct CheckedBook {
  LoadedBook loaded;
  std::vector<Finding> findings;
  bool hasErrors = false;     ///< a finding of severity error: not fit to be served
  std::string publishedText;  ///< with its check, and without what is for the shop alone
};

/** Reads and checks a book. Throws Unusable. */
[[nodiscard]] CheckedBook loadForServer(const std::string& path);

}  // namespace aftermint
