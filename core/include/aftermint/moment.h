/** @file The Moment: now. Built by the page (or by the server, for `verify`), read by `decodeMoment`. */
#pragma once

#include "aftermint/book.h"

namespace aftermint {

struct Line {
  std::string product;
  std::string variant;
  std::int64_t quantity = 1;
  Minor price = 0;    ///< of one, in the order's currency
  std::string offer;  ///< the accepted offer it came from; such a line is no trigger and no basis
};

struct Order {
  std::string id;
  OrderStatus status = OrderStatus::Open;
  std::string currency;
  std::vector<Line> lines;
  std::optional<Minor> total;
  std::optional<Millis> paidAt;
};

struct Seen {
  std::string offer;
  Millis at = 0;
};

struct Visitor {
  std::string id;
  Value attributes;
  std::vector<std::string> declined;  ///< offers declined in this order
  std::vector<Seen> seen;             ///< exposures, for frequency caps
};

/** What the platform says about charging the same payment again. */
struct OneClick {
  bool allowed = false;
  std::optional<Millis> until;
  std::string currency;  ///< any where empty
  std::string reason;    ///< why not, for the owner
};

struct Platform {
  OneClick oneClick;
  Value attributes;
};

struct Page {
  std::string url;
};

struct Moment {
  Placement placement = Placement::Checkout;
  Millis time = 0;
  std::string locale;
  Order order;
  Visitor visitor;
  Platform platform;
  Page page;
};

}  // namespace aftermint
