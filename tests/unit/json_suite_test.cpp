// The JSON decoder against JSONTestSuite (https://github.com/nst/JSONTestSuite, "Parsing JSON is a Minefield").
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "aftermint/codec.h"
#include "aftermint/encode_book.h"

namespace {

namespace fs = std::filesystem;

fs::path suite() {
  const char* data = std::getenv("AFTERMINT_DATA");
  return fs::path(data != nullptr ? data : "../shared/data") / "json-test-suite";
}

/** The suite's files with this prefix, sorted. */
std::vector<fs::path> filesWith(const std::string& prefix) {
  std::vector<fs::path> files;
  std::error_code none;
  for (const fs::directory_entry& entry : fs::directory_iterator(suite(), none)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(prefix) && name.ends_with(".json")) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

aftermint::Decoded<aftermint::Value> decodeFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  return aftermint::decodeValue(text);
}

/** Valid JSON that is refused nevertheless, because readers differ in which of two equal keys they use. */
bool repeatsKey(const fs::path& path) { return path.filename().string().starts_with("y_object_duplicated_key"); }

class JsonSuite : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!fs::is_directory(suite())) GTEST_SKIP() << "no JSONTestSuite at " << suite() << ": set AFTERMINT_DATA";
  }
};

TEST_F(JsonSuite, ValidJsonIsAccepted) {
  const std::vector<fs::path> files = filesWith("y_");
  ASSERT_FALSE(files.empty());
  for (const fs::path& path : files) EXPECT_EQ(static_cast<bool>(decodeFile(path)), !repeatsKey(path)) << path;
}

TEST_F(JsonSuite, InvalidJsonIsRefusedWithALineAndColumn) {
  const std::vector<fs::path> files = filesWith("n_");
  ASSERT_FALSE(files.empty());
  for (const fs::path& path : files) {
    const aftermint::Decoded<aftermint::Value> decoded = decodeFile(path);
    EXPECT_FALSE(decoded) << path;
    ASSERT_FALSE(decoded.faults.empty()) << path;
    EXPECT_GE(decoded.faults[0].line, 1u) << path;
    EXPECT_GE(decoded.faults[0].column, 1u) << path;
    EXPECT_FALSE(decoded.faults[0].message.empty()) << path;
  }
}

TEST_F(JsonSuite, ImplementationDefinedJsonIsAcceptedOrRefusedWithAFault) {
  const std::vector<fs::path> files = filesWith("i_");
  ASSERT_FALSE(files.empty());
  for (const fs::path& path : files) {
    const aftermint::Decoded<aftermint::Value> decoded = decodeFile(path);
    EXPECT_NE(static_cast<bool>(decoded), !decoded.faults.empty()) << path;
  }
}

}  // namespace
