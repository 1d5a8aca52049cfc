/** @file The server's verdict on an accept: the same rules as `decide`, never the browser's price. */
#pragma once

#include "aftermint/decision.h"

namespace aftermint {

/** An accept as the server sees it: its own moment, and what the browser says was shown. */
struct Accept {
  Moment moment;
  Text offer;
  Minor amount = 0;
  Text currency;
  bool consent = false;  ///< to a recurring item's terms, given by a tick of its own
};

struct AcceptResult {
  AcceptVerdict verdict = AcceptVerdict::Unavailable;
  Reason reason = Reason::NoCandidates;  ///< why unavailable
  const Offer* offer = nullptr;
  const List<Item>* items = nullptr;
  std::int64_t times = 1;          ///< so often the items, as `Decision::times`
  const Line* replaces = nullptr;  ///< of the accept's moment: the line that an upgrade takes the place of
  Minor price = 0;                 ///< what it costs now; the only amount to charge
  Minor step = 0;                  ///< of it, what comes on top of a product looked at; else all of it
  std::string_view currency;
};

/** Checks an accept against the book: the offer must hold for this moment and cost what was shown. */
[[nodiscard]] AcceptResult verify(const IndexedBook& book, const Accept& accept);

}  // namespace aftermint
