/**
 * @file A small heap for the page's module: first fit in a list of free blocks, sorted by address.
 *
 * The core's texts and lists are in arenas, so there are only few blocks: the chunks of the arenas, the input text, and
 * one small object for each book. Emscripten's smallest allocator is 0.6 KB of brotli larger.
 */
#pragma once

#include <cstddef>

namespace aftermint {

/** Allocates memory aligned to 8 bytes, and joins free neighbours. `Grow` returns more memory, or null. */
template <class Grow>
class Heap {
 public:
  constexpr explicit Heap(Grow grow) : grow_(grow) {}

  /** At least `bytes` bytes, or null where memory is exhausted. */
  void* take(std::size_t bytes) {
    if (bytes > kMost) return nullptr;
    bytes = (bytes + sizeof(Block) + kUnit - 1) / kUnit * kUnit;
    for (;;) {
      for (Block** link = &free_; *link != nullptr; link = &(*link)->next) {
        Block* const block = *link;
        if (block->size < bytes) continue;
        if (block->size == bytes) {
          *link = block->next;
          return block + 1;
        }
        // Use the end of the block, so that the list stays as it is.
        block->size -= bytes;
        auto* const taken = reinterpret_cast<Block*>(reinterpret_cast<char*>(block) + block->size);
        taken->size = bytes;
        return taken + 1;
      }
      const std::size_t more = bytes < kLeastGrowth ? kLeastGrowth : bytes;
      auto* const fresh = static_cast<Block*>(grow_(more));
      if (fresh == nullptr) return nullptr;
      fresh->size = more;
      giveBack(fresh + 1);
    }
  }

  /** Frees what `take` returned; does nothing for null. */
  void giveBack(void* memory) {
    if (memory == nullptr) return;
    Block* const block = static_cast<Block*>(memory) - 1;
    Block** link = &free_;
    Block* before = nullptr;
    while (*link != nullptr && *link < block) {
      before = *link;
      link = &before->next;
    }
    block->next = *link;
    *link = block;
    join(block);
    if (before != nullptr) join(before);
  }

 private:
  struct alignas(8) Block {
    std::size_t size;  ///< including this header
    Block* next;       ///< the next free block
  };
  static constexpr std::size_t kUnit = sizeof(Block);
  static constexpr std::size_t kLeastGrowth = 64 * 1024;
  static constexpr std::size_t kMost = std::size_t{1} << 30;

  static void join(Block* block) {
    Block* const next = block->next;
    if (reinterpret_cast<char*>(block) + block->size != reinterpret_cast<char*>(next)) return;
    block->size += next->size;
    block->next = next->next;
  }

  Grow grow_;
  Block* free_ = nullptr;
};

}  // namespace aftermint
