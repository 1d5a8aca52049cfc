/**
 * @file What a JSON text must look like, as tables: the reader, the writer and the published JSON Schema
 * all work from them, so they cannot drift apart.
 */
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "aftermint/value.h"

// The page's module carries neither the words for people nor the way back to text.
#if AFTERMINT_PAGE
#define AFTERMINT_DOC(text) ""
#else
#define AFTERMINT_DOC(text) text
#endif

namespace aftermint::codec {

/** What stands in a slot; in brackets the C++ type of the slot. */
enum class Kind : std::uint8_t {
  Text,        ///< [Text] `min` to `max` code points
  Id,          ///< [Text] [A-Za-z0-9._:#+@-]{1,128}
  Url,         ///< [Text] https:// or a path from the root
  Locale,      ///< [Text] BCP 47, letters and digits
  Currency,    ///< [Text] three capitals
  Integer,     ///< [std::int64_t] `min` to `max`
  Boolean,     ///< [bool]
  Word,        ///< [an enum over std::uint8_t] one of `words`
  Time,        ///< [std::int64_t, ms] RFC 3339 with a zone
  FreeObject,  ///< [Value] an object of free shape
  Free,        ///< [Value] anything
  Record,      ///< [a struct] an object of `shape`
  List,        ///< [a List] of `item`
  Map,         ///< [a List of structs] an object from locale to `shape`
};

struct Shape;

/** One key of an object. */
struct Field {
  std::string_view key;
  Kind kind = Kind::Text;
  bool required = false;
  Kind item = Kind::Text;  ///< of a List
  /// Where the value goes; makes an absent optional present. Null: passed over (`desk`).
  void* (*slot)(void* owner) = nullptr;
  const Shape* shape = nullptr;  ///< of a Record, of a Map's values, of a List's Records
  std::span<const std::string_view> words = {};
  std::int64_t min = 0;  ///< of an Integer, of a Text's length, of a List's count
  std::int64_t max = 0;
#if AFTERMINT_PAGE
  const void* blank = nullptr;  ///< of a List or Map: a new element
  std::uint32_t blankSize = 0;
#else
  /// A new element at the end of a List, or of a Map with its key; null where the Map has that key already.
  void* (*append)(void* list, std::string_view key) = nullptr;
  std::string_view doc = {};
  /// Where the value is, or null where an optional is absent.
  const void* (*peek)(const void* owner) = nullptr;
  std::size_t (*count)(const void* list) = nullptr;
  const void* (*element)(const void* list, std::size_t index) = nullptr;
#endif
};

/** `field` stands there exactly when the Word `by` says `word`. */
struct Only {
  std::string_view field;
  std::string_view by;
  std::uint8_t word;
};

/** An object: its keys, and nothing else. */
struct Shape {
  std::string_view name;
  std::span<const Field> fields;
  std::span<const Only> only = {};
  std::string_view doc = {};
};

template <class T>
struct MemberOf;
template <class C, class M>
struct MemberOf<M C::*> {
  using Owner = C;
  using Type = M;
};
template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};

template <auto M>
void* slotOf(void* owner) {
  auto& member = static_cast<typename MemberOf<decltype(M)>::Owner*>(owner)->*M;
  if constexpr (IsOptional<typename MemberOf<decltype(M)>::Type>::value) {
    return &member.emplace();
  } else {
    return &member;
  }
}

#if AFTERMINT_PAGE
/** Elements are copied by their bytes, so one function serves all; null where the key of a Map is there already. */
[[nodiscard]] void* appendTo(const Field& field, void* list, std::string_view key);

template <class T>
inline constexpr T kBlank{};
#else
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

[[nodiscard]] inline void* appendTo(const Field& field, void* list, std::string_view key) {
  return field.append(list, key);
}
#endif

#if !AFTERMINT_PAGE
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
#endif

enum class Need : bool { Optional, Required };
inline constexpr Need kMay = Need::Optional;
inline constexpr Need kMust = Need::Required;

struct Range {
  std::int64_t min;
  std::int64_t max;
};

/** A key of any kind but List and Map. */
template <auto M>
constexpr Field one(std::string_view key, Need need, Kind kind, [[maybe_unused]] std::string_view doc,
                    Range range = {0, 0}, const Shape* shape = nullptr, std::span<const std::string_view> words = {}) {
  Field field;
  field.key = key;
  field.kind = kind;
  field.required = need == kMust;
  field.slot = slotOf<M>;
  field.shape = shape;
  field.words = words;
  field.min = range.min;
  field.max = range.max;
#if !AFTERMINT_PAGE
  field.doc = doc;
  field.peek = peekAt<M>;
#endif
  return field;
}

/** A key that holds a list of `item`, or with Kind::Map an object from locale to `shape`. */
template <auto M>
constexpr Field many(std::string_view key, Need need, Kind item, std::string_view doc, Range count,
                     const Shape* shape = nullptr, std::span<const std::string_view> words = {}) {
  Field field = one<M>(key, need, item == Kind::Map ? Kind::Map : Kind::List, doc, count, shape, words);
  field.item = item == Kind::Map ? Kind::Record : item;
#if AFTERMINT_PAGE
  using Element = typename MemberOf<decltype(M)>::Type::value_type;
  field.blank = &kBlank<Element>;
  field.blankSize = sizeof(Element);
#else
  field.append = appendElement<M>;
  field.count = countOf<M>;
  field.element = elementOf<M>;
#endif
  return field;
}

/**
 * A key that is read at desks alone, and never required: the page's module passes over its value, whatever it is, so
 * that what people write for each other costs no shopper a byte of code. Checking a book holds it to its kind.
 */
template <auto M>
constexpr Field desk(std::string_view key, [[maybe_unused]] Kind kind, [[maybe_unused]] std::string_view doc,
                     [[maybe_unused]] Range range = {0, 0}, [[maybe_unused]] const Shape* shape = nullptr) {
#if AFTERMINT_PAGE
  Field field;
  field.key = key;
  return field;
#else
  return one<M>(key, kMay, kind, doc, range, shape);
#endif
}

/** The same for a key that holds a list. */
template <auto M>
constexpr Field desks(std::string_view key, [[maybe_unused]] Kind item, [[maybe_unused]] std::string_view doc,
                      [[maybe_unused]] Range count, [[maybe_unused]] const Shape* shape = nullptr) {
#if AFTERMINT_PAGE
  return desk<M>(key, item, doc);
#else
  return many<M>(key, kMay, item, doc, count, shape);
#endif
}

/** Money: 0 to 10^12 minor units, so that products of two shares and an amount stay within 64 bits. */
inline constexpr Range kMoney{0, 1'000'000'000'000};
inline constexpr Range kShare{0, 10'000};
inline constexpr Range kCount{0, 1'000'000'000};
inline constexpr Range kShortText{1, 200};
inline constexpr Range kLongText{1, 5'000};
inline constexpr Range kAnyText{0, 5'000};

}  // namespace aftermint::codec
