/** @file What an attribute of a moment can be, as far as it is known before there is a moment. */
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aftermint/index.h"

namespace aftermint {

/** What attributes can be in one book, gathered once. */
struct Vocabulary {
  explicit Vocabulary(const IndexedBook& book);

  using Values = std::vector<Value>;
  Values products, categories, tags;
  Values currency, statuses, kinds, truths, hours, weekdays;
};

/** What `check` knows of one attribute. */
struct KnownAttribute {
  enum class Kind : std::uint8_t {
    Free,      ///< the host's own: anything
    Values,    ///< one of `values`
    Number,    ///< a whole number from `least`
    Letters,   ///< any text
    Id,        ///< an id of a product, also of one that the book does not have
    Language,  ///< two or three small letters
    Locale,    ///< a language tag
    Time,      ///< a time from `least` on
    List,      ///< a list of `element`
    Lines,     ///< the lines of the order
    Record,    ///< an object whose members are attributes
  };
  Kind kind = Kind::Free;
  Kind element = Kind::Free;                   ///< of List: Values or Id
  bool isAlways = false;                       ///< never null
  const Vocabulary::Values* values = nullptr;  ///< of Values; of Id and lists what the book has
  std::int64_t least = 0;
  std::string wanted;  ///< a hint: what can be written
};

/** What the attributes of an offer's conditions can be. */
class KnownAttributes {
 public:
  /** @param now no moment lies before it, where it is given */
  KnownAttributes(const Vocabulary& vocabulary, const IndexedBook& book, const Offer& offer, std::optional<Millis> now);

  /** The attribute at a path of a moment; Free where nothing is known. */
  [[nodiscard]] KnownAttribute at(std::string_view path) const;
  /** The attribute at a path of one line of the order; nothing where lines have no such member. */
  [[nodiscard]] std::optional<KnownAttribute> ofLine(std::string_view path) const;
  /** An element of a list. */
  [[nodiscard]] static KnownAttribute elementOf(const KnownAttribute& list);

 private:
  const Vocabulary& vocabulary_;
  Vocabulary::Values placements_;
  std::int64_t now_;
};

/** How a value is written in a message: a text in quotes, anything else as JSON has it, shortened. */
[[nodiscard]] std::string shown(const Value& value);

/** What was probably meant by a text that the attribute never is; empty where nobody can say. */
[[nodiscard]] std::string meantFor(std::string_view path, const KnownAttribute& attribute, const Value& got);

/** How a test compares a value with one of its own. */
enum class Equality : std::uint8_t { Loose, Strict, Folded };

/** Whether the attribute can be equal to that value. */
[[nodiscard]] bool canBe(const KnownAttribute& attribute, const Value& value, Equality equality);

/**
 * Values of which one meets tests of `constants` if any value does: all there are where they can be counted, else the
 * constants, what lies beside them, and null where the attribute may be missing.
 */
[[nodiscard]] std::vector<Value> samplesOf(const KnownAttribute& attribute, const std::vector<const Value*>& constants);

}  // namespace aftermint
