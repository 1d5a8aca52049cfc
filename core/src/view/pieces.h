/** @file The pieces that views are put together from: elements, money, messages with their placeholders filled. */
#pragma once

#include "aftermint/view.h"
#include "memory/scratch.h"
#include "view/messages.h"

namespace aftermint {

/** An element of that tag; `part` is the name that styles and behaviour hang on, none where empty. */
[[nodiscard]] Node element(std::string_view tag, std::string_view part);

/** Adds an attribute to an element that has none of that name; the name is a literal. */
void set(Node& node, std::string_view name, std::string_view value);

/** What a decision's view is made of; it refers to book, moment and decision. */
class Pieces {
 public:
  Pieces(const IndexedBook& book, const Moment& moment, const Decision& decision);

  /** The root: a region named for assistive technology, with the language of our messages and its direction. */
  [[nodiscard]] Node section(std::string_view part, ViewMessage label) const;
  /** An element with the text in it, placeholders filled; an unknown placeholder stays as it is written. */
  [[nodiscard]] Node filled(std::string_view tag, std::string_view part, std::string_view text) const;
  /** The same for one of our own messages. */
  [[nodiscard]] Node own(std::string_view tag, std::string_view part, ViewMessage message) const;
  /** The same of the merchant's copy, which says its language where our messages are in another. */
  [[nodiscard]] Node copied(std::string_view tag, std::string_view part, std::string_view text) const;
  /** The copy, or our own message where the merchant gives none. */
  [[nodiscard]] Node copiedOr(std::string_view tag, std::string_view part, std::string_view text,
                              ViewMessage message) const;
  [[nodiscard]] Node money(Minor amount) const;
  /** The price in words, with the prior price where there is one. */
  [[nodiscard]] Node price(std::string_view text) const;
  /** The picture of an item's product, where it has one. */
  void addImage(Node& root, const Item& item) const;
  /** "2 × Whetstone, fine", as the part `item`. */
  [[nodiscard]] Node item(const Item& item) const;

  const IndexedBook& book;
  const Order& order;
  const Decision& decision;
  const Copy& copy;
  const ViewMessages messages;
  std::string_view headline;  ///< the arm's, or the copy's

 private:
  void writeTitle(Scratch& out, const Product& product, std::string_view variant) const;
  void writeItem(Scratch& out, const Item& item) const;
  /** The language of a product's title: the copy's where it is translated, else the book's. */
  [[nodiscard]] std::string_view titleLocale(const Product& product) const;
  /** Whether a text in that language is in another one than the copy or our own messages around it. */
  [[nodiscard]] bool differs(std::string_view locale) const;
  /** Says a node's language where it differs. */
  void markLanguage(Node& node, std::string_view locale) const;
  /** A span around a title, which says its language where it differs. */
  [[nodiscard]] Node titled(std::string_view part, std::string_view title, std::string_view locale) const;
};

}  // namespace aftermint
