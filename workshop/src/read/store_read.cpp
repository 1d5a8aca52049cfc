#include <algorithm>
#include <cmath>

#include "aftermint/store_reading.h"

namespace aftermint {
namespace {

/// The 97.5 % point of the normal distribution.
constexpr double kZ = 1.959963984540054;

Bps toBps(double share) { return static_cast<Bps>(std::lround(std::clamp(share, 0.0, 1.0) * 10'000)); }

Minor mean(Minor sum, std::int64_t count) { return count == 0 ? 0 : (sum + count / 2) / count; }

}  // namespace

Rate rate(std::int64_t hits, std::int64_t of) {
  Rate out;
  out.of = std::max<std::int64_t>(of, 0);
  out.hits = std::clamp<std::int64_t>(hits, 0, out.of);
  if (out.of == 0) return out;
  const double n = static_cast<double>(out.of);
  const double p = static_cast<double>(out.hits) / n;
  const double z2 = kZ * kZ;
  const double middle = (p + z2 / (2 * n)) / (1 + z2 / n);
  const double half = kZ / (1 + z2 / n) * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n));
  out.bps = toBps(p);
  out.lowBps = toBps(middle - half);
  out.highBps = toBps(middle + half);
  return out;
}

StoreReading readStore(const StoreCounts& counts) {
  StoreReading reading;
  reading.currency = counts.currency;
  reading.orders = counts.orders;
  reading.meanOrderValue = mean(counts.orderValue, counts.orders);
  reading.meanOrderValueWithout = mean(std::max<Minor>(counts.orderValue - counts.offerValue, 0), counts.orders);
  for (const OfferCounts& row : counts.rows) {
    ReadingRow& out = reading.rows.emplace_back();
    out.offer = row.offer;
    out.placement = row.placement;
    out.takeRate = rate(row.accepts - row.undos, row.exposures);
    out.declines = row.declines;
    out.undos = row.undos;
    out.revenue = row.revenue;
  }
  return reading;
}

}  // namespace aftermint
