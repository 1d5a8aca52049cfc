#include "copy/tokens.h"

#include <algorithm>

#include "copy/folded_text.h"

namespace aftermint::copy {
namespace {

constexpr std::size_t kSpelledOut = 3;  ///< this many single letters in a row are read as a word

bool isLetter(char c) { return c >= 'a' && c <= 'z'; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) {}

  Tokens run() {
    constexpr std::size_t kUsualLetters = 5;  ///< of a token, with the space after it
    out_.all.reserve(text_.size() / kUsualLetters + 1);
    while (at_ < text_.size()) {
      const std::size_t start = at_, known = out_.all.size();
      takeOne(text_[at_]);
      for (std::size_t i = known; i < out_.all.size(); ++i) {
        out_.all[i].from = start;
        out_.all[i].until = at_;
      }
    }
    if (open_ != 0) out_.plainMarks = false;
    return joined();
  }

 private:
  void takeOne(char c) {
    if (isLetter(c) || c == kUnread) {
      takeWord();
    } else if (isDigit(c)) {
      takeNumber();
    } else if (c == '{') {
      takePlaceholder();
    } else {
      takeMark(c);
    }
  }

  Token& add(TokenKind kind, std::string text) {
    out_.all.push_back({kind, std::move(text), 0, false, false, opens_, bound_, 0, 0});
    opens_ = bound_ = false;
    return out_.all.back();
  }

  void takeWord() {
    const std::size_t start = at_;
    bool unread = false;
    for (; at_ < text_.size() && (isLetter(text_[at_]) || text_[at_] == kUnread); ++at_) {
      unread = unread || text_[at_] == kUnread;
    }
    const std::string_view word = text_.substr(start, at_ - start);
    if (unread) {
      add(TokenKind::Picture, {});
      return;
    }
    Token& token = add(TokenKind::Word, spelt(word));
    for (std::size_t i = 2; i < word.size(); ++i) {
      if (word[i] == word[i - 1] && word[i] == word[i - 2]) token.drawnOut = true;
    }
  }

  std::string_view digits() {
    const std::size_t start = at_;
    while (at_ < text_.size() && isDigit(text_[at_])) ++at_;
    return text_.substr(start, at_ - start);
  }

  void takeNumber() {
    const std::string_view first = digits();
    std::size_t parts = 1;
    if (first.size() <= 2) {
      while (clockGoesOn()) {
        digits();
        ++parts;
      }
    }
    if (parts > 1) {
      add(TokenKind::Clock, {}).parts = parts;
      return;
    }
    // 25,439 and 12.5 are each one number
    while (at_ + 1 < text_.size() && (text_[at_] == ',' || text_[at_] == '.' || text_[at_] == '\'') &&
           isDigit(text_[at_ + 1])) {
      ++at_;
      digits();
    }
    if (at_ < text_.size() && text_[at_] == '+') ++at_;
    add(TokenKind::Number, std::string(first)).padded = first.size() > 1 && first[0] == '0';
  }

  /** Moves past the colon if a clock continues here: " : 29", but not 3:2 or 10:1000. */
  bool clockGoesOn() {
    std::size_t next = at_;
    const auto skip = [&] {
      while (next < text_.size() && text_[next] == ' ') ++next;
    };
    skip();
    if (next == text_.size() || text_[next] != ':') return false;
    ++next;
    skip();
    const std::size_t start = next;
    while (next < text_.size() && isDigit(text_[next])) ++next;
    if (next - start != 2) return false;
    at_ = start;
    return true;
  }

  /** {price} and {total} become an amount of money; any other placeholder stays a placeholder. */
  void takePlaceholder() {
    const std::size_t end = text_.find('}', at_);
    if (end == std::string_view::npos) {
      out_.plainMarks = false;
      ++at_;
      return;
    }
    const std::string_view name = text_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    if (name == "price" || name == "total") {
      add(TokenKind::Sign, "$");
      add(TokenKind::Number, "1");
    } else {
      add(TokenKind::Sign, "{");
    }
  }

  void takeMark(char c) {
    ++at_;
    bound_ = c == '\'';
    if (c == '%' || c == '$') {
      add(TokenKind::Sign, std::string(1, c));
      out_.plainMarks = false;
    } else if (c == kPicture) {
      add(TokenKind::Picture, {});
    } else if (c == '.' || c == '!' || c == '?' || c == '|') {
      opens_ = true;
      if (c == '?') ++out_.questions;
      if (c == '?' || c == '|') out_.plainMarks = false;
    } else if (c == '(' || c == '[') {
      ++open_;
    } else if (c == ')' || c == ']') {
      if (open_-- == 0) out_.plainMarks = false;  // as in ";)"
    } else if (std::string_view(" ,'\"-:;/<>").find(c) == std::string_view::npos) {
      out_.plainMarks = false;
    }
  }

  static bool isSingle(const Token& token) { return token.kind == TokenKind::Word && token.text.size() == 1; }

  /** Joins rows of single letters into words. */
  Tokens joined() {
    std::vector<Token>& all = out_.all;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < all.size(); ++kept) {
      const std::size_t end = std::max(rowEnd(i), i + 1);
      if (kept != i) all[kept] = std::move(all[i]);
      if (end < i + kSpelledOut) {
        ++i;
        continue;
      }
      for (++i; i < end; ++i) {
        all[kept].text += all[i].text;
        all[kept].until = all[i].until;
      }
    }
    all.resize(kept);
    return std::move(out_);
  }

  /** The end of the row of single letters that begins at `start`. */
  [[nodiscard]] std::size_t rowEnd(std::size_t start) const {
    const std::vector<Token>& all = out_.all;
    std::size_t end = start;
    while (end < all.size() && isSingle(all[end]) && (end == start || !all[end].bound)) ++end;
    if (end > start && end < all.size() && all[end].bound) --end;  // the n of "n'y" does not belong to the row
    return end;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool opens_ = true;
  bool bound_ = false;
  int open_ = 0;  ///< open brackets
  Tokens out_;
};

}  // namespace

std::string spelt(std::string_view word) {
  std::string out(word);
  for (char& c : out) c = c == 'i' ? 'l' : c;
  return out;
}

std::string shortened(std::string_view word) {
  std::string out;
  for (const char c : word) {
    if (out.empty() || out.back() != c) out += c;
  }
  return out;
}

Tokens tokens(std::string_view folded) { return Tokenizer(folded).run(); }

}  // namespace aftermint::copy
