/** @file Which values the attributes of a moment can have, known without a moment. */
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aftermint/index.h"

namespace aftermint {

/** The values that a book gives its attributes: product ids, categories, tags and so on. Built once per check. */
struct Vocabulary {
  explicit Vocabulary(const IndexedBook& book);

  using Values = std::vector<Value>;
  Values products, categories, tags;
  Values currency, statuses, kinds, truths, hours, weekdays;
};

/** What `check` knows about one attribute. */
struct KnownAttribute {
  enum class Kind : std::uint8_t {
    Free,      ///< set by the shop: any value
    Values,    ///< one of `values`
    Number,    ///< a whole number from `least`
    Letters,   ///< any string that is not empty
    Id,        ///< a product id, also of a product that the book does not have
    Language,  ///< two or three lower-case letters
    Locale,    ///< a language tag
    Time,      ///< a time from `least` on
    List,      ///< a list of `element`
    Lines,     ///< the lines of the order
    Record,    ///< an object whose members are attributes
  };
  Kind kind = Kind::Free;
  Kind element = Kind::Free;                   ///< of List: Values or Id
  bool isAlways = false;                       ///< never null
  const Vocabulary::Values* values = nullptr;  ///< of Values: all of them; of Id and List: those in the book
  std::int64_t least = 0;
  std::string wanted;  ///< the hint: what to write
};

/** The attributes that the condition of one offer can test. */
class KnownAttributes {
 public:
  /** @param now if given, no moment is earlier */
  KnownAttributes(const Vocabulary& vocabulary, const IndexedBook& book, const Offer& offer, std::optional<Millis> now);

  /** The attribute at a path of a moment; Free if unknown. */
  [[nodiscard]] KnownAttribute at(std::string_view path) const;
  /** The attribute at a path of one order line; nothing if lines have no such member. */
  [[nodiscard]] std::optional<KnownAttribute> ofLine(std::string_view path) const;
  /** An element of a list. */
  [[nodiscard]] static KnownAttribute elementOf(const KnownAttribute& list);

 private:
  const Vocabulary& vocabulary_;
  Vocabulary::Values placements_;
  std::int64_t now_;
};

/** A value as a message shows it: strings in quotes and shortened, anything else as JSON. */
[[nodiscard]] std::string shown(const Value& value);

/** What the author probably meant by a value that the attribute never has; empty if unclear. */
[[nodiscard]] std::string meantFor(std::string_view path, const KnownAttribute& attribute, const Value& got);

/** How a test compares a value with one of its own. */
enum class Equality : std::uint8_t { Loose, Strict, Folded };

/** True if the attribute can equal that value. */
[[nodiscard]] bool canBe(const KnownAttribute& attribute, const Value& value, Equality equality);

/**
 * Sample values for tests that compare with `constants`: if any value passes, one of these does. All values if they can
 * be listed; else the constants, values just beside them, and null if the attribute may be missing.
 */
[[nodiscard]] std::vector<Value> samplesOf(const KnownAttribute& attribute, const std::vector<const Value*>& constants);

}  // namespace aftermint
