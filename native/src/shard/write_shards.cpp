#include "shard/write_shards.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include "book/write_book.h"
#include "shard/shard_folder.h"

namespace aftermint::shards {
namespace {

constexpr const char* kHeadName = "book.json";

bool holds(const std::filesystem::path& file, std::string_view text) {
  std::ifstream in(file, std::ios::binary);
  return in && std::string(std::istreambuf_iterator<char>(in), {}) == text;
}

}  // namespace

WrittenShards writeShards(const Partition& partition, const std::filesystem::path& out, bool prune) {
  WrittenShards result;
  ShardFolder folder(out);
  const auto put = [&](const ShardGroup& group) {
    result.files += group.files.size();
    result.written += folder.put(group);
    for (const ShardFile& file : group.files) result.bytes += file.text.size();
  };
  std::vector<std::string> groups;
  for (std::uint32_t i = 0; i < groupCount(partition); ++i) {
    const ShardGroup group = makeGroup(partition, i);
    put(group);
    groups.push_back(group.name);
    for (const ShardFile& file : group.files) {
      result.largestShard = std::max<std::uint64_t>(result.largestShard, file.text.size());
    }
  }
  result.groups = static_cast<std::uint32_t>(groups.size());
  result.shardBytes = result.bytes;
  const ShardGroup common = makeCommon(partition);
  if (!common.files.empty()) put(common);
  result.commonBytes = result.bytes - result.shardBytes;

  const std::string head = makeHead(partition, groups, common.name);
  folder.settle();
  ++result.files;
  if (!holds(out / kHeadName, head)) {
    writeWhole((out / kHeadName).string(), head);
    ++result.written;
  }
  result.headBytes = head.size();
  result.bytes += head.size();
  if (prune) {
    std::set<std::string> kept(groups.begin(), groups.end());
    kept.insert(common.name);
    result.pruned = folder.prune(kept);
  }
  return result;
}

}  // namespace aftermint::shards
