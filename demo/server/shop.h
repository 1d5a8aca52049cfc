/** @file What every route of the demo shop works with. */
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
  Sandbox& bank;  ///< whose page a shopper is sent to; `provider` itself unless a test stands between
  std::filesystem::path demo;
  std::filesystem::path dist;
  std::filesystem::path shards = {};  ///< pages load the whole book where empty
};

/** The order of a moment as the shop stored it; lines taken back are not in it. */
[[nodiscard]] Order storedOrder(const ShopOrder& order);

/** Hands waiting events on, the shop's own and those of accepts; a failing store is logged and tried again later. */
void relayEvents(Shop& shop);

}  // namespace aftermint::demo
