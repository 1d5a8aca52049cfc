/** @file The evaluation of a condition. */
#include <algorithm>

#include "aftermint/condition.h"
#include "aftermint/time.h"
#include "condition/js_values.h"

namespace aftermint {

/** One evaluation of a condition. */
class ConditionRun {
 public:
  /** Paths begin at `moment` where the tested value is `kMoment`, else at that value. */
  ConditionRun(const Condition& condition, const MomentAttributes* moment, const ConditionHost& host)
      : nodes_(condition.nodes_), segments_(condition.segments_), moment_(moment), host_(host) {}

  /** A placeholder for all attributes of a moment. */
  static const Value kMoment;
  static const Value kNothing;

  /** Whether the node at `index` holds for the value. */
  [[nodiscard]] bool holds(std::size_t index, const Value& value) const {
    return judge(index, value) != nodes_[index].negated;
  }

 private:
  using Op = Condition::Op;
  using Node = Condition::Node;

  bool judge(std::size_t index, const Value& value) const {
    const Node& node = nodes_[index];
    const Value timed = node.isTime ? inUtc(*node.operand) : Value{};
    const Value* const operand = node.isTime ? &timed : node.operand;
    switch (node.op) {
      case Op::All:
        return everyChild(index, [&](std::size_t child) { return holds(child, value); });
      case Op::Any:
        // As in the published implementation, an empty $or holds.
        return node.end == index + 1 || !everyChild(index, [&](std::size_t child) { return !holds(child, value); });
      case Op::At: {
        Value made;
        return holds(index + 1, follow(node, value, made));
      }
      case Op::Never:
        return false;
      case Op::Loose:
        return isLooselyEqual(value, *operand, node.folded);
      case Op::Same:
        return isSame(value, *operand);
      case Op::Strict:
        return isStrictlyEqual(value, *operand);
      case Op::Order:
        return (compareValues(value, *operand, host_) & node.orders) != 0;
      case Op::Version:
        return (compareVersions(value, *operand, host_) & node.orders) != 0;
      case Op::Exists:
        return value.isNull() != isTruthy(*operand);
      case Op::In:
        return isIn(value, *operand->asArray(), node.folded);
      case Op::Group:
        return isInGroup(value, *operand->asString(), node.negated);
      case Op::EveryOf:
        return everyOf(index, value);
      case Op::Element:
        return element(index, value);
      case Op::Size:
        return value.asArray() && holds(index + 1, Value{static_cast<double>(value.asArray()->size())});
      case Op::Regex: {
        Scratch scratch;
        // An invalid pattern never holds, negated or not.
        return host_.regexMatch(*node.operand->asString(), textOf(value, host_, scratch), node.folded)
            .value_or(node.negated);
      }
      case Op::Type:
        return typeOf(value) == *operand->asString();
    }
    return false;
  }

  /** Rewrites times in a value in the form of the moment's time; other values stay as they are. */
  static Value inUtc(const Value& value) {
    if (const Array* elements = value.asArray()) {
      Array out;
      for (const Value& element : *elements) out.push_back(inUtc(element));
      return Value{std::move(out)};
    }
    const Text* text = value.asString();
    const std::optional<std::int64_t> time = text ? readTime(*text) : std::nullopt;
    Text utc = time ? writeTime(*time, Fraction::Always) : Text();
    return utc.empty() ? value : Value{std::move(utc)};
  }

  template <class Test>
  bool everyChild(std::size_t index, Test test) const {
    for (std::size_t child = index + 1; child < nodes_[index].end; child = nodes_[child].end) {
      if (!test(child)) return false;
    }
    return true;
  }

  /** The value at a node's path, `kNothing` where there is none. `made` keeps a value that is computed. */
  const Value& follow(const Node& node, const Value& from, Value& made) const {
    const Value* at = &from;
    const std::string_view* const segments = segments_.data() + node.firstSegment;
    std::uint32_t i = 0;
    if (moment_ != nullptr && at == &kMoment) {
      const bool isBelow = node.segments > 1 && MomentAttributes::isGiven(segments[0]);
      at = isBelow ? moment_->findBelow(segments[0], segments[1], made) : moment_->find(segments[0]);
      i = isBelow ? 2 : 1;
    }
    for (; i < node.segments && at; ++i) {
      const std::string_view segment = segments[i];
      const Array* elements = at->asArray();
      if (!elements) {
        at = at->find(segment);
      } else if (segment == "length") {
        made = Value{static_cast<double>(elements->size())};
        at = &made;
      } else {
        at = elementAt(*elements, segment);
      }
    }
    return at ? *at : kNothing;
  }

  /** The element at an index that is written as in JavaScript: without a sign or leading zeros. */
  static const Value* elementAt(const Array& elements, std::string_view segment) {
    if (segment.empty() || (segment[0] == '0' && segment.size() > 1)) return nullptr;
    std::size_t place = 0;
    for (char digit : segment) {
      if (digit < '0' || digit > '9') return nullptr;
      place = place * 10 + static_cast<std::size_t>(digit - '0');
      if (place >= elements.size()) return nullptr;
    }
    return &elements[place];
  }

  /** Compares with a bare value: null, true and false by presence and truth, numbers and texts after conversion. */
  bool isLooselyEqual(const Value& value, const Value& expected, bool folded) const {
    if (expected.isNull()) return value.isNull();
    if (const bool* truth = expected.asBool()) return !value.isNull() && isTruthy(value) == *truth;
    if (const double* number = expected.asNumber()) return numberOf(value, host_) == *number;
    Scratch scratch;
    const std::string_view text = textOf(value, host_, scratch);
    return folded ? isEqualFolded(text, *expected.asString()) : text == *expected.asString();
  }

  static bool isIn(const Value& value, const Array& list, bool folded) {
    if (const Array* elements = value.asArray()) {
      return std::any_of(elements->begin(), elements->end(),
                         [&](const Value& element) { return isOneOf(element, list, folded); });
    }
    return isOneOf(value, list, folded);
  }

  static bool isOneOf(const Value& value, const Array& list, bool folded) {
    return std::any_of(list.begin(), list.end(), [&](const Value& entry) {
      const Text* text = value.asString();
      const Text* other = entry.asString();
      return folded && text && other ? isEqualFolded(*text, *other) : isStrictlyEqual(value, entry);
    });
  }

  /** A group is a list, or `{"type":"list","values":[...]}`. A missing group has no members. */
  bool isInGroup(const Value& value, std::string_view name, bool negated) const {
    const Value* groups = host_.savedGroups();
    const Value* group = groups ? groups->find(name) : nullptr;
    if (!group) return false;
    const Value* type = group->find("type");
    if (type && type->asString() && *type->asString() == "list") group = group->find("values");
    const Array* members = group ? group->asArray() : nullptr;
    // As in the published implementation, with a group of unknown type neither $inGroup nor $notInGroup holds.
    return members ? isIn(value, *members, false) : negated;
  }

  bool everyOf(std::size_t index, const Value& value) const {
    const Array* elements = value.asArray();
    return elements && everyChild(index, [&](std::size_t child) {
             return std::any_of(elements->begin(), elements->end(),
                                [&](const Value& element) { return holds(child, element); });
           });
  }

  bool element(std::size_t index, const Value& value) const {
    const Array* elements = value.asArray();
    // As in the published implementation, null elements are skipped.
    return elements && std::any_of(elements->begin(), elements->end(), [&](const Value& candidate) {
             return !candidate.isNull() && holds(index + 1, candidate);
           });
  }

  static std::string_view typeOf(const Value& value) {
    if (value.isNull()) return "null";
    if (value.asBool()) return "boolean";
    if (value.asNumber()) return "number";
    if (value.asString()) return "string";
    return value.asArray() ? "array" : "object";
  }

  const List<Node>& nodes_;
  const List<std::string_view>& segments_;
  const MomentAttributes* moment_;
  const ConditionHost& host_;
};

const Value ConditionRun::kMoment;
const Value ConditionRun::kNothing;

bool Condition::holds(const Value& attributes, const ConditionHost& host) const {
  return nodes_.empty() || ConditionRun(*this, nullptr, host).holds(0, attributes);
}

bool Condition::holds(const MomentAttributes& attributes, const ConditionHost& host) const {
  return nodes_.empty() || ConditionRun(*this, &attributes, host).holds(0, ConditionRun::kMoment);
}

void Condition::addReads(Names& reads) const {
  for (std::size_t i = 0; i < nodes_.size();) {
    const Node& node = nodes_[i];
    i = node.op == Op::Element ? node.end : i + 1;  // paths inside begin at an element
    if (node.op != Op::At) continue;
    const std::string_view* const segments = segments_.data() + node.firstSegment;
    const bool isVisitor = segments[0] == "visitor";
    if (isVisitor && node.segments > 1) {
      reads.add({segments[0].data(), segments[0].size() + 1 + segments[1].size()});  // with the dot between them
    } else if (isVisitor || segments[0] == "page") {
      reads.add(segments[0]);
    }
  }
}

}  // namespace aftermint
