// The shop after payment: thanks, the order, the bank's page.
#include <algorithm>

#include "accept/accept_json.h"
#include "accept/accepts.h"
#include "accept/ticket.h"
#include "demo/server/pages.h"

namespace aftermint::demo {

namespace {

/** Whether there is no offer after payment, as far as the server can tell: the browser knows more. */
bool offersNothing(const Shop& shop, const ShopOrder& order, const OneClick& oneClick) {
  if (shop.accepts.liveAccept(order.id)) return false;  // the page shows its state
  Moment moment;
  moment.placement = oneClick.allowed ? Placement::PostPurchase : Placement::ThankYou;
  moment.time = shop.clock();
  moment.locale = order.locale;
  moment.order = storedOrder(order);
  moment.visitor.id = order.visitor;
  moment.platform.oneClick = oneClick;
  return decide(shop.book, moment).offer == nullptr;
}

}  // namespace

PageData Pages::orderData(const ShopOrder& stored, const std::string& locale) const {
  PageData lines(PageData::type::list);
  for (const OrderLine& line : stored.lines) lines << lineData(line, locale);
  PageData data(PageData::type::object);
  data.set("id", stored.id);
  data.set("number", std::to_string(stored.number));
  data.set("email", stored.email);
  data.set("total", money(stored.total(), locale));
  data.set("placed", formatForPeople(stored.paidAt.value_or(stored.placedAt), locale));
  data.set("lines", lines);
  return data;
}

Response Pages::thanks(const Request& request, const std::string& id) {
  if (ownOrder(request, id)) settleAccepts(shop_, id);
  const auto stored = ownOrder(request, id);
  if (!stored) return notFound(request);
  OneClick oneClick = oneClickOf(shop_, *stored);
  // A page that stays open must not offer anything after its ticket has expired.
  oneClick.until = std::min(oneClick.until.value_or(0), shop_.clock() + kTicketSeconds * 1000);
  PageData data(PageData::type::object);
  data.set("order", orderData(*stored, localeOf(request)));
  data.set("orderJson", encodeMomentOrder(storedOrder(*stored)));
  data.set("ticket", signTicket(*stored, ticketAuthority(shop_), shop_.clock()));
  data.set("oneClickJson", encodeOneClick(oneClick));
  // Without an offer the page reserves no space: removing it later would move the content below.
  data.set("offersNothing", offersNothing(shop_, *stored, oneClick));
  data.set("visitor", stored->visitor);
  data.set("notice", stored->notice);
  return page(request, "thanks", messages_.text(localeOf(request), "thanksTitle"), std::move(data));
}

Response Pages::order(const Request& request, const std::string& id) {
  if (ownOrder(request, id)) settleAccepts(shop_, id);
  const auto stored = ownOrder(request, id);
  if (!stored) return notFound(request);
  PageData data(PageData::type::object);
  data.set("order", orderData(*stored, localeOf(request)));
  data.set("notice", stored->notice);
  return page(request, "order", messages_.text(localeOf(request), "order") + " " + std::to_string(stored->number),
              std::move(data));
}

Response Pages::bank(const Request& request, const std::string& id) {
  const auto charge = shop_.bank.charged(id);
  const auto stored = charge ? shop_.db.order(charge->reference) : std::nullopt;
  if (!stored) return notFound(request);
  // Already answered: back to the order.
  if (charge->state != ChargeState::RequiresAction) return seeOther("/orders/" + stored->id + "/thanks");
  PageData number(PageData::type::object);
  number.set("number", std::to_string(stored->number));
  PageData data(PageData::type::object);
  data.set("charge", charge->id);
  data.set("amount", money(charge->amount, localeOf(request)));
  data.set("order", number);
  return page(request, "bank", messages_.text(localeOf(request), "bankTitle"), std::move(data));
}

Response Pages::answerBank(const Request& request, const std::string& id) {
  const Fields form = parseForm(request.body);
  const auto answer = form.find("answer");
  if (answer == form.end() || (answer->second != "confirm" && answer->second != "abandon")) {
    return errorPage(request, 400, "The bank did not understand", "Please go back and choose yes or no.");
  }
  const auto charge = shop_.bank.answerBank(id, answer->second == "confirm");
  if (!charge) return notFound(request);
  settleAccepts(shop_, charge->reference);
  return seeOther("/orders/" + charge->reference + "/thanks");
}

}  // namespace aftermint::demo
