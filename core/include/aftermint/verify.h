/** @file The server's verdict on an accept, by the same rules as `decide`. The browser's price is never trusted. */
#pragma once

#include "aftermint/decision.h"

namespace aftermint {

/** An accept as the server sees it: the server's own moment, and the price that the browser says it showed. */
struct Accept {
  Moment moment;
  Text offer;
  std::optional<Minor> amount;  ///< absent: the accept is a quote, which asks for the price
  Text currency;                ///< of `amount`
  bool consent = false;         ///< to the terms of a recurring item, given by a checkbox of its own
};

struct AcceptResult {
  AcceptVerdict verdict = AcceptVerdict::Unavailable;
  Reason reason = Reason::NoCandidates;  ///< why it is unavailable
  const Offer* offer = nullptr;          ///< null where the book has no offer of that id
  const List<Item>* items = nullptr;     ///< null where the offer is unavailable
  std::int64_t times = 1;                ///< multiplies the quantity of every item, as `Decision::times`
  const Line* replaces = nullptr;        ///< a line of the accept's moment: the one that an upgrade replaces
  List<ArmTaken> arms;                   ///< the arms behind the offer, as `Decision::arms`
  Minor price = 0;                       ///< what it costs now; the only amount to charge
  Minor step = 0;                        ///< the price, less what the product being viewed costs in a bundle
  std::string_view currency;
};

/**
 * Checks an accept against the book: the offer must hold for this moment and cost what was shown.
 *
 * A quote (no `amount`) is `accepted` where the offer holds, and `price` says what would be charged. The result has
 * views into the book and the accept: it must not outlive them.
 */
[[nodiscard]] AcceptResult verify(const IndexedBook& book, const Accept& accept);

}  // namespace aftermint
