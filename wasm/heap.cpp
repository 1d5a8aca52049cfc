/** @file `malloc` and its like for the page's module (heap.h says why). */
#include "heap.h"

#include <emscripten/heap.h>

#include <cstdint>

extern "C" char __heap_base;  // where the linker lets the heap begin

namespace {

constexpr std::size_t kPage = 64 * 1024;

void* grow(std::size_t bytes) {
  static char* top = &__heap_base;
  const std::size_t there = __builtin_wasm_memory_size(0) * kPage;
  const std::size_t wanted = reinterpret_cast<std::size_t>(top) + bytes;
  // The glue grows the memory, so that it sees the new one too.
  if (wanted > there && !emscripten_resize_heap(wanted)) return nullptr;
  char* const memory = top;
  top += bytes;
  return memory;
}

constinit aftermint::Heap heap(grow);

}  // namespace

extern "C" void* malloc(std::size_t bytes) { return heap.take(bytes); }

extern "C" void free(void* memory) { heap.giveBack(memory); }
