/** @file Where simulated events go: a file, an event store, or a running collector. */
#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "events/store.h"

namespace aftermint::simulate {

/** Takes events in the order in which they are made. */
class EventSink {
 public:
  virtual ~EventSink() = default;
  /** Throws as the sink's maker says. */
  virtual void take(std::vector<Event> events) = 0;
  /** Hands on what is still held back. Call it once, after the last `take`. */
  virtual void finish() = 0;
};

/** One CloudEvent a line, to a file that the caller opened and closes. Throws Unusable (`file_unreadable`). */
[[nodiscard]] std::unique_ptr<EventSink> fileSink(std::FILE* file, std::string name);

/** Straight into a store, 5,000 events a transaction. Throws StoreError. The store must outlive the sink. */
[[nodiscard]] std::unique_ptr<EventSink> storeSink(Store& store);

/**
 * To `POST URL/events` of a running collector, in batches of at most 200 events and 60 KiB: what pages send as pages
 * do, what the server says signed with `key` (docs/formats.md, Events of servers).
 *
 * Throws Unusable (`usage`) for a URL that is not `http://HOST[:PORT]`, and for an answer that does not store every
 * event. A repeat is safe, because events have the same ids again.
 */
[[nodiscard]] std::unique_ptr<EventSink> collectorSink(const std::string& url, const std::string& key);

}  // namespace aftermint::simulate
