#include "copy/window.h"

#include <algorithm>

namespace aftermint::copy {
namespace {

constexpr std::size_t kOverlap = 24;  ///< no phrase is longer, so every phrase is inside some window

}  // namespace

Window::Window(const Vocabulary& vocabulary, const std::vector<Token>& tokens)
    : vocabulary_(vocabulary),
      tokens_(tokens),
      present_((vocabulary.size() + 63) / 64),
      places_(new Places[vocabulary.size()]) {
  read();
}

void Window::goOn() {
  from_ += kMost - kOverlap;
  std::fill(present_.begin(), present_.end(), 0);
  met_.clear();
  opens_ = 0;
  read();
}

void Window::read() {
  size_ = std::min(tokens_.size() - from_, kMost);
  for (std::size_t i = 0; i < size_; ++i) {
    const Token& token = tokens_[from_ + i];
    const Places here = placeAt(i);
    if (token.opensSentence) opens_ |= here;
    read_.clear();
    vocabulary_.read(token, read_);
    for (const Terminal terminal : read_) {
      std::uint64_t& present = present_[terminal / 64u];
      const std::uint64_t bit = std::uint64_t{1} << (terminal % 64u);
      if ((present & bit) == 0) {
        present |= bit;
        places_[terminal] = 0;
        met_.push_back(terminal);
      }
      places_[terminal] |= here;
    }
  }
}

}  // namespace aftermint::copy
