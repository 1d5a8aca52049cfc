#include "aftermint/shard_texts.h"

#include <algorithm>

#include "aftermint/encode_book.h"

namespace aftermint::shards {

std::uint32_t groupCount(const Partition& partition) { return std::min(partition.count(), kMostGroups); }

std::vector<ShardFile> groupFiles(const Partition& partition, std::uint32_t group) {
  std::vector<ShardFile> files;
  for (std::uint32_t shard = group; shard < partition.count(); shard += groupCount(partition)) {
    files.push_back({std::to_string(shard) + ".json", encodeLists(partition.shard(shard))});
  }
  return files;
}

std::vector<ShardFile> commonFiles(const Partition& partition) {
  std::vector<ShardFile> files;
  if (partition.commonOffers() > 0) files.push_back({"common.json", encodeLists(partition.common())});
  return files;
}

std::string hashedText(const std::vector<ShardFile>& files) {
  std::string all;
  for (const ShardFile& file : files) all.append(file.name).append(1, '\n').append(file.text).append(1, '\n');
  return all;
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
