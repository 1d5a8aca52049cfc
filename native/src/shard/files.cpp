#include "shard/files.h"

#include <algorithm>

#include "aftermint/codec.h"
#include "aftermint/encode_book.h"
#include "ids.h"

namespace aftermint::shards {
namespace {

constexpr std::size_t kNameLength = 16;  // hex digits: 64 bits

/** Names the group: by its files' names too, for two groups of empty shards are not the same. */
Group named(std::vector<File> files) {
  std::string all;
  for (const File& file : files) all.append(file.name).append(1, '\n').append(file.text).append(1, '\n');
  return {sha256Hex(all).substr(0, kNameLength), std::move(files)};
}

}  // namespace

std::uint32_t groupCount(const Division& division) { return std::min(division.count(), kMostGroups); }

Group makeGroup(const Division& division, std::uint32_t group) {
  std::vector<File> files;
  for (std::uint32_t shard = group; shard < division.count(); shard += groupCount(division)) {
    files.push_back({std::to_string(shard) + ".json", encodeLists(division.shard(shard))});
  }
  return named(std::move(files));
}

Group makeCommon(const Division& division) {
  if (division.commonOffers() == 0) return {};
  return named({{"common.json", encodeLists(division.common())}});
}

std::string makeHead(const Division& division, const std::vector<std::string>& groups, const std::string& common) {
  std::string shards = "{\"shards\":{\"count\":" + std::to_string(division.count());
  shards += ",\"common\":[" + (common.empty() ? common : '"' + common + "/common\"") + "],\"groups\":[";
  for (const std::string& group : groups) {
    if (&group != &groups.front()) shards += ',';
    shards += '"' + group + '"';
  }
  return shards + "]}," + encodeHead(division.book()).substr(1);
}

}  // namespace aftermint::shards
