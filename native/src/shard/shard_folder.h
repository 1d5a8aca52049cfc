/** @file The folder of a shard set: groups appear in it whole or not at all. */
#pragma once

#include <filesystem>
#include <memory>
#include <set>
#include <vector>

#include "shard/shard_files.h"

namespace aftermint::shards {

/** A folder that groups are put into. Everything throws Unusable (`file_unreadable`) where it cannot be written. */
class ShardFolder {
 public:
  /** Makes the folder, and those above it, where they are missing. */
  explicit ShardFolder(std::filesystem::path path);
  ~ShardFolder();
  ShardFolder(const ShardFolder&) = delete;
  ShardFolder& operator=(const ShardFolder&) = delete;

  /** Takes a group in and gives how many files of it were written; what is there already stays. */
  [[nodiscard]] std::size_t put(const ShardGroup& group);

  /** Puts what was taken in into its place, once all of it is on disk. Without this call nothing of it remains. */
  void settle();

  /**
   * Removes every group but those named, and what a run that was killed left unfinished; gives how many folders went.
   * Nothing else is touched.
   */
  [[nodiscard]] std::size_t prune(const std::set<std::string>& kept) const;

 private:
  class Unfinished;
  std::filesystem::path path_;
  std::vector<std::unique_ptr<Unfinished>> unfinished_;
};

}  // namespace aftermint::shards
