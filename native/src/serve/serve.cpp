#include "serve/serve.h"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <optional>

#include "accept/accepts.h"
#include "aftermint/check.h"
#include "aftermint/encode_book.h"
#include "book/load.h"
#include "book/publish.h"
#include "cli/output.h"
#include "http/http_server.h"
#include "http/templates.h"
#include "ids.h"
#include "serve/app.h"
#include "serve/checkout.h"

namespace aftermint {
namespace {

constexpr int kFindings = 1;
constexpr int kUnusable = 2;
constexpr std::size_t kMinKeyBytes = 32;

std::string signingKey(ShopDb& db) {
  if (const char* given = std::getenv("AFTERMINT_SIGNING_KEY"); given != nullptr && *given != '\0') {
    std::string key = given;
    if (key.size() < kMinKeyBytes) throw std::runtime_error("AFTERMINT_SIGNING_KEY needs 32 bytes or more");
    return key;
  }
  return db.setting("signing_key", randomKey());
}

/** What a crash left behind is settled before anybody is served; a provider that is down is asked again later. */
void recover(Shop& shop) {
  try {
    recoverOrders(shop);
    recoverAccepts(shop);
  } catch (const PaymentUnknown& error) {
    spdlog::error("what was under way before could not be settled: {}", error.what());
  }
  relayEvents(shop);
}

/**
 * What the shop says of itself: the file asked for; else the demo's, where it is made for this book; else what the book
 * tells. Nothing and a message where a file cannot be used.
 */
std::optional<ShopInfo> shopInfoFor(const ServeOptions& options, const Book& book) {
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

int serveBook(const ServeOptions& options, const IndexedBook& book, const std::string& bookText) {
  const std::optional<ShopInfo> info = shopInfoFor(options, book.book());
  if (!info) return kUnusable;
  const auto store = openStore(options.store);
  const std::string path = sqlitePath(options.store);
  ShopDb db(path);
  Sandbox bank(path, systemMillis);
  Shop shop{book, bookText,     *info,          db,           *store,       bank,
            bank, systemMillis, signingKey(db), options.demo, options.dist, options.shards};
  App app(shop);
  recover(shop);
  HttpServer server(
      options.port, [&app](const Request& request) { return app.handle(request); },
      [&app](std::string_view method, std::string_view wanted) { return app.bodyLimit(method, wanted); });
  std::printf("Aftermint is serving http://127.0.0.1:%u\n", static_cast<unsigned>(server.port()));
  std::fflush(stdout);
  server.run();
  relayEvents(shop);
  return 0;
}

}  // namespace

int serve(const ServeOptions& options) {
  // stdout says where the shop is and nothing else.
  spdlog::set_default_logger(
      std::make_shared<spdlog::logger>("serve", std::make_shared<spdlog::sinks::stderr_color_sink_mt>()));
  try {
    const LoadedBook loaded = loadBook(options.book.string());
    const std::vector<Finding> findings = check(*loaded.book);
    if (!findings.empty()) cli::tell(cli::findingLines(findings, options.book.string(), loaded.text));
    const bool refused = std::any_of(findings.begin(), findings.end(),
                                     [](const Finding& finding) { return finding.severity == Severity::Error; });
    // Pages get the book as it was checked, without what is for the desk.
    return refused ? kFindings : serveBook(options, *loaded.book, encode(published(loaded.book->book(), findings)));
  } catch (const Unusable& unusable) {
    return cli::refuse(unusable, false);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "aftermint serve: %s\n", error.what());
    return kUnusable;
  }
}

}  // namespace aftermint
