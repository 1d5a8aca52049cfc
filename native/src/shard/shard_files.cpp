#include "shard/shard_files.h"

#include <utility>

#include "ids.h"

namespace aftermint::shards {
namespace {

ShardGroup named(std::vector<ShardFile> files) {
  return {sha256Hex(hashedText(files)).substr(0, kNameLength), std::move(files)};
}

}  // namespace

ShardGroup makeGroup(const Partition& partition, std::uint32_t group) { return named(groupFiles(partition, group)); }

ShardGroup makeCommon(const Partition& partition) {
  if (partition.commonOffers() == 0) return {};
  return named(commonFiles(partition));
}

}  // namespace aftermint::shards
