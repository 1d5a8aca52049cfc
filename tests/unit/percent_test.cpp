// Shares as percentages: trailing zeros are dropped in text and kept in columns.
#include "percent.h"

#include <gtest/gtest.h>

namespace aftermint {
namespace {

TEST(Percent, DropsTrailingZeros) {
  EXPECT_EQ(percentText(0), "0 %");
  EXPECT_EQ(percentText(5), "0.05 %");
  EXPECT_EQ(percentText(500), "5 %");
  EXPECT_EQ(percentText(1250), "12.5 %");
  EXPECT_EQ(percentText(10'000), "100 %");
}

TEST(Percent, HasTwoDecimalsInColumns) {
  EXPECT_EQ(percentTextFixed(0), "0.00 %");
  EXPECT_EQ(percentTextFixed(1250), "12.50 %");
  EXPECT_EQ(percentTextFixed(10'000), "100.00 %");
}

}  // namespace
}  // namespace aftermint
