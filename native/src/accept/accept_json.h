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
  std::string order;
  std::string offer;
  Minor amount = 0;
  std::string currency;
  std::string ticket;
  std::string visitor;
  std::string locale;
  bool consent = false;  ///< to the terms shown, by a separate tick
  Receipt shown;         ///< headline, price, label and terms as shown on the page
};

/** The body of `POST /offers/accept/undo`. */
struct UndoBody {
  std::string order;
  std::string offer;
  std::string ticket;
  std::string key;
};

/** Reads a body. If it cannot be used, `fault` says why. Unknown keys are refused. */
[[nodiscard]] std::optional<AcceptBody> parseAcceptBody(std::string_view text, std::string& fault);
[[nodiscard]] std::optional<UndoBody> parseUndoBody(std::string_view text, std::string& fault);

/** The order as a Moment has it, for the page's elements. */
[[nodiscard]] std::string encodeMomentOrder(const Order& order);

/** The platform's `oneClick` as a Moment has it. */
[[nodiscard]] std::string encodeOneClick(const OneClick& oneClick);

/** The lines of an order as a ticket has them, without those taken back. */
[[nodiscard]] std::string encodeLines(const PlacedOrder& order);

/** An answer of the accept endpoint; empty members are left out. */
struct AcceptAnswer {
  AcceptStatus status = AcceptStatus::Unknown;
  std::string reason;
  std::string url;
  std::optional<Minor> price;
  std::string currency;
  const PlacedOrder* order = nullptr;
  std::optional<Millis> undoUntil;
  std::string receipt;
};
[[nodiscard]] std::string encodeAnswer(const AcceptAnswer& answer);

/** `{"order":"1001","accepts":[…]}`: the accepts of an order and their states, for the shop's own server. */
[[nodiscard]] std::string encodeAccepts(const std::string& order, const std::vector<AcceptRecord>& accepts);

}  // namespace aftermint
