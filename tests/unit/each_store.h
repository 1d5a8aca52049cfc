// Tests that every kind of store must pass.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "events/store.h"
#include "unit/cli_scratch.h"

namespace aftermint::testing {

/** Gives new stores of the kind that the parameter names. */
class EachStore : public ::testing::TestWithParam<const char*> {
 protected:
  void SetUp() override;
  void TearDown() override;

  /** The URL of a store that does not exist yet: a file, or a database. It goes with the test. */
  [[nodiscard]] std::string freshUrl();
  /** A new store. */
  [[nodiscard]] std::unique_ptr<Store> fresh();
  [[nodiscard]] static bool isClickHouse() { return std::string(GetParam()) == "clickhouse"; }

  Scratch scratch;

 private:
  std::vector<std::string> databases_;
  int files_ = 0;
};

#define AFTERMINT_EACH_STORE(suite)                                                \
  INSTANTIATE_TEST_SUITE_P(Each, suite, ::testing::Values("sqlite", "clickhouse"), \
                           [](const auto& each) { return std::string(each.param); })

}  // namespace aftermint::testing
