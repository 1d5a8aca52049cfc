/** @file A part of a text as bit sets: the places of each terminal. */
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "copy/vocabulary.h"

namespace aftermint::copy {

/** A set of places in a window; bit i is before token i. */
using Places = std::uint64_t;

constexpr Places placeAt(std::size_t position) { return Places{1} << position; }

/**
 * Up to kMost tokens of a text. It starts at the first token, and moves through the text:
 *
 *     for (Window window(vocabulary, tokens);; window.goOn()) { …; if (window.endsText()) break; }
 */
class Window {
 public:
  static constexpr std::size_t kMost = 60;

  Window(const Vocabulary& vocabulary, const std::vector<Token>& tokens);

  /** Moves to the next part, which overlaps with this one by more than the longest phrase. */
  void goOn();

  [[nodiscard]] bool endsText() const { return from_ + size_ == tokens_.size(); }
  [[nodiscard]] std::size_t from() const { return from_; }  ///< index of its first token
  [[nodiscard]] std::size_t size() const { return size_; }  ///< in tokens

  /** The places of a terminal. */
  [[nodiscard]] Places of(Terminal terminal) const {
    return (present_[terminal / 64u] >> (terminal % 64u) & 1u) != 0 ? places_[terminal] : 0;
  }
  /** The terminals in this window, each once. */
  [[nodiscard]] const std::vector<Terminal>& present() const { return met_; }

  [[nodiscard]] Places tokens() const { return placeAt(size_) - 1; }           ///< before each token
  [[nodiscard]] Places anywhere() const { return placeAt(size_) | tokens(); }  ///< and after the last
  [[nodiscard]] Places opening() const { return opens_; }                      ///< before the first token of a sentence
  [[nodiscard]] Places sentenceStarts() const { return opens_ | (from_ == 0 ? placeAt(0) : 0); }
  [[nodiscard]] Places sentenceEnds() const { return opens_ | (endsText() ? placeAt(size_) : 0); }

 private:
  void read();

  const Vocabulary& vocabulary_;
  const std::vector<Token>& tokens_;
  std::size_t from_ = 0, size_ = 0;
  Places opens_ = 0;
  std::vector<std::uint64_t> present_;  ///< a bit for each terminal: set if its entry in places_ is valid
  std::unique_ptr<Places[]> places_;    ///< by terminal; not cleared for each text, because there are thousands
  std::vector<Terminal> met_, read_;
};

}  // namespace aftermint::copy
