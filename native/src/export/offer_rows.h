/** @file What a customer did with an offer: facts folded into rows. */
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "aftermint/book.h"

namespace aftermint {

/** One fact about a unit and an offer at a placement, as `offerFactsSql` gives it. */
struct OfferFact {
  enum class Kind { Assigned, Arm, Seen, Declined, Accepted };
  Kind kind = Kind::Assigned;
  std::string order;  ///< empty: the page knew none
  Millis time = 0;
  bool holdout = false;                     ///< of `Assigned`
  std::map<std::string, std::string> arms;  ///< by experiment; of `Arm` and `Accepted`
  std::string visitor;                      ///< of `Accepted`, where the unit is an order that names a visitor
  Minor amount = 0;                         ///< of `Accepted`, and so all below
  std::string currency;
  bool isUndone = false;
  bool isRefunded = false;  ///< it came back whole, alone or with its order
  Minor refunded = 0;       ///< refunds that name this offer
};

/** One unit, order, placement and offer. */
struct OfferRow {
  std::string order;
  std::string visitor;  ///< as in `OfferFact`
  std::optional<Millis> assigned, seen, declined, accepted;
  bool holdout = false;
  std::map<std::string, std::string> arms;
  std::string currency;
  std::string assignedOrder;  ///< that the assignment names
  bool stands = false;        ///< an accept was not undone
  bool isKept = false;        ///< and did not come back whole
  Minor amount = 0;           ///< of the accepts
  Minor refunded = 0;         ///< of what was not undone; at most its amount
};

/**
 * Folds the facts of one unit, placement and offer into rows, one for each order, sorted by its id.
 *
 * What was seen or declined on a page that knew no order belongs to the first order in which the offer was accepted
 * afterwards. If there is none, it gets a row without an order. So an offer that was taken is never also listed as seen
 * and not taken.
 */
[[nodiscard]] std::vector<OfferRow> offerRowsOf(const std::vector<OfferFact>& facts);

}  // namespace aftermint
