#include "draft/draft_rules.h"

#include <algorithm>
#include <array>
#include <optional>

#include "aftermint/answer.h"
#include "aftermint/index.h"
#include "draft/avoided_phrases.h"
#include "money.h"
#include "text.h"

namespace aftermint::draft {
namespace {

constexpr std::array<std::string_view, 3> kPlaceholders = {"{trigger}", "{item}", "{price}"};

std::string itemPlace(std::size_t index) { return "/items/" + std::to_string(index); }

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/** The first sign of markup or of an address in the text; empty if there is none. */
std::string_view markupIn(std::string_view text) {
  for (const std::string_view sign : {"://", "www.", "](", "**", "`"}) {
    if (const std::size_t at = text.find(sign); at != std::string_view::npos) return text.substr(at, sign.size());
  }
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    const char next = text[at + 1];
    if (text[at] == '<' && (isLetter(next) || next == '/' || next == '!' || next == '?')) return text.substr(at, 2);
    if (text[at] != '&') continue;
    const std::size_t end =
        text.find_first_not_of("#abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", at + 1);
    if (end != std::string_view::npos && end > at + 1 && text[end] == ';') return text.substr(at, end + 1 - at);
  }
  return {};
}

/** The first brace outside a placeholder, with the text to its closing brace; empty if there is none. */
std::string_view strayBraceIn(std::string_view text) {
  for (std::size_t at = text.find_first_of("{}"); at != std::string_view::npos; at = text.find_first_of("{}", at)) {
    const std::string_view rest = text.substr(at);
    const auto* known = std::find_if(kPlaceholders.begin(), kPlaceholders.end(),
                                     [&](std::string_view p) { return rest.starts_with(p); });
    if (known == kPlaceholders.end()) return rest.substr(0, std::min(rest.find('}'), rest.size() - 1) + 1);
    at += known->size();
  }
  return {};
}

void checkText(const Book& book, const std::string& text, const std::string& place, DraftFindings& findings) {
  if (const std::string_view sign = markupIn(text); !sign.empty()) {
    findings.add(
        DraftCode::Markup, Severity::Error, place,
        "The text contains markup or an address, " + inQuotes(sign) + ". Shoppers would see it as plain characters.",
        "Write plain words.");
  }
  if (const std::string_view brace = strayBraceIn(text); !brace.empty()) {
    findings.add(DraftCode::PlaceholderUnknown, Severity::Error, place,
                 inQuotes(brace.substr(0, 40)) + " is not a placeholder, so shoppers would see it as it is.",
                 "Use {trigger}, {item} or {price}, or plain words.");
  }
  if (!book.brand) return;
  if (const std::string words = firstAvoidedPhrase(text, book.brand->avoid); !words.empty()) {
    findings.add(DraftCode::WordAvoided, Severity::Error, place,
                 "The shop avoids " + inQuotes(words) + " (`brand.avoid`).", "Use other words.");
  }
}

}  // namespace

bool checkIds(const Book& book, const AnsweredOffer& answered, DraftFindings& findings) {
  bool known = true;
  for (std::size_t i = 0; i < answered.items.size(); ++i) {
    const Item& item = answered.items[i];
    const auto product = std::find_if(book.products.begin(), book.products.end(),
                                      [&](const Product& each) { return each.id == item.product; });
    if (product == book.products.end()) {
      known = false;
      findings.add(DraftCode::UnknownProduct, Severity::Error, itemPlace(i) + "/product",
                   "The book has no product " + inQuotes(item.product) + ".",
                   "Offer a product that the prompt lists, by its id.");
    } else if (!item.variant.empty() && variantOf(*product, item.variant) == nullptr) {
      known = false;
      findings.add(DraftCode::UnknownVariant, Severity::Error, itemPlace(i) + "/variant",
                   inQuotes(item.product) + " has no variant " + inQuotes(item.variant) + ".",
                   product->variants.empty() ? "Leave out `variant`." : "Use a variant that the prompt lists.");
    }
  }
  return known;
}

void checkAnsweredItems(const AnsweredOffer& answered, const Asked& asked, DraftFindings& findings) {
  for (std::size_t i = 0; i < answered.items.size(); ++i) {
    const Item& item = answered.items[i];
    const auto same = [&](const Item& other) { return other.product == item.product && other.variant == item.variant; };
    if (std::any_of(answered.items.begin(), answered.items.begin() + static_cast<std::ptrdiff_t>(i), same)) {
      findings.add(DraftCode::ItemRepeated, Severity::Error, itemPlace(i), inQuotes(item.product) + " is listed twice.",
                   "List it once, with a `quantity`.");
    }
    // A bundle contains the product on the page. Any other offer of the product bought would never be shown.
    if (item.product == asked.product->id && answered.type != OfferType::Bundle) {
      findings.add(DraftCode::ItemBought, Severity::Error, itemPlace(i),
                   inQuotes(item.product) + " is the product bought.", "Offer something that helps to use it.");
    }
  }
}

void checkAnsweredPrice(const Book& book, const Drafted& drafted, DraftFindings& findings) {
  const auto money = [&book](Minor amount) { return formatMoney(amount, book.currency, book.locale); };
  if (drafted.price == 0) {
    findings.add(DraftCode::PriceFree, Severity::Error, "/price", "The offer is free: that is a gift, not an offer.",
                 "Set a price within the price band.");
  }
  if (drafted.price > drafted.separate) {
    findings.add(DraftCode::PriceAbove, Severity::Error, "/price",
                 "The offer costs " + money(drafted.price) + ", but its items cost only " + money(drafted.separate) +
                     " without it.",
                 "Use `list`, or a lower price.");
  }
}

void checkAnsweredTexts(const Book& book, const AnsweredOffer& answered, DraftFindings& findings) {
  for (const AnsweredCopy& copy : answered.copy) {
    const std::string place = "/copy/" + copy.locale;
    for (std::size_t i = 0; i < copy.headlines.size(); ++i) {
      checkText(book, copy.headlines[i], place + "/headlines/" + std::to_string(i), findings);
    }
    checkText(book, copy.benefit, place + "/benefit", findings);
    checkText(book, copy.bump, place + "/bump", findings);
    checkText(book, copy.accept, place + "/accept", findings);
    checkText(book, copy.linkAccept, place + "/linkAccept", findings);
  }
}

}  // namespace aftermint::draft
