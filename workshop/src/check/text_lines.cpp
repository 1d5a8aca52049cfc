#include "check/text_lines.h"

#include <algorithm>
#include <cstddef>

#include "check/widths.gen.h"
#include "copy/letters.h"

namespace aftermint {
namespace {

/// A letter of Chinese, Japanese or Korean is one em wide; one or two hundredths more are left for marks beside it.
constexpr MilliEm kIdeographWidth = 1'000;
/// An emoji in the usual fonts.
constexpr MilliEm kEmojiWidth = 1'400;
/// Japanese is broken between phrases, which may leave this much of a line empty.
constexpr MilliEm kLongestPhrase = 6'000;

/// Where lines may be broken before and after each letter.
bool isIdeograph(char32_t c) { return (c >= 0x2E80 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFFEF); }

bool isSpace(char32_t c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

MilliEm glyphWidth(char32_t c, bool bold) {
  std::size_t start = 0;
  for (const WidthBlock& block : kWidthBlocks) {
    if (c >= block.first && c <= block.last) {
      const std::size_t index = start + (c - block.first);
      return MilliEm{bold ? kBoldWidths[index] : kRegularWidths[index]} * 10;
    }
    start += block.last - block.first + 1;
  }
  if (isIdeograph(c)) return kIdeographWidth;
  if (c >= 0x300 && c <= 0x36F) return 0;  // combining marks
  return c >= 0x1F000 ? kEmojiWidth : MilliEm{kMissingWidth} * 10;
}

/** Puts words on lines, as many on each as fit. */
class LineCounter {
 public:
  explicit LineCounter(MilliEm column) : column_(column) {}

  void addSpace(MilliEm width) {
    endWord();
    if (line_ > 0) space_ += width;
  }

  void addGlyph(MilliEm width) {
    word_ += width;
    if (word_ <= column_ || word_ == width) return;
    // The word is wider than a line, so it begins on a line of its own and is broken before this character.
    if (line_ > 0) ++lines_;
    ++lines_;
    line_ = space_ = 0;
    word_ = width;
  }

  void endWord() {
    if (word_ == 0) return;
    if (line_ > 0 && line_ + space_ + word_ > column_) {
      ++lines_;
      line_ = word_;
    } else {
      line_ += (line_ > 0 ? space_ : 0) + word_;
    }
    word_ = space_ = 0;
  }

  [[nodiscard]] std::int64_t lines() const { return lines_; }

 private:
  MilliEm column_;
  std::int64_t lines_ = 1;
  MilliEm line_ = 0;   ///< what the current line holds
  MilliEm space_ = 0;  ///< between the current line and the next word
  MilliEm word_ = 0;
};

}  // namespace

MilliEm textWidth(std::string_view utf8, bool bold) {
  MilliEm width = 0;
  while (!utf8.empty()) width += glyphWidth(copy::takeCodePoint(utf8), bold);
  return width;
}

std::int64_t textLines(std::string_view utf8, MilliEm column, bool bold) {
  bool hasIdeographs = false;
  for (std::string_view rest = utf8; !rest.empty();) {
    if (isIdeograph(copy::takeCodePoint(rest))) hasIdeographs = true;
  }
  LineCounter counter(hasIdeographs ? column - std::min(kLongestPhrase, column / 3) : column);
  while (!utf8.empty()) {
    const char32_t c = copy::takeCodePoint(utf8);
    if (isSpace(c)) {
      counter.addSpace(glyphWidth(U' ', bold));
      continue;
    }
    if (isIdeograph(c)) counter.endWord();
    counter.addGlyph(glyphWidth(c, bold));
    if (isIdeograph(c)) counter.endWord();
  }
  counter.endWord();
  return counter.lines();
}

}  // namespace aftermint
