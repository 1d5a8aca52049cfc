#include "aftermint/plan.h"

#include <algorithm>
#include <cmath>

#include "statistics/distributions.h"

namespace aftermint {
namespace {

/** A number of visitors that no shop has; a test that needs more finds nothing. */
constexpr double kMostVisitors = 1e15;
constexpr int kMostSteps = 200;

/** Halves the interval until `x` cannot get closer to where `isEnough` begins to hold. It must hold at `high`. */
template <class Predicate>
double firstEnough(double low, double high, Predicate isEnough) {
  for (int step = 0; step < kMostSteps; ++step) {
    const double middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    (isEnough(middle) ? high : low) = middle;
  }
  return high;
}

/** The smallest number of visitors from `least` on for which `isEnough` holds. */
template <class Predicate>
std::optional<double> visitorsFrom(double least, Predicate isEnough) {
  if (isEnough(least)) return least;
  double low = least;
  double high = least * 2;
  while (!isEnough(high)) {
    if (high > kMostVisitors) return std::nullopt;
    low = high;
    high *= 2;
  }
  return firstEnough(low, high, isEnough);
}

bool isRate(double rate) { return rate >= 0 && rate <= 1; }

bool isStrength(const TestStrength& strength) {
  return strength.alpha > 0 && strength.alpha < 1 && strength.power > strength.alpha && strength.power < 1;
}

}  // namespace

double powerOfRates(double visitors, double base, double other, double alpha, double ratio) {
  if (!(visitors > 0) || !(ratio > 0) || !isRate(base) || !isRate(other) || !(alpha > 0) || !(alpha < 1)) return 0;
  const double pooled = (base + ratio * other) / (1 + ratio);
  const double nullSd = std::sqrt(pooled * (1 - pooled) * (1 + 1 / ratio));
  const double sd = std::sqrt(base * (1 - base) + other * (1 - other) / ratio);
  const double distance = std::sqrt(visitors) * std::abs(other - base) - normalUpperQuantile(alpha / 2) * nullSd;
  if (sd == 0) return distance > 0 ? 1 : 0;
  return normalLowerTail(distance / sd);
}

double powerOfMeans(double visitors, double delta, double sd, double alpha, double ratio) {
  if (!(visitors >= 2) || !(ratio > 0) || !(sd > 0) || !(alpha > 0) || !(alpha < 1)) return 0;
  const double df = visitors + ratio * visitors - 2;
  const double shift = std::abs(delta) / (sd * std::sqrt((1 + 1 / ratio) / visitors));
  return noncentralStudentUpperTail(studentUpperQuantile(alpha / 2, df), df, shift);
}

std::optional<double> visitorsForRates(double base, double other, const TestStrength& strength, double ratio) {
  if (!isStrength(strength) || base == other) return std::nullopt;
  return visitorsFrom(
      1, [&](double visitors) { return powerOfRates(visitors, base, other, strength.alpha, ratio) >= strength.power; });
}

std::optional<double> visitorsForMeans(double delta, double sd, const TestStrength& strength, double ratio) {
  if (!isStrength(strength) || delta == 0) return std::nullopt;
  return visitorsFrom(
      2, [&](double visitors) { return powerOfMeans(visitors, delta, sd, strength.alpha, ratio) >= strength.power; });
}

std::optional<double> detectableRate(double visitors, double base, const TestStrength& strength, double ratio) {
  if (!isStrength(strength)) return std::nullopt;
  const auto isEnough = [&](double rate) {
    return powerOfRates(visitors, base, rate, strength.alpha, ratio) >= strength.power;
  };
  if (!isEnough(1)) return std::nullopt;
  return firstEnough(base, 1, isEnough);
}

std::optional<double> detectableMean(double visitors, double sd, const TestStrength& strength, double ratio) {
  if (!isStrength(strength) || !(visitors >= 2) || !(sd > 0)) return std::nullopt;
  const auto isEnough = [&](double delta) {
    return powerOfMeans(visitors, delta, sd, strength.alpha, ratio) >= strength.power;
  };
  double high = sd;
  while (!isEnough(high)) {
    if (high > sd * kMostVisitors) return std::nullopt;
    high *= 2;
  }
  return firstEnough(0.0, high, isEnough);
}

double adjustedSd(double sd, double rho) { return sd * std::sqrt(std::max(0.0, 1 - rho * rho)); }

}  // namespace aftermint
