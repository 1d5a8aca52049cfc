/** @file What an import has to tell about a line of its input. */
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace aftermint::imports {

/** A line that was left out, or taken otherwise than it stands. */
struct Notice {
  std::string file;
  std::size_t line = 0;
  std::string reason;   ///< a sentence without its full stop
  bool skipped = true;  ///< false: the line was taken, but not all of it
  std::string kind;     ///< of a skipped line: the reason without names and values, to count by
};

using Notices = std::vector<Notice>;

}  // namespace aftermint::imports
