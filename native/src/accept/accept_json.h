/** @file The JSON of the accept endpoint: what is sent to it, and what it answers. */
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accept/accept_types.h"
#include "aftermint/decision.h"

namespace aftermint {

/** The body of `POST /offers/accept`. */
struct AcceptBody {
  std::string order;  ///< id, 1 to 64 bytes, like `offer`
  std::string offer;  ///< id
  Minor amount = 0;   ///< the price shown, minor units
  std::string currency;
  std::string ticket;  ///< at most 8,192 bytes
  std::string visitor;
  std::string locale;    ///< BCP 47; empty: the order's
  bool consent = false;  ///< to the terms shown, by a checkbox of its own
  Receipt shown;         ///< headline, price, label and terms as shown on the page
};

/** The body of `POST /offers/accept/undo`. */
struct UndoBody {
  std::string order;
  std::string offer;
  std::string ticket;
  std::string key;  ///< the idempotency key of the accept
};

/**
 * Reads a body (docs/formats.md, Accept). If it cannot be used, returns none, and `fault` says why, as a sentence about
 * the first wrong key. Unknown keys are refused. `fault` must be empty before.
 */
[[nodiscard]] std::optional<AcceptBody> parseAcceptBody(std::string_view text, std::string& fault);
[[nodiscard]] std::optional<UndoBody> parseUndoBody(std::string_view text, std::string& fault);

/** The order as a Moment has it, for the page's elements. */
[[nodiscard]] std::string encodeMomentOrder(const Order& order);

/** The platform's `oneClick` as a Moment has it. */
[[nodiscard]] std::string encodeOneClick(const OneClick& oneClick);

/** The lines of an order as the JSON array of a ticket: without titles, and without lines that were taken back. */
[[nodiscard]] std::string encodeLines(const PlacedOrder& order);

/** An answer of the accept endpoint. In JSON, empty members are left out. */
struct AcceptAnswer {
  AcceptStatus status = AcceptStatus::Unknown;
  std::string reason;          ///< of unavailable and declined
  std::string url;             ///< of requires_action: where the shopper confirms
  std::string action;          ///< of requires_action: for the page's own payment code
  std::optional<Minor> price;  ///< of price_changed: the current price, in `currency`
  std::string currency;
  const PlacedOrder* order = nullptr;  ///< the order as it is now; null: left out
  std::optional<Millis> undoUntil;     ///< of accepted
  std::string receipt;                 ///< id of the receipt
};

/** The answer as JSON (docs/formats.md, Accept). */
[[nodiscard]] std::string encodeAnswer(const AcceptAnswer& answer);

/** `{"order":"1001","accepts":[…]}`: the accepts of an order and their states, for the shop's own server. */
[[nodiscard]] std::string encodeAccepts(const std::string& order, const std::vector<AcceptRecord>& accepts);

}  // namespace aftermint
