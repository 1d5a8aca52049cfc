/** @file Reads single characters of a pattern: escapes, and sets such as `[a-z]`. */
#pragma once

#include "pattern/pattern_reader.h"

namespace aftermint::pattern {

class CharacterReader {
 public:
  /**
   * @param in the pattern; it is read on
   * @param hasNames the pattern has a named group, so that `\k` refers to one
   * @param plainEscapes gets the letters after a backslash that have no meaning there
   */
  CharacterReader(Units& in, bool hasNames, std::vector<char16_t>& plainEscapes)
      : in_(in), hasNames_(hasNames), plainEscapes_(plainEscapes) {}

  /** Reads an escape after its backslash: the code unit it stands for. An escape without a meaning is the letter. */
  char16_t escaped(bool inSet);

  /** Reads a set after its `[` into a node. @return what is wrong; empty if nothing is */
  std::string_view set(PatternNode& node);

 private:
  /** One member of a set; a class such as `\d` sets `isClass`. @return what is wrong */
  std::string_view member(Ranges& ranges, bool& isClass);
  char16_t octal(char16_t first);

  Units& in_;
  bool hasNames_;
  std::vector<char16_t>& plainEscapes_;
};

}  // namespace aftermint::pattern
