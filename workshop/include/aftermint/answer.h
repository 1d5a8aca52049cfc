/** @file The Answer: what a language model proposes to the prompt of a product and a placement. Nothing of it is
 * trusted. */
#pragma once

#include <optional>

#include "aftermint/codec.h"

namespace aftermint {

/** The words of an answered offer, in one language. */
struct AnsweredCopy {
  Text locale;
  List<Text> headlines;  ///< to choose from
  Text benefit;
  Text bump;        ///< the label beside the box at checkout
  Text accept;      ///< the label of the button on a product page
  Text linkAccept;  ///< the label of the link, where payment is entered again
};

/** An offer as an answer may state it: no link, margin, priority, condition, schedule or approval. */
struct AnsweredOffer {
  OfferType type = OfferType::CrossSell;
  List<Item> items;
  Price price;
  List<AnsweredCopy> copy;
  Text why;  ///< how it is tied to what was bought, for the person who approves; never shown
};

struct Answer {
  Text product;                        ///< that was bought, echoed from the prompt; empty where absent
  std::optional<Placement> placement;  ///< echoed from the prompt
  List<AnsweredOffer> offers;
};

/** Reads an Answer from JSON. */
[[nodiscard]] Decoded<Answer> decodeAnswer(std::string_view text, const Limits& limits = {});

}  // namespace aftermint
