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
  std::optional<Minor> total;
  std::optional<Millis> paidAt;
};

struct Seen {
  Text offer;
  Millis at = 0;
};

struct Visitor {
  Text id;
  Value attributes;
  List<Text> declined;  ///< offers declined in this order
  List<Seen> seen;      ///< exposures, for frequency caps
};

/** What the platform says about charging the same payment again. */
struct OneClick {
  bool allowed = false;
  std::optional<Millis> until;
  Text currency;  ///< any where empty
  Text reason;    ///< why not, for the owner
};

struct Platform {
  OneClick oneClick;
  Value attributes;
};

struct Page {
  Text url;
};

struct Moment {
  Placement placement = Placement::Checkout;
  Millis time = 0;
  Text locale;
  Order order;
  Visitor visitor;
  Platform platform;
  Page page;
};

}  // namespace aftermint
