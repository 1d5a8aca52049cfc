/** @file Rule condition_sense: finds parts of a condition that can never hold, or that always hold. */
#include <algorithm>
#include <map>

#include "check/attribute.h"
#include "check/findings.h"
#include "check/path_tests.h"

#include "aftermint/condition.h"
#include "faults/near.h"
#include "memory/scratch.h"

namespace aftermint {
namespace {

std::string below(std::string pointer, std::string_view key) {
  appendPointer(pointer, key);
  return pointer;
}

class SenseReader {
 public:
  SenseReader(const KnownAttributes& attributes, Findings& findings) : attributes_(attributes), findings_(findings) {}

  void read(const Value& when) {
    Together together;
    query(when, "/when", false, false, together);
    judge(together, false);
  }

 private:
  /** Tests that must all hold, by path; each can hold alone. */
  using Together = std::map<std::string_view, std::vector<PathTest>>;

  void say(const std::string& pointer, std::string message, std::string hint) {
    ++said_;
    findings_.add(FindingCode::ConditionSense, Severity::Warning, pointer, std::move(message), std::move(hint));
  }
  static std::string soThis(bool holds) { return holds ? "so this always holds." : "so this never holds."; }

  void query(const Value& value, const std::string& pointer, bool isNegated, bool isLine, Together& together) {
    const Object* const members = value.asObject();
    if (members == nullptr) return;
    for (const Member& member : *members) {
      const std::string here = below(pointer, member.first);
      if (member.first == "$not") {
        Together inner;
        query(member.second, here, !isNegated, isLine, inner);
        judge(inner, !isNegated);
      } else if (member.first == "$and" || member.first == "$or" || member.first == "$nor") {
        const Array* const parts = member.second.asArray();
        if (parts == nullptr) continue;
        if (parts->empty()) {
          const bool holds = (member.first != "$nor") != isNegated;
          say(here, "“" + member.first + "” has no parts, " + soThis(holds), "Give it parts, or remove it.");
        }
        for (std::size_t i = 0; i < parts->size(); ++i) {
          const std::string part = below(here, std::to_string(i));
          if (member.first == "$and") {
            query((*parts)[i], part, isNegated, isLine, together);
            continue;
          }
          const bool isTurned = isNegated != (member.first == "$nor");
          Together inner;
          query((*parts)[i], part, isTurned, isLine, inner);
          judge(inner, isTurned);
        }
      } else if (!member.first.starts_with('$')) {
        path(member, here, isNegated, isLine, together);
      }
    }
  }

  void path(const Member& member, const std::string& pointer, bool isNegated, bool isLine, Together& together) {
    const std::string_view name = member.first;
    KnownAttribute attribute;
    if (isLine) {
      const std::optional<KnownAttribute> known = attributes_.ofLine(name);
      if (!known) {
        const std::string_view near =
            codec::nearestOf(name, {"product", "variant", "quantity", "price", "category", "kind", "tags"});
        return say(pointer, "A line of an order has no “" + member.first + "”, so its value is always null here.",
                   near.empty() ? "Use product, variant, quantity, price, category, kind or tags."
                                : "Did you mean `" + std::string(near) + "`?");
      }
      attribute = *known;
    } else {
      attribute = attributes_.at(name);
    }
    if (attribute.kind == KnownAttribute::Kind::Record) return;
    const std::size_t before = said_;
    test(name, attribute, member.second, pointer, isNegated);
    if (said_ == before) together[name].push_back({attribute, &member.second, pointer});
  }

  /** The test of a path or of a list element: a value to equal, or operators. */
  void test(std::string_view name, const KnownAttribute& attribute, const Value& value, const std::string& pointer,
            bool isNegated) {
    const std::size_t before = said_;
    if (isOperators(value)) {
      for (const Member& member : *value.asObject()) {
        operation(name, attribute, member, below(pointer, member.first), isNegated, value.asObject()->size() == 1);
      }
    } else {
      bare(name, attribute, value, pointer, isNegated);
    }
    if (said_ == before && !canHold({{attribute, &value, pointer}})) {
      say(pointer, "No value of “" + std::string(name) + "” passes this test, " + soThis(isNegated),
          hintOf(name, attribute, {&value}));
    }
  }

  void bare(std::string_view name, const KnownAttribute& attribute, const Value& value, const std::string& pointer,
            bool isNegated) {
    const bool isList = attribute.kind == KnownAttribute::Kind::List || attribute.kind == KnownAttribute::Kind::Lines;
    if (isList && !value.asArray() && !value.asObject() && !value.isNull() && !value.asBool()) {
      const std::string text = value.asString() != nullptr ? "\"" + *value.asString() + "\"" : shown(value);
      return say(pointer,
                 "“" + std::string(name) + "” is a list, and " + shown(value) +
                     " equals only a list with exactly this one entry.",
                 "Write {\"$in\": [" + text + "]} for a list that contains it.");
    }
    if (!isList && value.asArray() != nullptr && attribute.kind != KnownAttribute::Kind::Free) {
      return say(pointer,
                 "“" + std::string(name) + "” is not a list, and a list without an operator equals only a list, " +
                     soThis(isNegated),
                 "Write {\"$in\": […]}.");
    }
    if (!value.asArray() && !value.asObject()) entry(name, attribute, value, Equality::Loose, pointer, isNegated, true);
  }

  void operation(std::string_view name, const KnownAttribute& attribute, const Member& member,
                 const std::string& pointer, bool isNegated, bool isAlone) {
    const std::string_view op = member.first;
    const Value& operand = member.second;
    if (op == "$eq" || op == "$ne") {
      const bool isTurned = isNegated != (op == "$ne");
      if (operand.asArray() || operand.asObject()) {
        return say(pointer, "“" + std::string(op) + "” cannot compare lists or objects, " + soThis(isTurned),
                   "Remove the operator, or use $in, $all or $elemMatch.");
      }
      if (attribute.kind == KnownAttribute::Kind::List) {
        return say(pointer,
                   "“" + std::string(name) + "” is a list, and a list never equals a single value, " + soThis(isTurned),
                   op == "$eq" ? "Use $in." : "Use $nin.");
      }
      return entry(name, attribute, operand, Equality::Strict, pointer, isTurned, isAlone);
    }
    if (op == "$in" || op == "$nin" || op == "$ini" || op == "$nini" || op == "$all" || op == "$alli") {
      return entries(name, attribute, op, operand, pointer, isNegated);
    }
    if (op == "$not") return test(name, attribute, operand, pointer, !isNegated);
    if (op == "$exists" && operand.asBool() == nullptr) {
      return say(pointer,
                 "“$exists” takes true or false, and " + shown(operand) + " counts as " +
                     (isTruth(operand) ? "true." : "false."),
                 "Write true or false without quotes.");
    }
    if (op == "$type") return type(operand, pointer, isNegated);
    if (op == "$size") {
      KnownAttribute count;
      count.kind = KnownAttribute::Kind::Number;
      count.isAlways = true;
      count.wanted = "Write a whole number from 0 up.";
      return test("the number of entries", count, operand, pointer, isNegated);
    }
    if (op == "$elemMatch") {
      if (attribute.kind == KnownAttribute::Kind::Lines && !isOperators(operand)) {
        Together inner;
        query(operand, pointer, isNegated, true, inner);
        return judge(inner, isNegated);
      }
      if (attribute.kind == KnownAttribute::Kind::List && isOperators(operand)) {
        return test(name, KnownAttributes::elementOf(attribute), operand, pointer, isNegated);
      }
      if (attribute.kind == KnownAttribute::Kind::Free && isOperators(operand)) {
        return test(name, attribute, operand, pointer, isNegated);
      }
    }
    if (op == "$inGroup" || op == "$notInGroup") {
      return say(pointer, "Saved groups are not supported, " + soThis(isNegated != (op == "$notInGroup")),
                 "List the values with $in or $nin.");
    }
  }

  static bool isTruth(const Value& value) {
    if (const double* number = value.asNumber()) return *number != 0;
    return value.asString() != nullptr ? !value.asString()->empty() : !value.isNull();
  }

  void entries(std::string_view name, const KnownAttribute& attribute, std::string_view op, const Value& operand,
               const std::string& pointer, bool isNegated) {
    const Array* const list = operand.asArray();
    if (list == nullptr) return;
    const bool isTurned = isNegated != (op == "$nin" || op == "$nini");
    const bool isAll = op == "$all" || op == "$alli";
    if (list->empty()) {
      return say(pointer, "“" + std::string(op) + "” has no values, " + soThis(isTurned != isAll),
                 "Name the values, or remove it.");
    }
    const bool isList = attribute.kind == KnownAttribute::Kind::List;
    const KnownAttribute one = isList ? KnownAttributes::elementOf(attribute) : attribute;
    const Equality equality = op.ends_with('i') ? Equality::Folded : isAll ? Equality::Loose : Equality::Strict;
    for (std::size_t i = 0; i < list->size(); ++i) {
      const Value& each = (*list)[i];
      if (!each.asArray() && !each.asObject()) {
        entry(name, one, each, equality, below(pointer, std::to_string(i)), isTurned, isAll || list->size() == 1);
      }
    }
  }

  /** Checks a value that the attribute must equal. */
  void entry(std::string_view name, const KnownAttribute& attribute, const Value& value, Equality equality,
             const std::string& pointer, bool isNegated, bool isAlone) {
    using Kind = KnownAttribute::Kind;
    if (attribute.kind == Kind::Free || attribute.kind == Kind::Lines) return;
    if (attribute.kind == Kind::Id && value.asString() != nullptr) {
      const bool isKnown = std::any_of(attribute.values->begin(), attribute.values->end(), [&](const Value& product) {
        return equality == Equality::Folded ? isEqualFoldedText(product, value) : product == value;
      });
      const std::string meant = isKnown ? "" : meantFor(name, attribute, value);
      // It is common to exclude products that only the shop knows, so report those only if they look misspelt.
      if (isKnown || (isNegated && meant.empty())) return;
      return say(pointer, "The book has no product " + shown(value) + ".", hintWith(meant, attribute));
    }
    if (canBe(attribute, value, equality)) return;
    say(pointer,
        "“" + std::string(name) + "” " + (value.isNull() ? "is never missing" : "is never " + shown(value)) + ", " +
            (isAlone ? soThis(isNegated) : "so this entry has no effect."),
        hintWith(meantFor(name, attribute, value), attribute));
  }
  static bool isEqualFoldedText(const Value& a, const Value& b) {
    const Value when{Object{{"v", Value{Object{{"$ini", Value{Array{b}}}}}}}};
    return Condition::compile(when).condition.holds(Value{Object{{"v", a}}}, platformHost());
  }
  static std::string hintWith(const std::string& meant, const KnownAttribute& attribute) {
    return meant.empty() ? attribute.wanted : "Did you mean " + meant + "?";
  }

  void type(const Value& operand, const std::string& pointer, bool isNegated) {
    constexpr std::pair<std::string_view, std::string_view> kOther[] = {
        {"bool", "boolean"},  {"int", "number"},   {"integer", "number"}, {"long", "number"},
        {"double", "number"}, {"float", "number"}, {"text", "string"},    {"str", "string"},
        {"list", "array"},    {"map", "object"},   {"dict", "object"},    {"undefined", "null"},
    };
    const std::vector<std::string_view> known = {"null", "boolean", "number", "string", "array", "object"};
    const Text* const text = operand.asString();
    if (text == nullptr || std::find(known.begin(), known.end(), *text) != known.end()) return;
    std::string_view near = codec::nearestOf(*text, known);
    for (const auto& [other, ours] : kOther) {
      if (*text == other) near = ours;
    }
    say(pointer, "There is no type " + shown(operand) + ", " + soThis(isNegated),
        near.empty() ? "Use one of: null, boolean, number, string, array, object."
                     : "Did you mean `" + std::string(near) + "`?");
  }

  /** Reports tests on one path that can each hold alone but not together. */
  void judge(const Together& together, bool isNegated) {
    for (const auto& [name, tests] : together) {
      if (tests.size() < 2 || canHold(tests)) continue;
      std::vector<const Value*> values;
      for (const PathTest& test : tests) values.push_back(test.value);
      say(tests.back().pointer,
          "No value of “" + std::string(name) + "” passes this test and the other tests on it, " + soThis(isNegated),
          hintOf(name, tests.back().attribute, values));
    }
  }

  const KnownAttributes& attributes_;
  Findings& findings_;
  std::size_t said_ = 0;
};

}  // namespace

void checkSense(const Vocabulary& vocabulary, const IndexedBook& book, const Offer& offer, std::optional<Millis> now,
                Findings& findings) {
  if (offer.when.isNull()) return;
  const KnownAttributes attributes(vocabulary, book, offer, now);
  SenseReader(attributes, findings).read(offer.when);
}

}  // namespace aftermint
