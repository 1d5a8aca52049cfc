/** @file The View: a decision as a tree of elements, text and money; never an HTML string in the browser. */
#pragma once

#include <functional>

#include "aftermint/decision.h"

namespace aftermint {

struct Attribute {
  std::string_view name;  ///< a literal of ours
  Text value;
};

/** An element (`tag` set), a piece of text, or money that the host formats. */
struct Node {
  enum class Kind : std::uint8_t { Element, Literal, Money };
  Kind kind = Kind::Element;
  std::string_view tag;
  List<Attribute> attributes;
  List<Node> children;
  Text text;
  Minor amount = 0;
  std::string_view currency;
};

/** Formats an amount in minor units of a currency for a locale: ICU natively, `Intl` in the browser. */
using MoneyFormat = std::function<std::string(Minor amount, std::string_view currency, std::string_view locale)>;

/** The tree for a decision with an offer; the caller checks `decision.offer`. It outlives neither book nor moment. */
[[nodiscard]] Node view(const IndexedBook& book, const Moment& moment, const Decision& decision);

/** The tree as HTML, every text and attribute escaped. Native only. */
[[nodiscard]] std::string toHtml(const Node& root, const MoneyFormat& money, std::string_view locale);

/** The tree as plain text, one block a line, for mails and for judging by eye. Native only. */
[[nodiscard]] std::string toText(const Node& root, const MoneyFormat& money, std::string_view locale);

}  // namespace aftermint
