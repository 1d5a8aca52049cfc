/** @file FNV-1a, and the buckets made from it. */
#include <algorithm>
#include <array>
#include <cstddef>

#include "aftermint/bucket.h"

namespace aftermint {
namespace {

constexpr std::uint32_t kFnvOffset = 2166136261u;
constexpr std::uint32_t kFnvPrime = 16777619u;
constexpr std::uint32_t kBuckets = 10'000;  // of hash version 2
constexpr std::uint32_t kBucketsVersion1 = 1'000;
constexpr Bps kWhole = 10'000;

/** FNV-1a can be carried on, so joined texts are hashed without joining them. */
std::uint32_t carryOn(std::uint32_t hash, std::string_view utf8) {
  for (char byte : utf8) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * kFnvPrime;
  }
  return hash;
}

/** The hash of a hash's decimal digits. */
std::uint32_t hashOfDigits(std::uint32_t number) {
  std::array<char, 10> digits{};  // of the largest 32-bit number
  std::size_t begin = digits.size();
  do {
    digits[--begin] = static_cast<char>('0' + number % 10);
    number /= 10;
  } while (number != 0);
  return fnv1a32({digits.data() + begin, digits.size() - begin});
}

std::uint32_t bucketVersion1(std::string_view seed, std::string_view value) {
  return carryOn(fnv1a32(value), seed) % kBucketsVersion1;
}

/** Namespaces keep to version 1 and put two underscores before their id; that is how they are published. */
std::uint32_t namespaceBucket(std::string_view visitor, std::string_view id) {
  return carryOn(carryOn(fnv1a32(visitor), "__"), id) % kBucketsVersion1;
}

}  // namespace

std::uint32_t fnv1a32(std::string_view utf8) { return carryOn(kFnvOffset, utf8); }

std::uint32_t bucket10000(std::string_view seed, std::string_view value) {
  return hashOfDigits(carryOn(fnv1a32(seed), value)) % kBuckets;
}

std::optional<double> bucketHash(std::string_view seed, std::string_view value, int version) {
  if (version == 2) return bucket10000(seed, value) / static_cast<double>(kBuckets);
  if (version == 1) return bucketVersion1(seed, value) / static_cast<double>(kBucketsVersion1);
  return std::nullopt;
}

std::optional<std::size_t> chooseArm(std::uint32_t bucket, Bps coverageBps, std::span<const Bps> weightsBps) {
  const Bps coverage = std::clamp<Bps>(coverageBps, 0, kWhole);
  Bps begin = 0;
  for (std::size_t arm = 0; arm < weightsBps.size(); ++arm) {
    const Bps weight = std::clamp<Bps>(weightsBps[arm], 0, kWhole);
    const Bps within = static_cast<Bps>(bucket) - begin;
    if (within >= 0 && within * kWhole < weight * coverage) return arm;
    begin += weight;
  }
  return std::nullopt;
}

bool inNamespace(std::string_view visitor, const Namespace& space) {
  const Bps place = static_cast<Bps>(namespaceBucket(visitor, space.id)) * (kWhole / kBucketsVersion1);
  return place >= space.fromBps && place < space.untilBps;
}

bool inNamespace(std::string_view visitor, std::string_view id, double from, double until) {
  const double place = namespaceBucket(visitor, id) / static_cast<double>(kBucketsVersion1);
  return place >= from && place < until;
}

}  // namespace aftermint
