/** @file CloudEvents as text: what pages send, and what the server says itself. */
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "aftermint/decision.h"
#include "events/store.h"

namespace aftermint {

/** `source` of the server's own events; nobody else may use it. */
inline constexpr std::string_view kServerSource = "/server";
inline constexpr std::size_t kMaxEvents = 200;  ///< in one batch

/** A batch as it was read: what can be stored, and what cannot, with the reason. */
struct EventBatch {
  struct Refused {
    std::string id;  ///< empty where it has none that can be read
    std::string message;
  };
  std::string fault;  ///< why the body is no batch; then the rest is empty
  std::vector<Event> events;
  std::vector<Refused> refused;
};

/**
 * Reads a CloudEvents 1.0 JSON batch sent by a page: at most kMaxEvents, of types `EventType` knows.
 *
 * Extension attributes are let through, as CloudEvents asks; an unknown key in `data` is refused, since a page
 * may have put there what must not be stored.
 */
[[nodiscard]] EventBatch parseEvents(std::string_view text, Millis received);

/** `{"stored":[ids]}`, with `refused` where there is any. */
[[nodiscard]] std::string encodeStored(const EventBatch& batch);

/** The arms of a decision as a JSON array; empty where there are none. */
[[nodiscard]] std::string encodeArms(const std::vector<ArmTaken>& arms);

/** What the server's own event says. */
struct ServerEvent {
  EventType type = EventType::Order;
  std::string order;
  std::string offer;
  std::string placement;
  std::string visitor;
  Minor amount = 0;
  std::string currency;
  std::string path;
  std::string arms;  ///< a JSON array; none where empty
  std::string reason;
};

/** The server's own event, under the business key a page's claim of the same thing has: `order/offer/placement/type`.
 */
[[nodiscard]] Event makeServerEvent(const ServerEvent& event, Millis now);

}  // namespace aftermint
