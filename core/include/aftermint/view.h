/** @file The View: a decision as a tree of elements, text and money. In the browser it is never an HTML string. */
#pragma once

#include "aftermint/decision.h"

namespace aftermint {

struct Attribute {
  std::string_view name;  ///< a string literal in our code
  Text value;
};

/** A node of the tree: an element with a tag, a text, or an amount that the host formats. */
struct View {
  enum class Kind : std::uint8_t { Element, Literal, Money };
  Kind kind = Kind::Element;
  std::string_view tag;
  List<Attribute> attributes;
  List<View> children;
  Text text;
  Minor amount = 0;
  std::string_view currency;
};

/** The view of a decision; `decision.offer` must not be null. It must not outlive the book and the moment. */
[[nodiscard]] View view(const IndexedBook& book, const Moment& moment, const Decision& decision);

}  // namespace aftermint
