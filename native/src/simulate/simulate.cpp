#include "simulate/simulate.h"

#include "simulate/shopper_events.h"

namespace aftermint::simulate {

Ledger simulate(const Truth& truth, EventSink& sink) {
  const Shoppers shoppers(truth);
  const ShopperEvents maker(truth);
  Ledger ledger;
  for (std::int64_t number = 0; number < truth.visitors(); ++number) {
    const Shopper shopper = shoppers.at(number);
    count(ledger, truth, shopper);
    std::vector<Event> events;
    maker.append(shopper, events);
    sink.take(std::move(events));
  }
  sink.finish();
  return ledger;
}

}  // namespace aftermint::simulate
