/** @file CloudEvents as JSON: those that pages send, and the server's own. */
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "aftermint/decision.h"
#include "events/store.h"

namespace aftermint {

/** `source` of the server's own events; a page's event with this source is refused. */
inline constexpr std::string_view kServerSource = "/server";
inline constexpr std::string_view kOutcomesSource = "/outcomes";  ///< of events made from order files; refused too
/** `source` of every event of `aftermint simulate` begins with this. */
inline constexpr std::string_view kSimulatedSource = "/simulated";
inline constexpr std::string_view kSimulatedServer = "/simulated/server";  ///< those of the simulated shop's server
inline constexpr std::size_t kMaxEvents = 200;                             ///< in one batch of a page

/** Whether an id or another text can be part of an event: at most 256 bytes, without control characters. */
[[nodiscard]] bool isEventText(std::string_view text);

/** What a page's event says besides the members of Event. */
struct PageClaim {
  std::vector<std::pair<std::string, std::string>> arms;  ///< experiment and arm
  std::optional<bool> holdout;
  /** How long before it was sent it happened, by the page's own clock; none if the event has no time. */
  std::optional<Millis> age;
};

/** A batch: events that can be stored, and refused ones with the reason. */
struct EventBatch {
  struct Refused {
    std::string id;  ///< empty if it has no readable id
    std::string message;
    LeftOut code = LeftOut::EventInvalid;
  };
  std::string fault;  ///< why the body is not a batch; then the rest is empty
  std::vector<Event> events;
  std::vector<PageClaim> claims;  ///< of `events`, in the same order
  std::vector<Refused> refused;
  std::vector<Refused> held;  ///< neither stored nor refused: the page keeps them, and sends them again
};

/**
 * Reads a CloudEvents 1.0 JSON batch sent by a page: at most kMaxEvents, with types of `EventType`, texts of up to 256
 * bytes, amounts of up to 10^12 and 16 arms. A wrong event does not affect the others. `received` is the time of
 * events that have none or a later one.
 *
 * Extension attributes are allowed, as CloudEvents requires. An unknown key in `data` is refused, because it may hold
 * personal data that must not be stored. The key of an event that is about a visitor ends in the visitor's id, so
 * an event of one visitor cannot take the place of an event of another.
 */
[[nodiscard]] EventBatch parseEvents(std::string_view text, Millis received);

/**
 * Reads a batch of the shop's own server, whose signature was checked (event_signature.h): its events are `trusted`.
 *
 * Types are `order`, `refund`, `accept` and `undo`. Each needs `order`, `amount` and `currency`; an accept and an undo
 * also `offer` and `placement`, a refund also `refund`, the id of the refund. `buyer` and the reason of a refund are
 * codes of `Buyer` and `RefundReason`. The key is made from these members, so that a repeat under another id counts
 * once.
 *
 * A batch of `aftermint simulate` has events of simulated pages too: those whose source begins with kSimulatedSource
 * and is not kSimulatedServer. They are read like a page's, and not trusted.
 */
[[nodiscard]] EventBatch parseServerEvents(std::string_view text, Millis received);

/** `{"stored":[ids],"refused":[{"id","code","message"}],"held":[…]}`; the last two are left out if they are empty. */
[[nodiscard]] std::string encodeStored(const EventBatch& batch);

/** The arms of a decision as a JSON array `[{"experiment","arm"}]`; an empty text if there are none. */
[[nodiscard]] std::string encodeArms(const std::vector<ArmTaken>& arms);

/** The content of an event of the server. Empty members are left out of its JSON. */
struct ServerEvent {
  EventType type = EventType::Order;
  std::string order;
  std::string offer;
  std::string placement;  ///< code
  std::string visitor;
  Minor amount = 0;
  std::string currency;
  std::string path;  ///< code
  std::string arms;  ///< as `encodeArms` gives it
  std::string reason;
  std::string buyer;   ///< code of `Buyer`; empty: not known
  std::string refund;  ///< of a refund: its own id, which becomes the last part of the key
  std::string_view source = kServerSource;
};

/**
 * An event of the server with a new id. Its key is `order/offer/placement/type`, with `-` for an empty part; that of a
 * refund is `order/-/-/refund/REFUND`. A page
 * gives the same key to its event about the same thing, so the store keeps only one of the two.
 *
 * It happened at `now`, or at `at`, which is not later than `now`.
 */
[[nodiscard]] Event makeServerEvent(const ServerEvent& event, Millis now);
[[nodiscard]] Event makeServerEvent(const ServerEvent& event, Millis now, Millis at);

/** The key that `makeServerEvent` gives. */
[[nodiscard]] std::string keyOf(const ServerEvent& event);

}  // namespace aftermint
