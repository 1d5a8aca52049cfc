/** @file The folder of a set of shards, in which groups appear whole or not at all. */
#pragma once

#include <filesystem>
#include <memory>
#include <set>
#include <vector>

#include "shard/shard_files.h"

namespace aftermint::shards {

/** A folder that groups are written to. All members throw Unusable (`file_unreadable`) if it cannot be written. */
class ShardFolder {
 public:
  /** Creates the folder and its parents if they do not exist. */
  explicit ShardFolder(std::filesystem::path path);
  ~ShardFolder();
  ShardFolder(const ShardFolder&) = delete;
  ShardFolder& operator=(const ShardFolder&) = delete;

  /** Writes a group to a temporary folder, unless it exists. Returns the number of files written. */
  [[nodiscard]] std::size_t put(const ShardGroup& group);

  /** Syncs all new groups and moves them into place. Without this call they are deleted. */
  void settle();

  /**
   * Removes every group except those named, and what an interrupted run left behind. Nothing else is touched. Returns
   * the number of folders removed.
   */
  [[nodiscard]] std::size_t prune(const std::set<std::string>& kept) const;

 private:
  class Unfinished;
  std::filesystem::path path_;
  std::vector<std::unique_ptr<Unfinished>> unfinished_;
};

}  // namespace aftermint::shards
