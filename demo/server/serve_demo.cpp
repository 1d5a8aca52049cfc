#include "demo/server/serve_demo.h"

#include <spdlog/spdlog.h>

#include <cstdio>
#include <optional>
#include <utility>

#include "accept/reconciler.h"
#include "demo/server/app.h"
#include "demo/server/history.h"
#include "demo/server/order_reconciler.h"
#include "demo/server/shop_keys.h"
#include "events/event_signature.h"
#include "http/templates.h"
#include "log.h"
#include "serve/routes.h"
#include "serve/serve.h"

namespace aftermint::demo {
namespace {

constexpr int kUnusable = 2;

/**
 * Name, home page and categories: from `--shop`, else from the demo's file if it is made for this book, else derived
 * from the book. None, and a message on stderr, if a file cannot be used.
 */
std::optional<ShopInfo> shopInfoFor(const DemoOptions& options, const Book& book) {
  const std::filesystem::path file = options.shop.empty() ? options.demo / "shop.json" : options.shop;
  std::string fault;
  std::optional<ShopInfo> info = parseShopInfo(readWholeFile(file), fault);
  if (!info) {
    std::fprintf(stderr, "%s: %s\n", file.c_str(), fault.c_str());
    return std::nullopt;
  }
  if (options.shop.empty() && info->book != book.id) return shopOf(book);
  addMissingCategories(*info, book);
  return info;
}

}  // namespace

int serveDemo(const DemoOptions& options, const CheckedBook& checked) {
  const Log log;  // standard output has only the address
  if (options.guard) refuseGuardWithoutFile(options.store);
  const IndexedBook& book = *checked.loaded.book;
  const std::optional<ShopInfo> info = shopInfoFor(options, book.book());
  if (!info) return kUnusable;
  const auto store = openStore(options.store);
  if (!options.history.empty()) {
    const std::string past = fillHistory(*store, options.store, options.history, systemMillis());
    if (!past.empty()) std::fprintf(stderr, "%s\n", past.c_str());
  }
  const std::string path = sqlitePath(options.store);
  ShopDb db(path);
  ShopOrders orders(db);
  AcceptDb accepts(path);
  TicketKeys keys = shopTicketKeys(options.signingKeys, options.signingKey, path, accepts);
  Sandbox bank(path, systemMillis);
  ServedBook served([&checked](std::span<const std::string> ids) { return checked.publishedText(ids); });
  Shop shop{{book, accepts, orders, bank, *store, systemMillis, std::move(keys)},
            served,
            *info,
            db,
            bank,
            options.demo,
            options.dist,
            options.shards,
            eventKeysOf(options.eventKeys)};
  shop.storeUrl = options.store;
  std::optional<Guard> guard;
  if (options.guard) {
    guard.emplace(GuardParts{*store, book, served, systemMillis, path});
    shop.guard = &*guard;
    shop.isStopped = [&guard](std::string_view offer) { return guard->isStopped(offer); };
  } else {
    warnOfStops(options.store);
  }
  App app(shop);
  HttpServer server(
      options.http, [&app](const Request& request) { return app.handle(request); },
      [&app](std::string_view method, std::string_view wanted) { return app.bodyLimit(method, wanted); },
      extrasOf(app));
  if (guard) guard->start(std::chrono::seconds(options.guardSeconds));
  // Not before the port is ours: a server that cannot start must not touch what one that runs is working on.
  OrderReconciler ordersToo(shop);
  std::optional<ReconcilerThreads> reconciler(
      std::in_place, shop, options.reconcileEvery,
      [&ordersToo](const std::stop_token& stopping) { ordersToo.pass(stopping); });
  std::printf("Aftermint is serving %s\n", server.url().c_str());
  std::fflush(stdout);
  server.run();
  reconciler.reset();
  relayEvents(shop);
  return 0;
}

}  // namespace aftermint::demo
