/** @file The View: a decision as a tree of elements, text and money. In the browser it is never an HTML string. */
#pragma once

#include "aftermint/decision.h"

namespace aftermint {

/** An attribute of an element. */
struct Attribute {
  std::string_view name;  ///< a string literal in our code
  Text value;             ///< not escaped
};

/** A node of the tree: an element with a tag, a text, or an amount that the host formats. */
struct View {
  enum class Kind : std::uint8_t { Element, Literal, Money };
  Kind kind = Kind::Element;
  std::string_view tag;  ///< of Element, in lower case: `div`, `button` …
  List<Attribute> attributes;
  List<View> children;
  Text text;                  ///< of Literal, not escaped
  Minor amount = 0;           ///< of Money, minor units
  std::string_view currency;  ///< of Money, ISO 4217
};

/**
 * What the shopper sees of a decision, in the moment's locale, else in the book's language (docs/formats.md, View).
 *
 * `decision.offer` must not be null, and the decision must come from this book and moment. The view must not outlive
 * them.
 */
[[nodiscard]] View view(const IndexedBook& book, const Moment& moment, const Decision& decision);

}  // namespace aftermint
