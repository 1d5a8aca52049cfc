/**
 * @file Aftermint's own messages in a view: their order, and English. Written by `npm run messages` from core/messages; do not edit.
 */
// clang-format off
#pragma once

#include <cstdint>
#include <string_view>

namespace aftermint {

/** The messages of a language, in their order in its line. */
enum class ViewMessage : std::uint8_t {
  Language,  ///< The language tag.
  Optional,  ///< Accessible name of a bump's region.
  Add,  ///< Label of a bump if the merchant gives none.
  BumpPrice,  ///< What ticking the box adds to the price, beside its label.
  Prior,  ///< The prior price, struck through (98/6/EC, art. 6a).
  ClickPrice,  ///< What one click charges, and to which payment method.
  LinkPrice,  ///< The price of an offer that is accepted by following a link.
  See,  ///< Label of the accept link if the merchant gives none; the link does not order anything yet.
  UpgradePrice,  ///< The price difference of an upgrade, and the new total.
  Consent,  ///< Label of the separate consent box of a recurring item (15 USC 8403).
  Together,  ///< Accessible name of the region on a product page.
  BundlePrice,  ///< The price of a bundle, next to the sum of the separate prices.
  Basket,  ///< Label of the accept button on a product page if the merchant gives none.
  Withdrawal,  ///< Link to the page on the right of withdrawal (2011/83/EU, art. 6(1)(h)).
  Returns,  ///< The same link in markets whose law has no right of withdrawal.
  Afterwards,  ///< Accessible name of the offer after payment, and of the card that replaces it.
  Safe,  ///< The order is complete whatever happens to the offer; the order id may be empty.
  Pay,  ///< Label of the one-click accept button: says that it costs money, and how much (2011/83/EU, art. 8(2)).
  Decline,  ///< A neutral no.
};

/** The messages in English, on one line. */
inline constexpr std::string_view kEnglishMessages =
    "en|"
    "Optional extra|"
    "Add: {item}|"
    "+{price}|"
    "Before: {prior}. Lowest price of the last 30 days.|"
    "{price} in total, paid with the payment method of your order. Your order stays as it is either way.|"
    "{price}. Your order stays as it is either way.|"
    "See {item}|"
    "{price} more, in place of {replaced}: {total} for the whole order.|"
    "Yes, I agree to these recurring payments.|"
    "Goes with it|"
    "{price} together, {separate} one by one.|"
    "Add to basket|"
    "Your right to cancel|"
    "Returns|"
    "Optional offer after your order|"
    "Your order {order} is complete.|"
    "Pay {price} now|"
    "No thank you";

}  // namespace aftermint
