#include "mine/fisher.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace aftermint::mine {
namespace {

// Differences of logarithms near 1e8 lose digits. With a mantissa of 64 bits, eleven remain.
using Real = long double;

Real logFactorial(std::uint64_t n) { return std::lgamma(static_cast<Real>(n) + 1); }

Real logChoose(std::uint64_t n, std::uint64_t k) { return logFactorial(n) - logFactorial(k) - logFactorial(n - k); }

/** The hypergeometric distribution of the number of orders with both products. */
struct Corner {
  std::uint64_t first, second, all;

  [[nodiscard]] std::uint64_t least() const { return first + second > all ? first + second - all : 0; }
  [[nodiscard]] std::uint64_t most() const { return std::min(first, second); }

  [[nodiscard]] Real logOf(std::uint64_t k) const {
    return logChoose(first, k) + logChoose(all - first, second - k) - logChoose(all, second);
  }

  /** P(k + 1) / P(k). */
  [[nodiscard]] Real step(std::uint64_t k) const {
    return static_cast<Real>(first - k) * static_cast<Real>(second - k) /
           (static_cast<Real>(k + 1) * static_cast<Real>(all - first - second + k + 1));
  }
};

/** Whether this and all smaller terms no longer change the sum. */
bool isSpent(Real term, Real sum) { return term < sum * std::numeric_limits<Real>::epsilon() / 16; }

}  // namespace

double logFisherTail(std::uint64_t together, std::uint64_t first, std::uint64_t second, std::uint64_t all) {
  const Corner corner{first, second, all};
  if (first > all || second > all || together > corner.most()) return -std::numeric_limits<double>::infinity();
  if (together <= corner.least()) return 0;
  Real sum = 1, term = 1;
  // Sum away from the peak of the distribution, where each term is smaller than the one before.
  const bool isUpper = corner.step(together - 1) <= 1;
  if (isUpper) {
    for (std::uint64_t k = together; k < corner.most() && !isSpent(term, sum); ++k) sum += term *= corner.step(k);
    return static_cast<double>(std::min<Real>(0, corner.logOf(together) + std::log(sum)));
  }
  for (std::uint64_t k = together - 1; k > corner.least() && !isSpent(term, sum); --k) {
    sum += term /= corner.step(k - 1);
  }
  const Real below = std::min<Real>(1, std::exp(corner.logOf(together - 1) + std::log(sum)));
  return static_cast<double>(std::log1p(-below));
}

std::vector<double> adjustLogs(const std::vector<double>& logs, double tested) {
  std::vector<std::size_t> rank(logs.size());
  std::iota(rank.begin(), rank.end(), std::size_t{0});
  std::sort(rank.begin(), rank.end(), [&](std::size_t a, std::size_t b) { return logs[a] < logs[b]; });
  std::vector<double> out(logs.size());
  double least = 0;  // log(1), the maximum
  for (std::size_t i = rank.size(); i-- > 0;) {
    least = std::min(least, logs[rank[i]] + std::log(tested / static_cast<double>(i + 1)));
    out[rank[i]] = least;
  }
  return out;
}

}  // namespace aftermint::mine
