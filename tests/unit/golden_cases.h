/** @file Reads the golden cases: JSON of tests/golden, and the changes of a case to its book or moment. */
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "json.h"
#include "unit/paths.h"

namespace aftermint::golden {

/** Reads a file of tests/golden. Keys keep their order, so that equal trees are equal texts. */
inline Json readJson(const std::string& name) {
  std::ifstream in(std::string(kSourceFolder) + "/tests/golden/" + name);
  EXPECT_TRUE(in) << name << " cannot be read";
  return Json::parse(in);
}

/** Like applyChanges.mjs: sets the value at each pointer, appends at `-`, and removes the value without `to`. */
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
