/**
 * @file What texts and lists are made of: the standard ones natively, and in the page's module ones that live in
 * an arena and are freed all at once.
 *
 * A page opens one book and then decides: nothing is ever freed alone. Without destructors, moves and a growth
 * path for each element type the module is 10 KB of brotli lighter, and a decision allocates nothing. Code of the
 * core uses what both have in common; copies are cheap there and deep here, so neither may be changed through one.
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

/** Memory that is handed out in order and taken back whole. */
class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  ~Arena() { release(nullptr); }
  [[nodiscard]] void* take(std::size_t bytes);
  /** Makes a piece longer without moving it, if it is the last one and there is room. */
  [[nodiscard]] bool extend(void* piece, std::size_t bytes, std::size_t wanted);
  /** Takes everything back and keeps the first chunk for what comes next. */
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

/** The arena that texts and lists are made in, for as long as this stands. */
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

/** A text that nobody changes. */
struct Text : std::string_view {
  Text() = default;
  Text(std::string_view text);  // NOLINT(google-explicit-constructor): stands where std::string does
  Text(const char* text) : Text(std::string_view(text)) {}
};

/** A list whose elements are known by their size alone, so that all kinds share one growth path. */
class AnyList {
 public:
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  void pop_back() { --size_; }
  void clear() { size_ = 0; }
  /** The place of an element. */
  [[nodiscard]] const void* at(std::size_t index, std::size_t elementSize) const {
    return static_cast<const char*>(elements_) + index * elementSize;
  }
  /** Room for `count` elements. */
  void reserve(std::size_t count, std::size_t elementSize);
  /** Counts one more element and gives its place, which is not filled. */
  [[nodiscard]] void* add(std::size_t elementSize);
  /** Adds a copy of the element at `element`, and gives its place. */
  void* addCopy(const void* element, std::size_t elementSize);

 protected:
  void* elements_ = nullptr;
  std::uint32_t size_ = 0;
  std::uint32_t capacity_ = 0;
};

/** The part of std::vector that the core uses, for elements that are copied by their bytes. */
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
