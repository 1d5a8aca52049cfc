#include "telemetry/metrics.h"

#include <string>

#include "version.h"

namespace aftermint {
namespace {

using prometheus::Counter;
using prometheus::Gauge;
using prometheus::Histogram;
using prometheus::Registry;

constexpr std::array<std::string_view, kLanes> kLaneCodes = {"shop", "events", "readings"};

prometheus::Family<Counter>& counters(Registry& registry, const char* name, const char* help) {
  return prometheus::BuildCounter().Name(name).Help(help).Register(registry);
}

prometheus::Family<Gauge>& gauges(Registry& registry, const char* name, const char* help) {
  return prometheus::BuildGauge().Name(name).Help(help).Register(registry);
}

prometheus::Family<Histogram>& histograms(Registry& registry, const char* name, const char* help) {
  return prometheus::BuildHistogram().Name(name).Help(help).Register(registry);
}

Counter& counter(Registry& registry, const char* name, const char* help) {
  return counters(registry, name, help).Add({});
}

Gauge& gauge(Registry& registry, const char* name, const char* help) { return gauges(registry, name, help).Add({}); }

/** One metric for each lane. */
template <class Kind, class... More>
std::array<Kind*, kLanes> byLane(prometheus::Family<Kind>& family, const More&... more) {
  std::array<Kind*, kLanes> all{};
  for (std::size_t i = 0; i < kLanes; ++i) all[i] = &family.Add({{"lane", std::string(kLaneCodes[i])}}, more...);
  return all;
}

constexpr const char* kConnectionEvents = "aftermint_http_connection_events_total";
constexpr const char* kConnectionEventsHelp =
    "Connections that were opened, refused because all were busy, or evicted.";
constexpr const char* kEvents = "aftermint_events_total";
constexpr const char* kEventsHelp =
    "Events that were accepted, refused as invalid, held for a newer book, or failed because the store did.";
constexpr const char* kSpans = "aftermint_trace_spans_total";
constexpr const char* kKafka = "aftermint_kafka_messages_total";
constexpr const char* kKafkaHelp = "Messages that Kafka's brokers took, or that failed and are sent again.";
constexpr const char* kSpansHelp = "Spans that were sent to the OTLP endpoint, or dropped.";

}  // namespace

std::string_view toString(Lane lane) { return kLaneCodes[static_cast<std::size_t>(lane)]; }

const Histogram::BucketBoundaries& secondsBuckets() {
  static const Histogram::BucketBoundaries kBounds = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1,
                                                      0.25,  0.5,    1,     2.5,  5,     10,   30};
  return kBounds;
}

Metrics& metrics() {
  static Metrics& ofProcess = *new Metrics();  // threads may count until the process ends
  return ofProcess;
}

Metrics::Metrics()
    : requests(counters(registry, "aftermint_http_requests_total",
                        "Requests that were answered, by route, method and class of status.")),
      requestSeconds(byLane(histograms(registry, "aftermint_http_request_duration_seconds",
                                       "Time from a whole request to its answer, by lane."),
                            secondsBuckets())),
      queued(byLane(gauges(registry, "aftermint_http_queued_requests", "Requests that wait for a thread, by lane."))),
      working(byLane(gauges(registry, "aftermint_http_working_requests", "Requests that a thread works on, by lane."))),
      shed(byLane(counters(registry, "aftermint_http_shed_requests_total",
                           "Requests that got 503 because too many waited, by lane."))),
      connections(gauge(registry, "aftermint_http_connections", "Open connections.")),
      connectionsOpened(counters(registry, kConnectionEvents, kConnectionEventsHelp).Add({{"event", "opened"}})),
      connectionsRefused(counters(registry, kConnectionEvents, kConnectionEventsHelp).Add({{"event", "refused"}})),
      connectionsEvicted(counters(registry, kConnectionEvents, kConnectionEventsHelp).Add({{"event", "evicted"}})),
      eventsAccepted(counters(registry, kEvents, kEventsHelp).Add({{"result", "accepted"}})),
      eventsRefused(counters(registry, kEvents, kEventsHelp).Add({{"result", "refused"}})),
      eventsHeld(counters(registry, kEvents, kEventsHelp).Add({{"result", "held"}})),
      eventsFailed(counters(registry, kEvents, kEventsHelp).Add({{"result", "failed"}})),
      commitSeconds(histograms(registry, "aftermint_store_commit_duration_seconds",
                               "Time of a transaction of the event store, from its begin to its sync.")
                        .Add({}, secondsBuckets())),
      commitFailures(
          counter(registry, "aftermint_store_commit_failures_total", "Transactions of the event store that failed.")),
      eventsWritten(counter(registry, "aftermint_store_written_events_total",
                            "Events in committed transactions of the event store, repeats included.")),
      acceptChanges(counters(registry, "aftermint_accept_changes_total", "Accepts that entered a state.")),
      unsettledAccepts(gauges(registry, "aftermint_accepts_unsettled",
                              "Accepts that wait for their settlement, by state, at the last pass of the reconciler.")),
      oldestUnsettledSeconds(gauge(registry, "aftermint_accepts_oldest_unsettled_seconds",
                                   "Age of the oldest unsettled accept at the last pass; 0 if there is none.")),
      providerSeconds(histograms(registry, "aftermint_provider_call_duration_seconds",
                                 "Time of a call to the payment provider, by operation.")),
      providerFailures(counters(registry, "aftermint_provider_call_failures_total",
                                "Calls to the payment provider without a usable answer, by operation.")),
      reconcilerPasses(counter(registry, "aftermint_reconciler_passes_total", "Passes of the reconciler.")),
      reconcilerSettled(counter(registry, "aftermint_reconciler_settled_accepts_total",
                                "Accepts that the reconciler settled, expired ones included.")),
      reconcilerPaidBack(counter(registry, "aftermint_reconciler_paid_back_charges_total",
                                 "Charges of no accept that the reconciler paid back.")),
      reconcilerFailures(counter(registry, "aftermint_reconciler_failures_total",
                                 "Accepts and charges that a pass could not handle; the next one tries again.")),
      reconcilerLastPass(gauge(registry, "aftermint_reconciler_last_pass_timestamp_seconds",
                               "When the last pass of the reconciler ended, as Unix time.")),
      reconcilerSeconds(gauge(registry, "aftermint_reconciler_pass_duration_seconds",
                              "How long the last pass of the reconciler took.")),
      spansSent(counters(registry, kSpans, kSpansHelp).Add({{"result", "sent"}})),
      spansDropped(counters(registry, kSpans, kSpansHelp).Add({{"result", "dropped"}})),
      kafkaSent(counters(registry, kKafka, kKafkaHelp).Add({{"result", "sent"}})),
      kafkaFailed(counters(registry, kKafka, kKafkaHelp).Add({{"result", "failed"}})),
      kafkaWaiting(gauge(registry, "aftermint_kafka_waiting_events", "Stored events that Kafka has not got yet.")),
      kafkaOldestSeconds(gauge(registry, "aftermint_kafka_oldest_waiting_seconds",
                               "Age of the oldest event that waits for Kafka; 0 if there is none.")),
      spoolActive(gauge(registry, "aftermint_spool_active",
                        "1 while events go to the spool because the store cannot take them, else 0.")),
      spoolBytes(gauge(registry, "aftermint_spool_bytes", "Size of the files of the spool.")),
      stripeOldestSeconds(gauge(registry, "aftermint_stripe_oldest_waiting_seconds",
                                "Age of the oldest event of Stripe that is not handled yet; 0 if there is none.")) {
  gauges(registry, "aftermint_build_info", "1, with the version of the program.")
      .Add({{"version", std::string(kVersion)}})
      .Set(1);
}

}  // namespace aftermint
