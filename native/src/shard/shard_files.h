/** @file The files of a shard set: their names and texts (docs/formats.md, “Shards”). */
#pragma once

#include <string>
#include <vector>

#include "shard/partition.h"

namespace aftermint::shards {

/** Groups at most: their names are the weight of the head, and what one change of the book renames. */
inline constexpr std::uint32_t kMostGroups = 64;

struct ShardFile {
  std::string name;
  std::string text;
};

/** A folder that is named by the hash of all that is in it, so that neither ever changes. */
struct ShardGroup {
  std::string name;
  std::vector<ShardFile> files;
};

/** How many groups the shards of a partition make. */
[[nodiscard]] std::uint32_t groupCount(const Partition& partition);

/** The shards whose numbers leave that rest, divided by the count of groups; each as `NUMBER.json`. */
[[nodiscard]] ShardGroup makeGroup(const Partition& partition, std::uint32_t group);

/** The common part as `common.json`; no files where nothing is common. */
[[nodiscard]] ShardGroup makeCommon(const Partition& partition);

/**
 * What a page's `data-book` names: the book without its lists, and first in it `shards`, where to find them.
 *
 * @param groups the names of all groups, in their order
 * @param common the name of the common part's group; empty: there is none
 */
[[nodiscard]] std::string makeHead(const Partition& partition, const std::vector<std::string>& groups,
                                   const std::string& common);

}  // namespace aftermint::shards
