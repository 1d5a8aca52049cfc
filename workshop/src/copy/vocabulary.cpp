#include "copy/vocabulary.h"

#include <algorithm>
#include <utility>

namespace aftermint::copy {
namespace {

constexpr Terminal kNone = 0xFFFF;

/**
 * True if the word begins with the prefix; their first letters are equal. The second letter differs most often, so this
 * loop is faster than memcmp.
 */
bool continuesWith(std::string_view word, std::string_view prefix) {
  if (word.size() < prefix.size()) return false;
  for (std::size_t i = 1; i < prefix.size(); ++i) {
    if (word[i] != prefix[i]) return false;
  }
  return true;
}

}  // namespace

Terminal Vocabulary::add(const std::string& word, bool prefix) {
  const auto next = static_cast<Terminal>(size());
  const auto [at, isNew] = whole_.emplace(prefix ? word + "*" : word, next);  // no token contains a "*"
  if (isNew) {
    words_.push_back(word);
    const auto [alike, isFirst] = byShortened_.emplace(shortened(word), next);
    alike_.push_back(isFirst ? kNone : std::exchange(alike->second, next));
    if (prefix && !word.empty()) prefixes_[static_cast<std::size_t>(word[0] - 'a')].push_back(next);
  }
  return at->second;
}

void Vocabulary::read(const Token& token, std::vector<Terminal>& list) const {
  switch (token.kind) {
    case TokenKind::Word:
      return readWord(token, list);
    case TokenKind::Number:
      list.push_back(kNumber);
      if (token.padded) list.push_back(kPadded);
      return;
    case TokenKind::Clock:
      list.push_back(kClock);
      if (token.parts > 2) list.push_back(kLongClock);
      return;
    case TokenKind::Sign:
      if (token.text == "%") list.push_back(kPercent);
      if (token.text == "$") list.push_back(kMoney);
      if (token.text == "{") list.push_back(kPlaceholder);
      return;
    case TokenKind::Picture:
      return;
  }
}

void Vocabulary::readWord(const Token& token, std::vector<Terminal>& list) const {
  if (const auto at = whole_.find(token.text); at != whole_.end()) list.push_back(at->second);
  for (const Terminal prefix : prefixes_[static_cast<std::size_t>(token.text[0] - 'a')]) {
    if (continuesWith(token.text, words_[prefix - kKinds])) list.push_back(prefix);
  }
  if (!token.drawnOut) return;
  const auto alike = byShortened_.find(shortened(token.text));
  if (alike == byShortened_.end()) return;
  for (Terminal word = alike->second; word != kNone; word = alike_[word - kKinds]) list.push_back(word);
}

std::uint32_t Vocabulary::commonness(Terminal terminal) const {
  constexpr std::array<std::uint32_t, kKinds> kOfKinds = {16, 1, 1, 1, 4, 4, 4};
  if (terminal < kKinds) return kOfKinds[terminal];
  constexpr std::size_t kLong = 6;
  return std::uint32_t{1} << (kLong - std::min(words_[terminal - kKinds].size(), kLong));
}

}  // namespace aftermint::copy
