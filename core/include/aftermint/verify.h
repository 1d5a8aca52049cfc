/** @file The server's verdict on an accept, by the same rules as `decide`. The browser's price is never trusted. */
#pragma once

#include "aftermint/decision.h"

namespace aftermint {

/** An accept as the server sees it: the server's own moment, and the price that the browser says it showed. */
struct Accept {
  Moment moment;                ///< must not be a preview, which is `unavailable`
  Text offer;                   ///< id
  std::optional<Minor> amount;  ///< the price shown, minor units; absent: a quote, which only asks for the price
  Text currency;                ///< of `amount`
  bool consent = false;         ///< to the terms of a recurring item, given by a checkbox of its own
};

/** The verdict, and what to charge and deliver. `items` to `currency` are set unless the verdict is `unavailable`. */
struct AcceptResult {
  AcceptVerdict verdict = AcceptVerdict::Unavailable;
  Reason reason = Reason::NoCandidates;  ///< why it is `unavailable`, else `offered`
  const Offer* offer = nullptr;          ///< null if the book has no offer of that id
  const List<Item>* items = nullptr;     ///< what to deliver; null if the verdict is `unavailable`
  std::int64_t times = 1;                ///< multiplies the quantity of every item, as `Decision::times`
  const Line* replaces = nullptr;        ///< of an upgrade: the line of the accept's moment that it replaces
  List<ArmTaken> arms;                   ///< the arms behind the offer, as `Decision::arms`
  Minor price = 0;                       ///< minor units: what it costs now, and the only amount to charge
  Minor step = 0;  ///< of a bundle on a product page: the price without the viewed product; else equal to `price`
  std::string_view currency;  ///< the book's
};

/**
 * Checks an accept against the book: every rule of `decide` must still allow the offer, and the price must be the one
 * that was shown. The offer need not be the best one any more.
 *
 * The verdict is `accepted`, `price_changed` (another amount or currency was shown), or `unavailable` with the reason.
 * A quote (no `amount`) is `accepted` if the offer is allowed, and `price` says what would be charged. A recurring item
 * with one click needs `consent`. The result points into the book and the accept, so it must not outlive them.
 */
[[nodiscard]] AcceptResult verify(const IndexedBook& book, const Accept& accept);

}  // namespace aftermint
