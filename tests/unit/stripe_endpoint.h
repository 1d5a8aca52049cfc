/** @file The accept endpoint with Stripe as its provider, against the fake of its API. */
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "accept/accepts.h"
#include "accept/ticket.h"
#include "accept/ticket_orders.h"
#include "aftermint/codec.h"
#include "events/store.h"
#include "pay/stripe.h"
#include "unit/serve_fixture.h"
#include "unit/stripe_fake.h"

namespace aftermint::testing {

/** Payments by Stripe alone. */
class StripePayments : public ::testing::Test {
 protected:
  FakeStripe fake;
  StripeProvider provider{fake.options(), [this] { return fake.now.load(); }};

  [[nodiscard]] static ChargeRequest request(const std::string& method, const std::string& key = "accept-1") {
    return {key, "1001", 3000, "GBP", method, true};
  }
};

/** The accept endpoint with Stripe as its provider. */
class StripeEndpoint : public StripePayments {
 protected:
  StripeEndpoint() : book(*decodeBook(kShopBook).value) {}

  /** A ticket for an order of one knife that was paid with this payment method. */
  std::string ticket(const std::string& order, const std::string& method) {
    PlacedOrder placed;
    placed.id = order;
    placed.currency = "GBP";
    placed.visitor = "v-1";
    placed.method = fake.paid(method);
    placed.paidAt = fake.now;
    OrderLine& knife = placed.lines.emplace_back();
    knife.product = "knife";
    knife.price = 12000;
    return signTicket(placed, ticketAuthority(services), fake.now);
  }
  Json accept(const std::string& order, const std::string& token) {
    Request request;
    request.headers = {{"idempotency-key", "k-" + order}};
    request.body = Json{
        {"order", order},
        {"offer", "rack-offer"},
        {"price", {{"amount", 3000}, {"currency", "GBP"}}},
        {"ticket",
         token}}.dump();
    return Json::parse(acceptOffer(services, request).body);
  }
  Json ask(const std::string& order, const std::string& token) {
    Request request;
    request.query = {{"key", "k-" + order}};
    request.headers = {{"aftermint-ticket", token}};
    return Json::parse(askAccept(services, request).body);
  }
  Json undo(const std::string& order, const std::string& token) {
    Request request;
    request.body = Json{{"order", order}, {"offer", "rack-offer"}, {"ticket", token}, {"key", "k-" + order}}.dump();
    return Json::parse(undoAccept(services, request).body);
  }

  IndexedBook book;
  std::unique_ptr<Store> store = openStore("sqlite::memory:");
  AcceptDb accepts{":memory:"};
  TicketOrders orders{":memory:", book};
  AcceptServices services{book,
                          accepts,
                          orders,
                          provider,
                          *store,
                          [this] { return fake.now.load(); },
                          {{"", "a-signing-key-of-at-least-32-bytes!"}}};
};

}  // namespace aftermint::testing
