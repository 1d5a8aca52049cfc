/** @file Partitions a book into shards: which products share a shard, and which offers every page needs. */
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "aftermint/index.h"

namespace aftermint::shards {

/** The largest number of shards. It is a power of two. */
inline constexpr std::uint32_t kMostShards = 1u << 20;

/** The number of the shard for a product id, below `count` (a power of two). An id need not be in the book. */
[[nodiscard]] std::uint32_t shardOf(std::string_view product, std::uint32_t count);

/**
 * A book in shards and a common part. The shards of an order's products and the common part together give the same
 * decision as the whole book.
 *
 * A shard holds its products, every offer that is tied to one of them, the items and experiments of those offers, and
 * the items of those experiments. An offer that would be in more than a quarter of all shards is in the common part
 * instead, where it is stored once.
 *
 * Keeps a reference to the book, which must outlive it.
 */
class Partition {
 public:
  /**
   * @param book a book that `decodeBook` accepted
   * @param count the number of shards, a power of two; by default as many as make a shard about 4 KB
   */
  explicit Partition(const IndexedBook& book, std::optional<std::uint32_t> count = std::nullopt);

  [[nodiscard]] const Book& book() const { return book_.book(); }
  [[nodiscard]] std::uint32_t count() const { return count_; }
  /** The number of offers in the common part. */
  [[nodiscard]] std::size_t commonOffers() const { return commonOffers_.size(); }

  /** The products, offers and experiments of a shard, in the order of the book. */
  [[nodiscard]] Book shard(std::uint32_t number) const;
  /** The products, offers and experiments of the common part, in the order of the book. */
  [[nodiscard]] Book common() const;

 private:
  using Indices = std::vector<std::uint32_t>;
  /** The products of one category or with one tag, and the offers tied to it. */
  struct TiedOffers {
    std::uint64_t products = 0;
    Indices offers;  ///< without those in the common part
  };
  using TiedOffersByName = std::unordered_map<std::string_view, TiedOffers>;

  void countProducts();
  [[nodiscard]] std::vector<std::uint64_t> reaches() const;
  [[nodiscard]] std::uint32_t chooseCount(const std::vector<std::uint64_t>& reaches) const;
  void chooseCommon(const std::vector<std::uint64_t>& reaches);
  void distribute();
  [[nodiscard]] std::uint32_t indexOf(std::string_view product) const;
  [[nodiscard]] Book part(Indices products, Indices offers) const;

  const IndexedBook& book_;
  std::uint32_t count_ = 1;
  TiedOffersByName categories_, tags_;
  std::vector<bool> isCommon_;  ///< by index of the offer
  Indices commonOffers_;
  Indices products_;                 ///< of all shards, one after another
  std::vector<std::size_t> begins_;  ///< where each shard begins in `products_`, and the end of the last
};

}  // namespace aftermint::shards
