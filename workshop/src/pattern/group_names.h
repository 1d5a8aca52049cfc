/** @file The names of a pattern's groups. */
#pragma once

#include "pattern/pattern_reader.h"

namespace aftermint::pattern {

/** The position of a group: for each choice around it, from the outermost, the choice and the alternative. */
using Path = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

class GroupNames {
 public:
  /** @param in the pattern; it is read on */
  explicit GroupNames(Units& in) : in_(in) {}

  /** Reads a name up to and including its `>`, with escapes resolved; nothing if it is not a name. */
  std::optional<std::u16string> read();

  /** Adds a group. @return false if another group of this name could take part in the same match */
  bool add(const std::u16string& name, std::uint32_t capture, const Path& path);

  /** True if a name was added twice. */
  [[nodiscard]] bool hasRepeated() const { return hasRepeated_; }

  /** The captures of the groups of that name. */
  [[nodiscard]] std::vector<std::uint32_t> capturesOf(const std::u16string& name) const;

 private:
  struct Named {
    std::u16string name;
    std::uint32_t capture;
    Path path;
  };

  Units& in_;
  std::vector<Named> named_;
  bool hasRepeated_ = false;
};

}  // namespace aftermint::pattern
