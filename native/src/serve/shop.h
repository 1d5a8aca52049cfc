/** @file What every route of the shop works with, and the server's own moments. */
#pragma once

#include <filesystem>
#include <string>

#include "aftermint/index.h"
#include "aftermint/moment.h"
#include "aftermint/verify.h"
#include "clock.h"
#include "pay/sandbox.h"
#include "serve/shop_json.h"
#include "store/shop_db.h"
#include "store/store.h"

namespace aftermint {

/** The parts of a running shop; it owns none of them. */
struct Shop {
  const IndexedBook& book;
  const std::string& bookText;
  const ShopInfo& info;
  ShopDb& db;
  Store& store;
  PaymentProvider& provider;
  Sandbox& bank;  ///< whose page a shopper is sent to; `provider` itself unless a test stands between
  Clock clock;
  std::string signingKey;
  std::filesystem::path demo;
  std::filesystem::path dist;
  std::filesystem::path shards = {};  ///< pages load the whole book where empty
};

/** What a cart costs now: the book's price and title of every line that can still be bought. */
[[nodiscard]] std::vector<OrderLine> priceCart(const IndexedBook& book, const Cart& cart);

/** What names a cart as the shopper saw it: its version and the book's digest, so that no price changes unseen. */
[[nodiscard]] std::string cartToken(const Shop& shop, const Cart& cart);

/** The lines an accepted offer adds: its price spread over its items so that the lines sum to it exactly. */
[[nodiscard]] std::vector<OrderLine> offerLines(const IndexedBook& book, const AcceptResult& accepted);

/** The order of a moment before it is paid. */
[[nodiscard]] Order openOrder(const std::string& id, const std::string& currency, const std::vector<OrderLine>& lines);

/** The order of a moment as the shop stored it; lines taken back are not in it. */
[[nodiscard]] Order storedOrder(const ShopOrder& order);

/** Until when the payment of an order may be charged again, and whether it can be at all. */
[[nodiscard]] OneClick oneClickOf(const Shop& shop, const ShopOrder& order);

/** Hands waiting events on; a store that fails is logged and asked again with the next event. */
void relayEvents(Shop& shop);

}  // namespace aftermint
