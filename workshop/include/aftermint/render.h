/** @file Renders a view as HTML and as plain text, for servers and mails. */
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "aftermint/view.h"

namespace aftermint {

/** Formats an amount in minor units of a currency for a locale: ICU natively, `Intl` in JavaScript. */
using MoneyFormat = std::function<std::string(Minor amount, std::string_view currency, std::string_view locale)>;

/** The tree as HTML, every text and attribute escaped. Amounts are formatted for `locale` (BCP 47). */
[[nodiscard]] std::string toHtml(const View& root, const MoneyFormat& money, std::string_view locale);

/** The tree as plain text, one block per line: a checkbox is `[ ]`, a link is followed by its URL. */
[[nodiscard]] std::string toText(const View& root, const MoneyFormat& money, std::string_view locale);

/** Escapes a text for HTML content and quoted attribute values. NUL becomes U+FFFD. */
[[nodiscard]] std::string escapeHtml(std::string_view text);

}  // namespace aftermint
