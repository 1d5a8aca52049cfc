#include "cli/explain.h"

#include "money.h"

namespace aftermint::cli {
namespace {

template <class E>
std::string_view meaning(E value) {
  return Words<E>::meanings[static_cast<std::size_t>(value)];
}

/** "the product bought declares the offered one in complements", with the trigger's name. */
std::string tie(const Decision& decision) {
  std::string out(toString(decision.relation));
  if (decision.trigger != nullptr) out += " of " + decision.trigger->title + " (" + decision.trigger->id + ")";
  return out + ": " + std::string(meaning(decision.relation));
}

}  // namespace

std::string itemName(const IndexedBook& book, const Item& item) {
  const Product* product = book.product(item.product);
  std::string name = product != nullptr ? product->title : item.product;
  if (product != nullptr && !item.variant.empty()) {
    std::string variant = item.variant;
    for (const Variant& known : product->variants) {
      if (known.id == item.variant) variant = known.title;
    }
    name += ", " + variant;
  }
  return item.quantity == 1 ? name : std::to_string(item.quantity) + " × " + name;
}

std::string summary(const IndexedBook& book, const Decision& decision) {
  const std::string& locale = book.book().locale;
  const std::string placement = " at " + std::string(toString(decision.placement));
  if (decision.offer == nullptr) {
    std::string out = "No offer" + placement + ": " + std::string(toString(decision.reason)) + ", " +
                      std::string(meaning(decision.reason)) + ".\n";
    if (decision.withheld != nullptr) out += "  withheld  " + decision.withheld->id + "\n";
    return out;
  }
  std::string items;
  if (decision.items != nullptr) {
    for (const Item& item : *decision.items) items += (items.empty() ? "" : " + ") + itemName(book, item);
  }
  std::string out = "Offer " + decision.offer->id + placement + ": " + items + " for " +
                    formatMoney(decision.price, decision.currency, locale);
  if (decision.prior) out += " (was " + formatMoney(*decision.prior, decision.currency, locale) + ")";
  out += ".\n  tie       " + tie(decision) + "\n  path      " + std::string(toString(decision.path)) + ": " +
         std::string(meaning(decision.path)) + "\n";
  for (const ArmTaken& arm : decision.arms) {
    out += "  arm       " + std::string(arm.arm) + " of " + std::string(arm.experiment) + "\n";
  }
  return out;
}

std::string explanation(const IndexedBook& book, const Decision& decision) {
  if (decision.trace.empty()) return "No candidate was looked at.\n";
  const std::string& locale = book.book().locale;
  std::string out = "Candidates, best first:\n";
  std::size_t rank = 0;
  for (const Trace& trace : decision.trace) {
    out +=
        "  " + std::to_string(++rank) + ". " + std::string(trace.offer) + " — " + std::string(toString(trace.verdict));
    // The chosen one has no reason against it; its tie was told above.
    if (trace.verdict != Verdict::Chosen) {
      out += " (" + std::string(toString(trace.reason)) + "): " + std::string(meaning(trace.reason));
    }
    if (trace.verdict == Verdict::Refused && trace.reason == Reason::PriceBand) {
      out += ": " + formatMoney(trace.amount, book.book().currency, locale) + " is not within " +
             formatMoney(trace.min, book.book().currency, locale) + " to " +
             formatMoney(trace.max, book.book().currency, locale);
    }
    out += "\n";
  }
  return out;
}

}  // namespace aftermint::cli
