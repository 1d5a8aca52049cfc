/** @file Sends stored events to a topic of Kafka. */
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

#include "events/event_feed.h"
#include "periodic.h"

namespace aftermint {

/** Where events go. */
struct KafkaOptions {
  std::string brokers;  ///< `HOST:PORT`, separated by commas; empty: there is no sink
  std::string topic;
  std::map<std::string, std::string> settings = {};  ///< of librdkafka, such as `security.protocol`
};

/** Reads `BROKERS/TOPIC`. Throws std::invalid_argument for another text. */
[[nodiscard]] KafkaOptions parseKafka(std::string_view text);

/** Reads a file of `name=value` lines; `#` begins a comment. Throws std::runtime_error for any other line. */
[[nodiscard]] std::map<std::string, std::string> readKafkaSettings(const std::string& path);

/**
 * Sends the events of a store's feed (event_feed.h), oldest first, on a thread of its own.
 *
 * A message is the CloudEvent in JSON (`content-type: application/cloudevents+json`), with the order as its key, else
 * the visitor; so all events of an order are in one partition, in the order in which they were stored. The producer is
 * idempotent and waits for all replicas. An event leaves the feed when the brokers have it, so each one is sent at
 * least once: a repeat, after a crash in between, has the same `source` and `id`. While no broker answers, events wait
 * in the store, and no request waits for them.
 */
class KafkaSink {
 public:
  /**
   * Starts. Throws std::runtime_error for settings that librdkafka refuses, StoreError and SQLite::Exception as
   * EventFeed.
   *
   * @param pause between two looks into the feed
   */
  KafkaSink(const KafkaOptions& options, const std::string& storePath,
            std::chrono::milliseconds pause = std::chrono::milliseconds(200));
  /** Ends, without waiting for brokers that do not answer. */
  ~KafkaSink();

  struct Producer;  ///< everything that needs librdkafka

 private:
  void drain(const std::stop_token& stopping);

  EventFeed feed_;
  std::unique_ptr<Producer> producer_;
  Periodic sending_;
};

}  // namespace aftermint
