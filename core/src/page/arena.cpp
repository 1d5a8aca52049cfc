/** @file Arena, Text and List of the page's module. */
#include "aftermint/memory.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace aftermint {
namespace {

constexpr std::size_t kChunk = 16 * 1024;
constexpr std::size_t kAlign = alignof(std::max_align_t);

constexpr std::size_t rounded(std::size_t bytes) { return (bytes + kAlign - 1) / kAlign * kAlign; }

}  // namespace

Arena* ArenaScope::current = nullptr;

void* Arena::take(std::size_t bytes) {
  bytes = rounded(bytes);
  if (chunk_ == nullptr || chunk_->size - used_ < bytes) {
    const std::size_t size = std::max(bytes + rounded(sizeof(Chunk)), kChunk);
    auto* next = static_cast<Chunk*>(std::malloc(size));
    if (next == nullptr) std::abort();  // the module traps, and the page shows no offer
    *next = Chunk{chunk_, size};
    chunk_ = next;
    used_ = rounded(sizeof(Chunk));
  }
  void* piece = reinterpret_cast<char*>(chunk_) + used_;
  used_ += bytes;
  return piece;
}

bool Arena::extend(void* piece, std::size_t bytes, std::size_t wanted) {
  if (chunk_ == nullptr || static_cast<char*>(piece) + rounded(bytes) != reinterpret_cast<char*>(chunk_) + used_)
    return false;
  const std::size_t more = rounded(wanted) - rounded(bytes);
  if (chunk_->size - used_ < more) return false;
  used_ += more;
  return true;
}

void Arena::release(Chunk* last) {
  while (chunk_ != last) {
    Chunk* before = chunk_->before;
    std::free(chunk_);
    chunk_ = before;
  }
}

void Arena::reset() {
  Chunk* first = chunk_;
  while (first != nullptr && first->before != nullptr) first = first->before;
  release(first);
  used_ = rounded(sizeof(Chunk));
}

Text::Text(std::string_view text) {
  if (text.empty()) return;
  void* copy = ArenaScope::current->take(text.size());
  std::memcpy(copy, text.data(), text.size());
  static_cast<std::string_view&>(*this) = std::string_view(static_cast<const char*>(copy), text.size());
}

void AnyList::reserve(std::size_t count, std::size_t elementSize) {
  if (count <= capacity_) return;
  const std::size_t before = capacity_ * elementSize;
  capacity_ = static_cast<std::uint32_t>(std::max<std::size_t>(count, std::max(4u, capacity_ * 2)));
  Arena& arena = *ArenaScope::current;
  if (elements_ != nullptr && arena.extend(elements_, before, capacity_ * elementSize)) return;
  void* longer = arena.take(capacity_ * elementSize);
  if (size_ > 0) std::memcpy(longer, elements_, size_ * elementSize);
  elements_ = longer;
}

void* AnyList::add(std::size_t elementSize) {
  reserve(size_ + 1, elementSize);
  return static_cast<char*>(elements_) + size_++ * elementSize;
}

void* AnyList::addCopy(const void* element, std::size_t elementSize) {
  return std::memcpy(add(elementSize), element, elementSize);
}

}  // namespace aftermint
