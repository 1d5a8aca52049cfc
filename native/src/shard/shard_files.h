/** @file The files of a set of shards: their names and texts (docs/formats.md, “Shards”). */
#pragma once

#include <string>
#include <vector>

#include "shard/partition.h"

namespace aftermint::shards {

/** The largest number of groups. The head lists all their names, and a change of the book renames whole groups. */
inline constexpr std::uint32_t kMostGroups = 64;

/** One file of a group. */
struct ShardFile {
  std::string name;
  std::string text;
};

/** A folder whose name is a hash of its files, so that a folder of that name never changes. */
struct ShardGroup {
  std::string name;
  std::vector<ShardFile> files;
};

/** The number of groups for the shards of a partition. */
[[nodiscard]] std::uint32_t groupCount(const Partition& partition);

/** The shards whose number modulo `groupCount` is `group`, each as `NUMBER.json`. */
[[nodiscard]] ShardGroup makeGroup(const Partition& partition, std::uint32_t group);

/** The common part as `common.json`, or no files if it is empty. */
[[nodiscard]] ShardGroup makeCommon(const Partition& partition);

/**
 * The file that `data-book` of a page names: the book without its lists, and before it `shards`, which says where they
 * are.
 *
 * @param groups the names of all groups, in order
 * @param common the name of the group with the common part; empty if there is none
 */
[[nodiscard]] std::string makeHead(const Partition& partition, const std::vector<std::string>& groups,
                                   const std::string& common);

}  // namespace aftermint::shards
