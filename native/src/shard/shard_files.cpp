#include "shard/shard_files.h"

#include <algorithm>

#include "aftermint/codec.h"
#include "aftermint/encode_book.h"
#include "ids.h"

namespace aftermint::shards {
namespace {

constexpr std::size_t kNameLength = 16;  // hex digits: 64 bits

/** Names a group by a hash of the names and texts of its files. Names count because empty shards have equal texts. */
ShardGroup named(std::vector<ShardFile> files) {
  std::string all;
  for (const ShardFile& file : files) all.append(file.name).append(1, '\n').append(file.text).append(1, '\n');
  return {sha256Hex(all).substr(0, kNameLength), std::move(files)};
}

}  // namespace

std::uint32_t groupCount(const Partition& partition) { return std::min(partition.count(), kMostGroups); }

ShardGroup makeGroup(const Partition& partition, std::uint32_t group) {
  std::vector<ShardFile> files;
  for (std::uint32_t shard = group; shard < partition.count(); shard += groupCount(partition)) {
    files.push_back({std::to_string(shard) + ".json", encodeLists(partition.shard(shard))});
  }
  return named(std::move(files));
}

ShardGroup makeCommon(const Partition& partition) {
  if (partition.commonOffers() == 0) return {};
  return named({{"common.json", encodeLists(partition.common())}});
}

std::string makeHead(const Partition& partition, const std::vector<std::string>& groups, const std::string& common) {
  std::string shards = "{\"shards\":{\"count\":" + std::to_string(partition.count());
  shards += ",\"common\":[" + (common.empty() ? common : '"' + common + "/common\"") + "],\"groups\":[";
  for (const std::string& group : groups) {
    if (&group != &groups.front()) shards += ',';
    shards += '"' + group + '"';
  }
  return shards + "]}," + encodeHead(partition.book()).substr(1);
}

}  // namespace aftermint::shards
