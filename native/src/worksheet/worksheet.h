/** @file The Post-Purchase Offer Flow of CRAFT.md as a worksheet, filled in from the book. */
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "aftermint/check.h"

namespace aftermint::worksheet {

/** One stage of the flow. */
struct Stage {
  std::string_view name;
  std::string_view question;
  std::vector<std::string> answers;  ///< what the book says
  std::vector<std::string> missing;  ///< what it does not say and should
  std::vector<std::string> wrong;    ///< what does not hold: findings, with their mend
};

/** An offer's worksheet: the eight stages, in their order. */
struct Worksheet {
  std::string offer;
  std::string book;
  std::vector<Stage> stages;
};

/** Fills in the worksheet of an offer of the book; `findings` are those of `check` on it. */
[[nodiscard]] Worksheet fill(const IndexedBook& book, const Offer& offer, const std::vector<Finding>& findings);

/** The worksheet as plain text. */
[[nodiscard]] std::string toText(const Worksheet& sheet);

/** The worksheet as one HTML page that prints well and needs nothing else; every text is escaped. */
[[nodiscard]] std::string toHtml(const Worksheet& sheet);

/** `{"ok":true,"offer":…,"book":…,"stages":[{"name","question","answers","missing","wrong"}…]}` */
[[nodiscard]] std::string toJson(const Worksheet& sheet);

}  // namespace aftermint::worksheet
