#include "decide/rules.h"

#include "memory/scratch.h"

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

const Copy* copyFor(const List<Copy>& copy, std::string_view locale, std::string_view fallback) {
  for (const std::string_view wanted : {locale, languageOf(locale), fallback, languageOf(fallback)}) {
    for (const Copy& each : copy) {
      if (!wanted.empty() && each.locale == wanted) return &each;
    }
  }
  return nullptr;
}

std::optional<Barrier> oneClickBarrier(const Moment& moment) {
  const std::optional<OneClick>& said = moment.platform.oneClick;
  if (!said || !said->allowed) return Barrier::NotAllowed;
  if (said->until && moment.time >= *said->until) return Barrier::Expired;
  if (!said->currency.empty() && said->currency != moment.order.currency) return Barrier::Currency;
  return std::nullopt;
}

}  // namespace aftermint
