/** @file Builds the parts of a view: elements, amounts, and texts with their placeholders filled in. */
#pragma once

#include "aftermint/view.h"
#include "memory/scratch.h"
#include "view/messages.h"

namespace aftermint {

/** An element with a tag. Styles and scripts refer to it by `part`; where empty, it has no name. */
[[nodiscard]] View element(std::string_view tag, std::string_view part);

/** Adds an attribute that the element does not have yet. The name must be a string literal. */
void set(View& view, std::string_view name, std::string_view value);

/** Builds the view of one decision. It refers to the book, the moment and the decision, and must not outlive them. */
class ViewBuilder {
 public:
  ViewBuilder(const IndexedBook& book, const Moment& moment, const Decision& decision);

  /** The root: a region with a name for assistive technology, and the language and direction of our messages. */
  [[nodiscard]] View section(std::string_view part, ViewMessage label) const;
  /** An element with a text whose placeholders are filled in. An unknown placeholder stays as it is. */
  [[nodiscard]] View filled(std::string_view tag, std::string_view part, std::string_view text) const;
  /** `filled` with one of our own messages. */
  [[nodiscard]] View own(std::string_view tag, std::string_view part, ViewMessage message) const;
  /** `filled` with the merchant's copy; it gets a `lang` attribute where our messages are in another language. */
  [[nodiscard]] View copied(std::string_view tag, std::string_view part, std::string_view text) const;
  /** `copied` with the merchant's text, or `own` where the text is empty. */
  [[nodiscard]] View copiedOr(std::string_view tag, std::string_view part, std::string_view text,
                              ViewMessage message) const;
  [[nodiscard]] View money(Minor amount) const;
  /** The line with the price, and the prior price where there is one. */
  [[nodiscard]] View price(std::string_view text) const;
  /** Adds the picture of an item's product, if it has one. */
  void addImage(View& root, const Item& item) const;
  /** "2 × Whetstone, fine", as the part `item`. */
  [[nodiscard]] View item(const Item& item) const;

  const IndexedBook& book;
  const Order& order;
  const Decision& decision;
  const Copy& copy;
  const ViewMessages messages;
  std::string_view headline;  ///< of the visitor's arm, or of the copy

 private:
  friend class PhraseFiller;

  void writeTitle(Scratch& out, const Product& product, std::string_view variant) const;
  void writeItem(Scratch& out, const Item& item) const;
  /** The language of a product's title: the copy's where the title is translated, else the book's. */
  [[nodiscard]] std::string_view titleLocale(const Product& product) const;
  /** Whether a language differs from that of the copy or of our own messages around it. */
  [[nodiscard]] bool differs(std::string_view locale) const;
  /** Adds `lang` and `dir` where the language differs. */
  void markLanguage(View& view, std::string_view locale) const;
  /** A span with a title, marked with its language where it differs. */
  [[nodiscard]] View titled(std::string_view part, std::string_view title, std::string_view locale) const;
};

}  // namespace aftermint
