/** @file Aftermint's own messages, by language. A merchant cannot change them, so the decline is always neutral. */
#pragma once

#include <string_view>

#include "view/messages.gen.h"

namespace aftermint {

/** The messages of one language. The view fills in the placeholders in braces. */
class ViewMessages {
 public:
  explicit ViewMessages(std::string_view line) : line_(line) {}
  /** Searches the line on each call: a view needs few messages, and an index would cost the page more bytes. */
  [[nodiscard]] std::string_view operator[](ViewMessage message) const;
  /** Whether the messages are in the locale's language. */
  [[nodiscard]] bool areOf(std::string_view locale) const;

 private:
  std::string_view line_;
};

/** The messages in a locale's language; English if there are none. */
[[nodiscard]] ViewMessages messagesFor(std::string_view locale);

#if AFTERMINT_PAGE
/** Adds the messages of one more language, as the page fetched them. The page module contains English only. */
void addMessages(std::string_view line);
#endif

/** Whether the language is written from right to left. */
[[nodiscard]] bool rightToLeft(std::string_view locale);

}  // namespace aftermint
