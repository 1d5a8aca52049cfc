/** @file A shard set on its way to disk. */
#pragma once

#include <cstdint>
#include <filesystem>

#include "shard/shard_files.h"

namespace aftermint::shards {

/** What a shard set weighs, and what of it was new. */
struct WrittenShards {
  std::uint32_t groups = 0;
  std::size_t files = 0;    ///< shards, the common part and the head
  std::size_t written = 0;  ///< of them; the others were there already
  std::size_t pruned = 0;   ///< folders
  std::uint64_t bytes = 0;  ///< of all files
  std::uint64_t shardBytes = 0, largestShard = 0, commonBytes = 0, headBytes = 0;
};

/**
 * Writes the files of a partition into a folder, which is made where it is missing.
 *
 * A group appears whole or not at all, the head after every group it names, so that at no time a page finds a head
 * without its shards. What is there already is left as it is; pages that read the head before still find its shards,
 * unless `prune` takes them away.
 *
 * Throws Unusable (`file_unreadable`) where the folder cannot be written.
 */
[[nodiscard]] WrittenShards writeShards(const Partition& partition, const std::filesystem::path& out, bool prune);

}  // namespace aftermint::shards
