/** @file The Moment: now. Built by the page (or by the server, for `verify`), read by `decodeMoment`. */
#pragma once

#include "aftermint/book.h"

namespace aftermint {

struct Line {
  Text product;
  Text variant;
  std::int64_t quantity = 1;
  Minor price = 0;  ///< of one, in the order's currency
  Text offer;       ///< the accepted offer it came from; such a line is no trigger and no basis
};

struct Order {
  Text id;
  OrderStatus status = OrderStatus::Open;
  Text currency;
  List<Line> lines;
  std::optional<Minor> total;  ///< all that is paid, as the host says it
  Minor tax = 0;               ///< contained in the prices of the own lines
  std::optional<Millis> paidAt;
};

struct Seen {
  Text offer;
  Millis at = 0;
};

struct Visitor {
  Text id;
  Value attributes;
  List<Text> declined;        ///< offers declined in this order
  List<Seen> declinedBefore;  ///< declines in other orders, for the policy's rest
  List<Seen> seen;            ///< exposures, for frequency caps
};

/** What the platform says about charging the same payment again. */
struct OneClick {
  bool allowed = false;
  std::optional<Millis> until;
  Text currency;  ///< any where empty
  Text reason;    ///< why not, for the owner
};

struct Platform {
  std::optional<OneClick> oneClick;  ///< not possible where nothing is said
  Value attributes;
};

struct Page {
  Text url;
  Text product;  ///< at `product_page`: the one looked at
};

/** An arm that a preview asks for, in place of the one drawn. */
struct ForcedArm {
  Text experiment;
  Text arm;
};

struct Moment {
  Placement placement = Placement::Checkout;
  Millis time = 0;
  std::int64_t utcOffset = 0;  ///< minutes that the shopper's clock is ahead of UTC
  Text locale;
  Order order;
  Visitor visitor;
  Platform platform;
  Page page;
  List<ForcedArm> preview;  ///< not empty: the owner looks, no holdout applies and nothing is measured
};

}  // namespace aftermint
