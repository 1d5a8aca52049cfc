/** @file Rule price_upfront: amounts written in a text are amounts of the offer (UK DMCC Act 2024, s. 230). */
#include <algorithm>
#include <array>

#include "check/amounts.h"
#include "check/findings.h"
#include "decide/pricing.h"

namespace aftermint {
namespace {

/** The amounts that an offer's copy may state: its prices, its savings, and the prices of the products bought. */
class AllowedAmounts {
 public:
  AllowedAmounts(const IndexedBook& book, const TriggerProducts& triggerProducts, const Offer& offer)
      : asked_(askedPrice(book, offer)) {
    const Minor separate = separatePrice(book, offer);
    add(separate);
    add(separate - asked_);
    if (offer.priorPrice) {
      add(offer.priorPrice->amount);
      add(offer.priorPrice->amount - asked_);
    }
    for (const Item& item : offer.items) {
      const Minor one = unitPrice(*book.product(item.product), item.variant);
      add(one);
      if (item.quantity > 0) add(asked_ / item.quantity);  // "£3 a box"
    }
    for (const Product* bought : triggerProducts) {
      add(bought->price);
      add(asked_ - bought->price);
      add(asked_ + bought->price);
    }
  }
  [[nodiscard]] Minor asked() const { return asked_; }
  [[nodiscard]] bool has(Minor value) const { return std::find(all_.begin(), all_.end(), value) != all_.end(); }

 private:
  void add(Minor value) { all_.push_back(value); }
  Minor asked_;
  std::vector<Minor> all_;
};

void checkText(const AllowedAmounts& allowed, std::string_view text, std::string_view currency, bool isLabel,
               const std::string& under, Findings& findings) {
  for (const Amount& amount : amountsIn(text, currency)) {
    const std::string said(amount.text);
    if (amount.value == allowed.asked()) {
      findings.add(FindingCode::PriceUpfront, Severity::Info, under,
                   "The price “" + said +
                       "” is written by hand. It becomes wrong when the price changes or an experiment tries "
                       "another price.",
                   "Write {price} instead.");
      return;
    }
    if (!isLabel && allowed.has(amount.value)) continue;
    findings.add(FindingCode::PriceUpfront, isLabel ? Severity::Error : Severity::Warning, under,
                 "The copy says “" + said + "”, but this offer costs " + plainMoney(allowed.asked(), currency) +
                     ". The shopper must see the full price before the button (UK DMCC Act 2024, s. 230; "
                     "2005/29/EC art. 7(4)(c)).",
                 "Write {price}, or remove the amount.");
    return;
  }
}

}  // namespace

void checkAmounts(const IndexedBook& book, const TriggerProducts& triggerProducts, const Offer& offer, const Copy& copy,
                  const std::string& under, Findings& findings) {
  const std::array<std::pair<std::string_view, const Text*>, 5> texts = {{{"/headline", &copy.headline},
                                                                          {"/benefit", &copy.benefit},
                                                                          {"/accept", &copy.accept},
                                                                          {"/linkAccept", &copy.linkAccept},
                                                                          {"/incentive", &copy.incentive}}};
  for (const auto& [key, text] : texts) {
    if (text->find_first_of("0123456789") == std::string::npos) continue;  // most texts
    const bool isLabel = text == &copy.accept || text == &copy.linkAccept;
    checkText(AllowedAmounts(book, triggerProducts, offer), *text, book.book().currency, isLabel,
              under + std::string(key), findings);
  }
}

}  // namespace aftermint
