/** @file The folder of a shard set: groups appear in it whole or not at all. */
#pragma once

#include <filesystem>
#include <set>

#include "shard/files.h"

namespace aftermint::shards {

/** Makes the folder and those above it. Throws Unusable. */
void makeFolder(const std::filesystem::path& folder);

/** Puts a group in place and gives how many files were written; those there already stay. Throws Unusable. */
[[nodiscard]] std::size_t putGroup(const std::filesystem::path& folder, const Group& group);

/** Whether a file holds just that text. */
[[nodiscard]] bool holds(const std::filesystem::path& file, std::string_view text);

/** Waits until what the folder lists is on disk. Throws Unusable. */
void syncFolder(const std::filesystem::path& folder);

/**
 * Removes every group but those named, and what a run that was killed left unfinished; gives how many folders went.
 * Nothing else in the folder is touched. Throws Unusable.
 */
[[nodiscard]] std::size_t pruneGroups(const std::filesystem::path& folder, const std::set<std::string>& kept);

}  // namespace aftermint::shards
