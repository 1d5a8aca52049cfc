#include "pay/measured_provider.h"

#include <chrono>
#include <exception>

#include "telemetry/metrics.h"
#include "telemetry/span.h"

namespace aftermint {
namespace {

/** Runs a call to a provider. What it throws is counted as a failure and thrown on. */
template <class Call>
auto measuredCall(const std::string& operation, const Call& call) {
  Span span("payment " + operation, SpanKind::Client);
  const auto start = std::chrono::steady_clock::now();
  const auto observe = [&] {
    metrics().providerSeconds.Add({{"operation", operation}}, secondsBuckets()).Observe(secondsSince(start));
  };
  try {
    auto answer = call();
    observe();
    return answer;
  } catch (const std::exception& error) {
    observe();
    metrics().providerFailures.Add({{"operation", operation}}).Increment();
    span.fail(error.what());
    throw;
  }
}

}  // namespace

MeasuredProvider::MeasuredProvider(PaymentProvider& provider) : provider_(provider) {
  // So that a rate of failures is 0, and not unknown, before the first one.
  for (const char* operation : {"charge", "find", "refund", "list"}) {
    metrics().providerSeconds.Add({{"operation", operation}}, secondsBuckets());
    metrics().providerFailures.Add({{"operation", operation}});
  }
}

Charge MeasuredProvider::charge(const ChargeRequest& request) {
  return measuredCall("charge", [&] { return provider_.charge(request); });
}

std::optional<Charge> MeasuredProvider::find(const std::string& key) {
  return measuredCall("find", [&] { return provider_.find(key); });
}

Charge MeasuredProvider::refund(const std::string& charge) {
  return measuredCall("refund", [&] { return provider_.refund(charge); });
}

std::optional<std::vector<ListedCharge>> MeasuredProvider::listSince(Millis since) {
  return measuredCall("list", [&] { return provider_.listSince(since); });
}

}  // namespace aftermint
