/** @file Aftermint's own messages, by language. Merchants cannot change them, so the decline button is always neutral.
 */
#pragma once

#include <span>
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

/**
 * The messages of every language there is: compiled in (`languages/`), or in the page's module, which has English
 * alone, those that the page has added (`page/`).
 */
[[nodiscard]] std::span<const std::string_view> messageLines();

/** Whether the language of a locale is written from right to left. */
[[nodiscard]] bool rightToLeft(std::string_view locale);

}  // namespace aftermint
