/** @file The groups of files of a set of shards, each with the name of its folder (docs/formats.md, “Shards”). */
#pragma once

#include <string>
#include <vector>

#include "aftermint/shard_texts.h"

namespace aftermint::shards {

/** A folder whose name is a hash of its files, so that a folder of that name never changes. */
struct ShardGroup {
  std::string name;
  std::vector<ShardFile> files;
};

/** The shards whose number modulo `groupCount` is `group`, each as `NUMBER.json`. */
[[nodiscard]] ShardGroup makeGroup(const Partition& partition, std::uint32_t group);

/** The common part as `common.json`, or no files if it is empty. */
[[nodiscard]] ShardGroup makeCommon(const Partition& partition);

}  // namespace aftermint::shards
