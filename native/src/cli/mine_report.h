/** @file What `aftermint mine` found, for people and for programs. */
#pragma once

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>

#include "mine/rules.h"
#include "orders/order_file.h"

namespace aftermint::cli {

/** Everything the report says, as it was asked for and found. */
struct MineFindings {
  const orders::OrderFileRead& file;
  const mine::NetPurchases& net;
  const mine::Mined& mined;
  const mine::MineOptions& options;
  bool hasBook = false;
  std::set<std::pair<std::string, std::string>> known;  ///< pairs of the book, by ids
  std::size_t limit = 0;                                ///< rules shown at most; 0: all
};

[[nodiscard]] nlohmann::ordered_json mineJson(const MineFindings& found);
[[nodiscard]] std::string mineText(const MineFindings& found);

/** A probability by its natural logarithm, in two digits: "0.021", "3.4e-412"; no exponent is too small. */
[[nodiscard]] std::string probability(double log);

}  // namespace aftermint::cli
