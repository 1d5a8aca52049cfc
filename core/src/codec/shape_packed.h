/**
 * @file The tables of codec/shape.h in the page's module, packed.
 *
 * Tables with string views and function pointers would be larger than all code that reads a book. So each entry is
 * packed into 16 bytes of small numbers, and the keys of an object into one text.
 */
#pragma once

#include "codec/shape.h"

namespace aftermint::codec {

struct Shape;
using CodeTable = const char*;

/** One key of an object before it is packed; exists only at compile time. */
struct Entry {
  std::string_view key;
  Kind kind = Kind::Text;
  bool required = false;
  Kind item = Kind::Text;
  const Shape* shape = nullptr;
  CodeTable codes = nullptr;
  std::int64_t min = 0, max = 0;
  std::size_t offset = 0, flag = 0;
  bool isPassedOver = true;
};

/** A limit as `digits` × 100^`hundreds`, which is enough for every limit in the tables. */
struct PackedLimit {
  std::uint16_t digits : 13;
  std::uint16_t hundreds : 3;
};

/** One key of an object. */
struct Field {
  const void* of;        ///< the Shape or the codes
  std::uint16_t offset;  ///< of the member in its struct
  PackedLimit max;
  std::int16_t min;
  std::uint8_t flag;  ///< where an optional keeps its flag, in bytes after the value; 0: not an optional
  std::uint8_t keySize;
  Kind kind;
  Kind item;
  bool required;
  bool isPassedOver;
};

/** The field number `field` is present exactly when the Code number `by` is `code`. */
struct Only {
  std::uint8_t field;
  std::uint8_t by;
  std::uint8_t code;
};

/** `Only` before it is packed, with keys. */
struct OnlyEntry {
  std::string_view field;
  std::string_view by;
  std::uint8_t code;
};

/** An object that has these keys and no others. */
struct Shape {
  std::span<const Field> fields;
  const char* keys;   ///< the characters of all keys, without separators
  const void* blank;  ///< a default-constructed struct
  std::size_t size;
  std::span<const Only> only;

  [[nodiscard]] static std::size_t placeOf(std::uint8_t place) { return place; }
};

/** The offset of a member. `offsetof` needs its name, so this compares addresses until they are equal. */
template <class Owner, class Member>
constexpr std::size_t offsetOf(Member Owner::*member) {
  union Both {
    constexpr Both() : bytes{} {}
    constexpr ~Both() {}
    char bytes[sizeof(Owner)];
    Owner owner;
  };
  const Both both;
  const void* const wanted = &(both.owner.*member);
  std::size_t offset = 0;
  while (static_cast<const void*>(&both.bytes[offset]) != wanted) ++offset;
  return offset;
}

template <auto M>
constexpr Entry entryOf(std::string_view) {
  using Type = typename MemberOf<decltype(M)>::Type;
  Entry entry;
  entry.isPassedOver = false;
  entry.offset = offsetOf(M);
  // The standard library has the flag right after the value; tests/golden checks that with 10,000 books and moments.
  if constexpr (IsOptional<Type>::value) entry.flag = sizeof(typename Type::value_type);
  return entry;
}

template <auto M>
constexpr void makeList(Entry&) {}

template <class E>
inline constexpr CodeTable kCodesOf = kPackedCodes<E>.data();

inline constexpr std::array<OnlyEntry, 0> kNoOnly{};

constexpr PackedLimit packed(std::int64_t limit) {
  std::uint16_t hundreds = 0;
  for (; limit >= 1 << 13; limit /= 100, ++hundreds) {
    if (limit % 100 != 0) __builtin_unreachable();  // a compile-time error: choose a rounder limit
  }
  return {static_cast<std::uint16_t>(limit), hundreds};
}

template <std::size_t count>
constexpr std::array<Field, count> packed(const std::array<Entry, count>& entries) {
  std::array<Field, count> fields{};
  for (std::size_t i = 0; i < count; ++i) {
    const Entry& from = entries[i];
    Field& field = fields[i];
    field.of = from.codes;
    if (from.shape != nullptr) field.of = from.shape;
    field.offset = static_cast<std::uint16_t>(from.offset);
    field.min = static_cast<std::int16_t>(from.min);
    field.max = packed(from.max);
    field.flag = static_cast<std::uint8_t>(from.flag);
    field.keySize = static_cast<std::uint8_t>(from.key.size());
    field.kind = from.kind;
    field.item = from.item;
    field.required = from.required;
    field.isPassedOver = from.isPassedOver;
    if (field.offset != from.offset || field.min != from.min || field.flag != from.flag) __builtin_unreachable();
  }
  return fields;
}

template <const auto& entries>
constexpr auto keysOf() {
  constexpr std::size_t size = [] {
    std::size_t sum = 0;
    for (const Entry& entry : entries) sum += entry.key.size();
    return sum;
  }();
  std::array<char, size> keys{};
  char* to = keys.data();
  for (const Entry& entry : entries) {
    for (const char letter : entry.key) *to++ = letter;
  }
  return keys;
}

template <const auto& entries, const auto& only>
constexpr auto placesOf() {
  const auto placeOf = [](std::string_view key) {
    std::uint8_t place = 0;
    while (entries[place].key != key) ++place;
    return place;
  };
  std::array<Only, only.size()> places{};
  for (std::size_t i = 0; i < only.size(); ++i) {
    places[i] = {placeOf(only[i].field), placeOf(only[i].by), only[i].code};
  }
  return places;
}

// Similar data next to each other compresses best.
template <const auto& entries>
[[gnu::section("fields")]] inline constexpr auto kFieldsOf = packed(entries);
template <const auto& entries>
[[gnu::section("codes")]] inline constexpr auto kKeysOf = keysOf<entries>();
template <const auto& entries, const auto& only>
inline constexpr auto kPlacesOf = placesOf<entries, only>();
template <class T>
[[gnu::section("blanks")]] inline constexpr T kBlank{};

/** The shape of a struct `Owner` by its table. */
template <class Owner, const auto& entries, const auto& only = kNoOnly>
constexpr Shape shapeOf(std::string_view, std::string_view = {}) {
  Shape shape{kFieldsOf<entries>, kKeysOf<entries>.data(), &kBlank<Owner>, sizeof(Owner), {}};
  if constexpr (only.size() > 0) shape.only = kPlacesOf<entries, only>;
  return shape;
}

[[nodiscard]] inline bool isPassedOver(const Field& field) { return field.isPassedOver; }
[[nodiscard]] Range rangeOf(const Field& field);
[[nodiscard]] inline const Shape* shapeIn(const Field& field) { return static_cast<const Shape*>(field.of); }
/** Where the value is written. An absent optional becomes present. */
[[nodiscard]] void* slotIn(const Field& field, void* owner);
/** Adds an element to a List, or to a Map with its key; null where the Map already has the key. */
[[nodiscard]] void* appendTo(const Field& field, void* list, std::string_view key);
/** The number of the enumerator with that code, or nothing. */
[[nodiscard]] inline std::optional<std::uint8_t> codeIn(const Field& field, std::string_view code) {
  return findCode(static_cast<CodeTable>(field.of), code);
}

}  // namespace aftermint::codec
