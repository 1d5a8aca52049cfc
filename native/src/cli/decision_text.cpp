#include "cli/decision_text.h"

#include "aftermint/codec.h"
#include "aftermint/encode_book.h"
#include "aftermint/time.h"
#include "money.h"
#include "percent.h"
#include "visible_text.h"

namespace aftermint::cli {
namespace {

template <class E>
std::string_view meaning(E value) {
  return Codes<E>::meanings[static_cast<std::size_t>(value)];
}

/** "complement of Kettle (kettle): …": how the offer is tied to the product bought. */
std::string tie(const Decision& decision) {
  std::string out(toString(decision.relation));
  if (decision.trigger != nullptr)
    out += " of " + visibleLine(decision.trigger->title + " (" + decision.trigger->id + ")");
  return out + ": " + std::string(meaning(decision.relation));
}

}  // namespace

std::string itemName(const IndexedBook& book, const Item& item) {
  const Product* product = book.product(item.product);
  std::string name = product != nullptr ? product->title : item.product;
  if (product != nullptr && !item.variant.empty()) {
    const Variant* variant = variantOf(*product, item.variant);
    name += ", " + (variant != nullptr ? variant->title : item.variant);
  }
  name = visibleLine(name);
  return item.quantity == 1 ? name : std::to_string(item.quantity) + " × " + name;
}

std::string summary(const IndexedBook& book, const Decision& decision) {
  const std::string& locale = book.book().locale;
  const std::string& currency = book.book().currency;
  const std::string placement = " at " + std::string(toString(decision.placement));
  std::string out;
  if (decision.offer == nullptr) {
    out = "No offer" + placement + ": " + std::string(toString(decision.reason)) + ", " +
          std::string(meaning(decision.reason)) + ".\n";
    if (decision.withheld != nullptr) out += "  withheld  " + decision.withheld->id + "\n";
  } else {
    std::string items;
    for (Item item : *decision.items) {
      item.quantity *= decision.times;
      items += (items.empty() ? "" : " + ") + itemName(book, item);
    }
    out = "Offer " + decision.offer->id + placement + ": " + items + " for " +
          formatMoney(decision.price, currency, locale) + (decision.replaces != nullptr ? " more" : "");
    if (decision.prior) out += " (was " + formatMoney(*decision.prior, currency, locale) + ")";
    out += ".\n  tie       " + tie(decision) + "\n";
    if (decision.replaces != nullptr) {
      out += "  replaces  " + decision.replaces->product + "; the whole order comes to " +
             formatMoney(decision.total, currency, locale) + "\n";
    }
    out += "  path      " + std::string(toString(decision.path)) + ": " + std::string(meaning(decision.path)) + "\n" +
           "  expected  " + percentText(decision.takeBps) + " take it, " +
           formatMoney(decision.value, currency, locale) + " earned each time it is shown\n";
    if (decision.until) out += "  until     " + writeTime(*decision.until) + "\n";
  }
  if (decision.barrier) {
    out += "  one click not possible: " + std::string(toString(*decision.barrier)) + ", " +
           std::string(meaning(*decision.barrier));
    if (decision.oneClick != nullptr && !decision.oneClick->reason.empty()) {
      out += " (“" + visibleLine(decision.oneClick->reason) + "”)";
    }
    out += "\n";
  }
  for (const ArmTaken& arm : decision.arms) {
    out += "  arm       " + std::string(arm.arm) + " of " + std::string(arm.experiment) + "\n";
  }
  if (const std::optional<Assignment>& assigned = decision.assignment) {
    out += "  measured  " + assigned->offer->id + ", as a visitor who " +
           (assigned->holdout ? "is in the holdout" : "may see offers") + "; the order's value before is " +
           formatMoney(assigned->before, currency, locale) + "\n";
    for (const ArmTaken& arm : assigned->arms) {
      out += "  measured  arm " + std::string(arm.arm) + " of " + std::string(arm.experiment) + "\n";
    }
  }
  if (decision.preview) out += "  preview   not measured, and cannot be bought\n";
  return out;
}

std::string explanation(const IndexedBook& book, const Explanation& explained) {
  if (explained.candidates.empty()) return "There were no candidates.\n";
  const std::string& locale = book.book().locale;
  const auto money = [&](Minor amount) { return formatMoney(amount, book.book().currency, locale); };
  std::string out = "Order value for the price band: " + money(explained.decision.basis) +
                    " (goods net of tax, without shipping and items from offers).\nCandidates, best first:\n";
  std::size_t rank = 0;
  for (const Judged& judged : explained.candidates) {
    out += "  " + std::to_string(++rank) + ". " + judged.offer->id + " — " + std::string(toString(judged.verdict));
    // The chosen one has no reason; the summary shows its tie.
    if (judged.verdict != Verdict::Chosen) {
      out += " (" + std::string(toString(judged.reason)) + "): " + std::string(meaning(judged.reason));
    }
    if (judged.verdict == Verdict::Refused && judged.reason == Reason::PriceBand) {
      out += ": " + money(judged.price) + " is not within " + money(judged.bandMin) + " to " + money(judged.bandMax);
    } else if (judged.reason == Reason::Frequency) {
      out += ": " + std::to_string(judged.had) + " times, and the cap is " + std::to_string(judged.wanted);
    } else if (judged.wanted != 0) {
      out += ": " + std::to_string(judged.wanted) + " needed, " + std::to_string(judged.had) + " available";
    }
    out += "\n     " + std::string(toString(judged.relation)) + " of " + judged.trigger->id + "; " +
           money(judged.price) + "; " + percentText(judged.takeBps) + " take it, " + money(judged.value) +
           " earned each time; priority " + std::to_string(judged.priority) + "\n";
    for (const UnmetPart& part : judged.unmet) {
      out += "     " +
             visibleLine(part.pointer + " must be " + encodeFree(part.wanted) + ", but is " + encodeFree(part.got)) +
             "\n";
    }
    for (const ArmTaken& arm : judged.arms) {
      out += "     arm " + std::string(arm.arm) + " of " + std::string(arm.experiment) + "\n";
    }
  }
  return out;
}

}  // namespace aftermint::cli
