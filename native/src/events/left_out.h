/** @file Events of pages that do not count, by reason. */
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <span>
#include <string_view>
#include <vector>

#include "aftermint/book.h"
#include "aftermint/codes.h"

namespace aftermint {

class Store;

/** Why an event of a page does not count. */
enum class LeftOut : std::uint8_t {
  EventInvalid,      ///< not a usable event: refused
  OfferUnknown,      ///< names no offer, or one that no book of this server had: refused
  PlacementUnknown,  ///< the offer was never made at this placement: refused
  ArmWrong,          ///< another arm or holdout than the book gives to this visitor: refused
  Bot,               ///< sent by a program that is no browser of a person: refused
  TooMany,           ///< more than one address or one visitor may send: turned away, the page tries again
  TokenMissing,      ///< no valid page token where the server requires one: stored, but never counted
  OrderUnknown,      ///< an assignment after payment whose order the shop's server has not sent: counts once it comes
};

/** Their codes in answers and results. */
template <>
struct Codes<LeftOut> {
  static constexpr std::array<std::string_view, 8> all = {"event_invalid", "offer_unknown", "placement_unknown",
                                                          "arm_wrong",     "bot",           "too_many",
                                                          "token_missing", "order_unknown"};
  /** What such events did, for people: `12 …`. */
  static constexpr std::array<std::string_view, 8> meanings = {
      "were malformed",
      "named an offer that no book had",
      "named a placement where the offer is not made",
      "named another arm than that of their visitor",
      "came from bots",
      "were more than one address or visitor may send at once",
      "had no valid page token",
      "are assignments to orders that your server has not sent",
  };
};

/** How many events of pages were left out for one reason. */
struct LeftOutCount {
  LeftOut reason = LeftOut::EventInvalid;
  std::int64_t events = 0;
};

/**
 * Counts what is left out, and hands the counts to a store now and then: a flood of refused events writes nothing by
 * itself. Safe to call from several threads.
 */
class LeftOutTally {
 public:
  void add(LeftOut reason, std::int64_t events = 1);

  /**
   * Adds the counts since the last call to those of the day of `now` in the store. Throws StoreError; then they are
   * kept for the next call.
   */
  void flush(Store& store, Millis now);

 private:
  std::mutex mutex_;                                               ///< guards counts_
  std::array<std::int64_t, Codes<LeftOut>::all.size()> counts_{};  ///< by reason
};

}  // namespace aftermint
