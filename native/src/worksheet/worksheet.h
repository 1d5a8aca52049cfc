/** @file The worksheet of an offer: the eight stages of docs/craft.md, filled in from the book. */
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

/** One stage of the worksheet. */
struct Stage {
  std::string_view name;
  std::string_view question;
  std::vector<std::string> answers;  ///< what the book says
  std::vector<std::string> missing;  ///< what the book should say but does not
  std::vector<Remark> remarks;       ///< findings, most severe first
};

/** The picture of the offer. */
struct Picture {
  std::string source;  ///< an http(s) or data: URL; empty if there is no picture
  std::string alt;
  std::string initial;  ///< first letter of the title, shown if there is no picture
};

/** An offer's worksheet: the eight stages, in their order. */
struct Worksheet {
  std::string offer;
  std::string book;
  std::string shop;     ///< the merchant
  std::string day;      ///< the time, as people write it
  std::string title;    ///< the items offered
  std::string summary;  ///< type, price and products that lead to it
  std::string state;    ///< whether it is approved, and its last review
  Picture picture;
  std::vector<Stage> stages;
};

/** Returns the URL of a product's picture, or an empty text. */
using Pictures = std::function<std::string(const Product&)>;

/**
 * Fills in the worksheet of an offer of the book. It names only products that lead `decide` to the offer.
 *
 * @param findings those of `check` on the book
 * @param at the time of the meeting
 */
[[nodiscard]] Worksheet fill(const IndexedBook& book, const Offer& offer, const std::vector<Finding>& findings,
                             Millis at, const Pictures& pictures);

/** The stages with their names and questions, but without answers. */
[[nodiscard]] std::vector<Stage> emptyStages();

/** The index of the stage that findings of a code belong to. */
[[nodiscard]] std::size_t stageOf(FindingCode code);

/** Indices of the stages. */
enum StageNumber : std::size_t { kSelection, kType, kPlacement, kPricing, kFraming, kFriction, kDecline, kMeasurement };

/** What a severity means to people: "must fix", "think about it", "good to know". */
[[nodiscard]] std::string_view markOf(Severity severity);

/** The worksheet as plain text. */
[[nodiscard]] std::string toText(const Worksheet& sheet);

/** The worksheet as one HTML page for screen and paper. It needs no other files and runs no scripts. */
[[nodiscard]] std::string toHtml(const Worksheet& sheet);

/**
 * `{"ok":true,"offer":…,"book":…,"shop","day","title","summary","state","stages":[{"name","question","answers",
 * "missing","wrong"}…]}`; `wrong` holds findings as `severity code: message hint`.
 */
[[nodiscard]] std::string toJson(const Worksheet& sheet);

}  // namespace aftermint::worksheet
