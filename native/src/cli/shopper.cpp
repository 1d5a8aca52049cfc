#include "cli/shopper.h"

#include <array>
#include <string_view>

#include "aftermint/codec.h"
#include "aftermint/render.h"
#include "cli/output.h"
#include "money.h"
#include "visible_text.h"

namespace aftermint::cli {
namespace {

struct Stage {
  Placement placement;
  bool oneClick;
  std::string_view name;
};

constexpr std::array<Stage, 5> kStages = {{
    {Placement::ProductPage, false, "On the product page"},
    {Placement::Checkout, false, "At checkout"},
    {Placement::PostPurchase, true, "After payment, by one click"},
    {Placement::ThankYou, false, "After payment, by a link"},
    {Placement::Email, false, "In the confirmation mail"},
}};

/** The moment of a stage in the first purchase of a product. */
Moment momentOf(const Book& book, const Product& product, const Stage& stage, const ShopperOptions& options) {
  Moment moment;
  moment.placement = stage.placement;
  moment.time = options.time;
  moment.locale = options.locale.empty() ? book.locale : options.locale;
  moment.order.currency = book.currency;
  if (stage.placement == Placement::ProductPage) {
    moment.page.product = product.id;
    return moment;
  }
  moment.order.lines.push_back({product.id, "", 1, product.price, ""});
  moment.order.total = product.price;
  if (stage.placement == Placement::Checkout) return moment;
  moment.order.id = "1001";
  moment.order.status = OrderStatus::Paid;
  moment.order.paidAt = options.time;
  if (stage.oneClick) moment.platform.oneClick.emplace().allowed = true;
  return moment;
}

std::string indented(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    out += "    " + std::string(text.substr(0, end)) + "\n";
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return out;
}

/** Whether any offer of the book is tied to the product. */
bool isTrigger(const IndexedBook& book, const Product& product) {
  if (!book.tiesOfProduct(product.id).empty()) return true;
  if (!product.category.empty() && !book.tiesOfCategory(product.category).empty()) return true;
  for (const std::string& tag : product.tags) {
    if (!book.tiesOfTag(tag).empty()) return true;
  }
  return false;
}

std::string stageText(const IndexedBook& book, const Product& product, const Stage& stage,
                      const ShopperOptions& options) {
  const Moment moment = momentOf(book.book(), product, stage, options);
  const Decision decision = decide(book, moment);
  std::string out = "  " + std::string(stage.name);
  if (decision.offer == nullptr) {
    out += ": no offer, " + std::string(kReasonMeanings[static_cast<std::size_t>(decision.reason)]);
    for (const Trace& line : decision.trace) {
      out += (&line == decision.trace.data() ? " (" : "; ") + std::string(line.offer) + ": " +
             std::string(toString(line.reason));
    }
    return out + (decision.trace.empty() ? "\n" : ")\n");
  }
  return out + " (" + decision.offer->id + ")\n" +
         indented(toText(view(book, moment, decision), formatMoney, moment.locale));
}

}  // namespace

std::string shopperReport(const IndexedBook& book, const ShopperOptions& options) {
  std::string out =
      "Would your best customer feel understood when they read this right after their first purchase?\n"
      "The shopper has no history, and the payment can be charged again.\n";
  std::size_t triggers = 0;
  for (const Product& product : book.book().products) {
    if (!isTrigger(book, product) || ++triggers > options.products) continue;
    out += "\nFirst purchase: " + visibleLine(product.title + " (" + product.id + ")") + ", " +
           formatMoney(product.price, book.book().currency, book.book().locale) + "\n";
    for (const Stage& stage : kStages) out += stageText(book, product, stage, options);
  }
  if (triggers == 0) out += "\nNo product of this book has an offer.\n";
  if (triggers > options.products) {
    out += "\n" + counted(triggers - options.products, "more product") + " with offers: --products " +
           std::to_string(triggers) + " shows all.\n";
  }
  return out;
}

}  // namespace aftermint::cli
