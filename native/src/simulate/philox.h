/** @file Random numbers that depend only on a seed and a position, so every platform gets the same ones. */
#pragma once

#include <array>
#include <cstdint>

namespace aftermint::simulate {

/**
 * Philox4x32-10: four random words for a counter and a key.
 *
 * A counter-based generator (Salmon et al., Parallel random numbers: as easy as 1, 2, 3, SC 2011): it has no state, so
 * shopper number 5,000,000 is drawn without the shoppers before. It uses integers only.
 */
[[nodiscard]] constexpr std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter,
                                                            std::array<std::uint32_t, 2> key) {
  constexpr std::uint64_t kMultiply0 = 0xD2511F53, kMultiply1 = 0xCD9E8D57;
  constexpr std::uint32_t kWeyl0 = 0x9E3779B9, kWeyl1 = 0xBB67AE85;
  for (int round = 0; round < 10; ++round) {
    const std::uint64_t product0 = kMultiply0 * counter[0], product1 = kMultiply1 * counter[2];
    counter = {static_cast<std::uint32_t>(product1 >> 32) ^ counter[1] ^ key[0], static_cast<std::uint32_t>(product1),
               static_cast<std::uint32_t>(product0 >> 32) ^ counter[3] ^ key[1], static_cast<std::uint32_t>(product0)};
    key[0] += kWeyl0;
    key[1] += kWeyl1;
  }
  return counter;
}

/** The random numbers of one shopper: number `draw` is always the same, in whatever order they are drawn. */
class Draws {
 public:
  Draws(std::uint64_t seed, std::uint64_t shopper) : seed_(seed), shopper_(shopper) {}

  /** 64 random bits. */
  [[nodiscard]] std::uint64_t bits(std::uint32_t draw) {
    const std::uint32_t block = draw / 2;
    if (block != block_) {
      block_ = block;
      words_ = philox({low(shopper_), high(shopper_), block, 0}, {low(seed_), high(seed_)});
    }
    const std::size_t at = draw % 2 * 2;
    return static_cast<std::uint64_t>(words_[at]) << 32 | words_[at + 1];
  }

  /** A whole number from 0 to `count` - 1. `count` is 1 or more. */
  [[nodiscard]] std::int64_t below(std::uint32_t draw, std::int64_t count) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(
        (static_cast<unsigned __int128>(bits(draw)) * static_cast<std::uint64_t>(count)) >> 64));
  }

  /** True for this share of all shoppers, in basis points. */
  [[nodiscard]] bool chance(std::uint32_t draw, std::int64_t bps) { return below(draw, 10'000) < bps; }

 private:
  static std::uint32_t low(std::uint64_t value) { return static_cast<std::uint32_t>(value); }
  static std::uint32_t high(std::uint64_t value) { return static_cast<std::uint32_t>(value >> 32); }

  std::uint64_t seed_, shopper_;
  std::uint32_t block_ = 0xFFFF'FFFF;
  std::array<std::uint32_t, 4> words_{};
};

}  // namespace aftermint::simulate
