/** @file The Answer: offers that a language model proposes for one product and one placement. It is untrusted input. */
#pragma once

#include <optional>

#include "aftermint/codec.h"

namespace aftermint {

/** The texts of a proposed offer in one language. */
struct AnsweredCopy {
  Text locale;
  List<Text> headlines;  ///< three to choose from
  Text benefit;
  Text bump;        ///< label of the checkbox at checkout
  Text accept;      ///< label of the button on a product page
  Text linkAccept;  ///< label of the link, behind which the shopper enters payment again
};

/** A proposed offer. It cannot set link, margin, priority, condition, schedule or approval. */
struct AnsweredOffer {
  OfferType type = OfferType::CrossSell;
  List<Item> items;
  Price price;
  List<AnsweredCopy> copy;
  Text why;  ///< why it fits the purchase, for the person who approves it; never shown to shoppers
};

/** A whole answer. */
struct Answer {
  Text product;                        ///< id of the product bought, repeated from the prompt; empty if absent
  std::optional<Placement> placement;  ///< repeated from the prompt
  List<AnsweredOffer> offers;
};

/** Reads an Answer from JSON. Faults have code `json_syntax` or `answer_schema`. */
[[nodiscard]] Decoded<Answer> decodeAnswer(std::string_view text, const Limits& limits = {});

}  // namespace aftermint
