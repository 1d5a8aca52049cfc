/** @file How a book is divided into shards: which products share one, and which offers every page needs. */
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "aftermint/index.h"

namespace aftermint::shards {

/** Shards at most; they are numbered below a power of two. */
inline constexpr std::uint32_t kMostShards = 1u << 20;

/** The shard a product is in, also one that no book has: every id leads to a shard. */
[[nodiscard]] std::uint32_t shardOf(std::string_view product, std::uint32_t count);

/**
 * A book in parts, such that the shards of an order's products and the common part together decide as the book does.
 *
 * A shard holds its own products, every offer that is tied to one of them, what those offers and their experiments
 * offer, and those experiments. An offer that would be in more than a quarter of all shards is in the common part
 * instead: it would weigh there once what it weighs in every shard. It keeps the book, which must outlive it.
 */
class Partition {
 public:
  /**
   * @param book that `decodeBook` accepted
   * @param count of shards, a power of two; so many that a shard weighs about 4 KB where absent
   */
  explicit Partition(const IndexedBook& book, std::optional<std::uint32_t> count = std::nullopt);

  [[nodiscard]] const Book& book() const { return book_.book(); }
  [[nodiscard]] std::uint32_t count() const { return count_; }
  /** How many offers are in the common part. */
  [[nodiscard]] std::size_t commonOffers() const { return commonOffers_.size(); }

  /** The products, offers and experiments of a shard, in the order of the book. */
  [[nodiscard]] Book shard(std::uint32_t number) const;
  /** The same of the common part. */
  [[nodiscard]] Book common() const;

 private:
  using Indices = std::vector<std::uint32_t>;
  /** What products of one category, or with one tag, have in common. */
  struct TiedOffers {
    std::uint64_t products = 0;
    Indices offers;  ///< tied to it and not in the common part
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
  std::vector<bool> isCommon_;  ///< by offer
  Indices commonOffers_;
  Indices products_;                 ///< of all shards, one behind the other
  std::vector<std::size_t> begins_;  ///< of each shard in `products_`, and the end
};

}  // namespace aftermint::shards
