/** @file The usual take-rates, with source and year. docs/craft.md explains them. */
#include <array>

#include "aftermint/reading_verdict.h"

namespace aftermint {
namespace {

constexpr std::array kBenchmarks = {
    Benchmark{Placement::Checkout, 0.10, 0.35, 0.10, std::nullopt, 0.30, "SamCart", 2024, true},
    Benchmark{Placement::PostPurchase, 0.05, 0.15, 0.10, 0.20, 0.25, "ReConvert", 2023, true},
};

}  // namespace

const Benchmark* benchmarkOf(Placement placement) {
  for (const Benchmark& benchmark : kBenchmarks) {
    if (benchmark.placement == placement) return &benchmark;
  }
  return nullptr;
}

}  // namespace aftermint
