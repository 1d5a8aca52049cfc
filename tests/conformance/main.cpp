/**
 * @file GrowthBook's conformance cases on the native core: `aftermint_conformance CASES.json`.
 *
 * Prints `SECTION native N passed, N failed` for each section. Exits with 1 on a failure or an unknown section, with 2
 * if the file cannot be used.
 */
#include <cmath>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "aftermint/bucket.h"
#include "condition/host.h"

namespace {

using Json = nlohmann::ordered_json;  // keeps the order of members, which equality of objects depends on

/** The published numbers are rounded to eight decimals. */
bool isNear(double a, double b) { return std::abs(a - b) < 1e-8; }

aftermint::Value valueOf(const Json& json) {
  using aftermint::Value;
  if (json.is_boolean()) return Value{json.get<bool>()};
  if (json.is_number()) return Value{json.get<double>()};
  if (json.is_string()) return Value{json.get<std::string>()};
  if (json.is_array()) {
    aftermint::Array elements;
    for (const Json& element : json) elements.push_back(valueOf(element));
    return Value{std::move(elements)};
  }
  if (json.is_object()) {
    aftermint::Object members;
    for (const auto& [key, member] : json.items()) members.push_back({key, valueOf(member)});
    return Value{std::move(members)};
  }
  return {};
}

std::vector<aftermint::BucketRange> rangesOf(const Json& json) {
  std::vector<aftermint::BucketRange> ranges;
  for (const Json& range : json) ranges.push_back({range.at(0).get<double>(), range.at(1).get<double>()});
  return ranges;
}

/** [name, condition, attributes, expected, groups?] */
bool evalCondition(const Json& test) {
  const aftermint::Value when = valueOf(test.at(1));
  const aftermint::Value groups = test.size() > 4 ? valueOf(test.at(4)) : aftermint::Value{};
  const auto compiled = aftermint::Condition::compile(when);
  return compiled.condition.holds(valueOf(test.at(2)), aftermint::NativeConditionHost(groups)) ==
         test.at(3).get<bool>();
}

/** [seed, value, version, expected or null] */
bool hash(const Json& test) {
  const auto place = aftermint::bucketHash(test.at(0).get<std::string>(), test.at(1).get<std::string>(), test.at(2));
  return test.at(3).is_null() ? !place : place && isNear(*place, test.at(3));
}

/** [name, [count, coverage or null, weights or null], ranges] */
bool getBucketRange(const Json& test) {
  const Json& input = test.at(1);
  const auto coverage = input.at(1).is_null() ? std::nullopt : std::optional(input.at(1).get<double>());
  const auto weights = input.at(2).is_null() ? std::vector<double>{} : input.at(2).get<std::vector<double>>();
  const auto ranges = aftermint::getBucketRanges(input.at(0), coverage, weights);
  const auto expected = rangesOf(test.at(2));
  if (ranges.size() != expected.size()) return false;
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    if (!isNear(ranges[i].from, expected[i].from) || !isNear(ranges[i].until, expected[i].until)) return false;
  }
  return true;
}

/** [name, n, ranges, expected] */
bool chooseVariation(const Json& test) {
  return aftermint::chooseVariation(test.at(1), rangesOf(test.at(2))) == test.at(3).get<int>();
}

/** [count, expected] */
bool getEqualWeights(const Json& test) {
  const auto weights = aftermint::getEqualWeights(test.at(0));
  const auto expected = test.at(1).get<std::vector<double>>();
  return std::equal(weights.begin(), weights.end(), expected.begin(), expected.end(), isNear);
}

/** [name, visitor, [id, from, until], expected] */
bool inNamespace(const Json& test) {
  const Json& space = test.at(2);
  return aftermint::inNamespace(test.at(1).get<std::string>(), space.at(0).get<std::string>(),
                                space.at(1).get<double>(), space.at(2).get<double>()) == test.at(3).get<bool>();
}

const std::map<std::string, std::function<bool(const Json&)>> kSections = {
    {"evalCondition", evalCondition},     {"hash", hash},
    {"getBucketRange", getBucketRange},   {"chooseVariation", chooseVariation},
    {"getEqualWeights", getEqualWeights}, {"inNamespace", inNamespace},
};

/** True if every case of a section passed. */
bool run(const std::string& name, const Json& cases) {
  const auto section = kSections.find(name);
  if (section == kSections.end() || !cases.is_array() || cases.empty()) {
    std::cerr << name << ": a section this runner does not know, or one without cases\n";
    return false;
  }
  int passed = 0;
  int failed = 0;
  for (const Json& test : cases) {
    if (section->second(test)) {
      ++passed;
    } else {
      ++failed;
      std::cerr << name << ": " << test.dump() << '\n';
    }
  }
  std::cout << name << " native " << passed << " passed, " << failed << " failed\n";
  return failed == 0;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "usage: aftermint_conformance CASES.json\n";
    return 2;
  }
  std::ifstream file(arguments[1]);
  try {
    const Json sections = Json::parse(file);
    bool isGood = !sections.empty();
    for (const auto& [name, cases] : sections.items()) {
      if (name != "specVersion") isGood = run(name, cases) && isGood;
    }
    return isGood ? 0 : 1;
  } catch (const Json::exception& error) {
    std::cerr << arguments[1] << ": " << error.what() << '\n';
    return 2;
  }
}
