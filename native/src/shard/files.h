/** @file The files of a shard set: their names and texts (docs/formats.md, “Shards”). */
#pragma once

#include <string>
#include <vector>

#include "shard/division.h"

namespace aftermint::shards {

/** Groups at most: their names are the weight of the head, and what one change of the book renames. */
inline constexpr std::uint32_t kMostGroups = 64;

struct File {
  std::string name;
  std::string text;
};

/** A folder that is named by the hash of all that is in it, so that neither ever changes. */
struct Group {
  std::string name;
  std::vector<File> files;
};

/** How many groups the shards of a division make. */
[[nodiscard]] std::uint32_t groupCount(const Division& division);

/** The shards whose numbers leave that rest, divided by the count of groups; each as `NUMBER.json`. */
[[nodiscard]] Group makeGroup(const Division& division, std::uint32_t group);

/** The common part as `common.json`; no files where nothing is common. */
[[nodiscard]] Group makeCommon(const Division& division);

/**
 * What a page's `data-book` names: the book without its lists, and first in it `shards`, where to find them.
 *
 * @param groups the names of all groups, in their order
 * @param common the name of the common part's group; empty: there is none
 */
[[nodiscard]] std::string makeHead(const Division& division, const std::vector<std::string>& groups,
                                   const std::string& common);

}  // namespace aftermint::shards
