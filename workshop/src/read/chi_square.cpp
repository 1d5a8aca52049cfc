/** @file Whether visitors are spread over the arms as they should be. */
#include <map>
#include <set>

#include "read/figures.h"
#include "statistics/distributions.h"

namespace aftermint {
namespace {

/// A mismatch that comes up once in a thousand tests: fewer false alarms than days in three years of daily looks.
constexpr double kAlarm = 0.001;

ChiSquareTest chiSquareTest(double chiSquare, std::int64_t df) {
  const double p = chiSquareUpperTail(chiSquare, static_cast<double>(df));
  return {chiSquare, df, p, p < kAlarm};
}

}  // namespace

std::optional<ChiSquareTest> sampleRatio(const std::vector<ArmCounts>& arms) {
  double weights = 0;
  double visitors = 0;
  for (const ArmCounts& arm : arms) {
    if (!(arm.weight > 0)) return std::nullopt;
    weights += arm.weight;
    visitors += static_cast<double>(arm.visitors);
  }
  if (arms.size() < 2 || visitors == 0) return std::nullopt;
  double chiSquare = 0;
  for (const ArmCounts& arm : arms) {
    const double expected = visitors * arm.weight / weights;
    const double off = static_cast<double>(arm.visitors) - expected;
    chiSquare += off * off / expected;
  }
  return chiSquareTest(chiSquare, static_cast<std::int64_t>(arms.size()) - 1);
}

std::vector<CarryOver> carryOver(const std::vector<ArmCounts>& arms) {
  // earlier experiment → earlier arm → visitors by arm
  std::map<std::string, std::map<std::string, std::vector<double>>> tables;
  for (std::size_t i = 0; i < arms.size(); ++i) {
    for (const EarlierArm& earlier : arms[i].earlier) {
      std::vector<double>& row = tables[earlier.experiment][earlier.arm];
      row.resize(arms.size());
      row[i] += static_cast<double>(earlier.visitors);
    }
  }
  std::vector<CarryOver> out;
  for (const auto& [experiment, table] : tables) {
    std::vector<double> byArm(arms.size());
    double all = 0;
    for (const auto& [earlier, row] : table) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        byArm[i] += row[i];
        all += row[i];
      }
    }
    std::int64_t columns = 0;
    std::int64_t rows = 0;
    for (const double sum : byArm) columns += sum > 0;
    double chiSquare = 0;
    for (const auto& [earlier, row] : table) {
      double sum = 0;
      for (const double count : row) sum += count;
      if (sum == 0) continue;
      ++rows;
      for (std::size_t i = 0; i < row.size(); ++i) {
        const double expected = sum * byArm[i] / all;
        if (expected > 0) chiSquare += (row[i] - expected) * (row[i] - expected) / expected;
      }
    }
    if (rows > 1 && columns > 1) out.push_back({experiment, chiSquareTest(chiSquare, (rows - 1) * (columns - 1))});
  }
  return out;
}

}  // namespace aftermint
