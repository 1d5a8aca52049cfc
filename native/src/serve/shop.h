/** @file What every route of the shop works with, and the server's own moments. */
#pragma once

#include <filesystem>
#include <string>

#include "aftermint/index.h"
#include "aftermint/moment.h"
#include "aftermint/verify.h"
#include "clock.h"
#include "events/store.h"
#include "pay/sandbox.h"
#include "serve/shop_info.h"
#include "serve/shop_json.h"
#include "store/shop_db.h"

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

/** A variant of a product; null where it has none of that id. */
[[nodiscard]] const Variant* findVariant(const Product& product, std::string_view id);

/** A line of one product at its own price; none where the product or the variant is not in the book. */
[[nodiscard]] std::optional<OrderLine> lineOf(const IndexedBook& book, const std::string& product,
                                              const std::string& variant, std::int64_t quantity);

/** Lines that sum to an amount exactly, each with its share by its own price; a line may become two. */
[[nodiscard]] std::vector<OrderLine> spread(const std::vector<OrderLine>& priced, Minor amount);

/** Gives lines their titles in a language, as the order will keep them. */
void nameLines(const IndexedBook& book, std::vector<OrderLine>& lines, std::string_view locale);

/**
 * The lines an accepted offer adds: its price spread over its items so that the lines sum to it exactly, their titles
 * in the language of `locale`.
 */
[[nodiscard]] std::vector<OrderLine> offerLines(const IndexedBook& book, const AcceptResult& accepted,
                                                std::string_view locale);

/** The order of a moment before it is paid. */
[[nodiscard]] Order openOrder(const std::string& id, const std::string& currency, const std::vector<OrderLine>& lines);

/** The order of a moment as the shop stored it; lines taken back are not in it. */
[[nodiscard]] Order storedOrder(const ShopOrder& order);

/** Until when the payment of an order may be charged again, and whether it can be at all. */
[[nodiscard]] OneClick oneClickOf(const Shop& shop, const ShopOrder& order);

/** Hands waiting events on; a store that fails is logged and asked again with the next event. */
void relayEvents(Shop& shop);

}  // namespace aftermint
