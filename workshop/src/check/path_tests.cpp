#include "check/path_tests.h"

#include <algorithm>

#include "aftermint/condition.h"

namespace aftermint {
namespace {

using Constants = std::vector<const Value*>;

/** Collects every string, number and boolean in a test. */
void gather(const Value& value, Constants& out) {
  if (const Array* elements = value.asArray()) {
    for (const Value& element : *elements) gather(element, out);
  } else if (const Object* members = value.asObject()) {
    for (const Member& member : *members) gather(member.second, out);
  } else if (!value.isNull()) {
    out.push_back(&value);
  }
}

/** True if the test uses one of these operators, each between spaces. */
bool usesAny(const Value& value, std::string_view operators) {
  if (const Array* elements = value.asArray()) {
    return std::any_of(elements->begin(), elements->end(), [&](const Value& each) { return usesAny(each, operators); });
  }
  const Object* const members = value.asObject();
  return members != nullptr && std::any_of(members->begin(), members->end(), [&](const Member& member) {
           const std::string word = " " + member.first + " ";
           return operators.find(word) != std::string_view::npos || usesAny(member.second, operators);
         });
}

}  // namespace

bool isOperators(const Value& value) {
  const Object* const members = value.asObject();
  return members != nullptr && !members->empty() && members->front().first.starts_with('$');
}

bool canHold(const std::vector<PathTest>& tests) {
  using Kind = KnownAttribute::Kind;
  const KnownAttribute& attribute = tests.front().attribute;
  if (attribute.kind == Kind::Lines || attribute.kind == Kind::Record) return true;
  std::string_view undecidable =
      " $inGroup $notInGroup $veq $vne $vgt $vgte $vlt $vlte $regex $regexi $notRegex $notRegexi ";
  if (attribute.kind == Kind::Values) undecidable = " $inGroup $notInGroup ";
  if (attribute.kind == Kind::Free) {
    undecidable =
        " $inGroup $notInGroup $veq $vne $vgt $vgte $vlt $vlte $regex $regexi $notRegex $notRegexi $size $elemMatch "
        "$all $alli $type ";
  }
  Constants constants;
  Array parts;
  for (const PathTest& test : tests) {
    const bool isPlain = isOperators(*test.value) || (!test.value->asArray() && !test.value->asObject());
    if (!isPlain || usesAny(*test.value, undecidable)) return true;
    gather(*test.value, constants);
    const bool isTime = attribute.kind == Kind::Time;
    parts.push_back(Value{Object{{isTime ? "time" : "visitor.v", *test.value}}});
  }
  if (constants.size() > 200) return true;
  const Value when{Object{{"$and", Value{std::move(parts)}}}};
  const Condition condition = Condition::compile(when, ConditionPaths::OfMoment).condition;
  const std::vector<Value> samples = samplesOf(attribute, constants);
  return std::any_of(samples.begin(), samples.end(), [&condition](const Value& sample) {
    const Value attributes{Object{{"time", sample}, {"visitor", Value{Object{{"v", sample}}}}}};
    return condition.holds(attributes, platformHost());
  });
}

std::string hintOf(std::string_view name, const KnownAttribute& attribute, const std::vector<const Value*>& tests) {
  std::string from;
  std::string until;
  double first = 0;
  double last = 0;
  for (const Value* test : tests) {
    const Object* const members = test->asObject();
    if (members == nullptr) continue;
    for (const Member& member : *members) {
      const double* const number = member.second.asNumber();
      if (number == nullptr) continue;
      const std::string written =
          "{\"" + std::string(name) + "\": {\"" + member.first + "\": " + shown(member.second) + "}}";
      if (member.first == "$gte" || member.first == "$gt") {
        from = written;
        first = *number;
      } else if (member.first == "$lte" || member.first == "$lt") {
        until = written;
        last = *number;
      }
    }
  }
  if (!from.empty() && !until.empty() && first >= last) {
    if (name == "hour" || name == "weekday")
      return "For a span past the last value write {\"$or\": [" + from + ", " + until + "]}.";
    return "Swap the bounds, or write {\"$or\": [" + from + ", " + until + "]}.";
  }
  return attribute.wanted.empty() ? "Correct one of the tests, or join them with $or." : attribute.wanted;
}

}  // namespace aftermint
