/** @file A module with only conditions and hashing, for the conformance tests (tests/conformance); never shipped. */
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <limits>

#include "aftermint/bucket.h"
#include "aftermint/condition.h"

namespace aftermint {
namespace {

using emscripten::val;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();  // means null; no other answer is NaN

/** A JavaScript value from JSON.parse. */
Value valueOf(const val& from) {
  if (from.isNull() || from.isUndefined()) return {};
  if (from.isTrue() || from.isFalse()) return Value{from.isTrue()};
  if (from.isNumber()) return Value{from.as<double>()};
  if (from.isString()) return Value{from.as<std::string>()};
  if (from.isArray()) {
    Array elements;
    for (unsigned i = 0, count = from["length"].as<unsigned>(); i < count; ++i) elements.push_back(valueOf(from[i]));
    return Value{std::move(elements)};
  }
  Object members;
  const val keys = val::global("Object").call<val>("keys", from);
  for (unsigned i = 0, count = keys["length"].as<unsigned>(); i < count; ++i) {
    members.push_back({keys[i].as<std::string>(), valueOf(from[keys[i]])});
  }
  return Value{std::move(members)};
}

/** The page's host with the saved groups of a test case. */
class CaseHost final : public ConditionHost {
 public:
  explicit CaseHost(Value groups) : groups_(std::move(groups)) {}
  [[nodiscard]] std::optional<bool> regexMatch(std::string_view pattern, std::string_view text,
                                               bool ignoreCase) const override {
    return platformHost().regexMatch(pattern, text, ignoreCase);
  }
  [[nodiscard]] std::size_t numberText(double number, std::span<char, kNumberText> out) const override {
    return platformHost().numberText(number, out);
  }
  [[nodiscard]] double numberOf(std::string_view text) const override { return platformHost().numberOf(text); }
  [[nodiscard]] const Value* savedGroups() const override { return &groups_; }

 private:
  Value groups_;
};

bool evalCondition(const val& condition, const val& attributes, const val& groups) {
  const Value when = valueOf(condition);
  return Condition::compile(when).condition.holds(valueOf(attributes), CaseHost(valueOf(groups)));
}

double hash(const std::string& seed, const std::string& value, int version) {
  return bucketHash(seed, value, version).value_or(kNone);
}

val rangesToJs(const std::vector<BucketRange>& ranges) {
  val out = val::array();
  for (const BucketRange& range : ranges) {
    val pair = val::array();
    pair.call<void>("push", range.from, range.until);
    out.call<void>("push", pair);
  }
  return out;
}

val bucketRange(int count, const val& coverage, const val& weights) {
  const bool isCovered = !coverage.isNull() && !coverage.isUndefined();
  std::vector<double> shares;
  if (weights.isArray()) shares = emscripten::vecFromJSArray<double>(weights);
  return rangesToJs(getBucketRanges(count, isCovered ? std::optional(coverage.as<double>()) : std::nullopt, shares));
}

int choose(double n, const val& ranges) {
  std::vector<BucketRange> all;
  for (unsigned i = 0, count = ranges["length"].as<unsigned>(); i < count; ++i) {
    all.push_back({ranges[i][0].as<double>(), ranges[i][1].as<double>()});
  }
  return chooseVariation(n, all);
}

val equalWeights(int count) { return val::array(getEqualWeights(count)); }

bool isInNamespace(const std::string& visitor, const std::string& id, double from, double until) {
  return inNamespace(visitor, id, from, until);
}

}  // namespace
}  // namespace aftermint

EMSCRIPTEN_BINDINGS(aftermint_conformance) {
  emscripten::function("evalCondition", &aftermint::evalCondition);
  emscripten::function("hash", &aftermint::hash);
  emscripten::function("getBucketRange", &aftermint::bucketRange);
  emscripten::function("chooseVariation", &aftermint::choose);
  emscripten::function("getEqualWeights", &aftermint::equalWeights);
  emscripten::function("inNamespace", &aftermint::isInNamespace);
}
