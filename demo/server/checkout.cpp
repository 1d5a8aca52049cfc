#include "demo/server/checkout.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <charconv>

#include "aftermint/verify.h"
#include "demo/server/basket.h"
#include "events/event_json.h"
#include "ids.h"
#include "text.h"

namespace aftermint::demo {
namespace {

/** A field without white space at its ends; empty if it is missing. */
std::string trimmedField(const Fields& form, std::string_view name) {
  const auto found = form.find(name);
  return found == form.end() ? std::string() : std::string(trimmed(found->second));
}

/** Whether a text looks like an e-mail address: one `@` with text on both sides, no blanks. */
bool looksLikeEmail(std::string_view text) {
  const std::size_t at = text.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < text.size() && text.find('@', at + 1) == text.npos &&
         text.find_first_of(" \t\r\n<>,;") == text.npos;
}

std::vector<FieldError> checkForm(const Fields& form) {
  std::vector<FieldError> errors;
  const auto need = [&](std::string_view name, std::size_t limit, std::string_view missing) {
    const std::string value = trimmedField(form, name);
    if (value.empty()) {
      errors.push_back({std::string(name), std::string(missing)});
    } else if (value.size() > limit) {
      errors.push_back({std::string(name), "Please keep it under " + std::to_string(limit) + " characters."});
    }
  };
  need("name", 200, "Please tell us your name.");
  need("email", 254, "Please give an e-mail address, for the confirmation.");
  if (const std::string email = trimmedField(form, "email"); !email.empty() && !looksLikeEmail(email)) {
    errors.push_back({"email", "This does not look like an e-mail address."});
  }
  need("address", 500, "Please tell us where to send it.");
  const std::string card = trimmedField(form, "card");
  const auto cards = testCards();
  if (std::none_of(cards.begin(), cards.end(), [&](const TestCard& each) { return each.value == card; })) {
    errors.push_back({"card", "Please choose how to pay."});
  }
  return errors;
}

/** The price of the bump that the page showed, in minor units; -1, which is no price, if the form does not have it. */
Minor shownPrice(const Fields& form) {
  const std::string text = trimmedField(form, "bump-price");
  Minor amount = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), amount);
  return error == std::errc() && end == text.data() + text.size() && amount >= 0 ? amount : -1;
}

/**
 * Adds the ticked bump, or a notice if it is no longer available. Returns false, and adds nothing, if its price is not
 * the one that the page showed.
 */
[[nodiscard]] bool addBump(Shop& shop, const std::string& offer, Minor shown, ShopOrder& order, Millis now) {
  Accept accept;
  accept.moment.placement = Placement::Checkout;
  accept.moment.time = now;
  accept.moment.locale = order.locale;
  accept.moment.order = openOrder(order.id, order.currency, order.lines);
  // As in the page: where no visitor id is kept, the order is what was assigned to arms.
  accept.moment.visitor.id = order.visitor.empty() ? "order:" + order.id : order.visitor;
  accept.offer = offer;
  accept.amount = shown;
  accept.currency = order.currency;
  const AcceptResult result = verifyNow(shop, accept);
  if (result.verdict == AcceptVerdict::PriceChanged) {
    spdlog::info("order {}: the shopper saw bump {} for {}, it costs {} now", order.id, offer, shown, result.price);
    return false;
  }
  if (result.verdict != AcceptVerdict::Accepted || result.items == nullptr) {
    order.notice =
        "The extra item you ticked at checkout is no longer available. It was left out, and you did not pay for it.";
    spdlog::info("order {}: bump {} left out, {}", order.id, offer, toString(result.reason));
    return true;
  }
  order.offers.push_back({offer, std::string(toString(Placement::Checkout)), encodeArms(result.arms)});
  for (OrderLine& line : offerLines(shop.book, result, order.locale)) {
    order.lines.push_back(std::move(line));
  }
  return true;
}

std::vector<Event> orderEvents(const ShopOrder& order, bool hasBought, Millis now) {
  std::vector<Event> events;
  ServerEvent paid;
  if (!order.visitor.empty()) paid.buyer = toString(hasBought ? Buyer::Returning : Buyer::First);
  paid.order = order.id;
  paid.visitor = order.visitor;
  paid.amount = order.total();
  paid.currency = order.currency;
  events.push_back(makeServerEvent(paid, now));
  for (const OrderOffer& taken : order.offers) {
    ServerEvent accept = paid;
    accept.type = EventType::Accept;
    accept.buyer.clear();
    accept.offer = taken.offer;
    accept.placement = taken.placement;
    accept.path = toString(Path::Form);
    accept.arms = taken.arms;
    accept.amount = 0;
    for (const OrderLine& line : order.lines) {
      if (line.offer == taken.offer) accept.amount += line.price * line.quantity;
    }
    events.push_back(makeServerEvent(accept, now));
  }
  return events;
}

/** Tells forms apart by what the shopper sees and pays: the basket's token, the fields, the card, the bump. */
std::string formHash(const Fields& form) {
  std::string text;
  for (const char* name : {"cart", "name", "email", "address", "card", "bump", "bump-price"}) {
    const std::string value = trimmedField(form, name);
    text += std::to_string(value.size()) + ":" + value + "\n";
  }
  return sha256Hex(text);
}

/** The answer for an order that is paid. */
Payment paidAs(Shop& shop, const std::string& id) {
  const auto order = shop.db.order(id);
  return {Payment::Result::Paid, id, order ? order->session : std::string(), {}};
}

/** Charges a pending order, whose charge nobody has found. */
Payment chargeOrder(Shop& shop, const ShopOrder& order) {
  if (!shop.db.leaseOrder(order.id, order.attempt, shop.clock() + kLeaseMillis)) {
    // Of a double submit, the other request was quicker.
    const auto current = shop.db.order(order.id);
    return current && current->state == OrderState::Paid ? paidAs(shop, order.id) : Payment{};
  }
  return finishOrder(shop, order,
                     shop.provider.charge({orderChargeKey(order.id, order.attempt), order.id, order.total(),
                                           order.currency, order.method, false}));
}

/**
 * The order that was placed with a form's nonce; none if it was declined, or belongs to another session.
 *
 * Its payment has renewed the session. Then the nonce is no proof, because it was shown to the old one: only who sends
 * the whole form again gets the order.
 */
std::optional<ShopOrder> placedBefore(Shop& shop, const std::optional<Session>& session, const Fields& form,
                                      const std::string& nonce) {
  auto order = shop.db.orderByNonce(nonce);
  if (!order || order->state == OrderState::Declined) return std::nullopt;
  if (session && order->session == session->id) return order;
  const bool isRepeat = order->state == OrderState::Paid && order->form == formHash(form) &&
                        shop.clock() < order->placedAt + kOrderMillis;
  return isRepeat ? order : std::nullopt;
}

/** Places the order of a form that has none yet. */
Payment placeAndPay(Shop& shop, const Session& session, const Fields& form, const std::string& nonce) {
  const Cart cart = shop.db.cart(session.id);
  ShopOrder order;
  order.lines = priceCart(shop, session.visitor, cart);
  if (order.lines.empty() || trimmedField(form, "cart") != cartToken(shop, cart, order.lines)) return {};
  const auto draft = shop.db.draft(session.id);
  if (!draft || nonce != draft->nonce) return {};
  if (auto errors = checkForm(form); !errors.empty()) return {Payment::Result::Invalid, "", "", std::move(errors)};

  const Book& book = shop.book.book();
  const Millis now = shop.clock();
  order.id = draft->order;
  order.number = draft->number;
  order.session = session.id;
  order.nonce = draft->nonce;
  order.currency = book.currency;
  order.name = trimmedField(form, "name");
  order.email = trimmedField(form, "email");
  order.address = trimmedField(form, "address");
  order.method = trimmedField(form, "card");
  order.visitor = session.visitor;
  order.locale = trimmedField(form, "locale");
  if (order.locale.empty()) order.locale = book.locale;
  nameLines(shop.book, order.lines, order.locale);
  order.placedAt = now;
  order.form = formHash(form);
  order.leaseUntil = now + kLeaseMillis;
  order.offers = takenOffers(shop, session.visitor, order.lines);
  if (const std::string bump = trimmedField(form, "bump"); !bump.empty()) {
    if (!addBump(shop, bump, shownPrice(form), order, now)) return {};
  }
  const ShopOrder placed = shop.db.placeOrder(order);
  if (placed.state == OrderState::Paid) return paidAs(shop, placed.id);
  // Of a double submit, the other request may have placed it with another form.
  if (placed.form != order.form) return {};
  return chargeOrder(shop, placed);
}

/** Continues with the order that was placed with this nonce; none if it was given up, so that it is placed anew. */
std::optional<Payment> resume(Shop& shop, const ShopOrder& order, const Fields& form) {
  if (order.state == OrderState::Paid) return paidAs(shop, order.id);
  if (const auto charge = shop.provider.find(orderChargeKey(order.id, order.attempt))) {
    return finishOrder(shop, order, *charge);
  }
  const Millis now = shop.clock();
  if (order.form == formHash(form) && now < order.placedAt + kOrderMillis) return chargeOrder(shop, order);
  // A charge of the old form may still arrive: the shopper must not pay twice.
  if (now < order.leaseUntil && order.leaseUntil <= now + kLeaseMillis)
    return Payment{Payment::Result::Unsure, "", "", {}};
  static_cast<void>(shop.db.declineOrder(order.id, order.attempt));
  return std::nullopt;
}

}  // namespace

std::string orderChargeKey(const std::string& order, std::int64_t attempt) {
  return "order-" + order + "-" + std::to_string(attempt);
}

Payment finishOrder(Shop& shop, const ShopOrder& order, const Charge& charge) {
  switch (charge.state) {
    case ChargeState::Succeeded: {
      const Millis now = shop.clock();
      const bool hasBought = shop.db.hasBought(order.visitor);
      if (shop.db.payOrder(order.id, order.attempt, now, orderEvents(order, hasBought, now))) {
        relayEvents(shop);
        return paidAs(shop, order.id);
      }
      const auto current = shop.db.order(order.id);
      const bool isPaid = current && current->state == OrderState::Paid;
      if (!isPaid || current->attempt != order.attempt) {
        spdlog::warn("order {}: attempt {} was charged after it was given up: charge {} is paid back", order.id,
                     order.attempt, charge.id);
        static_cast<void>(shop.provider.refund(charge.id));
      }
      return isPaid ? paidAs(shop, order.id) : Payment{};
    }
    case ChargeState::Declined:
      static_cast<void>(shop.db.declineOrder(order.id, order.attempt));
      return {Payment::Result::Declined, "", "", {}};
    case ChargeState::RequiresAction:
    case ChargeState::Processing:
    case ChargeState::Refunded:
      break;
  }
  return {Payment::Result::Unsure, "", "", {}};
}

Payment pay(Shop& shop, const std::optional<Session>& session, const Fields& form) {
  const std::string nonce = trimmedField(form, "nonce");
  try {
    for (int tries = 0; tries < 2; ++tries) {
      if (const auto order = placedBefore(shop, session, form, nonce)) {
        if (auto payment = resume(shop, *order, form)) return std::move(*payment);
      }
      if (!session) return {};
      Payment payment = placeAndPay(shop, *session, form, nonce);
      // Of a double submit the other request may have placed this order meanwhile and emptied the cart.
      if (payment.result != Payment::Result::Stale) return payment;
    }
  } catch (const PaymentUnknown& error) {
    spdlog::warn("a checkout waits for the provider: {}", error.what());
    return {Payment::Result::Unsure, "", "", {}};
  }
  return {};
}

}  // namespace aftermint::demo
