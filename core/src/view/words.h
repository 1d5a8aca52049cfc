/** @file Aftermint's own words, by language. A merchant cannot change them: the decline is neutral by construction. */
#pragma once

#include <string_view>

namespace aftermint {

/** `{price}`, `{item}`, `{order}`, `{replaced}`, `{total}` and `{separate}` are filled in by the view. */
struct ViewWords {
  std::string_view language;
  std::string_view optional;          ///< names the region of a bump for assistive technology
  std::string_view add;               ///< a bump's label where the merchant gives none
  std::string_view bumpPrice;         ///< what ticking does to the price
  std::string_view was;               ///< before a prior price, for those who do not see it struck through
  std::string_view lowest;            ///< after a prior price (Directive 98/6/EC, art. 6a)
  std::string_view afterwards;        ///< names the region of an offer after payment
  std::string_view acknowledge;       ///< first line after payment, without and…
  std::string_view acknowledgeOrder;  ///< …with an order number
  std::string_view clickPrice;        ///< what one click charges, and from where
  std::string_view pay;               ///< the accept of one click: a pay verb and the amount (2011/83/EU, art. 8(2))
  std::string_view linkPrice;
  std::string_view see;  ///< the accept of a link: no order yet
  std::string_view decline;
  std::string_view upgradePrice;  ///< the difference to what is replaced, and the new total, both
  std::string_view agree;         ///< the consent to a recurring item, by a tick of its own (15 USC 8403)
  std::string_view together;      ///< names the region on a product page
  std::string_view bundlePrice;   ///< of a bundle, beside the separate prices
  std::string_view basket;        ///< the accept on a product page where the merchant gives none
  std::string_view withdrawal;    ///< names the page that tells of it (2011/83/EU, art. 6(1)(h))
};

/** The words of a locale's language; English where there are none. */
[[nodiscard]] ViewWords wordsFor(std::string_view locale);

/** Whether the language is written from right to left. */
[[nodiscard]] bool rightToLeft(std::string_view locale);

}  // namespace aftermint
