// Minimum recall and precision on texts of real shops: Princeton's dark patterns (Mathur et al. 2019) and
// ec-darkpattern (Yada et al. 2022).
#include <map>

#include "unit/copy_cases.h"

namespace aftermint {
namespace {

using testing::codesOf;
using testing::has;
using testing::realData;

struct Row {
  std::string type, text;
};

bool presses(std::string_view text) {
  const auto codes = codesOf(CopyField::Benefit, "en", text);
  return has(codes, FindingCode::NoFalseUrgency) || has(codes, FindingCode::SocialPressure) ||
         has(codes, FindingCode::Guilt);
}

class Corpus : public ::testing::Test {
 protected:
  void SetUp() override {
    const std::filesystem::path folder = realData() / "tact-copy";
    if (realData().empty() || !std::filesystem::is_directory(folder)) {
      GTEST_SKIP() << "AFTERMINT_DATA is not set: there are no texts of real shops";
    }
    princeton_ = rows(folder / "dark-patterns.json", "type");
    shops_ = rows(folder / "ec-darkpattern.json", "label");
    ASSERT_GT(princeton_.size(), 100u);
    ASSERT_GT(shops_.size(), 100u);
  }

  static std::vector<Row> rows(const std::filesystem::path& file, const char* type) {
    std::ifstream in(file);
    std::vector<Row> out;
    for (const nlohmann::json& row : nlohmann::json::parse(in)) out.push_back({row.at(type), row.at("text")});
    return out;
  }

  std::vector<Row> princeton_, shops_;
};

TEST_F(Corpus, EveryConfirmshamingLabelIsRefused) {
  int count = 0;
  for (const Row& row : princeton_) {
    if (row.type != "Confirmshaming") continue;
    ++count;
    EXPECT_TRUE(has(codesOf(CopyField::Decline, "en", row.text), FindingCode::DeclineNeutral)) << row.text;
  }
  EXPECT_GT(count, 20);
}

TEST_F(Corpus, NineInTenTextsWithPressureAreFound) {
  std::map<std::string, std::pair<int, int>> found;
  for (const Row& row : princeton_) {
    found[row.type].second += 1;
    if (presses(row.text)) found[row.type].first += 1;
  }
  for (const char* type : {"Countdown Timer", "Low-stock Message", "Limited-time Message", "High-demand Message",
                           "Activity Notification"}) {
    const auto [hits, all] = found[type];
    EXPECT_GT(all, 5) << type;
    EXPECT_GE(hits * 10, all * 9) << type << ": " << hits << " of " << all;
  }
}

TEST_F(Corpus, AtMostThreeInAHundredOrdinaryTextsAreFlagged) {
  int flagged = 0, all = 0;
  for (const Row& row : shops_) {
    if (row.type != "0") continue;
    ++all;
    if (!codesOf(CopyField::Benefit, "en", row.text).empty()) ++flagged;  // by any rule
  }
  EXPECT_GT(all, 100);
  EXPECT_LE(flagged * 100, all * 3) << flagged << " of " << all;
}

}  // namespace
}  // namespace aftermint
