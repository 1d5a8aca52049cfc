/** @file The parts that every route of the demo shop uses. */
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "accept/accepts.h"
#include "accept/order_lines.h"
#include "book/served_book.h"
#include "demo/server/shop_db.h"
#include "demo/server/shop_info.h"
#include "guard/guard.h"
#include "pay/sandbox.h"

namespace aftermint::demo {

/** The parts of a running shop; it owns none of them, and they must outlive it. */
struct Shop : AcceptServices {
  const ServedBook& served;  ///< the published book, which pages load
  const ShopInfo& info;
  ShopDb& db;
  Sandbox& bank;                      ///< whose bank page the shop serves; the same as `provider`, except in tests
  std::filesystem::path demo;         ///< the folder of templates, messages and pictures
  std::filesystem::path dist;         ///< the built package
  std::filesystem::path shards = {};  ///< empty: pages load the whole book
  std::vector<std::string> eventKeys = {};  ///< of signed batches of events; empty: no batch can be signed
  const Guard* guard = nullptr;             ///< null: no offer is stopped
  std::string storeUrl = {};                ///< for the command that releases a stopped offer
};

/** A stored order as a Moment has it: paid or pending, without lines that were taken back. */
[[nodiscard]] Order storedOrder(const ShopOrder& order);

/** Hands waiting events of shop and accepts to the store. A StoreError is logged; the next call tries again. */
void relayEvents(Shop& shop);

}  // namespace aftermint::demo
