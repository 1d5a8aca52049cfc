/** @file `malloc` and `free` of the page's module (see heap.h). */
#include "heap.h"

#include <emscripten/heap.h>

#include <cstdint>

extern "C" char __heap_base;  // where the heap begins, set by the linker

namespace {

constexpr std::size_t kPage = 64 * 1024;

void* grow(std::size_t bytes) {
  static char* top = &__heap_base;
  const std::size_t there = __builtin_wasm_memory_size(0) * kPage;
  const std::size_t wanted = reinterpret_cast<std::size_t>(top) + bytes;
  // The JavaScript side grows the memory, since it must create new views of it.
  if (wanted > there && !emscripten_resize_heap(wanted)) return nullptr;
  char* const memory = top;
  top += bytes;
  return memory;
}

constinit aftermint::Heap heap(grow);

}  // namespace

extern "C" void* malloc(std::size_t bytes) { return heap.take(bytes); }

extern "C" void free(void* memory) { heap.giveBack(memory); }
