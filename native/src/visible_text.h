/** @file Text of others for people to read: nothing in it is hidden, steers a terminal or turns the text around. */
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace aftermint {

/**
 * Whether a reader would not see the character as itself: control characters (C0, C1), bidirectional controls,
 * zero-width and other ignorable characters, line separators. Not: private and unassigned characters, which show a box.
 *
 * @param before,after its neighbours; 0 at an end. Between letters that join (Persian, Hindi) a ZWNJ or ZWJ counts as
 *                     seen, and so does a ZWJ within an emoji and one variation selector after a character.
 */
[[nodiscard]] bool isUnseen(std::uint32_t c, std::uint32_t before, std::uint32_t after);

/** Appends a character as `\n`, `\t`, `\r` or `\u202e`; one above U+FFFF as two such, as in JSON. */
void appendEscape(std::string& out, std::uint32_t c);

/**
 * The text on one line, with each unseen character as an escape (`appendEscape`). A byte that is not UTF-8 becomes
 * U+FFFD. For text of others within a message or a report.
 */
[[nodiscard]] std::string visibleLine(std::string_view text);

/** The same, but line ends and tabs stay. For text of ours in which every text of others is a `visibleLine`. */
[[nodiscard]] std::string visibleText(std::string_view text);

/** A text of others for HTML: `visibleText`, escaped for content and quoted attribute values. */
[[nodiscard]] std::string visibleHtml(std::string_view text);

/**
 * A message for HTML: `visibleHtml`, with what is between “ and ” in `<bdi>`, as it is usually a text of others, whose
 * direction must not change that of the message.
 */
[[nodiscard]] std::string visibleProse(std::string_view text);

}  // namespace aftermint
