/** @file The hash table of texts. */
#include "aftermint/names.h"

#include "aftermint/bucket.h"

namespace aftermint {

std::uint32_t Names::slotOf(std::string_view text) const {
  const auto mask = static_cast<std::uint32_t>(slots_.size() - 1);
  std::uint32_t slot = fnv1a32(text) & mask;
  while (slots_[slot] != 0 && texts_[slots_[slot] - 1] != text) slot = (slot + 1) & mask;
  return slot;
}

void Names::grow(std::size_t slots) {
  slots_.assign(slots, 0);
  for (std::uint32_t i = 0; i < texts_.size(); ++i) slots_[slotOf(texts_[i])] = i + 1;
}

void Names::reserve(std::size_t count) {
  std::size_t slots = 16;
  while (slots < count * 2) slots *= 2;
  if (slots > slots_.size()) grow(slots);
}

std::uint32_t Names::add(std::string_view text) {
  if (slots_.size() < (texts_.size() + 1) * 2) grow(slots_.empty() ? 16 : slots_.size() * 2);
  const std::uint32_t slot = slotOf(text);
  if (slots_[slot] == 0) {
    texts_.push_back(text);
    slots_[slot] = size();
  }
  return slots_[slot] - 1;
}

std::uint32_t Names::find(std::string_view text) const {
  if (slots_.empty()) return kNone;
  const std::uint32_t entry = slots_[slotOf(text)];
  return entry == 0 ? kNone : entry - 1;
}

}  // namespace aftermint
