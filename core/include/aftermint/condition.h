/**
 * @file Conditions on attributes, in GrowthBook's published condition language, which resembles MongoDB's queries.
 *
 * `{"visitor.country":"GB","order.value":{"$gte":5000}}` holds if every part holds. A path goes into objects by name
 * and into arrays by index; a missing value counts as null. Values are compared as GrowthBook's JavaScript SDK does: a
 * value without an operator loosely (`10` equals "10"), $eq and $ne strictly, and $lt to $gte as numbers unless both
 * sides are texts. Only the moment's `time` is compared as a time.
 *
 * Logic: $and $or $nor $not. Equality: $eq $ne. Order: $lt $lte $gt $gte. Lists: $in $nin $all $elemMatch
 * $size. Text: $regex $notRegex. Ignoring case: $ini $nini $alli $regexi $notRegexi. Shape: $exists $type.
 * Versions: $veq $vne $vlt $vlte $vgt $vgte. Saved groups: $inGroup $notInGroup.
 */
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "aftermint/moment.h"
#include "aftermint/names.h"
#include "aftermint/value.h"

namespace aftermint {

class IndexedBook;
class MomentAttributes;

/** How deeply a condition may be nested; deeper parts never hold. */
inline constexpr std::size_t kMaxConditionDepth = 32;

/** What a condition needs from the platform: JavaScript's regular expressions, and its numbers as text. */
class ConditionHost {
 public:
  /** Whether a JavaScript pattern matches anywhere in the text; nothing if the pattern is not valid. */
  [[nodiscard]] virtual std::optional<bool> regexMatch(std::string_view pattern, std::string_view text,
                                                       bool ignoreCase) const = 0;
  /** The length of the longest number as text. */
  static constexpr std::size_t kNumberText = 32;
  /**
   * Writes a number as JavaScript does (`String(number)`), and returns the length.
   *
   * Called only for numbers that are not whole or not below 2^53.
   */
  [[nodiscard]] virtual std::size_t numberText(double number, std::span<char, kNumberText> out) const = 0;
  /** A text as JavaScript's number (`Number(text)`). Called only for texts that are not short plain decimals. */
  [[nodiscard]] virtual double numberOf(std::string_view text) const = 0;
  /** An object with a list for each id of a group; null if there are no groups. */
  [[nodiscard]] virtual const Value* savedGroups() const { return nullptr; }

 protected:
  ~ConditionHost() = default;  // hosts are never deleted through this interface
};

/**
 * The host of this platform. The program that links the core defines this function: with RegExp in WebAssembly modules,
 * with our own implementation of ECMA-262 natively (native/src/condition).
 */
[[nodiscard]] const ConditionHost& platformHost();

/** A part of a condition that is certainly a mistake. */
struct ConditionFault {
  enum class Kind : std::uint8_t {
    UnknownOperator,  ///< a name with a dollar sign that is not an operator
    Operand,          ///< an operator with the wrong type of value, or operators and names in one object
    TooDeep,          ///< nested more deeply than kMaxConditionDepth
    UnknownPath,      ///< no attribute of a moment has that path
  };
  Kind kind = Kind::UnknownOperator;
  Text pointer;  ///< JSON pointer (RFC 6901) into the condition
};

/** Which attribute paths a condition may read. */
enum class ConditionPaths : std::uint8_t {
  Any,       ///< every path
  OfMoment,  ///< those of `attributesOf`; all others are faults, so that a typo is found
};

struct Compiled;

/** A compiled condition: a flat list of nodes. It points into the value that it was made from, which must outlive it.
 */
class Condition {
 public:
  /** The empty condition, which always holds. */
  Condition() = default;

  /**
   * Compiles a condition; null always holds.
   *
   * The result can be used even with faults, and behaves as the published implementation: a part with a fault never
   * holds. A book whose conditions have faults should be refused anyway.
   */
  [[nodiscard]] static Compiled compile(const Value& when, ConditionPaths paths = ConditionPaths::Any);
  static Compiled compile(Value&& when, ConditionPaths paths = ConditionPaths::Any) = delete;

  /** Whether it holds for any attributes. */
  [[nodiscard]] bool always() const { return nodes_.empty() || (nodes_.size() == 1 && nodes_[0].op == Op::All); }

  /** Whether it holds for an object of attributes, for example one of `attributesOf`. */
  [[nodiscard]] bool holds(const Value& attributes, const ConditionHost& host) const;
  /** Whether it holds for a moment. Computes only the attributes that it reads. */
  [[nodiscard]] bool holds(const MomentAttributes& attributes, const ConditionHost& host) const;

  /**
   * Adds the optional parts of a moment that the condition reads: `visitor.NAME`, `visitor` for all attributes, `page`.
   * A page may leave out the others. The names are views into the value that the condition was made from.
   */
  void addReads(Names& reads) const;

 private:
  friend class ConditionCompiler;
  friend class ConditionRun;

  /** How a node tests a value. */
  enum class Op : std::uint8_t {
    All,      ///< every child holds
    Any,      ///< a child holds, or there are no children
    At,       ///< the child holds for the value at the path
    Never,    ///< never holds: a part with a fault
    Loose,    ///< loosely equal to a value without an operator
    Same,     ///< an equal list or object
    Strict,   ///< $eq
    Order,    ///< $lt, $lte, $gt, $gte
    Version,  ///< $veq, $vne, $vlt, $vlte, $vgt, $vgte
    Exists,   ///< $exists: true for a value that is there, false for one that is missing
    In,       ///< in the operand's list
    Group,    ///< in a saved group
    EveryOf,  ///< every child holds for some element
    Element,  ///< the child holds for some element
    Size,     ///< the child holds for the length
    Regex,    ///< the pattern matches
    Type,     ///< has that type
  };
  /** Nodes are in the order of the condition; children follow their parent. */
  struct Node {
    Op op = Op::Never;
    bool negated = false;                          ///< the result is inverted
    bool folded = false;                           ///< ignores case
    std::uint8_t orders = 0;                       ///< of Order and Version: the accepted outcomes
    bool isTime = false;                           ///< tests the moment's time, which is compared as a time
    std::uint32_t end = 0;                         ///< the index of the next sibling
    std::uint32_t firstSegment = 0, segments = 0;  ///< of At
    const Value* operand = nullptr;
  };

  List<Node> nodes_;
  List<std::string_view> segments_;
};

/** A condition, and the faults for which a book is refused. */
struct Compiled {
  Condition condition;
  List<ConditionFault> faults;
};

/**
 * The attributes that a book's conditions can read, taken from a moment.
 *
 * | path | value |
 * |---|---|
 * | `order.id` `order.status` `order.currency` | as in the moment |
 * | `order.value` | the sum of the shopper's own lines (without accepted offers), in minor units |
 * | `order.total` | as in the moment; null if absent |
 * | `order.lineCount` `order.quantity` | the number of own lines, and of pieces in them |
 * | `order.lines` | own lines: `product` `variant` `quantity` `price`, and from the book `category` `kind` `tags` |
 * | `order.products` `order.categories` `order.tags` | of own lines, each once, in the order of the lines |
 * | `visitor.id`, `visitor.*` | the id and the visitor's attributes; an attribute named `id` is ignored |
 * | `platform.oneClick`, `platform.*` | whether one click is allowed, and the platform's attributes |
 * | `page.url` `page.product` `placement` `locale` | as in the moment |
 * | `language` | the first part of the locale, in lower case |
 * | `time` | ISO 8601 in UTC with milliseconds; compared as a time with any RFC 3339 text |
 * | `hour` `weekday` | 0 to 23; 1 (Monday) to 7 (Sunday); in the shopper's local time (`utcOffset`), else in UTC |
 *
 * Empty texts become null, so that `$exists` is false for them.
 */
[[nodiscard]] Value attributesOf(const Moment& moment, const IndexedBook& book);

/** The attributes of a moment, each computed when a condition first reads it. It must not outlive moment and book. */
class MomentAttributes {
 public:
  MomentAttributes(const Moment& moment, const IndexedBook& book) : moment_(moment), book_(book) {}

  /** The attribute `name` of `attributesOf`, or null; valid until the next call. */
  [[nodiscard]] const Value* find(std::string_view name) const;

  /** Whether the attributes below that name come from the page; `findBelow` finds them without a copy. */
  [[nodiscard]] static bool isGiven(std::string_view name) { return name == "visitor" || name == "platform"; }
  /** The attribute `name` below `owner` ("visitor" or "platform"), or null. A computed value is put into `made`. */
  [[nodiscard]] const Value* findBelow(std::string_view owner, std::string_view name, Value& made) const;

 private:
  const Moment& moment_;
  const IndexedBook& book_;
  mutable List<Member> made_;  ///< so far
};

}  // namespace aftermint
