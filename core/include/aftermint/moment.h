/**
 * @file The Moment: everything a decision depends on besides the book. Built by the page, or by the server for
 * `verify`.
 *
 * Amounts are in minor units of `Order::currency`, times in milliseconds since 1970 UTC. Ids of the shop's own systems
 * may be any text of up to 256 code points. The limits are in core/src/codec/moment_shape.cpp.
 */
#pragma once

#include "aftermint/book.h"

namespace aftermint {

/** One line of the shopper's order. */
struct Line {
  Text product;               ///< id; a product that the book lacks is allowed and triggers no offer
  Text variant;               ///< id; empty: no variant
  std::int64_t quantity = 1;  ///< pieces, 1 to 1,000,000
  Minor price = 0;            ///< of one piece
  /// The accepted offer that added the line. Such a line triggers no offer and does not count for the price band.
  Text offer;
};

/** The order that offers are compared with: the basket before payment, the placed order after it. */
struct Order {
  Text id;  ///< empty before the order is placed
  OrderStatus status = OrderStatus::Open;
  Text currency;                 ///< ISO 4217; with another currency than the book's, nothing is offered
  List<Line> lines;              ///< at most 10,000
  std::optional<Minor> total;    ///< the amount to pay, with shipping; absent: not known
  Minor tax = 0;                 ///< included in the prices of the shopper's own lines
  std::optional<Millis> paidAt;  ///< `policy.windowSeconds` begins here; absent: no window
};

/** An offer that the visitor saw or declined, and when. */
struct Seen {
  Text offer;  ///< id
  Millis at = 0;
};

/** The shopper, as far as the page knows them. */
struct Visitor {
  Text id;                    ///< any stable pseudonym; empty: in no holdout and no experiment
  Value attributes;           ///< an object of the shop's own, which conditions read as `visitor.NAME`
  List<Text> declined;        ///< offers declined in this order
  List<Seen> declinedBefore;  ///< declines in other orders, for `policy.declineRestSeconds`
  List<Seen> seen;            ///< exposures, for the frequency cap
};

/** Whether the platform can charge the same payment method again. */
struct OneClick {
  bool allowed = false;
  std::optional<Millis> until;  ///< exclusive; absent: no limit
  Text currency;                ///< the only currency that can be charged; empty: any
  Text reason;                  ///< why it is not allowed, in the platform's words, for the shop's owner
};

/** What the shop's platform tells about itself. */
struct Platform {
  std::optional<OneClick> oneClick;  ///< absent: one click is not possible
  Value attributes;                  ///< an object of the shop's own, which conditions read as `platform.NAME`
};

/** The page that asks. */
struct Page {
  Text url;
  Text product;  ///< at `product_page`: id of the product on the page; only this product triggers offers then
};

/** The arm that a preview shows, in place of the visitor's own. */
struct ForcedArm {
  Text experiment;
  Text arm;
};

/** The situation that `decide` decides for. */
struct Moment {
  Placement placement = Placement::Checkout;
  Millis time = 0;             ///< now
  std::int64_t utcOffset = 0;  ///< minutes by which the shopper's clock is ahead of UTC, -1,080 to 1,080
  Text locale;                 ///< BCP 47, of the shopper; empty: the book's
  Order order;
  Visitor visitor;
  Platform platform;
  Page page;
  List<ForcedArm> preview;  ///< not empty: a preview for the owner, without holdout and measurement
};

}  // namespace aftermint
