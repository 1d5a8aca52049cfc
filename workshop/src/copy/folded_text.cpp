#include "copy/folded_text.h"

#include "copy/letters.h"

namespace aftermint::copy {
namespace {

constexpr char32_t kJoiner = 0x200D;
constexpr std::size_t kUnitLetters = 3;  ///< longest unit with a Greek letter: μm, kΩ, μg

/** True for letters that look Latin only in a mixed word. A whole word in them, like "Москва", is not a disguise. */
bool isWeaklyAlike(char32_t c) {
  return std::u32string_view(U"вгкмнптяиэшщцьэωημτυεκχινγθσ").find(c) != std::u32string_view::npos;
}

bool isCyrillic(char32_t c) { return c >= 0x400 && c < 0x530; }
bool isUnitLetter(char32_t c) { return c == 0xB5 || c == 0x3BC || c == 0x3A9 || c == 0x2126; }
bool isFlagLetter(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }
bool isTag(char32_t c) { return c >= 0xE0020 && c <= 0xE007F; }

class Folder {
 public:
  explicit Folder(bool latin) : latin_(latin) {}

  Folded run(std::string_view text) {
    out_.text.reserve(text.size());
    while (!text.empty()) {
      const char32_t c = takeCodePoint(text);
      const bool joins = c == kJoiner && !text.empty() && joinsPictures(text);
      ++out_.codePoints;
      take(c, joins);
    }
    endWord();
    if (lone_ > 1) out_.styled = true;
    if (flagLetters_ % 2 != 0) out_.styled = true;
    return std::move(out_);
  }

 private:
  /** True if a joiner is between two pictures, as in 👩‍🔧. */
  bool joinsPictures(std::string_view rest) const {
    return last_ == Glyph::Symbol && readCodePoint(takeCodePoint(rest)).glyph == Glyph::Symbol;
  }

  void take(char32_t c, bool joins) {
    if (isFlagLetter(c)) return takeFlagLetter(c);
    const CodePoint read = readCodePoint(c);
    switch (read.glyph) {
      case Glyph::Letter:
      case Glyph::Styled:
      case Glyph::Foreign:
        takeLetter(c, read);
        break;
      case Glyph::Ideo:
        endWord();
        ++out_.letters;
        ++out_.foreign;
        out_.text += kUnread;
        break;
      case Glyph::Accent:
        if (last_ == Glyph::Accent) out_.covered = true;
        break;
      case Glyph::Overlay:
        out_.covered = true;
        break;
      case Glyph::Hidden:
        if (!isExcused(c, joins)) out_.hidden = true;
        return;  // the letters around it become neighbours
      case Glyph::Symbol:
        endWord();
        out_.text += kPicture;
        break;
      default:
        endWord();
        write(read);
    }
    last_ = read.glyph;
  }

  void write(const CodePoint& read) {
    for (const char c : read.ascii) {
      if (c == '\0') return;
      out_.text += c;
    }
  }

  /** True for hidden code points with a purpose: in pictures and flags, and to shape letters of other scripts. */
  bool isExcused(char32_t c, bool joins) const {
    const bool presents = (c == 0xFE0E || c == 0xFE0F) && last_ != Glyph::Letter && last_ != Glyph::Space;
    const bool flags = isTag(c) && last_ == Glyph::Symbol;
    const bool shapes = !latin_ && c >= 0x200C && c <= 0x200F;
    return presents || joins || flags || shapes;
  }

  void takeLetter(char32_t c, const CodePoint& read) {
    if (word_ == 0) afterDigit_ = last_ == Glyph::Digit;
    ++word_;
    ++out_.letters;
    const bool reads = read.ascii[0] != '\0';
    if (read.glyph == Glyph::Styled) ++styledInWord_;
    if (read.glyph == Glyph::Foreign) {
      ++out_.foreign;
      ++foreignInWord_;
      if (!reads || isWeaklyAlike(c)) ++unlikeInWord_;
      if (isUnitLetter(c)) ++unitsInWord_;
      if (isCyrillic(c)) cyrillic_ = true;
    }
    if (reads) {
      write(read);
    } else {
      out_.text += kUnread;
    }
  }

  /** Handles a regional indicator. Two of them are a flag, but a row can spell words. */
  void takeFlagLetter(char32_t c) {
    endWord();
    ++flagLetters_;
    out_.text += static_cast<char>('a' + (c - 0x1F1E6));
    last_ = Glyph::Symbol;
  }

  void endWord() {
    if (styledInWord_ > 0) {
      const bool ordinal = afterDigit_ && word_ <= 2;  // 1ᵉʳ
      if (word_ == 1) {
        ++lone_;
      } else if (!ordinal) {
        out_.styled = true;
      }
    }
    if (foreignInWord_ > 0) {
      const bool unit = unitsInWord_ > 0 && word_ <= kUnitLetters;
      if (foreignInWord_ < word_) {
        if (!unit) out_.mixed = true;
      } else if (latin_ && unlikeInWord_ == 0 && (word_ > 1 || cyrillic_)) {
        out_.disguised = true;
      }
    }
    word_ = styledInWord_ = foreignInWord_ = unlikeInWord_ = unitsInWord_ = 0;
    cyrillic_ = afterDigit_ = false;
  }

  Folded out_;
  bool latin_;
  Glyph last_ = Glyph::Space;
  std::size_t word_ = 0, styledInWord_ = 0, foreignInWord_ = 0, unlikeInWord_ = 0, unitsInWord_ = 0;
  std::size_t lone_ = 0, flagLetters_ = 0;
  bool cyrillic_ = false, afterDigit_ = false;
};

}  // namespace

Folded fold(std::string_view text, bool latin) { return Folder(latin).run(text); }

}  // namespace aftermint::copy
