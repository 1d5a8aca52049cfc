#include "demo/server/history.h"

#include "book/load.h"
#include "simulate/shopper_events.h"
#include "simulate/simulate.h"

namespace aftermint::demo {

std::string fillHistory(Store& store, const std::string& url, const std::filesystem::path& truth, Millis now) {
  if (store.countFrom("") == 0) {
    simulate::Truth past;
    past.until = now / simulate::Truth::kDay * simulate::Truth::kDay;
    past.offers = simulate::defaultOffers();
    past = simulate::parseTruth(readText(truth.string()), std::move(past), truth.string());
    simulate::simulate(past, *simulate::storeSink(store));
  }
  const std::int64_t simulated = store.countFrom(simulate::kSimulatedSource);
  if (simulated == 0) return {};
  return "/results has " + std::to_string(simulated) +
         " events of simulated shoppers, so that there is something to see. To drop them:\n"
         "build/native/aftermint simulate --drop --store " +
         url;
}

}  // namespace aftermint::demo
