/** @file The parts that every route of the demo shop uses. */
#pragma once

#include <filesystem>
#include <string>

#include "accept/accepts.h"
#include "accept/order_lines.h"
#include "demo/server/shop_db.h"
#include "demo/server/shop_info.h"
#include "pay/sandbox.h"

namespace aftermint::demo {

/** The parts of a running shop; it owns none of them. */
struct Shop : AcceptServices {
  const std::string& bookText;
  const ShopInfo& info;
  ShopDb& db;
  Sandbox& bank;  ///< whose bank page the shop serves; the same as `provider`, except in tests
  std::filesystem::path demo;
  std::filesystem::path dist;
  std::filesystem::path shards = {};  ///< empty: pages load the whole book
};

/** The order of a moment as the shop stored it; lines taken back are not in it. */
[[nodiscard]] Order storedOrder(const ShopOrder& order);

/** Hands waiting events to the store, the shop's own and those of accepts. A failure is logged and tried again later.
 */
void relayEvents(Shop& shop);

}  // namespace aftermint::demo
