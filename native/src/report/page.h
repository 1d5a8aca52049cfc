/** @file The results page: what is on it, and as HTML. */
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/figure.h"

namespace aftermint::report {

/** How a verdict looks: by shape and colour. */
enum class Tone { Wait, Good, Change, Bad };

/** A verdict in plain words. */
struct Headline {
  std::string group;  ///< the id of its PageGroup
  std::string title;  ///< what was tested, in the merchant's language
  Tone tone = Tone::Wait;
  std::string says;  ///< one sentence
  std::vector<std::string> why;
  std::string next;  ///< the one next thing to do; may be empty
};

/** A single number with its name. */
struct Fact {
  std::string name, value;
};

/** A remark about the figures of a group. */
struct Remark {
  std::string text;
  bool isWarning = false;
};

/** The figures of one experiment, offer, placement or week. */
struct PageGroup {
  std::string id;     ///< unique on the page, usable in a URL's fragment
  std::string title;  ///< in the merchant's language
  std::string where;  ///< ids and placement, in English; may be empty
  std::vector<Remark> remarks;
  std::vector<Fact> facts;
  std::vector<Figure> figures;
};

/** A link to the same results, divided in another way. */
struct Way {
  std::string name, href;
  bool isCurrent = false;
};

/** Everything on the results page. */
struct Page {
  std::string title;
  std::string counted;  ///< when, and over which time
  std::string lede;
  std::string locale;     ///< BCP 47, for numbers on axes
  std::string currency;   ///< ISO 4217
  int digits = 2;         ///< decimals of the currency
  std::vector<Way> ways;  ///< empty: no links
  std::vector<Remark> remarks;
  std::vector<Headline> headlines;
  std::vector<PageGroup> groups;
  std::vector<std::string> notes;  ///< how the figures are made
  int liveSeconds = 0;             ///< how often the page asks for newer figures; 0: never
};

/** `<div id="report">` with everything in it, for a frame that links `report.css` and `report.js`. */
[[nodiscard]] std::string reportHtml(const Page& page);

/** A whole page that links `/report.css` and `/report.js`. */
[[nodiscard]] std::string linkedPage(const Page& page);

/** A whole page in one file: style sheet and script are in it, and its own policy allows nothing else. */
[[nodiscard]] std::string pageInOneFile(const Page& page);

/** The built-in style sheet and script of the page. */
[[nodiscard]] std::string_view reportCss();
[[nodiscard]] std::string_view reportScript();

}  // namespace aftermint::report
