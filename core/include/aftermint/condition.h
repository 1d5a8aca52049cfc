/**
 * @file Conditions: GrowthBook's published condition language (a relative of MongoDB's queries) over attributes.
 *
 * `{"visitor.country":"GB","order.value":{"$gte":5000}}` holds where every part holds. A path may go into
 * objects by name and into arrays by index; what is missing counts as null. Values are compared as the
 * published JavaScript does: a bare value loosely (`10` equals "10"), operators strictly, `<` and its kin as
 * numbers unless both sides are text. The moment's own `time` alone is compared as a time.
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

/** What may be nested in a condition at most; deeper parts never hold. */
inline constexpr std::size_t kMaxConditionDepth = 32;

/** What a condition needs and the pure core does not have: JavaScript's regular expressions and number texts. */
class ConditionHost {
 public:
  /** Whether a JavaScript pattern matches somewhere in the text; nothing where it is no valid pattern. */
  [[nodiscard]] virtual std::optional<bool> regexMatch(std::string_view pattern, std::string_view text,
                                                       bool ignoreCase) const = 0;
  /** Room for the longest text of a number. */
  static constexpr std::size_t kNumberText = 32;
  /**
   * Writes the number as JavaScript does (`String(number)`), and gives the length.
   *
   * Asked only for what is no whole number below 2^53.
   */
  [[nodiscard]] virtual std::size_t numberText(double number, std::span<char, kNumberText> out) const = 0;
  /** The text as JavaScript reads it (`Number(text)`), asked only for what is no plain short decimal. */
  [[nodiscard]] virtual double numberOf(std::string_view text) const = 0;
  /** Members are lists by the id of a group; null where there are none. */
  [[nodiscard]] virtual const Value* savedGroups() const { return nullptr; }

 protected:
  ~ConditionHost() = default;  // hosts are never owned through this face
};

/** The host of this build, defined by whoever links the core: RegExp in the browser, our own reading of ECMA-262
 * natively. */
[[nodiscard]] const ConditionHost& platformHost();

/** A part of a condition that can never mean what its writer meant. */
struct ConditionFault {
  enum class Kind : std::uint8_t {
    UnknownOperator,  ///< a name with a dollar that this language does not have
    Operand,          ///< an operator with the wrong kind of value, or operators and names in one object
    TooDeep,          ///< below kMaxConditionDepth
    UnknownPath,      ///< no attribute of a moment has that name
  };
  Kind kind = Kind::UnknownOperator;
  Text pointer;  ///< JSON pointer (RFC 6901) into the condition
};

/** Which attribute paths a condition may read. */
enum class ConditionPaths : std::uint8_t {
  Any,       ///< whatever the attributes hold
  OfMoment,  ///< those of `attributesOf`; others are faults, so that a misspelt one does not ship
};

struct Compiled;

/** A condition made ready: flat nodes, paths split. It points into the value it was made from, which must outlive it.
 */
class Condition {
 public:
  /** The condition without parts, which always holds. */
  Condition() = default;

  /**
   * Reads a condition once; null always holds.
   *
   * There is always a condition, and it judges as the published one does: a part at fault never holds. A book
   * with faults should be refused all the same.
   */
  [[nodiscard]] static Compiled compile(const Value& when, ConditionPaths paths = ConditionPaths::Any);
  static Compiled compile(Value&& when, ConditionPaths paths = ConditionPaths::Any) = delete;

  /** Whether it holds for every set of attributes, so that none need be gathered. */
  [[nodiscard]] bool always() const { return nodes_.empty() || (nodes_.size() == 1 && nodes_[0].op == Op::All); }

  /** Whether it holds. Pure but for what the host answers. */
  [[nodiscard]] bool holds(const Value& attributes, const ConditionHost& host) const;
  /** The same of a moment's attributes, of which only those are made that it reads. */
  [[nodiscard]] bool holds(const MomentAttributes& attributes, const ConditionHost& host) const;

  /**
   * Adds which parts of a moment are read that a page may leave out: `visitor.NAME`, `visitor` for all of its
   * attributes, `page`. The names are parts of what the condition was made from.
   */
  void addReads(Names& reads) const;

 private:
  friend class ConditionCompiler;
  friend class ConditionRun;

  /** What a node asks of the value it is given. */
  enum class Op : std::uint8_t {
    All,      ///< every child holds
    Any,      ///< a child holds, or there is none
    At,       ///< the child holds for what stands at the path
    Never,    ///< a part at fault
    Loose,    ///< equal to a bare value
    Same,     ///< the same list or object, member for member
    Strict,   ///< $eq
    Order,    ///< $lt and its kin
    Version,  ///< $vlt and its kin
    Exists,   ///< is there, or is not
    In,       ///< in the operand's list
    Group,    ///< in a saved group
    EveryOf,  ///< for every child an element holds
    Element,  ///< an element holds
    Size,     ///< the child holds for the length
    Regex,    ///< matches
    Type,     ///< is of that kind
  };
  /** Nodes stand in reading order, children behind their parent. */
  struct Node {
    Op op = Op::Never;
    bool negated = false;                          ///< holds where the rest does not
    bool folded = false;                           ///< ignores case
    std::uint8_t orders = 0;                       ///< of Order and Version: the outcomes that hold
    bool isTime = false;                           ///< of the moment's time, which is compared as a time
    std::uint32_t end = 0;                         ///< where the next sibling stands
    std::uint32_t firstSegment = 0, segments = 0;  ///< of At
    const Value* operand = nullptr;
  };

  List<Node> nodes_;
  List<std::string_view> segments_;
};

/** A condition, and what a book is refused for. */
struct Compiled {
  Condition condition;
  List<ConditionFault> faults;
};

/**
 * The attributes that conditions in a book read, gathered from a moment.
 *
 * | path | is |
 * |---|---|
 * | `order.id` `order.status` `order.currency` | as in the moment |
 * | `order.value` | the shopper's own lines, in minor units (lines of accepted offers do not count) |
 * | `order.total` | as in the moment, null where it says none |
 * | `order.lineCount` `order.quantity` | own lines, and the pieces in them |
 * | `order.lines` | own lines: `product` `variant` `quantity` `price` and, of the book, `category` `kind` `tags` |
 * | `order.products` `order.categories` `order.tags` | of own lines, each once, in the order bought |
 * | `visitor.id`, `visitor.*` | the id and the visitor's attributes; an attribute cannot stand in for the id |
 * | `platform.oneClick`, `platform.*` | whether one click is allowed, and the platform's attributes |
 * | `page.url` `page.product` `placement` `locale` | as in the moment |
 * | `language` | the first part of the locale, in lower case |
 * | `time` | ISO 8601 in UTC with milliseconds; compared as a time with any spelling of RFC 3339 |
 * | `hour` `weekday` | 0 to 23; 1 (Monday) to 7 (Sunday); by the shopper's clock (`utcOffset`), else in UTC |
 *
 * Empty texts are null, so that `$exists` means what it says.
 */
[[nodiscard]] Value attributesOf(const Moment& moment, const IndexedBook& book);

/** The attributes of a moment one by one, each made when a condition first reads it. It must not outlive its moment. */
class MomentAttributes {
 public:
  MomentAttributes(const Moment& moment, const IndexedBook& book) : moment_(moment), book_(book) {}

  /** What `attributesOf` has at `name`, or null where it has nothing; good until the next call. */
  [[nodiscard]] const Value* find(std::string_view name) const;

  /** Whether what stands below that name is the page's own, which `findBelow` finds without a copy. */
  [[nodiscard]] static bool isGiven(std::string_view name) { return name == "visitor" || name == "platform"; }
  /** What `attributesOf` has at `name` below "visitor" or "platform"; `made` holds what is ours. */
  [[nodiscard]] const Value* findBelow(std::string_view owner, std::string_view name, Value& made) const;

 private:
  const Moment& moment_;
  const IndexedBook& book_;
  mutable List<Member> made_;  ///< so far
};

}  // namespace aftermint
