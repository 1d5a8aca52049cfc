/** @file The Moment: everything a decision depends on besides the book. Built by the page, or by the server for
 * `verify`. */
#pragma once

#include "aftermint/book.h"

namespace aftermint {

struct Line {
  Text product;
  Text variant;
  std::int64_t quantity = 1;
  Minor price = 0;  ///< of one piece, in the order's currency
  Text offer;       ///< the accepted offer that added the line; such a line is no trigger and not in the basis
};

struct Order {
  Text id;
  OrderStatus status = OrderStatus::Open;
  Text currency;
  List<Line> lines;
  std::optional<Minor> total;  ///< the amount to pay, as the shop says
  Minor tax = 0;               ///< included in the prices of the shopper's own lines
  std::optional<Millis> paidAt;
};

/** An offer that the visitor saw or declined, and when. */
struct Seen {
  Text offer;
  Millis at = 0;
};

struct Visitor {
  Text id;
  Value attributes;
  List<Text> declined;        ///< offers declined in this order
  List<Seen> declinedBefore;  ///< declines in other orders, for `policy.declineRestSeconds`
  List<Seen> seen;            ///< exposures, for the frequency cap
};

/** Whether the platform can charge the same payment method again. */
struct OneClick {
  bool allowed = false;
  std::optional<Millis> until;
  Text currency;  ///< empty: any
  Text reason;    ///< why not, for the shop's owner
};

struct Platform {
  std::optional<OneClick> oneClick;  ///< absent: not possible
  Value attributes;
};

struct Page {
  Text url;
  Text product;  ///< at `product_page`: the product on the page
};

/** The arm that a preview shows, in place of the visitor's own. */
struct ForcedArm {
  Text experiment;
  Text arm;
};

struct Moment {
  Placement placement = Placement::Checkout;
  Millis time = 0;
  std::int64_t utcOffset = 0;  ///< minutes by which the shopper's clock is ahead of UTC
  Text locale;
  Order order;
  Visitor visitor;
  Platform platform;
  Page page;
  List<ForcedArm> preview;  ///< not empty: a preview for the owner, without holdout and measurement
};

}  // namespace aftermint
