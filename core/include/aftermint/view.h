/** @file The View: a decision as a tree of elements, text and money; never an HTML string in the browser. */
#pragma once

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

/** The tree for a decision with an offer; the caller checks `decision.offer`. It outlives neither book nor moment. */
[[nodiscard]] Node view(const IndexedBook& book, const Moment& moment, const Decision& decision);

}  // namespace aftermint
