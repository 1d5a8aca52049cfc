// The page of readings.
#include "aftermint/store_reading.h"
#include "demo/server/pages.h"

namespace aftermint::demo {
namespace {

/** Basis points as a percentage to one decimal, without a trailing ".0". */
std::string percent(Bps bps) {
  const Bps tenths = (bps + 5) / 10;
  std::string text = std::to_string(tenths / 10);
  if (tenths % 10 != 0) text += "." + std::to_string(tenths % 10);
  return text + "\u00a0%";
}

/** Basis points on an axis of 0 to 100. */
std::string axis(Bps bps) {
  std::string text = std::to_string(bps / 100);
  if (bps % 100 != 0) text += (bps % 100 < 10 ? ".0" : ".") + std::to_string(bps % 100);
  return text;
}

/** The titles of an offer's items. */
std::string titleOf(const IndexedBook& book, const std::string& id) {
  const Offer* offer = book.offer(id);
  if (offer == nullptr) return id;
  std::string title;
  for (const Item& item : offer->items) {
    const Product* product = book.product(item.product);
    if (!title.empty()) title += " + ";
    title += product == nullptr ? item.product : product->title;
  }
  return title;
}

std::string placeOf(const std::string& placement) {
  if (placement == toString(Placement::Checkout)) return "at checkout";
  if (placement == toString(Placement::PostPurchase)) return "after payment, one click";
  if (placement == toString(Placement::ThankYou)) return "after payment, by a link";
  if (placement == toString(Placement::ProductPage)) return "on the product page";
  return placement == toString(Placement::Email) ? "in the confirmation mail" : placement;
}

}  // namespace

Response Pages::results(const Request& request) {
  relayEvents(shop_);
  const std::string& locale = shop_.book.book().locale;  // the owner's page, in the owner's language
  StoreCounts counts = shop_.store.counts();
  const StoreReading reading = readStore(counts);
  PageData rows(PageData::type::list);
  for (std::size_t i = 0; i < reading.rows.size(); ++i) {
    const ReadingRow& row = reading.rows[i];
    PageData each(PageData::type::object);
    each.set("offer", row.offer);
    each.set("headline", titleOf(shop_.book, row.offer));
    each.set("placement", placeOf(row.placement));
    each.set("exposures", std::to_string(row.takeRate.of));
    each.set("seen", PageData(row.takeRate.of > 0));
    each.set("accepts", std::to_string(row.takeRate.hits));
    each.set("declines", std::to_string(row.declines));
    each.set("undos", std::to_string(row.undos));
    each.set("rate", percent(row.takeRate.bps));
    each.set("low", percent(row.takeRate.lowBps));
    each.set("high", percent(row.takeRate.highBps));
    each.set("rateX", axis(row.takeRate.bps));
    each.set("lowX", axis(row.takeRate.lowBps));
    each.set("highX", axis(row.takeRate.highBps));
    each.set("revenue", money(row.revenue, locale));
    rows << each;
  }
  PageData data(PageData::type::object);
  data.set("orders", std::to_string(reading.orders));
  data.set("meanOrderValue", money(reading.meanOrderValue, locale));
  data.set("meanOrderValueWithout", money(reading.meanOrderValueWithout, locale));
  data.set("empty", PageData(rows.is_empty_list()));
  data.set("rows", rows);
  data.set("updated", formatForPeople(shop_.clock(), locale));
  return page(request, "results", "Results", std::move(data));
}

}  // namespace aftermint::demo
