/** @file The texts of a set of shards (docs/formats.md, “Shards”). Who writes them names the folders by a hash. */
#pragma once

#include <string>
#include <vector>

#include "aftermint/partition.h"

namespace aftermint::shards {

/** The largest number of groups. The head lists all their names, and a change of the book renames whole groups. */
inline constexpr std::uint32_t kMostGroups = 64;

/** The number of hex digits of a group's name: 64 bits of a SHA-256. */
inline constexpr std::size_t kNameLength = 16;

/** One file of a group. */
struct ShardFile {
  std::string name;
  std::string text;
};

/** The number of groups for the shards of a partition. */
[[nodiscard]] std::uint32_t groupCount(const Partition& partition);

/** The shards whose number modulo `groupCount` is `group`, each as `NUMBER.json`. */
[[nodiscard]] std::vector<ShardFile> groupFiles(const Partition& partition, std::uint32_t group);

/** The common part as `common.json`, or no files if it is empty. */
[[nodiscard]] std::vector<ShardFile> commonFiles(const Partition& partition);

/**
 * The text whose SHA-256 names a group: the names and texts of its files. Names count because empty shards have equal
 * texts.
 */
[[nodiscard]] std::string hashedText(const std::vector<ShardFile>& files);

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
