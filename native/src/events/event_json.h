/** @file CloudEvents as JSON: those that pages send, and the server's own. */
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

/** A batch: events that can be stored, and refused ones with the reason. */
struct EventBatch {
  struct Refused {
    std::string id;  ///< empty if it has no readable id
    std::string message;
  };
  std::string fault;  ///< why the body is not a batch; then the rest is empty
  std::vector<Event> events;
  std::vector<Refused> refused;
};

/**
 * Reads a CloudEvents 1.0 JSON batch sent by a page: at most kMaxEvents, of types `EventType` knows.
 *
 * Extension attributes are allowed, as CloudEvents requires. An unknown key in `data` is refused, because it may hold
 * personal data that must not be stored.
 */
[[nodiscard]] EventBatch parseEvents(std::string_view text, Millis received);

/** `{"stored":[ids]}`, with `refused` where there is any. */
[[nodiscard]] std::string encodeStored(const EventBatch& batch);

/** The arms of a decision as a JSON array; empty where there are none. */
[[nodiscard]] std::string encodeArms(const std::vector<ArmTaken>& arms);

/** The content of an event of the server. */
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

/** An event of the server. Its key is that of a page's event about the same thing: `order/offer/placement/type`. */
[[nodiscard]] Event makeServerEvent(const ServerEvent& event, Millis now);

}  // namespace aftermint
