/** @file A stretch of a text as sets of positions: where in it each terminal of a vocabulary stands. */
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
 * Up to kMost tokens of a text. It begins with the first of them, and goes on through the text window by window:
 *
 *     for (Window window(vocabulary, tokens);; window.goOn()) { …; if (window.endsText()) break; }
 */
class Window {
 public:
  static constexpr std::size_t kMost = 60;

  Window(const Vocabulary& vocabulary, const std::vector<Token>& tokens);

  /** Goes on to the next stretch, which overlaps with this one by more than any phrase is long. */
  void goOn();

  [[nodiscard]] bool endsText() const { return from_ + size_ == tokens_.size(); }
  [[nodiscard]] std::size_t from() const { return from_; }  ///< its first token
  [[nodiscard]] std::size_t size() const { return size_; }  ///< in tokens

  /** Where a terminal stands. */
  [[nodiscard]] Places of(Terminal terminal) const {
    return (present_[terminal / 64u] >> (terminal % 64u) & 1u) != 0 ? places_[terminal] : 0;
  }
  /** The terminals that stand anywhere in it, each once. */
  [[nodiscard]] const std::vector<Terminal>& present() const { return met_; }

  [[nodiscard]] Places tokens() const { return placeAt(size_) - 1; }           ///< before any token
  [[nodiscard]] Places anywhere() const { return placeAt(size_) | tokens(); }  ///< and behind the last
  [[nodiscard]] Places opening() const { return opens_; }                      ///< before the first of a sentence
  [[nodiscard]] Places sentenceStarts() const { return opens_ | (from_ == 0 ? placeAt(0) : 0); }
  [[nodiscard]] Places sentenceEnds() const { return opens_ | (endsText() ? placeAt(size_) : 0); }

 private:
  void read();

  const Vocabulary& vocabulary_;
  const std::vector<Token>& tokens_;
  std::size_t from_ = 0, size_ = 0;
  Places opens_ = 0;
  std::vector<std::uint64_t> present_;  ///< a bit by terminal: whether its places below were written
  std::unique_ptr<Places[]> places_;    ///< by terminal; thousands, so they are not zeroed for every text
  std::vector<Terminal> met_, read_;
};

}  // namespace aftermint::copy
