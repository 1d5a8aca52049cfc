/**
 * @file Tables that describe the JSON of each struct. The reader, the writer and the published JSON Schema all use
 * them, so they always agree.
 */
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

#include "aftermint/codes.h"
#include "aftermint/value.h"

// The page's module has no documentation of keys.
#if AFTERMINT_PAGE
#define AFTERMINT_DOC(text) ""
#else
#define AFTERMINT_DOC(text) text
#endif

namespace aftermint::codec {

/** The kind of a value; in brackets the C++ type that it is read into. */
enum class Kind : std::uint8_t {
  Text,        ///< [Text] `min` to `max` code points
  Id,          ///< [Text] [A-Za-z0-9._:#+@-]{1,128}
  Url,         ///< [Text] https:// or a path from the root
  Locale,      ///< [Text] `isLocale`
  Currency,    ///< [Text] `isCurrency`
  Integer,     ///< [std::int64_t] `min` to `max`
  Money,       ///< [std::int64_t] minor units, `min` to `max`; digits only, without a point or an exponent
  Boolean,     ///< [bool]
  Code,        ///< [an enum over std::uint8_t] one of `codes`
  Time,        ///< [std::int64_t, ms] RFC 3339 with a zone
  FreeObject,  ///< [Value] any object
  Free,        ///< [Value] any value
  Record,      ///< [a struct] an object of `shape`
  List,        ///< [a List] of `item`
  Map,         ///< [a List of structs] an object whose keys are locales and whose values are of `shape`
#if !AFTERMINT_PAGE
  Real,   ///< [double] a finite number, `min` to `max`
  Exact,  ///< [__int128] a whole number of at most 38 digits, from `min`; digits only, without a point or an exponent
#endif
};

struct Range {
  std::int64_t min;
  std::int64_t max;
};

/** Money: 0 to 10^12 minor units, so that an amount times two shares fits into 64 bits. */
inline constexpr Range kMoney{0, 1'000'000'000'000};
inline constexpr Range kShare{0, 10'000};
inline constexpr Range kCount{0, 1'000'000'000};
inline constexpr Range kShortText{1, 200};
inline constexpr Range kLongText{1, 5'000};
inline constexpr Range kAnyText{0, 5'000};

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

}  // namespace aftermint::codec

#if AFTERMINT_PAGE
#include "codec/shape_packed.h"
#else
#include "codec/shape_full.h"
#endif

namespace aftermint::codec {

enum class Need : bool { Optional, Required };
inline constexpr Need kMay = Need::Optional;
inline constexpr Need kMust = Need::Required;

/** A key of any kind except List and Map. */
template <auto M>
constexpr Entry one(std::string_view key, Need need, Kind kind, std::string_view doc, Range range = {0, 0},
                    const Shape* shape = nullptr, CodeTable codes = {}) {
  Entry entry = entryOf<M>(doc);
  entry.key = key;
  entry.kind = kind;
  entry.required = need == kMust;
  entry.shape = shape;
  entry.codes = codes;
  entry.min = range.min;
  entry.max = range.max;
  return entry;
}

/** A key whose value is a list of `item`; with Kind::Map, an object from locales to `shape`. */
template <auto M>
constexpr Entry many(std::string_view key, Need need, Kind item, std::string_view doc, Range count,
                     const Shape* shape = nullptr, CodeTable codes = {}) {
  Entry entry = one<M>(key, need, item == Kind::Map ? Kind::Map : Kind::List, doc, count, shape, codes);
  entry.item = item == Kind::Map ? Kind::Record : item;
  makeList<M>(entry);
  return entry;
}

/**
 * An optional key for authors. The page's module ignores it and its value, so it costs a page no bytes. Everywhere else
 * it is read by its kind.
 */
template <auto M>
constexpr Entry authoringOnly(std::string_view key, [[maybe_unused]] Kind kind, [[maybe_unused]] std::string_view doc,
                              [[maybe_unused]] Range range = {0, 0}, [[maybe_unused]] const Shape* shape = nullptr) {
#if AFTERMINT_PAGE
  Entry entry;
  entry.key = key;
  return entry;
#else
  return one<M>(key, kMay, kind, doc, range, shape);
#endif
}

/** `authoringOnly` for a key whose value is a list. */
template <auto M>
constexpr Entry authoringOnlyList(std::string_view key, [[maybe_unused]] Kind item,
                                  [[maybe_unused]] std::string_view doc, [[maybe_unused]] Range count,
                                  [[maybe_unused]] const Shape* shape = nullptr) {
#if AFTERMINT_PAGE
  return authoringOnly<M>(key, item, doc);
#else
  return many<M>(key, kMay, item, doc, count, shape);
#endif
}

}  // namespace aftermint::codec
