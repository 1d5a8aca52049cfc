/** @file Writes a set of shards to disk. */
#pragma once

#include <cstdint>
#include <filesystem>

#include "shard/shard_files.h"

namespace aftermint::shards {

/** What was written, and its size. */
struct WrittenShards {
  std::uint32_t groups = 0;
  std::size_t files = 0;    ///< all files: shards, common part and head
  std::size_t written = 0;  ///< new or changed files
  std::size_t pruned = 0;   ///< removed folders
  std::uint64_t bytes = 0;  ///< of all files
  std::uint64_t shardBytes = 0, largestShard = 0, commonBytes = 0, headBytes = 0;
};

/**
 * Writes the files of a partition to a folder, which is created if it does not exist.
 *
 * Each group appears in one step, and the head after all groups it names, so that a page never finds a head without its
 * shards. Existing groups are not written again. Groups of earlier heads stay, for pages that have read those, unless
 * `prune` removes them.
 *
 * Throws Unusable (`file_unreadable`) if the folder cannot be written.
 */
[[nodiscard]] WrittenShards writeShards(const Partition& partition, const std::filesystem::path& out, bool prune);

}  // namespace aftermint::shards
