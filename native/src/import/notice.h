/** @file Messages of an import about lines of its input. */
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace aftermint::imports {

/** A message about a line that was skipped or changed. */
struct Notice {
  std::string file;
  std::size_t line = 0;
  std::string reason;   ///< a sentence without its full stop
  bool skipped = true;  ///< false: the line was imported with a change
  std::string kind;     ///< of a skipped line: the reason without names and values, for counting
};

using Notices = std::vector<Notice>;

}  // namespace aftermint::imports
