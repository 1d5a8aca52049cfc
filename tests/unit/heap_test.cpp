// The heap of the page's module (wasm/heap.h), with memory that the test provides.
#include "../../wasm/heap.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstring>
#include <memory>
#include <random>
#include <vector>

namespace {

constexpr std::size_t kMemory = 16u << 20;

/** Memory that grows at its end, like a page's. */
struct Memory {
  explicit Memory(std::size_t size) : bytes(new std::uint64_t[size / 8]), limit(size) {}
  void* grow(std::size_t more) {
    if (more > limit - used) return nullptr;
    void* const piece = reinterpret_cast<char*>(bytes.get()) + used;
    used += more;
    return piece;
  }
  std::unique_ptr<std::uint64_t[]> bytes;
  std::size_t limit;
  std::size_t used = 0;
};

auto heapOver(Memory& memory) {
  return aftermint::Heap([&memory](std::size_t more) { return memory.grow(more); });
}

TEST(Heap, BlocksAreAlignedAndDoNotOverlap) {
  Memory memory(kMemory);
  auto heap = heapOver(memory);
  struct Held {
    unsigned char* at;
    std::size_t size;
    unsigned char mark;
  };
  std::vector<Held> held;
  std::mt19937 random(7);
  const auto expectWhole = [](const Held& block) {
    for (std::size_t i = 0; i < block.size; ++i) ASSERT_EQ(block.at[i], block.mark);
  };
  for (int step = 0; step < 20'000; ++step) {
    if (held.size() < 40 && random() % 2 == 0) {
      const std::size_t size = random() % (random() % 8 == 0 ? 100'000 : 300);
      auto* const at = static_cast<unsigned char*>(heap.take(size));
      ASSERT_NE(at, nullptr);
      ASSERT_EQ(reinterpret_cast<std::uintptr_t>(at) % 8, 0u);
      const auto mark = static_cast<unsigned char>(random());
      std::memset(at, mark, size);
      held.push_back({at, size, mark});
    } else if (!held.empty()) {
      const std::size_t which = random() % held.size();
      expectWhole(held[which]);
      heap.giveBack(held[which].at);
      held[which] = held.back();
      held.pop_back();
    }
  }
  for (const Held& block : held) expectWhole(block);
}

TEST(Heap, FreedBlocksAreMergedAndReused) {
  Memory memory(kMemory);
  auto heap = heapOver(memory);
  std::vector<void*> pieces;
  for (int i = 0; i < 1000; ++i) pieces.push_back(heap.take(1000));
  const std::size_t used = memory.used;
  // Every second block first, so that the others have free neighbours on both sides.
  for (std::size_t i = 0; i < pieces.size(); i += 2) heap.giveBack(pieces[i]);
  for (std::size_t i = 1; i < pieces.size(); i += 2) heap.giveBack(pieces[i]);
  EXPECT_NE(heap.take(900'000), nullptr);
  EXPECT_EQ(memory.used, used);
}

TEST(Heap, ReturnsNullIfMemoryIsExhausted) {
  Memory memory(1u << 20);
  auto heap = heapOver(memory);
  EXPECT_EQ(heap.take(2u << 20), nullptr);
  EXPECT_EQ(heap.take(SIZE_MAX), nullptr);
  EXPECT_NE(heap.take(1000), nullptr);
  heap.giveBack(nullptr);
}

TEST(Heap, BlocksOfZeroBytesHaveDifferentAddresses) {
  Memory memory(kMemory);
  auto heap = heapOver(memory);
  void* const first = heap.take(0);
  EXPECT_NE(first, heap.take(0));
}

}  // namespace
