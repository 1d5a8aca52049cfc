/**
 * @file Holds readings against a known truth: `aftermint_bench_truth quick|full [ORDERS CUSTOMERS]` prints one JSON
 * object (docs/bench.md, The truth). ORDERS and CUSTOMERS are files of `tests/bench/truth.mjs`, made from real orders.
 */
#include <cstdio>
#include <cstring>

#include "bench/measure.h"
#include "bench/truth/coverage.h"
#include "bench/truth/looks.h"
#include "bench/truth/power.h"
#include "bench/truth/real_orders.h"

int main(int argc, char** argv) {
  using namespace aftermint;
  using namespace aftermint::bench;
  const bool isKnown = argc >= 2 && (std::strcmp(argv[1], "quick") == 0 || std::strcmp(argv[1], "full") == 0);
  if (!isKnown || (argc != 2 && argc != 4)) {
    std::fputs("usage: aftermint_bench_truth quick|full [ORDERS CUSTOMERS]\n", stderr);
    return 2;
  }
  const Effort effort{std::strcmp(argv[1], "quick") == 0};
  const auto started = bench::Clock::now();
  Json result = Json::object();
  const auto section = [&](const char* name, Json figures) {
    std::fprintf(stderr, "%6.1f s  truth: %s\n", nanosSince(started) / 1e9, name);
    result[name] = std::move(figures);
  };
  try {
    section("coverage", coverage(effort));
    section("falseAlarms", falseAlarms(effort, 0.05));
    section("harmful", harmful(effort));
    section("power", power(effort));
    section("sight", sight(effort));
    if (argc == 4) {
      section("uplift",
              Json::array({upliftOf("order", argv[2], effort, 600), upliftOf("customer", argv[3], effort, 700)}));
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "aftermint_bench_truth: %s\n", error.what());
    return 1;
  }
  std::printf("%s\n", compact(result).c_str());
  return 0;
}
