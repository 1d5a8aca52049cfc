/**
 * @file Assignment by hash: whether a visitor is in the holdout or a namespace, and in which arm. The scheme is the one
 * that GrowthBook publishes (https://docs.growthbook.io/lib/build-your-own); texts are hashed as UTF-8.
 *
 * Some functions take shares as doubles, as GrowthBook does, so that its published test cases apply. Others take whole
 * numbers (10,000 buckets, basis points). `decide` uses only these, because they need no rounding.
 */
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "aftermint/book.h"

namespace aftermint {

/** The 32-bit FNV-1a hash of the bytes (http://www.isthe.com/chongo/tech/comp/fnv/). */
[[nodiscard]] std::uint32_t fnv1a32(std::string_view utf8);

/**
 * A visitor's bucket, 0 to 9,999, by version 2 of GrowthBook's hash.
 *
 * @param seed differs between experiments, so that their assignments are independent
 * @param value usually the visitor's id
 */
[[nodiscard]] std::uint32_t bucket10000(std::string_view seed, std::string_view value);

/** The same as a share in [0, 1), by hash version 1 (1,000 steps) or 2 (10,000 steps); nothing for other versions. */
[[nodiscard]] std::optional<double> bucketHash(std::string_view seed, std::string_view value, int version);

/**
 * The index of a bucket's arm; nothing if the bucket is outside of the experiment's coverage.
 *
 * Each arm has a range of buckets as wide as its weight, and takes the first `coverageBps` of this range. So a larger
 * coverage adds visitors, but never moves a visitor from one arm to another.
 *
 * @param bucket from `bucket10000`
 * @param coverageBps 0 to 10,000; other values are clamped
 * @param weightsBps of the arms in order, each 0 to 10,000; if their sum is lower, the rest belongs to no arm
 */
[[nodiscard]] std::optional<std::size_t> chooseArm(std::uint32_t bucket, Bps coverageBps,
                                                   std::span<const Bps> weightsBps);

/** Whether a visitor is in a part of a namespace (hash version 1). Disjoint parts never have the same visitor. */
[[nodiscard]] bool inNamespace(std::string_view visitor, const Namespace& space);

/** A half-open range within [0, 1). */
struct BucketRange {
  double from = 0;
  double until = 0;
};

/** `count` equal weights with the sum 1; none for a count below 1. */
[[nodiscard]] std::vector<double> getEqualWeights(int count);

/**
 * The range of each variation.
 *
 * @param count the number of variations
 * @param coverage absent: 1; values outside of [0, 1] are clamped
 * @param weights ignored in favour of equal weights, unless there are `count` of them with a sum from 0.99 to 1.01
 */
[[nodiscard]] std::vector<BucketRange> getBucketRanges(int count, std::optional<double> coverage,
                                                       std::span<const double> weights);

/** The index of the first range that contains `n`, or -1. */
[[nodiscard]] int chooseVariation(double n, std::span<const BucketRange> ranges);

/** Whether a visitor is in the part [from, until) of the namespace `id`; both are shares in [0, 1]. */
[[nodiscard]] bool inNamespace(std::string_view visitor, std::string_view id, double from, double until);

}  // namespace aftermint
