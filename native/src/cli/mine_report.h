/** @file The report of `aftermint mine`, as text and as JSON. */
#pragma once

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>

#include "mine/rules.h"
#include "orders/order_file.h"

namespace aftermint::cli {

/** Everything that the report shows. */
struct MineFindings {
  const orders::OrderFileRead& file;
  const mine::NetPurchases& net;
  const mine::Mined& mined;
  const mine::MineOptions& options;
  bool hasBook = false;
  std::set<std::pair<std::string, std::string>> known;  ///< pairs of the book, by ids
  std::size_t limit = 0;                                ///< maximum rules to show; 0: all
};

/** The report as JSON, as docs/formats.md describes it. */
[[nodiscard]] nlohmann::ordered_json mineJson(const MineFindings& found);
/** The report as text, with a table of the rules. */
[[nodiscard]] std::string mineText(const MineFindings& found);

/** Formats a probability, given its natural logarithm, with two digits: "0.021", "3.4e-412". Any exponent works. */
[[nodiscard]] std::string probability(double log);

}  // namespace aftermint::cli
