/**
 * @file Texts and lists: `std::string` and `std::vector` natively; in the page's module, types of our own whose memory
 * comes from an arena and is freed all at once.
 *
 *     Arena     newest chunk                        older chunk
 *               [before|size|piece|piece|  free  ]  [before|size|piece|piece ]
 *                  |                                   ^  ^        ^
 *                  +-----------------------------------+  :        :
 *     Text      (address, length) ........................:        :
 *     List<T>   (address, size, capacity) .........................:   elements next to each other
 *
 * `take` cuts the next piece off the newest chunk. A list that grows takes a larger piece and copies its elements,
 * unless its piece is the newest one, which can be extended where it is. The old piece is not reused.
 *
 * A page opens one book and then decides, so it never frees a single object. Without destructors, moves and a growth
 * path for each element type, the module is 10 KB of brotli smaller, and a decision needs no call of `malloc` once the
 * first chunk is there. The core uses only what both kinds have in common. A copy is shallow in the page's module and
 * deep natively, so never change an object that has been copied.
 */
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace aftermint {

#if AFTERMINT_PAGE

/** Memory that is handed out piece by piece and freed all at once. */
class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  ~Arena() { release(nullptr); }
  /** A new piece, aligned for every type. Stops the module if memory runs out. */
  [[nodiscard]] void* take(std::size_t bytes);
  /** Extends a piece to `wanted` bytes without moving it; false if it is not the newest or its chunk is full. */
  [[nodiscard]] bool extend(void* piece, std::size_t bytes, std::size_t wanted);
  /** Frees every piece and keeps the first chunk for later pieces. */
  void reset();

 private:
  struct Chunk {
    Chunk* before;
    std::size_t size;
  };
  void release(Chunk* last);
  Chunk* chunk_ = nullptr;
  std::size_t used_ = 0;
};

/** While this object exists, texts and lists take their memory from its arena. */
class ArenaScope {
 public:
  explicit ArenaScope(Arena& arena) : before_(current) { current = &arena; }
  ArenaScope(const ArenaScope&) = delete;
  ArenaScope& operator=(const ArenaScope&) = delete;
  ~ArenaScope() { current = before_; }
  static Arena* current;

 private:
  Arena* before_;
};

/** A text that never changes. */
struct Text : std::string_view {
  Text() = default;
  Text(std::string_view text);  // NOLINT(google-explicit-constructor): replaces std::string
  Text(const char* text) : Text(std::string_view(text)) {}
};

/** A list that knows only the size of its elements, so that all element types share the code that grows it. */
class AnyList {
 public:
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  void pop_back() { --size_; }
  void clear() { size_ = 0; }
  /** The address of an element. */
  [[nodiscard]] const void* at(std::size_t index, std::size_t elementSize) const {
    return static_cast<const char*>(elements_) + index * elementSize;
  }
  /** Makes room for `count` elements. */
  void reserve(std::size_t count, std::size_t elementSize);
  /** Adds an element without a value and returns its address. */
  [[nodiscard]] void* add(std::size_t elementSize);
  /** Adds a copy of the element at `element` and returns its address. */
  void* addCopy(const void* element, std::size_t elementSize);

 protected:
  void* elements_ = nullptr;
  std::uint32_t size_ = 0;
  std::uint32_t capacity_ = 0;
};

/** The part of std::vector that the core uses, for trivially copyable elements. */
template <class T>
class List : public AnyList {
 public:
  using value_type = T;

  [[nodiscard]] T* data() { return static_cast<T*>(elements_); }
  [[nodiscard]] const T* data() const { return static_cast<const T*>(elements_); }
  [[nodiscard]] T* begin() { return data(); }
  [[nodiscard]] T* end() { return data() + size_; }
  [[nodiscard]] const T* begin() const { return data(); }
  [[nodiscard]] const T* end() const { return data() + size_; }
  T& operator[](std::size_t index) { return data()[index]; }
  const T& operator[](std::size_t index) const { return data()[index]; }
  [[nodiscard]] T& front() { return data()[0]; }
  [[nodiscard]] const T& front() const { return data()[0]; }
  [[nodiscard]] T& back() { return data()[size_ - 1]; }
  [[nodiscard]] const T& back() const { return data()[size_ - 1]; }

  void reserve(std::size_t count) { AnyList::reserve(count, sizeof(T)); }
  template <class... Args>
  T& emplace_back(Args&&... args) {
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);
    return *new (add(sizeof(T))) T{std::forward<Args>(args)...};
  }
  void push_back(const T& element) { emplace_back(element); }
  void resize(std::size_t count) {
    reserve(count);
    while (size_ < count) emplace_back();
  }
  void assign(std::size_t count, const T& element) {
    size_ = 0;
    reserve(count);
    while (size_ < count) push_back(element);
  }
  bool operator==(const List& other) const {
    bool same = size_ == other.size_;
    for (std::uint32_t i = 0; same && i < size_; ++i) same = data()[i] == other.data()[i];
    return same;
  }
};

#else

using Text = std::string;
template <class T>
using List = std::vector<T>;

#endif

}  // namespace aftermint
