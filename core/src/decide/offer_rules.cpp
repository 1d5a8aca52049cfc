/** @file Small rules that deciding, showing and checking have in common. */
#include "decide/offer_rules.h"

namespace aftermint {
bool suits(OfferType type, Placement placement) {
  switch (placement) {
    case Placement::ProductPage:
      return type == OfferType::Bundle || type == OfferType::CrossSell;
    case Placement::Checkout:
      return type == OfferType::CrossSell;
    case Placement::PostPurchase:
    case Placement::ThankYou:
    case Placement::Email:
      return type != OfferType::Bundle;
  }
  return false;
}

bool afterPayment(Placement placement) { return placement >= Placement::PostPurchase; }

bool hasWithdrawalRight(std::string_view currency) {
  constexpr std::string_view kCurrencies = "EURGBPCZKDKKHUFISKNOKPLNRONSEK";
  for (std::size_t i = 0; i < kCurrencies.size(); i += currency.size()) {
    if (kCurrencies.substr(i).starts_with(currency)) return true;
  }
  return false;
}

const Copy* copyFor(const List<Copy>& copy, std::string_view locale, std::string_view fallback) {
  const Copy* found = inLanguage(copy, locale);
  return found != nullptr ? found : inLanguage(copy, fallback);
}

std::optional<Barrier> oneClickBarrier(const Moment& moment) {
  const std::optional<OneClick>& said = moment.platform.oneClick;
  if (!said || !said->allowed) return Barrier::NotAllowed;
  if (said->until && moment.time >= *said->until) return Barrier::Expired;
  if (!said->currency.empty() && said->currency != moment.order.currency) return Barrier::Currency;
  return std::nullopt;
}

}  // namespace aftermint
