/** @file The parts of condition evaluation that JavaScript does in a page, done natively. */
#pragma once

#include <cstdint>

#include "aftermint/condition.h"
#include "aftermint/pattern_program.h"

namespace aftermint {

/** Gives the same results as JavaScript. Saved groups are passed in. */
class NativeConditionHost final : public ConditionHost {
 public:
  NativeConditionHost() = default;
  /** @param groups saved groups; they must outlive the host */
  explicit NativeConditionHost(const Value& groups) : groups_(&groups) {}
  /** @param budget pays for all matches; without one, each match has its own. It must outlive the host. */
  explicit NativeConditionHost(MatchBudget& budget) : budget_(&budget) {}

  [[nodiscard]] std::optional<bool> regexMatch(std::string_view pattern, std::string_view text,
                                               bool ignoreCase) const override;
  [[nodiscard]] std::size_t numberText(double number, std::span<char, kNumberText> out) const override;
  [[nodiscard]] double numberOf(std::string_view text) const override;
  [[nodiscard]] const Value* savedGroups() const override { return groups_; }

 private:
  const Value* groups_ = nullptr;
  MatchBudget* budget_ = nullptr;
};

}  // namespace aftermint
