#include "events/kafka_sink.h"

#include <librdkafka/rdkafka.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <stdexcept>
#include <utility>
#include <vector>

#include "clock.h"
#include "log.h"
#include "telemetry/metrics.h"
#include "text.h"

namespace aftermint {
namespace {

constexpr std::size_t kFeedBatch = 1000;
constexpr int kKafkaPollMillis = 50;
constexpr const char* kMessageTimeout = "10000";  // ms; then it goes back to the feed, where it still is
constexpr std::string_view kCloudEventType = "application/cloudevents+json";

using Settings = std::map<std::string, std::string>;

/** A message on its way. */
struct Outbound {
  const FeedEvent* event = nullptr;
  bool isPending = true;
  rd_kafka_resp_err_t error = RD_KAFKA_RESP_ERR_NO_ERROR;
};

void onDelivery(rd_kafka_t*, const rd_kafka_message_t* message, void*) {
  auto* outbound = static_cast<Outbound*>(message->_private);
  outbound->isPending = false;
  outbound->error = message->err;
}

/** The log of librdkafka. Its lines repeat while brokers are away; the log's own filter bounds that. */
void onKafkaLog(const rd_kafka_t*, int level, const char*, const char* text) {
  constexpr int kWarning = 4;  // of syslog
  logWith(level <= kWarning ? LogLevel::Warn : LogLevel::Info, "kafka", {{"error", text}});
}

rd_kafka_t* startProducer(const KafkaOptions& options) {
  std::array<char, 512> fault{};
  rd_kafka_conf_t* conf = rd_kafka_conf_new();
  Settings all = {{"client.id", "aftermint"},
                  {"bootstrap.servers", options.brokers},
                  {"enable.idempotence", "true"},
                  {"acks", "all"},
                  {"message.timeout.ms", kMessageTimeout},
                  {"linger.ms", "5"}};
  for (const auto& [name, value] : options.settings) all[name] = value;
  for (const auto& [name, value] : all) {
    if (rd_kafka_conf_set(conf, name.c_str(), value.c_str(), fault.data(), fault.size()) == RD_KAFKA_CONF_OK) continue;
    rd_kafka_conf_destroy(conf);
    throw std::runtime_error("Kafka's setting " + name + ": " + fault.data());
  }
  rd_kafka_conf_set_dr_msg_cb(conf, onDelivery);
  rd_kafka_conf_set_log_cb(conf, onKafkaLog);
  rd_kafka_t* producer = rd_kafka_new(RD_KAFKA_PRODUCER, conf, fault.data(), fault.size());
  if (producer != nullptr) return producer;
  rd_kafka_conf_destroy(conf);
  throw std::runtime_error(std::string("Kafka's producer cannot start: ") + fault.data());
}

}  // namespace

struct KafkaSink::Producer {
  explicit Producer(KafkaOptions given) : options(std::move(given)), handle(startProducer(options)) {}
  ~Producer() { end(); }
  Producer(const Producer&) = delete;
  Producer& operator=(const Producer&) = delete;

  void end() {
    rd_kafka_purge(handle, RD_KAFKA_PURGE_F_QUEUE | RD_KAFKA_PURGE_F_INFLIGHT | RD_KAFKA_PURGE_F_NON_BLOCKING);
    rd_kafka_destroy_flags(handle, RD_KAFKA_DESTROY_F_NO_CONSUMER_CLOSE);
  }

  /** A fatal error of an idempotent producer stays until a new one takes its place. */
  void restartIfFatal() {
    std::array<char, 512> reason{};
    if (rd_kafka_fatal_error(handle, reason.data(), reason.size()) == RD_KAFKA_RESP_ERR_NO_ERROR) return;
    logWith(LogLevel::Error, "the Kafka producer starts again", {{"error", reason.data()}});
    rd_kafka_t* fresh = startProducer(options);
    end();
    handle = fresh;
  }

  void send(Outbound& outbound) const {
    const FeedEvent& event = *outbound.event;
    const std::string& key = event.order.empty() ? event.visitor : event.order;
    outbound.error = rd_kafka_producev(
        handle, RD_KAFKA_V_TOPIC(options.topic.c_str()), RD_KAFKA_V_MSGFLAGS(RD_KAFKA_MSG_F_COPY),
        RD_KAFKA_V_KEY(key.empty() ? nullptr : key.data(), key.size()),
        RD_KAFKA_V_VALUE(const_cast<char*>(event.json.data()), event.json.size()),  // NOLINT: copied, as the flag says
        RD_KAFKA_V_HEADER("content-type", kCloudEventType.data(), kCloudEventType.size()),
        RD_KAFKA_V_TIMESTAMP(event.received), RD_KAFKA_V_OPAQUE(&outbound), RD_KAFKA_V_END);
    if (outbound.error != RD_KAFKA_RESP_ERR_NO_ERROR) outbound.isPending = false;
  }

  /** Waits until no message is on its way; purges them when the server stops, or when their time is long over. */
  void settle(const std::vector<Outbound>& messages, const std::stop_token& stopping) const {
    bool isPurged = false;
    for (const Outbound& each : messages) {
      while (each.isPending) {
        if (stopping.stop_requested() && !std::exchange(isPurged, true)) {
          rd_kafka_purge(handle, RD_KAFKA_PURGE_F_QUEUE | RD_KAFKA_PURGE_F_INFLIGHT);
        }
        rd_kafka_poll(handle, kKafkaPollMillis);
      }
    }
  }

  KafkaOptions options;
  rd_kafka_t* handle;
};

KafkaOptions parseKafka(std::string_view text) {
  const std::size_t slash = text.find('/');
  KafkaOptions options;
  options.brokers = text.substr(0, slash);
  if (slash != std::string_view::npos) options.topic = text.substr(slash + 1);
  constexpr std::string_view kTopicCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";
  constexpr std::size_t kLongestTopic = 249;
  const bool isTopic = !options.topic.empty() && options.topic.size() <= kLongestTopic &&
                       options.topic.find_first_not_of(kTopicCharacters) == std::string::npos;
  if (!options.brokers.empty() && isTopic) return options;
  throw std::invalid_argument("\"" + std::string(text) +
                              "\" is not BROKERS/TOPIC, like kafka1:9092,kafka2:9092/events");
}

Settings readKafkaSettings(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error(path + " cannot be read: " + std::strerror(errno));
  Settings settings;
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    const std::string_view text = trimmed(line);
    if (text.empty() || text.front() == '#') continue;
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0) {
      throw std::runtime_error(path + ":" + std::to_string(number) + ": not name=value");
    }
    settings[std::string(trimmed(text.substr(0, equals)))] = trimmed(text.substr(equals + 1));
  }
  return settings;
}

KafkaSink::KafkaSink(const KafkaOptions& options, const std::string& storePath, std::chrono::milliseconds pause)
    : feed_(storePath),
      producer_(std::make_unique<Producer>(options)),
      sending_("kafka", pause, [this](const std::stop_token& stopping) { drain(stopping); }) {}

KafkaSink::~KafkaSink() { sending_.stop(); }

void KafkaSink::drain(const std::stop_token& stopping) {
  while (!stopping.stop_requested()) {
    producer_->restartIfFatal();
    const std::vector<FeedEvent> events = feed_.next(kFeedBatch);
    const FeedLag lag = feed_.lag();
    metrics().kafkaWaiting.Set(static_cast<double>(lag.events));
    metrics().kafkaOldestSeconds.Set(lag.oldest == 0 ? 0 : static_cast<double>(systemMillis() - lag.oldest) / 1000);
    if (events.empty()) return;
    std::vector<Outbound> messages(events.size());
    for (std::size_t i = 0; i < events.size(); ++i) {
      messages[i].event = &events[i];
      if (events[i].json.empty()) {
        messages[i].isPending = false;  // erased, or replaced by another event of the feed
      } else {
        producer_->send(messages[i]);
      }
    }
    producer_->settle(messages, stopping);
    std::int64_t last = 0;  // of the events before the first that failed
    std::size_t sent = 0, failed = 0;
    const char* fault = nullptr;
    for (const Outbound& each : messages) {
      if (each.error != RD_KAFKA_RESP_ERR_NO_ERROR) {
        if (fault == nullptr) fault = rd_kafka_err2str(each.error);
        ++failed;
        continue;
      }
      sent += each.event->json.empty() ? 0 : 1;
      if (fault == nullptr) last = each.event->seq;
    }
    if (last > 0) feed_.done(last);
    metrics().kafkaSent.Increment(static_cast<double>(sent));
    if (fault == nullptr) continue;
    metrics().kafkaFailed.Increment(static_cast<double>(failed));
    if (stopping.stop_requested()) return;
    logWith(LogLevel::Warn, "events wait for Kafka", {{"events", lag.events}, {"error", fault}});
    return;  // the next look tries again
  }
}

}  // namespace aftermint
