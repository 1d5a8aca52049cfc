/** @file The Post-Purchase Offer Flow of CRAFT.md as a worksheet, filled in from the book. */
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "aftermint/check.h"
#include "aftermint/render.h"

namespace aftermint::worksheet {

/** A finding of `check` on the offer, with its hint. */
struct Remark {
  Severity severity = Severity::Info;
  std::string_view code;
  std::string message;
  std::string hint;
};

/** One stage of the flow. */
struct Stage {
  std::string_view name;
  std::string_view question;
  std::vector<std::string> answers;  ///< what the book says
  std::vector<std::string> missing;  ///< what it does not say and should
  std::vector<Remark> remarks;       ///< findings, the heaviest first
};

/** What is offered, to look at. */
struct Picture {
  std::string source;  ///< an address or a data: URL; empty where there is none
  std::string alt;
  std::string initial;  ///< of its name, for where there is no picture
};

/** An offer's worksheet: the eight stages, in their order. */
struct Worksheet {
  std::string offer;
  std::string book;
  std::string shop;     ///< who sells
  std::string day;      ///< when it was filled in, for people
  std::string title;    ///< what is offered
  std::string summary;  ///< type, price, and after what
  std::string state;    ///< whether it is shown, and who looked at it when
  Picture picture;
  std::vector<Stage> stages;
};

/** Where a picture of a product is found; empty where it cannot be shown. */
using Pictures = std::function<std::string(const Product&)>;

/**
 * Fills in the worksheet of an offer of the book. `findings` are those of `check` on it, `at` is the day of the
 * meeting. Products are named that `decide` would come to the offer from, and no others.
 */
[[nodiscard]] Worksheet fill(const IndexedBook& book, const Offer& offer, const std::vector<Finding>& findings,
                             Millis at, const Pictures& pictures);

/** The question of each stage and its name, and the stage that findings of a code belong to. */
[[nodiscard]] std::vector<Stage> emptyStages();
[[nodiscard]] std::size_t stageOf(FindingCode code);
enum StageNumber : std::size_t { kSelection, kType, kPlacement, kPricing, kFraming, kFriction, kDecline, kMeasurement };

/** "must fix", "think about it", "good to know". */
[[nodiscard]] std::string_view markOf(Severity severity);

/** The worksheet as plain text. */
[[nodiscard]] std::string toText(const Worksheet& sheet);

/** The worksheet as one HTML page for a meeting: it prints well, needs nothing else and runs nothing; all is escaped.
 */
[[nodiscard]] std::string toHtml(const Worksheet& sheet);

/**
 * `{"ok":true,"offer":…,"book":…,"shop","day","title","summary","state","stages":[{"name","question","answers",
 * "missing","wrong"}…]}`; `wrong` holds findings as `severity code: message hint`.
 */
[[nodiscard]] std::string toJson(const Worksheet& sheet);

}  // namespace aftermint::worksheet
