#include "serve/serve.h"

#include <spdlog/spdlog.h>

#include <cstdio>
#include <memory>
#include <optional>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "accept/reconciler.h"
#include "accept/ticket_keys.h"
#include "accept/ticket_orders.h"
#include "events/clickhouse_client.h"
#include "events/event_signature.h"
#include "events/spooled_store.h"
#include "guard/guard.h"
#include "pay/measured_provider.h"
#include "pay/sandbox.h"
#include "pay/stripe.h"
#include "pay/stripe_inbox.h"
#include "periodic.h"
#include "secret_file.h"
#include "serve/routes.h"
#include "serve/shop_server.h"
#include "serve/stripe_webhook.h"
#include "supervisor.h"
#include "telemetry/exposition.h"
#include "telemetry/http_metrics.h"
#include "telemetry/tracer.h"
#include "text.h"
#include "unusable.h"

namespace aftermint {
namespace {

constexpr std::chrono::seconds kCountPause{10};
constexpr std::chrono::hours kCleanPause{1};

/** The secret key of Stripe: of the environment, or the only line of its file. Throws Unusable. */
std::string stripeKeyOf(const ServeOptions& options) {
  if (options.stripeKeyFile.empty()) return options.stripeKey;
  const std::string text =
      readSecretFile(options.stripeKeyFile, "Give a file that has the secret key of Stripe as its only line.");
  return std::string(trimmed(std::string_view(text).substr(0, text.find('\n'))));
}

/** The signing secrets of Stripe's webhook; none: there is no webhook. Throws Unusable. */
std::vector<std::string> webhookSecretsOf(const ServeOptions& options) {
  std::vector<std::string> secrets;
  const auto add = [&secrets](std::string_view text) {
    for (std::string& each : stripeSecretsOf(text)) secrets.push_back(std::move(each));
  };
  if (!options.stripeWebhookSecretFile.empty()) {
    add(readSecretFile(options.stripeWebhookSecretFile,
                       "Give a file that has a signing secret of Stripe's webhook (whsec_…) on each line."));
  }
  if (!options.stripeWebhookSecrets.empty()) add(options.stripeWebhookSecrets);
  return secrets;
}

/** The payment provider that the options name. Throws Unusable if they do not go together. */
std::unique_ptr<PaymentProvider> paymentsOf(const ServeOptions& options, const std::string& path) {
  if (options.payments == "sandbox") {
    spdlog::warn("payments are a sandbox: no money moves");
    return std::make_unique<Sandbox>(path, systemMillis);
  }
  StripeOptions stripe;
  stripe.address.key = stripeKeyOf(options);
  if (stripe.address.key.empty()) {
    throw Unusable(ErrorCode::Usage, "--payments stripe needs AFTERMINT_STRIPE_KEY or --stripe-key-file",
                   "Give the secret key of your Stripe account, in the environment or in a file, never as an option.");
  }
  if (!options.stripeUrl.empty()) stripe.address.url = options.stripeUrl;
  stripe.returnUrl = options.stripeReturnUrl;
  const bool isTest = stripe.address.key.find("_test_") != std::string::npos;
  try {
    auto provider = std::make_unique<StripeProvider>(std::move(stripe), systemMillis);
    if (isTest) spdlog::warn("payments are in the test mode of Stripe: no money moves");
    return provider;
  } catch (const std::invalid_argument& error) {
    throw Unusable(ErrorCode::Usage, error.what(),
                   "Give --stripe-return-url with the URL of your confirmation page, and the key as Stripe shows it.");
  }
}

/** The accept endpoint and its parts. */
struct AcceptEndpoint {
  AcceptEndpoint(const std::string& path, const IndexedBook& book, Store& store, const ServeOptions& options)
      : accepts(path),
        orders(path, book),
        bank(paymentsOf(options, path)),
        provider(*bank),
        services{book,
                 accepts,
                 orders,
                 provider,
                 store,
                 systemMillis,
                 loadTicketKeys(options.signingKeys, options.signingKey)} {
    services.ticketAudience = options.ticketAudience;
  }

  AcceptDb accepts;
  TicketOrders orders;
  std::unique_ptr<PaymentProvider> bank;
  MeasuredProvider provider;
  AcceptServices services;
};

/** The webhook of Stripe and its parts. */
struct StripeEvents {
  StripeEvents(const std::string& path, AcceptServices& services, const StripeProvider& provider,
               std::vector<std::string> secrets)
      : inbox(path), webhook(services, provider, inbox, std::move(secrets)) {}

  StripeInbox inbox;
  StripeWebhook webhook;
};

/** The URL of what only SQLite keeps: accepts, ticket orders, the outbox, stops. Empty if there is no place for it. */
std::string stateOf(const ServeOptions& options) {
  if (!options.state.empty()) return options.state;
  return isClickHouseUrl(options.store) ? std::string() : options.store;
}

void refuseUnfit(const ServeOptions& options, const IndexedBook* book) {
  if ((options.guard || !options.payments.empty()) && stateOf(options).empty()) {
    throw Unusable(ErrorCode::Usage, "--payments and --guard need --state with a store in ClickHouse",
                   "Give --state sqlite:PATH: accepts and stops are kept in a file of this machine.");
  }
  if (options.guard) {
    if (book == nullptr) {
      throw Unusable(ErrorCode::Usage, "--guard needs --book", "Give the book whose harmful offers are to be stopped.");
    }
    refuseGuardWithoutFile(stateOf(options));
  }
  const bool isSqliteFile = options.store.starts_with("sqlite:") && options.store != "sqlite::memory:";
  if (!options.kafka.brokers.empty() && !isSqliteFile) {
    throw Unusable(ErrorCode::Usage, "--kafka needs a store in a file of SQLite",
                   "Give --store sqlite:PATH: events wait there for brokers that do not answer.");
  }
  const bool hasKey = !options.signingKey.empty() || !options.signingKeys.empty();
  if (options.pageEvents.requireToken && (book == nullptr || !hasKey)) {
    throw Unusable(ErrorCode::Usage,
                   "--require-page-token needs --book, and AFTERMINT_SIGNING_KEY (32 bytes or more) or --signing-keys",
                   "Give the book, and the key with which your shop's server signs page tokens.");
  }
  if (!options.stripeWebhookSecretFile.empty() && options.payments != "stripe") {
    throw Unusable(ErrorCode::Usage, "--stripe-webhook-secret-file needs --payments stripe",
                   "Give --payments stripe: the webhook of Stripe is part of its payments.");
  }
  if (options.payments.empty()) return;
  if (book == nullptr) {
    throw Unusable(ErrorCode::Usage, "--payments needs --book", "Give the book that the offers come from.");
  }
  if (!hasKey) {
    throw Unusable(ErrorCode::Usage, "--payments needs AFTERMINT_SIGNING_KEY (32 bytes or more) or --signing-keys",
                   "Give the key with which your shop's server signs order tickets.");
  }
}

/** Warns of events that wait for a sink that this server does not have. */
void warnOfFeed(const std::string& storeUrl) {
  if (!storeUrl.starts_with("sqlite:")) return;
  try {
    const std::int64_t waiting = EventFeed::waitingIn(sqlitePath(storeUrl));
    if (waiting > 0) spdlog::warn("{} events wait for Kafka, but there is no --kafka", waiting);
  } catch (const std::exception& error) {  // with a spool, the server runs without its store
    spdlog::warn("whether events wait for Kafka is unknown: {}", error.what());
  }
}

/** The server of `--metrics-listen`, with threads of its own, so that it answers when the shop is overloaded. */
class MetricsListener {
 public:
  explicit MetricsListener(const ListenAddress& address)
      : server_(optionsOf(address), answerMetricsListener, [](std::string_view, std::string_view) { return 0; }) {
    logWith(LogLevel::Info, "metrics are served", {{"address", server_.url() + "/metrics"}});
  }
  ~MetricsListener() {
    server_.stop();
    thread_.join();
  }
  MetricsListener(const MetricsListener&) = delete;
  MetricsListener& operator=(const MetricsListener&) = delete;

 private:
  static HttpOptions optionsOf(const ListenAddress& address) {
    HttpOptions options;
    options.listen = {address};
    options.limits.connections = 16;
    options.limits.working = 4;
    return options;
  }

  HttpServer server_;
  std::thread thread_{[this] { server_.run(); }};
};

std::unique_ptr<Store> openForServe(const ServeOptions& options) {
  if (options.spool.empty()) return openStore(options.store);
  // A store of an unknown kind will not come back, so it is refused now.
  if (isClickHouseUrl(options.store)) {
    static_cast<void>(ClickHouseAddress(options.store));
  } else {
    static_cast<void>(sqlitePath(options.store));
  }
  SpoolOptions spool;
  spool.folder = options.spool.string();
  spool.bytes = options.spoolBytes;
  return std::make_unique<SpooledStore>([url = options.store] { return openStore(url); }, std::move(spool));
}

/** A store that cannot be read now is no reason not to start, if there is a spool. */
void warnOfStopsIn(const std::string& state, bool hasSpool) {
  try {
    warnOfStops(state);
  } catch (const StoreError& error) {
    if (!hasSpool) throw;
    logError("whether offers are stopped is not known", error);
  }
}

/** Deletes old events of pages, all but those about offers that the book tests. */
void dropOld(Store& store, const ServeOptions& options, const IndexedBook* book, std::stop_token stop) {
  const int days = options.pageEvents.keepDays;
  std::vector<std::string> tested;
  if (book != nullptr) {
    for (const Experiment& experiment : book->book().experiments) tested.emplace_back(experiment.offer);
  }
  Millis before = systemMillis() - days * kDayMillis;
  // ClickHouse rewrites whole files to delete, so it does that once a day: by days, only the first round finds rows.
  if (isClickHouseUrl(options.store)) before -= before % kDayMillis;
  const std::int64_t dropped = store.dropPageEvents(before, tested, std::move(stop));
  if (dropped > 0) spdlog::info("{} events of pages were older than {} days and are deleted", dropped, days);
}

}  // namespace

void refuseGuardWithoutFile(const std::string& storeUrl) {
  if (sqlitePath(storeUrl) != ":memory:") return;
  throw Unusable(ErrorCode::Usage, "--guard needs a store in a file",
                 "Give --store sqlite:PATH: a stop must survive a restart, and `aftermint release` must reach it.");
}

void warnOfStops(const std::string& storeUrl) {
  const std::string path = sqlitePath(storeUrl);
  if (path == ":memory:") return;
  for (const OfferStop& stop : readOpenStops(path)) {
    spdlog::warn("offer {} is stopped in the store, but is offered, because there is no --guard", stop.offer);
  }
}

int serve(const ServeOptions& options, const CheckedBook* checked) {
  const Log log(options.log);  // standard output has only the address
  const IndexedBook* book = checked == nullptr ? nullptr : checked->loaded.book.get();
  refuseUnfit(options, book);
  std::optional<Tracer> tracer;
  if (!options.trace.endpoint.empty()) tracer.emplace(options.trace);
  const auto store = openForServe(options);
  const std::string state = stateOf(options);
  // With the tables of events, which stay empty, so that `release`, `report` and `forget` take the file as a store.
  std::unique_ptr<Store> stateStore;
  if (state != options.store && !state.empty()) stateStore = openStore(state);
  std::unique_ptr<AcceptEndpoint> endpoint;
  if (!options.payments.empty()) {
    endpoint = std::make_unique<AcceptEndpoint>(sqlitePath(state), *book, *store, options);
  }
  std::unique_ptr<StripeEvents> stripe;
  if (endpoint != nullptr && options.payments == "stripe") {
    if (auto secrets = webhookSecretsOf(options); !secrets.empty()) {
      stripe = std::make_unique<StripeEvents>(sqlitePath(state), endpoint->services,
                                              dynamic_cast<const StripeProvider&>(*endpoint->bank), std::move(secrets));
    }
  }
  std::optional<ServedBook> served;
  if (checked != nullptr)
    served.emplace([checked](std::span<const std::string> ids) { return checked->publishedText(ids); });
  std::optional<Guard> guard;
  if (options.guard) {
    guard.emplace(GuardParts{*store, *book, *served, systemMillis, sqlitePath(state)});
    if (endpoint) endpoint->services.isStopped = [&guard](std::string_view offer) { return guard->isStopped(offer); };
  } else if (!state.empty()) {
    warnOfStopsIn(state, !options.spool.empty());
  }
  ShopServerParts parts{*store, systemMillis};
  if (endpoint) {
    parts.accepts = &endpoint->services;
    parts.sandbox = dynamic_cast<Sandbox*>(endpoint->bank.get());
    if (stripe) parts.stripe = &stripe->webhook;
  }
  if (book != nullptr) {
    parts.served = &*served;
    parts.book = book;
    parts.locale = book->book().locale;
  }
  parts.allowOrigins = options.allowOrigins;
  parts.apiKey = options.apiKey;
  parts.eventKeys = eventKeysOf(options.eventKeys);
  parts.isLocal = isLocalOnly(options.http);
  parts.dist = options.dist;
  parts.shards = options.shards;
  parts.guard = guard ? &*guard : nullptr;
  parts.storeUrl = state;
  parts.state = stateStore.get();
  PageChecks checks({stateStore ? *stateStore : *store, book, loadTicketKeys(options.signingKeys, options.signingKey),
                     !options.http.trustProxy.trustsNone(), options.pageEvents},
                    systemMillis());
  parts.pageChecks = &checks;
  ShopServer server(std::move(parts));
  HttpMetrics httpMetrics([&server](const Request& request) { return server.routeOf(request); });
  HttpExtras extras = extrasOf(server);
  extras.observer = &httpMetrics;
  HttpServer http(
      options.http, [&server](const Request& request) { return server.handle(request); },
      [&server](std::string_view method, std::string_view path) { return server.bodyLimit(method, path); },
      std::move(extras));
  std::optional<MetricsListener> metricsListener;
  if (options.metrics) metricsListener.emplace(*options.metrics);
  if (guard) guard->start(std::chrono::seconds(options.guardSeconds));
  // Not before the port is ours: a server that cannot start must not touch accepts of one that runs.
  std::optional<ReconcilerThreads> reconciler;
  if (endpoint) reconciler.emplace(endpoint->services, options.reconcileEvery);
  if (stripe) stripe->webhook.start();
  std::optional<KafkaSink> kafka;
  if (!options.kafka.brokers.empty()) {
    kafka.emplace(options.kafka, sqlitePath(options.store));
  } else {
    warnOfFeed(options.store);
  }
  std::optional<Periodic> counting, cleaning;
  counting.emplace("counting what was left out", kCountPause,
                   [&checks](std::stop_token) { checks.flush(systemMillis()); });
  if (options.pageEvents.keepDays > 0) {
    cleaning.emplace("deleting old events", kCleanPause, [&store, &options, book](std::stop_token stop) {
      dropOld(*store, options, book, std::move(stop));
    });
  }
  std::printf("Aftermint is serving %s\n", http.url().c_str());
  std::fflush(stdout);
  notifySupervisor("READY=1");
  http.run();
  notifySupervisor("STOPPING=1");
  stripe.reset();
  reconciler.reset();
  cleaning.reset();
  counting.reset();
  try {
    checks.flush(systemMillis());
  } catch (const StoreError& error) {
    spdlog::error("what was left out since the last count is lost: {}", error.what());
  }
  if (endpoint) relayAccepts(endpoint->services);
  return 0;
}

}  // namespace aftermint
