/** @file The command `aftermint serve`: a server beside the merchant's own shop. */
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "book/checked_book.h"
#include "events/kafka_sink.h"
#include "http/http_server.h"
#include "log.h"
#include "serve/page_checks.h"
#include "telemetry/tracer.h"

namespace aftermint {

/** What the command line and the environment ask for. */
struct ServeOptions {
  HttpOptions http;
  std::string store = "sqlite:aftermint.sqlite";  ///< as `openStore` takes it
  std::string state;  ///< `sqlite:PATH` of accepts and stops, if `store` is ClickHouse; empty: they are in `store`
  std::filesystem::path spool;  ///< where events wait while the store is away (events/spooled_store.h); empty: none
  std::uint64_t spoolBytes = std::uint64_t{1} << 30;  ///< the most that it may have
  std::string payments;                               ///< `sandbox`, `stripe`, or empty: the accept endpoint is off
  std::string stripeKey;                              ///< the secret key of Stripe; empty: it is in `stripeKeyFile`
  std::string stripeKeyFile;                          ///< file with that key alone; empty: none
  std::string stripeReturnUrl;                        ///< where a bank sends the shopper back to
  std::string stripeUrl;                              ///< of Stripe's API; empty: the real one
  std::string stripeWebhookSecrets;     ///< signing secrets of `/stripe/webhook` (serve/stripe_webhook.h); empty: none
  std::string stripeWebhookSecretFile;  ///< file with such secrets; empty: none. Without both there is no such route
  std::vector<std::string> allowOrigins;           ///< pages of these origins may use the server (http/cors.h)
  std::filesystem::path dist;                      ///< the built package, served as `/dist/`; empty: not served
  std::filesystem::path shards;                    ///< of the book, served as `/shards/`; empty: not served
  std::chrono::milliseconds reconcileEvery{5000};  ///< pause between two passes of the reconciler
  std::string signingKey;      ///< of order tickets, shared with the shop's server; 32 bytes or more; empty: none
  std::string signingKeys;     ///< file with more keys of order tickets (accept/ticket_keys.h); empty: none
  std::string ticketAudience;  ///< that tickets must name; empty: they may name none
  std::string eventKeys;       ///< of signed batches of events, separated by commas; empty: no batch can be signed
  std::string apiKey;  ///< needed to read results and accepts from another machine; empty: only this machine may
  std::optional<ListenAddress> metrics;  ///< where `/metrics` is served to everyone who can connect; none: nowhere
  TraceOptions trace;                    ///< without an endpoint there are no traces
  KafkaOptions kafka;                    ///< without brokers there is no sink
  LogFormat log = LogFormat::Automatic;
  bool guard = false;     ///< takes harmful offers out of the served book (guard/guard.h)
  int guardSeconds = 60;  ///< between two rounds of the guard
  PageEventOptions pageEvents = {};
};

/**
 * Serves until SIGINT or SIGTERM; prints `Aftermint is serving http://HOST:PORT` on stdout when ready.
 *
 * If `book` is null, there are only the collector and the results, and `payments` must be empty and
 * `guard` off. The book must outlive the call.
 *
 * @return 0 after a clean stop.
 *
 * Throws Unusable for options that do not go together, StoreError, SQLite::Exception, std::runtime_error (port, host).
 */
[[nodiscard]] int serve(const ServeOptions& options, const CheckedBook* book);

/** Throws Unusable if a guard cannot keep its stops in this store, because it is not a file. */
void refuseGuardWithoutFile(const std::string& storeUrl);

/** Warns of stopped offers in a store whose server has no guard: it offers them. Throws StoreError. */
void warnOfStops(const std::string& storeUrl);

}  // namespace aftermint
