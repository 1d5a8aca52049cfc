/** @file `aftermint serve`. */
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "book/checked_book.h"
#include "cli/commands.h"
#include "cli/config_file.h"
#include "cli/existing_store.h"
#include "cli/output.h"
#include "cli/page_event_options.h"
#include "serve/serve.h"

namespace aftermint::cli {
namespace {

struct ServeCall {
  ServeOptions serve;
  std::string book, config;
};

int runServe(ServeCall& call) {
  try {
    if (call.book.empty()) return serve(call.serve, nullptr);
    const CheckedBook book = loadForServer(call.book);
    if (!book.findings.empty()) printMessage(findingLines(book.findings, call.book, book.loaded.text));
    if (book.hasErrors) return kBad;
    return serve(call.serve, &book);
  } catch (const Unusable&) {
    throw;
  } catch (const std::exception& error) {
    printMessage("aftermint serve: " + std::string(error.what()));
    return kUnusable;
  }
}

/** Options of the demo shop that `serve` had once. */
void refuseDemoOptions(CLI::App& command) {
  for (const char* name : {"--demo", "--shop"}) {
    command
        .add_option_function<std::string>(
            name,
            [name](const std::string&) {
              throw CLI::ValidationError(std::string(name) +
                                         " belongs to the demo shop: start it with `aftermint-demo` (or `npm start`)");
            })
        ->group("");
  }
}

void addLogOptions(CLI::App& command, ServeOptions& options) {
  command
      .add_option_function<std::string>(
          "--log",
          [&options](const std::string& format) {
            options.log = format == "json"   ? LogFormat::AsJson
                          : format == "text" ? LogFormat::AsText
                                             : LogFormat::Automatic;
          },
          "How log lines on standard error look; auto is text on a terminal, else JSON")
      ->check(CLI::IsMember({"auto", "text", "json"}))
      ->default_str("auto")
      ->envname("AFTERMINT_LOG");
  command.add_flag("--access-log", options.http.accessLog, "Log a line for each request")
      ->envname("AFTERMINT_ACCESS_LOG");
}

/** An option in seconds. */
void addSeconds(CLI::App& command, const std::string& name, std::chrono::milliseconds& time, const char* variable,
                const std::string& description) {
  command
      .add_option_function<int>(
          name, [&time](const int& seconds) { time = std::chrono::seconds(seconds); }, description)
      ->check(CLI::Range(1, 3600))
      ->default_str(std::to_string(std::chrono::duration_cast<std::chrono::seconds>(time).count()))
      ->envname(variable);
}

void addLimitOptions(CLI::App& command, HttpLimits& limits) {
  command
      .add_option("--max-connections", limits.connections,
                  "Connections at once; 0: 2000, or what the limit of open files allows")
      ->check(CLI::Range(0, 60000))
      ->envname("AFTERMINT_MAX_CONNECTIONS")
      ->capture_default_str();
  command
      .add_option("--max-per-client", limits.byClient,
                  "Connections of one address; 0: a quarter. With --trust-proxy, requests at once of one client")
      ->check(CLI::Range(0, 60000))
      ->envname("AFTERMINT_MAX_PER_CLIENT")
      ->capture_default_str();
  command
      .add_option("--max-requests", limits.working, "Requests of shoppers at once, running or waiting; above that 503")
      ->check(CLI::Range(1, 60000))
      ->envname("AFTERMINT_MAX_REQUESTS")
      ->capture_default_str();
  addSeconds(command, "--idle-timeout", limits.idle, "AFTERMINT_IDLE_TIMEOUT",
             "Seconds that a connection may wait for its next request");
  addSeconds(command, "--head-timeout", limits.head, "AFTERMINT_HEAD_TIMEOUT",
             "Seconds for a request line and headers to come");
  addSeconds(command, "--body-timeout", limits.body, "AFTERMINT_BODY_TIMEOUT", "Seconds for a body to come");
  addSeconds(command, "--answer-timeout", limits.answer, "AFTERMINT_ANSWER_TIMEOUT",
             "Seconds that a client may read nothing of its answer");
}

/** Runs a reader of an option's text; its exception becomes CLI11's. */
template <class Read>
void readOption(const std::string& name, const Read& read) {
  try {
    read();
  } catch (const std::exception& error) {
    throw CLI::ValidationError(name, error.what());
  }
}

void addListenOptions(CLI::App& command, const std::shared_ptr<ServeCall>& call) {
  HttpOptions& options = call->serve.http;
  command.add_option("--port", options.port, "Port to listen on; 0 takes any free one")
      ->check(CLI::Range(0, 65535))
      ->envname("AFTERMINT_PORT")
      ->capture_default_str();
  command.add_option("--host", options.host, "Address to listen on: 127.0.0.1, 0.0.0.0, ::")
      ->envname("AFTERMINT_HOST")
      ->capture_default_str();
  command
      .add_option_function<std::vector<std::string>>(
          "--listen",
          [&options](const std::vector<std::string>& texts) {
            options.listen.clear();
            for (const std::string& text : texts) {
              readOption("--listen", [&] { options.listen.push_back(parseListenAddress(text)); });
            }
          },
          "Address to listen on besides --host and --port if these are given, like [::1]:8080 or "
          "unix:/run/aftermint.sock; may be repeated")
      ->delimiter(',')
      ->envname("AFTERMINT_LISTEN");
  command
      .add_option_function<std::string>(
          "--trust-proxy",
          [&options](const std::string& text) {
            readOption("--trust-proxy", [&] { options.trustProxy = TrustedProxies::parse(text); });
          },
          "Take the client's address and scheme from X-Forwarded-For and X-Forwarded-Proto if the connection is of one "
          "of these networks, like 10.0.0.0/8,::1,unix; without a value, of any")
      ->expected(0, 1)
      ->type_name("NETWORKS")
      ->envname("AFTERMINT_TRUST_PROXY");
}

/** An environment variable of OpenTelemetry's, if it is set. */
std::string openTelemetryVariable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

void addTelemetryOptions(CLI::App& command, ServeOptions& options) {
  command
      .add_option_function<std::string>(
          "--metrics-listen",
          [&options](const std::string& text) {
            readOption("--metrics-listen", [&] { options.metrics = parseListenAddress(text); });
          },
          "Address that serves /metrics without a key, like 127.0.0.1:9464; only your network may reach it")
      ->envname("AFTERMINT_METRICS_LISTEN");
  command
      .add_option("--otlp-endpoint", options.trace.endpoint,
                  "OpenTelemetry collector that gets traces as OTLP over HTTP, like http://127.0.0.1:4318")
      ->envname("AFTERMINT_OTLP_ENDPOINT");
  command.add_option("--trace-ratio", options.trace.ratio, "Share of requests that are traced, 0 to 1")
      ->check(CLI::Range(0.0, 1.0))
      ->envname("AFTERMINT_TRACE_RATIO")
      ->capture_default_str();
}

void addKafkaOptions(CLI::App& command, KafkaOptions& options) {
  command
      .add_option_function<std::string>(
          "--kafka",
          [&options](const std::string& text) {
            readOption("--kafka", [&] {
              const KafkaOptions named = parseKafka(text);
              options.brokers = named.brokers;
              options.topic = named.topic;
            });
          },
          "Topic of Kafka that gets the stored events: BROKERS/TOPIC, like kafka1:9092,kafka2:9092/events")
      ->envname("AFTERMINT_KAFKA");
  command
      .add_option_function<std::string>(
          "--kafka-config",
          [&options](const std::string& path) {
            readOption("--kafka-config", [&] { options.settings = readKafkaSettings(path); });
          },
          "File of settings of librdkafka, name=value on each line, such as those of TLS and SASL")
      ->envname("AFTERMINT_KAFKA_CONFIG");
}

/** Takes OpenTelemetry's own variables for what was not given. */
void completeTraces(const CLI::App& command, TraceOptions& trace) {
  if (trace.endpoint.empty()) trace.endpoint = openTelemetryVariable("OTEL_EXPORTER_OTLP_ENDPOINT");
  if (const std::string name = openTelemetryVariable("OTEL_SERVICE_NAME"); !name.empty()) trace.service = name;
  const std::string ratio = openTelemetryVariable("OTEL_TRACES_SAMPLER_ARG");
  if (command.get_option("--trace-ratio")->count() > 0 || ratio.empty()) return;
  char* end = nullptr;
  trace.ratio = std::strtod(ratio.c_str(), &end);
  if (*end == '\0' && trace.ratio >= 0 && trace.ratio <= 1) return;
  throw CLI::ValidationError("OTEL_TRACES_SAMPLER_ARG", "\"" + ratio + "\" is not a number from 0 to 1");
}

/** Makes --host and --port one more address if they are given with --listen. */
void completeAddresses(const CLI::App& command, HttpOptions& options) {
  const bool isNamed = command.get_option("--host")->count() + command.get_option("--port")->count() > 0;
  if (options.listen.empty() || !isNamed) return;
  options.listen.insert(options.listen.begin(), listenAddressOf(options.host, options.port));
}

void addStoreOptions(CLI::App& command, ServeOptions& options) {
  command
      .add_option("--store", options.store,
                  "Where events and accepts are kept: sqlite:PATH, only the path, sqlite::memory:, or\n"
                  "clickhouse://USER:PASSWORD@HOST:PORT/DATABASE (then accepts are in --state)")
      ->transform(storeUrl)
      ->envname("AFTERMINT_STORE")
      ->capture_default_str();
  command
      .add_option("--state", options.state,
                  "With ClickHouse: the file of accepts and of stopped offers, sqlite:PATH or only the path; one\n"
                  "for each server")
      ->transform(storeUrl)
      ->envname("AFTERMINT_STATE");
  command
      .add_option("--spool", options.spool,
                  "Folder that keeps events while the store cannot be reached; of this server alone")
      ->envname("AFTERMINT_SPOOL");
  command.add_option("--spool-bytes", options.spoolBytes, "Largest size of the spool in bytes; above that 503")
      ->check(CLI::Range(std::uint64_t{1} << 20, std::uint64_t{1} << 50))
      ->envname("AFTERMINT_SPOOL_BYTES")
      ->capture_default_str();
}

void addPaymentOptions(CLI::App& command, ServeOptions& options) {
  command
      .add_option("--payments", options.payments, "The payment provider: `stripe`, or `sandbox`, which moves no money")
      ->check(CLI::IsMember({"sandbox", "stripe"}))
      ->envname("AFTERMINT_PAYMENTS");
  command
      .add_option("--stripe-key-file", options.stripeKeyFile,
                  "File with the secret key of Stripe as its only line, instead of AFTERMINT_STRIPE_KEY")
      ->envname("AFTERMINT_STRIPE_KEY_FILE");
  command
      .add_option("--stripe-webhook-secret-file", options.stripeWebhookSecretFile,
                  "File with the signing secrets of /stripe/webhook, one a line, instead of\n"
                  "AFTERMINT_STRIPE_WEBHOOK_SECRET")
      ->envname("AFTERMINT_STRIPE_WEBHOOK_SECRET_FILE");
  command
      .add_option("--stripe-return-url", options.stripeReturnUrl,
                  "The URL of your confirmation page, to which a bank sends the shopper back")
      ->envname("AFTERMINT_STRIPE_RETURN_URL");
  command
      .add_option("--stripe-url", options.stripeUrl,
                  "The address of Stripe's API, for tests: https, or http on this machine")
      ->envname("AFTERMINT_STRIPE_URL");
}

}  // namespace

void addServe(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("serve", "Run the collector, the accept endpoint and the results of a shop");
  const auto call = std::make_shared<ServeCall>();
  ServeOptions& options = call->serve;
  addListenOptions(*command, call);
  addStoreOptions(*command, options);
  command->add_option("--book", call->book, "The book; without one the server only collects events and shows results")
      ->envname("AFTERMINT_BOOK");
  addPaymentOptions(*command, options);
  command
      ->add_option("--signing-keys", options.signingKeys,
                   "File with keys of order tickets, one `ID KEY` a line, the newest first")
      ->envname("AFTERMINT_SIGNING_KEYS");
  command
      ->add_option("--ticket-audience", options.ticketAudience,
                   "The `aud` that order tickets must have; without this option no `aud`, or `aftermint`")
      ->envname("AFTERMINT_TICKET_AUDIENCE");
  command
      ->add_option("--allow-origin", options.allowOrigins,
                   "Origin whose pages may use the server, like https://shop.example; may be repeated")
      ->delimiter(',')
      ->envname("AFTERMINT_ALLOW_ORIGIN");
  command
      ->add_option_function<double>(
          "--reconcile-every",
          [&options](double seconds) {
            options.reconcileEvery = std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
          },
          "Seconds between two passes that settle unfinished accepts; 5 by default")
      ->check(CLI::Range(0.1, 3600.0))
      ->envname("AFTERMINT_RECONCILE_EVERY");
  command->add_option("--dist", options.dist, "Folder of the built package, served as /dist/")
      ->envname("AFTERMINT_DIST");
  command->add_option("--shards", options.shards, "Folder of the book's shards (`aftermint shard`), served as /shards/")
      ->envname("AFTERMINT_SHARDS");
  command
      ->add_flag("--guard", options.guard,
                 "Take an offer that does harm out of the served book, until `aftermint release` brings it back")
      ->envname("AFTERMINT_GUARD");
  command
      ->add_option("--guard-seconds", options.guardSeconds,
                   "The time from the end of one round of the guard to the next")
      ->check(CLI::Range(1, 86'400))
      ->envname("AFTERMINT_GUARD_SECONDS")
      ->capture_default_str();
  addLogOptions(*command, options);
  addTelemetryOptions(*command, options);
  addKafkaOptions(*command, options.kafka);
  addLimitOptions(*command, options.http.limits);
  addPageEventOptions(*command, options.pageEvents);
  addConfigFile(*command, call->config, "AFTERMINT_CONFIG");
  refuseDemoOptions(*command);
  command->footer(
      "Prints its address on standard output when it is ready, and serves until SIGINT or SIGTERM.\n"
      "An option on the command line comes before its environment variable, and that before the config file.\n"
      "AFTERMINT_SIGNING_KEY (32 bytes or more) is a key your shop's server signs order tickets with; --signing-keys "
      "has\n"
      "several, by their `kid`, so that one can replace another.\n"
      "AFTERMINT_EVENT_KEYS (32 bytes or more each, separated by commas) signs the events of your shop's server.\n"
      "AFTERMINT_STRIPE_KEY is the secret key of your Stripe account, for --payments stripe.\n"
      "AFTERMINT_STRIPE_WEBHOOK_SECRET (whsec_…, several separated by commas) opens POST /stripe/webhook.\n"
      "AFTERMINT_API_KEY is needed to read /results, /metrics and /orders/ID/accepts from another machine.\n"
      "The demo shop is a program of its own: aftermint-demo.\n"
      "Exits: 0 stopped, 1 the book has findings of severity error, 2 something cannot be used.");
  command->callback([call, command, &request] {
    readConfigFile(*command, call->config);
    if (const char* key = std::getenv("AFTERMINT_SIGNING_KEY"); key != nullptr) call->serve.signingKey = key;
    if (const char* keys = std::getenv("AFTERMINT_EVENT_KEYS"); keys != nullptr) call->serve.eventKeys = keys;
    if (const char* key = std::getenv("AFTERMINT_STRIPE_KEY"); key != nullptr) call->serve.stripeKey = key;
    if (const char* key = std::getenv("AFTERMINT_STRIPE_WEBHOOK_SECRET"); key != nullptr) {
      call->serve.stripeWebhookSecrets = key;
    }
    if (const char* key = std::getenv("AFTERMINT_API_KEY"); key != nullptr) call->serve.apiKey = key;
    readOption("--host", [&] { completeAddresses(*command, call->serve.http); });
    call->serve.http.inherit = true;
    completeTraces(*command, call->serve.trace);
    request.run = [call] { return runServe(*call); };
  });
}

}  // namespace aftermint::cli
