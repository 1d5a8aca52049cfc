/** @file From the JSON of a condition to its nodes. */
#include <algorithm>
#include <array>

#include "aftermint/condition.h"
#include "condition/js_values.h"
#include "condition/paths.h"

namespace aftermint {

/** Compiles a condition into a flat list of nodes. kMaxConditionDepth bounds its recursion. */
class ConditionCompiler {
 public:
  ConditionCompiler(Compiled& out, ConditionPaths paths)
      : nodes_(out.condition.nodes_), segments_(out.condition.segments_), faults_(out.faults), paths_(paths) {}

  void compile(const Value& when) {
    const Place root{};
    if (!when.isNull()) query(when, root);
  }

#if !AFTERMINT_PAGE
  static std::vector<std::string_view> names() {
    std::vector<std::string_view> names = {"$and", "$or", "$nor"};
    for (const Operator& each : operators()) names.push_back(each.name);
    return names;
  }
#endif

 private:
  using Op = Condition::Op;
  using Kind = ConditionFault::Kind;

#if AFTERMINT_PAGE
  /** The current depth; a page reports no faults. */
  struct Place {
    std::size_t depth = 0;

    [[nodiscard]] Place member(std::string_view) const { return {depth + 1}; }
    [[nodiscard]] Place element(std::size_t) const { return {depth + 1}; }
  };
#else
  /** The current place, linked to the places above it on the stack, for the pointer of a fault. */
  struct Place {
    const Place* above = nullptr;
    std::string_view key;   ///< of a member; its data is null for an element
    std::size_t index = 0;  ///< of an element
    std::size_t depth = 0;

    [[nodiscard]] Place member(std::string_view name) const { return {this, name, 0, depth + 1}; }
    [[nodiscard]] Place element(std::size_t place) const { return {this, {}, place, depth + 1}; }
  };
#endif

  struct Operator {
    std::string_view name;
    Op op;
    bool negated = false;
    bool folded = false;
    std::uint8_t orders = 0;
  };
  static std::span<const Operator> operators() {
    static constexpr std::array<Operator, 29> kOperators = {{
        {"$eq", Op::Strict},
        {"$ne", Op::Strict, true},
        {"$lt", Op::Order, false, false, kLess},
        {"$lte", Op::Order, false, false, kLess | kEqual},
        {"$gt", Op::Order, false, false, kGreater},
        {"$gte", Op::Order, false, false, kGreater | kEqual},
        {"$exists", Op::Exists},
        {"$in", Op::In},
        {"$nin", Op::In, true},
        {"$ini", Op::In, false, true},
        {"$nini", Op::In, true, true},
        {"$inGroup", Op::Group},
        {"$notInGroup", Op::Group, true},
        {"$all", Op::EveryOf},
        {"$alli", Op::EveryOf, false, true},
        {"$not", Op::All, true},
        {"$size", Op::Size},
        {"$elemMatch", Op::Element},
        {"$regex", Op::Regex},
        {"$notRegex", Op::Regex, true},
        {"$regexi", Op::Regex, false, true},
        {"$notRegexi", Op::Regex, true, true},
        {"$type", Op::Type},
        {"$veq", Op::Version, false, false, kEqual},
        {"$vne", Op::Version, false, false, kLess | kGreater},
        {"$vlt", Op::Version, false, false, kLess},
        {"$vlte", Op::Version, false, false, kLess | kEqual},
        {"$vgt", Op::Version, false, false, kGreater},
        {"$vgte", Op::Version, false, false, kGreater | kEqual},
    }};
    return kOperators;
  }
  static const Operator* find(std::string_view name) {
    for (const Operator& candidate : operators()) {
      if (candidate.name == name) return &candidate;
    }
    return nullptr;
  }

  static bool isOperatorName(std::string_view name) { return !name.empty() && name[0] == '$'; }

  /** How many members of an object have the name of an operator. */
  static std::size_t operatorNames(const Object& members) {
    return static_cast<std::size_t>(std::count_if(members.begin(), members.end(),
                                                  [](const Member& member) { return isOperatorName(member.first); }));
  }
  static bool isOperators(const Value& value) {
    const Object* members = value.asObject();
    return members && !members->empty() && operatorNames(*members) == members->size();
  }

  /** A condition on the members of an object: `{"path": test, "$or": [...]}`. */
  void query(const Value& value, const Place& place) {
    const Object* members = value.asObject();
    if (!members) return never(Kind::Operand, place);
    if (place.depth >= kMaxConditionDepth) return never(Kind::TooDeep, place);
    const std::size_t node = open({Op::All});
    for (const auto& [key, part] : *members) {
      const Place here = place.member(key);
      if (key == "$and") {
        queries({Op::All}, part, here);
      } else if (key == "$or") {
        queries({Op::Any}, part, here);
      } else if (key == "$nor") {
        queries({Op::Any, true}, part, here);
      } else if (key == "$not" && part.asObject()) {  // any other value is a fault, and would hold when negated
        const std::size_t negation = open({Op::All, true});
        query(part, here);
        close(negation);
      } else if (key == "$not") {
        never(Kind::Operand, here);
      } else {
        at(key, part, here);
      }
    }
    close(node);
  }

  void queries(Condition::Node opened, const Value& value, const Place& place) {
    const Array* parts = value.asArray();
    if (!parts) return never(Kind::Operand, place);
    const std::size_t node = open(opened);
    for (std::size_t i = 0; i < parts->size(); ++i) query((*parts)[i], place.element(i));
    close(node);
  }

  void at(std::string_view path, const Value& value, const Place& place) {
    // As in the published implementation, an unknown operator is a path here. None of our attributes has such a name.
#if !AFTERMINT_PAGE
    if (isOperatorName(path)) {
      report(Kind::UnknownOperator, place);
    } else if (isOfMoment() && !isMomentPath(path)) {
      report(Kind::UnknownPath, place);
    }
#endif
    const std::size_t node = open({Op::At});
    const std::size_t first = segments_.size();
    for (std::size_t begin = 0;;) {
      const std::size_t dot = indexOf(path, '.', begin);
      segments_.push_back(path.substr(begin, dot - begin));
      if (dot == std::string_view::npos) break;
      begin = dot + 1;
    }
    nodes_[node].firstSegment = static_cast<std::uint32_t>(first);
    nodes_[node].segments = static_cast<std::uint32_t>(segments_.size() - first);
    isTime_ = isOfMoment() && path == "time";
    test(value, place, false);
    isTime_ = false;
    close(node);
  }
  [[nodiscard]] bool isOfMoment() const { return paths_ == ConditionPaths::OfMoment && elements_ == 0; }

  /** A test of one value: a bare value, a list or object to equal, or operators. */
  void test(const Value& value, const Place& place, bool folded) {
    if (!value.asObject() && !value.asArray()) return leaf({Op::Loose, false, folded}, value);
    if (!isOperators(value)) {
      const Object* members = value.asObject();
      if (members && operatorNames(*members) != 0) report(Kind::Operand, place);
      return leaf({Op::Same}, value);
    }
    if (place.depth >= kMaxConditionDepth) return never(Kind::TooDeep, place);
    const std::size_t node = open({Op::All});
    for (const auto& [key, operand] : *value.asObject()) operation(key, operand, place.member(key));
    close(node);
  }

  void operation(std::string_view name, const Value& operand, const Place& place) {
    const Operator* known = find(name);
    if (!known) return never(Kind::UnknownOperator, place);
    const Condition::Node opened{known->op, known->negated, known->folded, known->orders};
    const bool needsArray = known->op == Op::In || known->op == Op::EveryOf;
    const bool needsText = known->op == Op::Regex || known->op == Op::Type || known->op == Op::Group;
    if ((needsArray && !operand.asArray()) || (needsText && !operand.asString())) return never(Kind::Operand, place);
    switch (known->op) {
      case Op::All:
      case Op::Size:
      case Op::Element:
      case Op::EveryOf:
        break;
      default:
        return leaf(opened, operand);
    }
    const std::size_t node = open(opened);
    if (known->op == Op::EveryOf) {
      const Array& elements = *operand.asArray();
      for (std::size_t i = 0; i < elements.size(); ++i) test(elements[i], place.element(i), known->folded);
    } else if (known->op == Op::Element) {
      ++elements_;
      isOperators(operand) ? test(operand, place, false) : query(operand, place);
      --elements_;
    } else {
      test(operand, place, false);
    }
    close(node);
  }

  std::size_t open(const Condition::Node& node) {
    nodes_.push_back(node);
    return nodes_.size() - 1;
  }
  void close(std::size_t node) { nodes_[node].end = static_cast<std::uint32_t>(nodes_.size()); }
  void leaf(Condition::Node node, const Value& operand) {
    node.operand = &operand;
    node.isTime = isTime_;
    close(open(node));
  }
  void never(Kind kind, const Place& place) {
    report(kind, place);
    close(open({Op::Never}));
  }

#if AFTERMINT_PAGE
  static void report(Kind, const Place&) {}
#else
  void report(Kind kind, const Place& place) {
    Scratch pointer;
    write(place, pointer);
    faults_.push_back({kind, Text(viewOf(pointer))});
  }
  static void write(const Place& place, Scratch& out) {
    if (!place.above) return;
    write(*place.above, out);
    if (place.key.data()) return appendPointer(out, place.key);
    out.push_back('/');
    appendDigits(out, place.index);
  }
#endif

  List<Condition::Node>& nodes_;
  List<std::string_view>& segments_;
  [[maybe_unused]] List<ConditionFault>& faults_;
  ConditionPaths paths_;
  std::uint32_t elements_ = 0;  ///< how many $elemMatch surround the current place; inside, paths begin at the element
  bool isTime_ = false;         ///< whether the moment's time is being tested
};

#if !AFTERMINT_PAGE
std::vector<std::string_view> conditionOperators() { return ConditionCompiler::names(); }
#endif

Compiled Condition::compile(const Value& when, ConditionPaths paths) {
  Compiled compiled;
  ConditionCompiler(compiled, paths).compile(when);
  return compiled;
}

}  // namespace aftermint
