#include "demo/server/shop.h"

#include <spdlog/spdlog.h>

namespace aftermint::demo {

Order storedOrder(const ShopOrder& stored) {
  Order order = paidOrder(stored);
  if (stored.state != OrderState::Paid) order.status = OrderStatus::Pending;
  return order;
}

void relayEvents(Shop& shop) {
  relayAccepts(shop);
  try {
    shop.db.relay(shop.store);
  } catch (const StoreError& error) {
    spdlog::error("events wait in the outbox: {}", error.what());
  }
}

}  // namespace aftermint::demo
