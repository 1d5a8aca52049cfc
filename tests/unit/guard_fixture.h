// A store in a file with simulated shoppers, and a guard over the book of the shop's tests.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "aftermint/check.h"
#include "aftermint/codec.h"
#include "aftermint/encode_book.h"
#include "aftermint/time.h"
#include "book/publish.h"
#include "guard/guard.h"
#include "serve_fixture.h"
#include "simulate/simulate.h"
#include "unit/cli_scratch.h"

namespace aftermint::testing {

/** Puts ten days of shoppers into a store; to a part of them an offer at checkout is made, half of these are held out.
 */
inline void addShoppers(Store& store, const std::string& offer, Millis until, Bps conversionBps, std::uint64_t seed) {
  simulate::Truth truth;
  truth.seed = seed;
  truth.until = until;
  truth.days = 10;
  truth.visitorsPerDay = 80;
  truth.holdoutBps = 5'000;
  truth.conversionBps = 6'000;
  truth.noConsentBps = 0;
  truth.botBps = 0;
  simulate::TruthOffer made;
  made.offer = offer;
  made.price = 2'400;
  made.shareBps = 10'000;
  made.conversionBps = conversionBps;
  made.takeBps = 2'000;
  truth.offers = {made};
  simulate::simulate(truth, *simulate::storeSink(store));
}

constexpr Bps kHarmful = 2'000;   // instead of 60 % of the visitors, 20 % complete their order
constexpr Bps kHarmless = 6'000;  // as without the offer

class GuardTest : public ::testing::Test {
 protected:
  GuardTest() { start(); }

  /** A guard as after a start of the server. */
  void start() {
    guard.reset();
    served.emplace(
        [this](std::span<const std::string> stopped) { return encode(published(book.book(), check(book), stopped)); });
    guard = std::make_unique<Guard>(GuardParts{*store, book, *served, [this] { return now; }, path});
  }

  void addDays(Bps conversionBps, std::uint64_t seed) { addShoppers(*store, "stone-bump", now, conversionBps, seed); }

  [[nodiscard]] std::vector<std::string> refused() const {
    const nlohmann::json text = nlohmann::json::parse(served->now()->body->text());
    return text["checked"].value("refused", std::vector<std::string>());
  }

  static constexpr Millis kTenDays = 10 * kDayMillis;

  Millis now = *readTime("2026-11-30T00:00:00Z");
  Scratch scratch;
  std::string path = scratch.path("store.sqlite");
  IndexedBook book{*decodeBook(kShopBook).value};
  std::unique_ptr<Store> store = openStore("sqlite:" + path);
  std::optional<ServedBook> served;
  std::unique_ptr<Guard> guard;
};

}  // namespace aftermint::testing
