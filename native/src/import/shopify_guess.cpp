#include "import/shopify_guess.h"

#include <algorithm>
#include <array>
#include <string>

#include "table/cell.h"
#include "text.h"

namespace aftermint::imports {
namespace {

bool holdsWords(std::string_view text, std::string_view words) {
  for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    const bool begins = at == 0 || !isWordByte(text[at - 1]) || !isWordByte(words.front());
    const bool ends = end == text.size() || !isWordByte(text[end]) || !isWordByte(words.back());
    if (begins && ends) return true;
  }
  return false;
}

/** Returns the last part of a category like "Media > Books". */
std::string leafOf(std::string_view category) {
  const std::size_t at = category.rfind('>');
  return lowered(trimmed(at == std::string_view::npos ? category : category.substr(at + 1)));
}

}  // namespace

Shipping shippingOf(const std::vector<VariantDraft>& variants) {
  const auto isUnshipped = [](const VariantDraft& variant) { return parseBool(variant.needsShipping) == false; };
  const auto unshipped = std::count_if(variants.begin(), variants.end(), isUnshipped);
  if (unshipped == 0) return Shipping::All;
  return static_cast<std::size_t>(unshipped) == variants.size() ? Shipping::None : Shipping::Some;
}

bool isGiftCard(const ProductDraft& draft) {
  if (const std::optional<bool> said = parseBool(draft.giftCard)) return *said;
  constexpr std::array<std::string_view, 6> kGiftCardNames = {"gift card",        "gift cards",        "giftcard",
                                                              "gift certificate", "gift certificates", "e-gift cards"};
  const auto isOne = [&](const std::string& name) {
    return std::find(kGiftCardNames.begin(), kGiftCardNames.end(), name) != kGiftCardNames.end();
  };
  return isOne(leafOf(draft.type)) || isOne(leafOf(draft.category));
}

bool isPlaceholder(std::string_view option) {
  const std::string text = lowered(trimmed(option));
  return text.empty() || text == "default title";
}

bool isNamedByTitle(const VariantDraft& variant, std::string_view title) {
  const std::string whole = lowered(squeezed(title));
  return std::all_of(variant.options.begin(), variant.options.end(), [&](const std::string& option) {
    return isPlaceholder(option) || lowered(option) == "default" || holdsWords(whole, lowered(squeezed(option)));
  });
}

bool isScientific(std::string_view sku) {
  std::size_t at = 0;
  const auto digits = [&] {
    const std::size_t from = at;
    while (at < sku.size() && isDigit(sku[at])) ++at;
    return at - from;
  };
  if (digits() != 1) return false;
  if (at < sku.size() && (sku[at] == '.' || sku[at] == ',')) {
    ++at;
    if (digits() == 0) return false;
  }
  if (at >= sku.size() || (sku[at] != 'E' && sku[at] != 'e')) return false;
  ++at;
  // A spreadsheet always writes the sign. "1E10" without a sign may be a real SKU.
  if (at >= sku.size() || (sku[at] != '+' && sku[at] != '-')) return false;
  ++at;
  return digits() > 0 && at == sku.size();
}

std::string productUrl(std::string_view handle) {
  constexpr std::string_view kFolder = "/products/", kHex = "0123456789ABCDEF";
  if (const std::size_t at = handle.rfind(kFolder);
      at != std::string_view::npos && at + kFolder.size() < handle.size()) {
    handle.remove_prefix(at + kFolder.size());
  }
  std::string out(kFolder);
  for (const char c : handle) {
    const auto byte = static_cast<unsigned char>(c);
    if ((isAscii(c) && isWordByte(c)) || c == '-' || c == '_' || c == '.' || c == '~') {
      out += c;
    } else {
      out += '%';
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    }
  }
  return out;
}

}  // namespace aftermint::imports
