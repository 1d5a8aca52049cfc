#include "simulate/order_value.h"

#include <algorithm>

#include "simulate/order_values.gen.h"

namespace aftermint::simulate {
namespace {

constexpr std::size_t kSteps = kOrderValues.size() - 1, kLargeSteps = kLargeOrderValues.size() - 1;
static_assert(kSteps == 1024 && kLargeSteps == 16,
              "orderValue takes 10 bits for the step, and 4 for the largest orders");

std::int64_t between(std::int64_t low, std::int64_t high, std::uint64_t bits) {
  return low + static_cast<std::int64_t>((static_cast<std::uint64_t>(high - low) * (bits >> 32)) >> 32);
}

double middle(std::int64_t low, std::int64_t high) { return static_cast<double>(low + high) / 2; }

}  // namespace

Minor orderValue(std::uint64_t bits, Bps scaleBps) {
  const std::size_t step = bits >> 54;
  bits <<= 10;
  std::int64_t value = 0;
  if (step + 1 < kSteps) {
    value = between(kOrderValues[step], kOrderValues[step + 1], bits);
  } else {
    const std::size_t large = bits >> 60;
    value = between(kLargeOrderValues[large], kLargeOrderValues[large + 1], bits << 4);
  }
  return std::max<Minor>(1, value * scaleBps / 10'000);
}

double meanOrderValue(Bps scaleBps) {
  double sum = 0, large = 0;
  for (std::size_t step = 0; step + 1 < kSteps; ++step) sum += middle(kOrderValues[step], kOrderValues[step + 1]);
  for (std::size_t step = 0; step < kLargeSteps; ++step) {
    large += middle(kLargeOrderValues[step], kLargeOrderValues[step + 1]);
  }
  return (sum + large / kLargeSteps) / kSteps * static_cast<double>(scaleBps) / 10'000;
}

}  // namespace aftermint::simulate
