/** @file Rule withdrawal: a page on the right of withdrawal for each kind of product sold by one click. */
#include <array>

#include "check/findings.h"
#include "decide/offer_rules.h"

namespace aftermint {
namespace {

/** The law on withdrawal where the currency is used; empty if we know of none. */
std::string_view statuteOf(std::string_view currency, ProductKind kind) {
  const bool isService = kind == ProductKind::Experience;
  if (currency == "GBP") {
    return isService ? "Consumer Contracts Regulations 2013, reg. 13, 36–37 and sch. 2(l)–(n)"
                     : "Consumer Contracts Regulations 2013, reg. 13 and 29–34";
  }
  if (!hasWithdrawalRight(currency)) return {};
  return isService ? "Directive 2011/83/EU, art. 6(1)(h), (k), art. 16(a), (l), (m)"
                   : "Directive 2011/83/EU, art. 6(1)(h), (i), art. 9, 10";
}

}  // namespace

void checkWithdrawal(const IndexedBook& book, Findings& findings) {
  const Book& all = book.book();
  std::array<const Product*, kProductKindCodes.size()> first{};  // by kind: the first product sold by one click
  for (const Offer& offer : all.offers) {
    for (const Placement placement : offer.placements) {
      if (placement != Placement::PostPurchase) continue;
      for (const Item& item : offer.items) {
        const Product*& product = first[static_cast<std::size_t>(book.product(item.product)->kind)];
        if (product == nullptr) product = book.product(item.product);
      }
    }
  }
  for (std::size_t i = 0; i < first.size(); ++i) {
    const auto kind = static_cast<ProductKind>(i);
    const std::string_view statute = statuteOf(all.currency, kind);
    if (first[i] == nullptr || statute.empty() || !all.policy.withdrawal.of(kind).empty()) continue;
    const std::string word(toString(kind));
    findings.add(
        FindingCode::Withdrawal, Severity::Warning, "",
        "Buying “" + first[i]->id +
            "” with one click is a separate contract, but the book has no page about the right of "
            "withdrawal for products of kind “" +
            word + "” (" + std::string(statute) + ").",
        "Add the page as `" + word + "` in `policy.withdrawal`. " +
            (kind == ProductKind::Experience ? "Say there when the right ends, and ask for the consent this requires."
                                             : "Without it, shoppers may withdraw for one year longer."));
  }
}

}  // namespace aftermint
