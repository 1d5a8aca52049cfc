/** @file An amount in a text is one that the offer asks (CRAFT: price_upfront; UK DMCC Act 2024, s. 230). */
#include <algorithm>
#include <array>

#include "check/amounts.h"
#include "check/findings.h"
#include "decide/pricing.h"

namespace aftermint {
namespace {

/** What may be said in money of an offer: its prices, what it saves, and what the products beside it cost. */
class Sayable {
 public:
  Sayable(const IndexedBook& book, const Primaries& primaries, const Offer& offer) : asked_(askedPrice(book, offer)) {
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
    for (const Product* bought : primaries) {
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

void checkText(const Sayable& sayable, std::string_view text, std::string_view currency, bool isLabel,
               const std::string& under, Findings& findings) {
  for (const Amount& amount : amountsIn(text, currency)) {
    const std::string said(amount.text);
    if (amount.value == sayable.asked()) {
      findings.add(FindingCode::PriceUpfront, Severity::Info, under,
                   "“" + said + "” is written by hand: with another price, or in another arm, it is wrong.",
                   "Write {price}.");
      return;
    }
    if (!isLabel && sayable.has(amount.value)) continue;
    findings.add(FindingCode::PriceUpfront, isLabel ? Severity::Error : Severity::Warning, under,
                 "“" + said + "” is not what this offer asks (" + plainMoney(sayable.asked(), currency) +
                     "): the whole price stands in the offer before the button (UK DMCC Act 2024, s. 230; "
                     "2005/29/EC art. 7(4)(c)).",
                 "Write {price}, or take the amount out.");
    return;
  }
}

}  // namespace

void checkAmounts(const IndexedBook& book, const Primaries& primaries, const Offer& offer, Findings& findings) {
  const auto hasDigit = [](std::string_view text) {
    return text.find_first_of("0123456789") != std::string_view::npos;
  };
  for (const Copy& copy : offer.copy) {
    const std::array<std::pair<std::string_view, const Text*>, 5> texts = {{{"/headline", &copy.headline},
                                                                            {"/benefit", &copy.benefit},
                                                                            {"/accept", &copy.accept},
                                                                            {"/linkAccept", &copy.linkAccept},
                                                                            {"/incentive", &copy.incentive}}};
    for (const auto& [key, text] : texts) {
      if (!hasDigit(*text)) continue;  // most texts
      const bool isLabel = text == &copy.accept || text == &copy.linkAccept;
      checkText(Sayable(book, primaries, offer), *text, book.book().currency, isLabel,
                "/copy/" + copy.locale + std::string(key), findings);
    }
  }
}

}  // namespace aftermint
