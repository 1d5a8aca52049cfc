/** @file The golden cases: JSON of tests/golden, and the changes by which a case differs from what it stands on. */
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "json.h"
#include "unit/paths.h"

namespace aftermint::golden {

/** A file of tests/golden; keys in the order written, so that equal trees are equal texts. */
inline Json readJson(const std::string& name) {
  std::ifstream in(std::string(kSourceFolder) + "/tests/golden/" + name);
  EXPECT_TRUE(in) << name << " cannot be read";
  return Json::parse(in);
}

/** As applyChanges.mjs does: sets what each pointer names, appends at `-`, takes away without `to`. */
inline void applyChanges(Json& value, const Json& changes) {
  for (const Json& change : changes) {
    const Json::json_pointer at(change.at("at").get<std::string>());
    if (change.contains("to")) {
      value[at] = change.at("to");
      continue;
    }
    Json& owner = value[at.parent_pointer()];
    if (owner.is_array()) {
      owner.erase(static_cast<std::size_t>(std::stoul(at.back())));
    } else {
      owner.erase(at.back());
    }
  }
}

}  // namespace aftermint::golden
