/** @file The estimate of take-rate and profit. */
#include "decide/expected.h"

namespace aftermint {

Expected expectedOf(const Offer& offer, const Policy& policy, Path path) {
  constexpr std::int64_t kMillion = 1'000'000;
  const Evidence evidence = offer.evidence.value_or(Evidence{});
  std::int64_t take = (evidence.accepted + 1) * kMillion / (evidence.shown + 10);
  if (path == Path::Link) take = take * policy.linkTakeBps / 10'000;
  const std::int64_t stay = kMillion - (evidence.returned + 1) * kMillion / (evidence.accepted + 20);
  // Margins are at most 10^12 and shares at most 10^6, so each product fits into 63 bits.
  return {take / 100, offer.margin.value_or(0) * take / kMillion * stay / 1'000};
}

}  // namespace aftermint
