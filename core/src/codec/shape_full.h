/** @file The tables of codec/shape.h in programs: with documentation, and with what writing needs. */
#pragma once

#include "codec/shape.h"

namespace aftermint::codec {

struct Shape;

/** One key of an object. */
struct Field {
  std::string_view key;
  Kind kind = Kind::Text;
  bool required = false;
  Kind item = Kind::Text;  ///< of a List
  /// Where the value is written. An absent optional becomes present.
  void* (*slot)(void* owner) = nullptr;
  const Shape* shape = nullptr;  ///< of a Record, of a Map's values, of a List's Records
  std::span<const std::string_view> codes = {};
  std::int64_t min = 0;  ///< of an Integer, of a Text's length, of a List's count
  std::int64_t max = 0;
  /// Adds an element to a List, or to a Map with its key; null where the Map already has the key.
  void* (*append)(void* list, std::string_view key) = nullptr;
  std::string_view doc = {};
  /// The address of the value; null where an optional is absent.
  const void* (*peek)(const void* owner) = nullptr;
  std::size_t (*count)(const void* list) = nullptr;
  const void* (*element)(const void* list, std::size_t index) = nullptr;
  /// Of a Map: the locale of an element.
  std::string_view (*localeAt)(const void* list, std::size_t index) = nullptr;
};

/** `field` is present exactly when the Code `by` is `code`. */
struct Only {
  std::string_view field;
  std::string_view by;
  std::uint8_t code;
};

/** An object that has these keys and no others. */
struct Shape {
  std::string_view name;
  std::span<const Field> fields;
  std::span<const Only> only = {};
  std::string_view doc = {};

  /** The index of the field with that key, which must exist. */
  [[nodiscard]] std::size_t placeOf(std::string_view key) const {
    std::size_t place = 0;
    while (fields[place].key != key) ++place;
    return place;
  }
};

using Entry = Field;
using OnlyEntry = Only;
using CodeTable = std::span<const std::string_view>;

template <auto M>
void* slotOf(void* owner) {
  auto& member = static_cast<typename MemberOf<decltype(M)>::Owner*>(owner)->*M;
  if constexpr (IsOptional<typename MemberOf<decltype(M)>::Type>::value) {
    return &member.emplace();
  } else {
    return &member;
  }
}

template <auto M>
void* appendElement(void* list, std::string_view key) {
  auto& elements = *static_cast<typename MemberOf<decltype(M)>::Type*>(list);
  if constexpr (requires { elements[0].locale; }) {
    for (const auto& element : elements) {
      if (element.locale == key) return nullptr;
    }
    elements.emplace_back().locale = key;
  } else {
    elements.emplace_back();
  }
  return &elements.back();
}

template <auto M>
const void* peekAt(const void* owner) {
  const auto& member = static_cast<const typename MemberOf<decltype(M)>::Owner*>(owner)->*M;
  if constexpr (IsOptional<typename MemberOf<decltype(M)>::Type>::value) {
    return member ? &*member : nullptr;
  } else {
    return &member;
  }
}
template <auto M>
std::size_t countOf(const void* list) {
  return static_cast<const typename MemberOf<decltype(M)>::Type*>(list)->size();
}
template <auto M>
const void* elementOf(const void* list, std::size_t index) {
  return &(*static_cast<const typename MemberOf<decltype(M)>::Type*>(list))[index];
}

template <auto M>
std::string_view localeOf(const void* list, std::size_t index) {
  return (*static_cast<const typename MemberOf<decltype(M)>::Type*>(list))[index].locale;
}

/** The part of an entry that depends only on the member. */
template <auto M>
constexpr Entry entryOf(std::string_view doc) {
  Entry entry;
  entry.slot = slotOf<M>;
  entry.peek = peekAt<M>;
  entry.doc = doc;
  return entry;
}

/** Sets how the list of an entry is read and how it grows. */
template <auto M>
constexpr void makeList(Entry& entry) {
  entry.append = appendElement<M>;
  entry.count = countOf<M>;
  entry.element = elementOf<M>;
  if constexpr (requires(typename MemberOf<decltype(M)>::Type list) { list[0].locale; }) entry.localeAt = localeOf<M>;
}

/** The codes of an enumeration, for an entry. */
template <class E>
inline constexpr CodeTable kCodesOf = Codes<E>::all;

inline constexpr std::array<OnlyEntry, 0> kNoOnly{};

/** The shape of a struct `Owner` by its table. */
template <class Owner, const auto& entries, const auto& only = kNoOnly>
constexpr Shape shapeOf(std::string_view name, std::string_view doc = {}) {
  return {name, entries, only, doc};
}

[[nodiscard]] inline bool isPassedOver(const Field& field) { return field.slot == nullptr; }
[[nodiscard]] inline Range rangeOf(const Field& field) { return {field.min, field.max}; }
[[nodiscard]] inline const Shape* shapeIn(const Field& field) { return field.shape; }
[[nodiscard]] inline void* slotIn(const Field& field, void* owner) { return field.slot(owner); }
[[nodiscard]] inline void* appendTo(const Field& field, void* list, std::string_view key) {
  return field.append(list, key);
}

/** The number of the enumerator with that code, or nothing. */
[[nodiscard]] inline std::optional<std::uint8_t> codeIn(const Field& field, std::string_view code) {
  for (std::size_t i = 0; i < field.codes.size(); ++i) {
    if (field.codes[i] == code) return static_cast<std::uint8_t>(i);
  }
  return std::nullopt;
}

}  // namespace aftermint::codec
