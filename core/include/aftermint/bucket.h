/**
 * @file Bucketing by hash: who is in a holdout, a namespace, an arm. GrowthBook's published scheme, over UTF-8.
 *
 * Two forms of one thing: shares as doubles, as GrowthBook publishes them and its conformance cases test, and
 * whole numbers (buckets of 10,000, basis points), which `decide` uses so that no rounding is involved.
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

/** The 32-bit FNV-1a hash of the bytes. */
[[nodiscard]] std::uint32_t fnv1a32(std::string_view utf8);

/**
 * The visitor's bucket, 0 to 9,999: version 2 of the hash before it becomes a share.
 *
 * @param seed sets apart experiments, so that being in an arm of one says nothing of another
 * @param value who is bucketed, usually the visitor's id
 */
[[nodiscard]] std::uint32_t bucket10000(std::string_view seed, std::string_view value);

/** The visitor's place in [0, 1) under hash version 1 or 2; nothing for a version not known. */
[[nodiscard]] std::optional<double> bucketHash(std::string_view seed, std::string_view value, int version);

/**
 * The arm a bucket falls in, or nothing where it falls beyond an arm's coverage.
 *
 * Arm i begins where the weights before it end and takes in `coverageBps` of its own weight, so raising the
 * coverage never moves a visitor from one arm to another.
 *
 * @param bucket of `bucket10000`
 * @param coverageBps 0 to 10,000; beyond, the nearer end counts
 * @param weightsBps of the arms in order, each 0 to 10,000; what they leave below 10,000 belongs to no arm
 */
[[nodiscard]] std::optional<std::size_t> chooseArm(std::uint32_t bucket, Bps coverageBps,
                                                   std::span<const Bps> weightsBps);

/** Whether a visitor belongs to a namespace: experiments in disjoint parts of one never share a visitor. */
[[nodiscard]] bool inNamespace(std::string_view visitor, const Namespace& space);

/** A half-open part of [0, 1). */
struct BucketRange {
  double from = 0;
  double until = 0;
};

/** `count` equal weights that sum to one; none for a count below one. */
[[nodiscard]] std::vector<double> getEqualWeights(int count);

/**
 * The range of each variation.
 *
 * @param count of variations
 * @param coverage 1 where absent; beyond [0, 1] the nearer end counts
 * @param weights equal ones are taken where there are not `count` of them or where they sum to less than 0.99
 *        or more than 1.01
 */
[[nodiscard]] std::vector<BucketRange> getBucketRanges(int count, std::optional<double> coverage,
                                                       std::span<const double> weights);

/** The first range that holds `n`, or -1. */
[[nodiscard]] int chooseVariation(double n, std::span<const BucketRange> ranges);

/** Whether a visitor belongs to [from, until) of a namespace, as shares. */
[[nodiscard]] bool inNamespace(std::string_view visitor, std::string_view id, double from, double until);

}  // namespace aftermint
