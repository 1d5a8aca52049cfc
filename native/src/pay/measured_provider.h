/** @file A payment provider whose calls are measured. */
#pragma once

#include "pay/provider.h"

namespace aftermint {

/** Passes every call on to another provider, measures it (telemetry/metrics.h) and makes it a span of its request. */
class MeasuredProvider final : public PaymentProvider {
 public:
  /** `provider` must outlive this object. */
  explicit MeasuredProvider(PaymentProvider& provider);

  Charge charge(const ChargeRequest& request) override;
  std::optional<Charge> find(const std::string& key) override;
  Charge refund(const std::string& charge) override;
  std::optional<std::vector<ListedCharge>> listSince(Millis since) override;
  [[nodiscard]] std::string actionUrl(const std::string& charge) const override { return provider_.actionUrl(charge); }
  [[nodiscard]] std::string action(const std::string& charge) const override { return provider_.action(charge); }
  [[nodiscard]] bool chargesAgain(const std::string& method) const override { return provider_.chargesAgain(method); }

 private:
  PaymentProvider& provider_;
};

}  // namespace aftermint
