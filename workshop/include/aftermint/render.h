/** @file A View as HTML and as plain text, for servers and mails. */
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "aftermint/view.h"

namespace aftermint {

/** Formats an amount in minor units of a currency for a locale: ICU natively, `Intl` in JavaScript. */
using MoneyFormat = std::function<std::string(Minor amount, std::string_view currency, std::string_view locale)>;

/** The text with HTML's special characters escaped, for text and quoted attributes. */
[[nodiscard]] std::string escapeHtml(std::string_view text);

/** The tree as HTML, every text and attribute escaped. */
[[nodiscard]] std::string toHtml(const View& root, const MoneyFormat& money, std::string_view locale);

/** The tree as plain text, one block per line. */
[[nodiscard]] std::string toText(const View& root, const MoneyFormat& money, std::string_view locale);

}  // namespace aftermint
