/** @file The rule on the room of a bump: its copy fits the height that the shipped style sheet reserves. */
#include <algorithm>
#include <array>
#include <optional>

#include "aftermint/currency.h"
#include "check/findings.h"
#include "check/text_lines.h"
#include "decide/offer_rules.h"
#include "decide/pricing.h"
#include "view/messages.h"

namespace aftermint {
namespace {

/// What the style sheet reserves in a column of at least that width (widget/src/aftermint.css).
struct Room {
  MilliEm column;
  MilliEm height;
};
constexpr std::array<Room, 4> kRooms = {{{16'000, 16'000}, {20'000, 12'500}, {24'000, 11'000}, {30'000, 8'750}}};

// The sizes of the parts, in thousandths of the element's font size (`bumpCss` in widget/src/styles.ts).
constexpr MilliEm kBorders = 144;  // 2 px in a font of 14 px
constexpr MilliEm kSides = 1'000;
constexpr MilliEm kTop = 500;
constexpr MilliEm kGap = 750;
constexpr MilliEm kImage = 2'250;
constexpr MilliEm kTickAndGap = 2'110;
constexpr MilliEm kHeadlineLine = 1'219;
constexpr MilliEm kBenefitLine = 1'057;
constexpr MilliEm kPriorLine = 1'057;
constexpr MilliEm kChoice = 2'813;
constexpr MilliEm kOverlap = 468;
constexpr MilliEm kLabelLine = 1'125;
constexpr MilliEm kBelowLabel = 235;

/** A width in the font size of headline, label and price: 15/16 of the element's. */
constexpr MilliEm inHeadline(MilliEm width) { return width * 16 / 15; }
/** A width in the font size of the benefit: 13/16 of the element's. */
constexpr MilliEm inBenefit(MilliEm width) { return width * 16 / 13; }

/** The texts of a bump, with their placeholders filled in. */
struct BumpTexts {
  std::string headline;
  std::string benefit;
  std::string label;
  std::string price;
  std::string prior;  ///< empty without a prior price
};

struct Lines {
  std::int64_t headline, benefit, label, prior;
};

void replaceAll(std::string& text, std::string_view placeholder, std::string_view value) {
  for (std::size_t at = text.find(placeholder); at != std::string::npos;
       at = text.find(placeholder, at + value.size())) {
    text.replace(at, placeholder.size(), value);
  }
}

/** An amount in its widest usual form: with the code of the currency and separators. */
std::string widestMoney(Minor amount, std::string_view currency) {
  std::string digits = std::to_string(amount);
  const auto decimals = static_cast<std::size_t>(minorDigits(currency));
  if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
  std::size_t point = digits.size() - decimals;
  if (decimals > 0) digits.insert(point, ".");
  while (point > 3) digits.insert(point -= 3, ",");
  return std::string(currency) + "\u00a0" + digits;
}

/** The widest title of the products that the offer is for. */
std::string_view widestTrigger(const IndexedBook& book, const TriggerProducts& triggerProducts, const Offer& offer,
                               std::string_view locale) {
  std::string_view widest;
  const auto take = [&](const Product& product) {
    const std::string_view title = titleIn(product, locale);
    if (textWidth(title, true) > textWidth(widest, true)) widest = title;
  };
  for (const Product* product : triggerProducts) take(*product);
  const Triggers& triggers = offer.triggers;
  if (triggers.categories.empty() && triggers.tags.empty()) return widest;
  for (const Product& product : book.book().products) {
    const auto has = [&](const List<Text>& list, const Text& id) {
      return std::find(list.begin(), list.end(), id) != list.end();
    };
    const bool isTagged =
        std::any_of(product.tags.begin(), product.tags.end(), [&](const Text& tag) { return has(triggers.tags, tag); });
    if (isTagged || has(triggers.categories, product.category)) take(product);
  }
  return widest;
}

std::string itemText(const IndexedBook& book, const Offer& offer, std::string_view locale) {
  std::string text;
  for (const Item& item : offer.items) {
    if (!text.empty()) text += " + ";
    if (item.quantity > 1) text += std::to_string(item.quantity) + " × ";
    const Product& product = *book.product(item.product);
    text += titleIn(product, locale);
    if (const Variant* variant = variantOf(product, item.variant)) text.append(", ").append(titleIn(*variant, locale));
  }
  return text;
}

Lines linesIn(MilliEm column, const BumpTexts& texts) {
  const MilliEm inner = column - kBorders - kSides;
  const MilliEm image = kImage + kGap;
  // The price is beside the label, over the column of the picture; with a prior price it has a line of its own.
  const MilliEm price = texts.prior.empty() ? std::max(textWidth(texts.price, true) * 15 / 16, image) + kGap : 0;
  // Of the line with the prior price only the price is bold, and as large as the benefit; the rest is a tenth smaller.
  const MilliEm larger = textWidth(texts.price, true) * 10 / 9 - textWidth(texts.price, false);
  return {
      textLines(texts.headline, inHeadline(inner - image), true), textLines(texts.benefit, inBenefit(inner), false),
      textLines(texts.label, inHeadline(std::max<MilliEm>(inner - price - kTickAndGap, 1'000)), true),
      texts.prior.empty() ? 0 : textLines(texts.price + " " + texts.prior, inBenefit(inner) * 10 / 9 - larger, false)};
}

MilliEm heightOf(const Lines& lines) {
  return kBorders + kTop + std::max(kImage, lines.headline * kHeadlineLine) + lines.benefit * kBenefitLine +
         lines.prior * kPriorLine + std::max(kChoice, lines.label * kLabelLine + kOverlap + kBelowLabel) - kOverlap;
}

/** A length in em with one decimal, rounded up: "8.8 em". */
std::string inEm(MilliEm length) {
  const MilliEm tenths = (length + 99) / 100;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " em";
}

std::string counted(std::int64_t count, std::string_view noun) {
  return std::string(noun) + " " + std::to_string(count) + (count == 1 ? " line" : " lines");
}

}  // namespace

void checkBumpRoom(const IndexedBook& book, const TriggerProducts& triggerProducts, const Offer& offer,
                   const Copy& copy, std::string_view headline, std::string_view under, Findings& findings) {
  if (std::find(offer.placements.begin(), offer.placements.end(), Placement::Checkout) == offer.placements.end())
    return;
  const ViewMessages messages = messagesFor(copy.locale);
  const std::string& currency = book.book().currency;
  const Minor price = chargedPrice(book, offer.price, offer.items);
  const std::string_view label = copy.accept.empty() ? messages[ViewMessage::Add] : std::string_view(copy.accept);
  BumpTexts texts{std::string(headline), std::string(copy.benefit), std::string(label),
                  std::string(messages[ViewMessage::BumpPrice]), ""};
  if (offer.priorPrice && offer.priorPrice->amount > price) {
    texts.prior = messages[ViewMessage::Prior];
    replaceAll(texts.prior, "{prior}", widestMoney(offer.priorPrice->amount, currency));
  }
  const std::string_view trigger = widestTrigger(book, triggerProducts, offer, copy.locale);
  const std::string items = itemText(book, offer, copy.locale);
  for (std::string* text : {&texts.headline, &texts.benefit, &texts.label, &texts.price}) {
    replaceAll(*text, "{price}", widestMoney(price, currency));
    replaceAll(*text, "{trigger}", trigger);
    replaceAll(*text, "{item}", items);
  }
  for (const Room& room : kRooms) {
    const Lines lines = linesIn(room.column, texts);
    const MilliEm height = heightOf(lines);
    if (height <= room.height) continue;
    findings.add(FindingCode::BumpRoom, Severity::Warning, under,
                 "At checkout this copy may not fit: a column " + inEm(room.column) + " wide has a room of " +
                     inEm(room.height) + ", and it can need " + inEm(height) + " (" +
                     counted(lines.headline, "headline") + ", " + counted(lines.benefit, "benefit") + ", " +
                     counted(lines.label, "label") + "). Where it does not fit, nothing is shown.",
                 "Shorten the " +
                     std::string(lines.label > 2      ? "label"
                                 : lines.headline > 2 ? "headline"
                                                      : "benefit") +
                     ", or reserve more height in your style sheet and turn this rule off.");
    return;
  }
}

}  // namespace aftermint
