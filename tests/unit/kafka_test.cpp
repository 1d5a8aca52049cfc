// The feed of stored events, and the sink that sends them to Kafka: librdkafka's mock cluster is the brokers.
#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafka_mock.h>

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "events/event_feed.h"
#include "events/kafka_sink.h"
#include "events/store.h"
#include "http/http_client.h"
#include "http/listening_socket.h"
#include "telemetry/metrics.h"
#include "unit/cli_program.h"
#include "unit/serve_process.h"
#include "unit/wire.h"

namespace aftermint::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

Event storedEvent(const std::string& id, const std::string& order, const std::string& key = "", bool trusted = false) {
  Event event;
  event.source = "aftermint/page/m";
  event.id = id;
  event.type = "accept";
  event.key = key;
  event.time = event.received = 1'800'000'000'000;
  event.order = order;
  event.visitor = "v-" + order;
  event.json = "{\"id\":\"" + id + "\"}";
  event.trusted = trusted;
  return event;
}

std::vector<std::string> textsOf(const std::vector<FeedEvent>& events) {
  std::vector<std::string> texts;
  for (const FeedEvent& event : events) texts.push_back(event.json);
  return texts;
}

class Feed : public ::testing::Test {
 protected:
  Scratch scratch_;
  std::string path_ = scratch_.path("s.sqlite");
  std::unique_ptr<Store> store_ = openStore("sqlite:" + path_);
};

TEST_F(Feed, HasWhatIsStoredFromItsFirstReaderOn) {
  store_->append({storedEvent("before", "1")});
  EXPECT_EQ(EventFeed::waitingIn(path_), 0);
  {
    EventFeed feed(path_);
    EXPECT_THAT(feed.next(10), IsEmpty());
    store_->append({storedEvent("a", "1"), storedEvent("b", "2")});
    store_->append({storedEvent("b", "2")});  // a repeat
    EXPECT_THAT(textsOf(feed.next(1)), ElementsAre("{\"id\":\"a\"}"));
    EXPECT_THAT(textsOf(feed.next(10)), ElementsAre("{\"id\":\"a\"}", "{\"id\":\"b\"}"));
    EXPECT_EQ(feed.lag().events, 2);
    EXPECT_EQ(feed.lag().oldest, 1'800'000'000'000);
    feed.done(feed.next(1).front().seq);
  }
  store_->append({storedEvent("c", "1")});  // while no reader runs
  EXPECT_EQ(EventFeed::waitingIn(path_), 2);
  EventFeed again(path_);
  EXPECT_THAT(textsOf(again.next(10)), ElementsAre("{\"id\":\"b\"}", "{\"id\":\"c\"}"));
}

TEST_F(Feed, HasAServersEventThatReplacedTheLastOfAPage) {
  EventFeed feed(path_);
  store_->append({storedEvent("page", "1", "key-1")});
  feed.done(feed.next(1).front().seq);
  store_->append({storedEvent("server", "1", "key-1", true)});  // takes the row's number too
  EXPECT_THAT(textsOf(feed.next(10)), ElementsAre("{\"id\":\"server\"}"));
}

TEST_F(Feed, NeedsAFile) { EXPECT_THROW(EventFeed(":memory:"), StoreError); }

/** Brokers in this process, and what they have. */
class Brokers {
 public:
  static constexpr int kPartitions = 4;

  Brokers() {
    std::array<char, 512> fault{};
    host_ = rd_kafka_new(RD_KAFKA_PRODUCER, rd_kafka_conf_new(), fault.data(), fault.size());
    cluster_ = rd_kafka_mock_cluster_new(host_, 3);
    EXPECT_EQ(rd_kafka_mock_topic_create(cluster_, "events", kPartitions, 3), RD_KAFKA_RESP_ERR_NO_ERROR);
  }
  ~Brokers() {
    rd_kafka_mock_cluster_destroy(cluster_);
    rd_kafka_destroy(host_);
  }
  Brokers(const Brokers&) = delete;
  Brokers& operator=(const Brokers&) = delete;

  [[nodiscard]] KafkaOptions options() const { return parseKafka(address() + "/events"); }
  [[nodiscard]] std::string address() const { return rd_kafka_mock_cluster_bootstraps(cluster_); }
  void failProduce(std::vector<rd_kafka_resp_err_t> errors) {
    constexpr std::int16_t kProduce = 0;
    rd_kafka_mock_push_request_errors_array(cluster_, kProduce, errors.size(), errors.data());
  }

  struct Message {
    std::string key, text, contentType;
    std::int32_t partition = 0;
  };
  /** Reads the topic from its beginning until it has `count` messages. */
  [[nodiscard]] std::vector<Message> read(std::size_t count) const {
    std::array<char, 512> fault{};
    rd_kafka_conf_t* conf = rd_kafka_conf_new();
    rd_kafka_conf_set(conf, "bootstrap.servers", address().c_str(), fault.data(), fault.size());
    rd_kafka_conf_set(conf, "group.id", "test", fault.data(), fault.size());
    rd_kafka_t* consumer = rd_kafka_new(RD_KAFKA_CONSUMER, conf, fault.data(), fault.size());
    rd_kafka_poll_set_consumer(consumer);
    rd_kafka_topic_partition_list_t* all = rd_kafka_topic_partition_list_new(kPartitions);
    for (int i = 0; i < kPartitions; ++i) {
      rd_kafka_topic_partition_list_add(all, "events", i)->offset = RD_KAFKA_OFFSET_BEGINNING;
    }
    rd_kafka_assign(consumer, all);
    rd_kafka_topic_partition_list_destroy(all);
    std::vector<Message> messages;
    for (int tries = 0; messages.size() < count && tries < 200; ++tries) {
      rd_kafka_message_t* got = rd_kafka_consumer_poll(consumer, 100);
      if (got == nullptr) continue;
      if (got->err == RD_KAFKA_RESP_ERR_NO_ERROR) {
        Message message;
        message.key.assign(static_cast<const char*>(got->key), got->key_len);
        message.text.assign(static_cast<const char*>(got->payload), got->len);
        message.partition = got->partition;
        rd_kafka_headers_t* headers = nullptr;
        const void* value = nullptr;
        std::size_t size = 0;
        if (rd_kafka_message_headers(got, &headers) == RD_KAFKA_RESP_ERR_NO_ERROR &&
            rd_kafka_header_get_last(headers, "content-type", &value, &size) == RD_KAFKA_RESP_ERR_NO_ERROR) {
          message.contentType.assign(static_cast<const char*>(value), size);
        }
        messages.push_back(std::move(message));
      }
      rd_kafka_message_destroy(got);
    }
    rd_kafka_consumer_close(consumer);
    rd_kafka_destroy(consumer);
    return messages;
  }

 private:
  rd_kafka_t* host_ = nullptr;
  rd_kafka_mock_cluster_t* cluster_ = nullptr;
};

class Kafka : public Feed {
 protected:
  void waitUntilSent() {
    waitFor([this] { return EventFeed::waitingIn(path_) == 0; });
  }
};

TEST_F(Kafka, SendsEachEventWithItsOrderAsKey) {
  const Brokers brokers;
  const KafkaSink sink(brokers.options(), path_, std::chrono::milliseconds(5));
  for (int i = 0; i < 60; ++i) store_->append({storedEvent("e" + std::to_string(100 + i), std::to_string(i % 6))});
  waitUntilSent();
  std::map<std::string, std::set<std::int32_t>> partitions;
  std::map<std::string, std::vector<std::string>> texts;
  for (const Brokers::Message& message : brokers.read(60)) {
    partitions[message.key].insert(message.partition);
    texts[message.key].push_back(message.text);
    EXPECT_EQ(message.contentType, "application/cloudevents+json");
  }
  EXPECT_EQ(texts.size(), 6u);
  for (const auto& [order, of] : texts) {
    EXPECT_EQ(of.size(), 10u) << order;
    EXPECT_TRUE(std::is_sorted(of.begin(), of.end())) << "in the order in which they were stored";
    EXPECT_EQ(partitions[order].size(), 1u);
  }
}

TEST_F(Kafka, SendsAgainWhatABrokerDidNotTake) {
  Brokers brokers;
  brokers.failProduce({RD_KAFKA_RESP_ERR_NOT_ENOUGH_REPLICAS, RD_KAFKA_RESP_ERR_NOT_LEADER_FOR_PARTITION,
                       RD_KAFKA_RESP_ERR_REQUEST_TIMED_OUT});
  const KafkaSink sink(brokers.options(), path_, std::chrono::milliseconds(5));
  store_->append({storedEvent("a", "1"), storedEvent("b", "1")});
  waitUntilSent();
  std::vector<std::string> texts;
  for (const Brokers::Message& message : brokers.read(2)) texts.push_back(message.text);
  EXPECT_THAT(texts, ElementsAre("{\"id\":\"a\"}", "{\"id\":\"b\"}")) << "an idempotent producer repeats nothing";
}

TEST_F(Kafka, KeepsEventsInTheStoreWhileNoBrokerAnswers) {
  // It takes connections and never answers.
  const ListeningSocket dead(parseListenAddress("127.0.0.1:0"));
  {
    const KafkaSink sink(parseKafka("127.0.0.1:" + std::to_string(dead.address().port) + "/events"), path_,
                         std::chrono::milliseconds(5));
    store_->append({storedEvent("a", "1")});  // returns
    waitFor([] { return metrics().kafkaWaiting.Value() == 1; });
  }
  EXPECT_EQ(EventFeed::waitingIn(path_), 1);
  const Brokers brokers;
  const KafkaSink sink(brokers.options(), path_, std::chrono::milliseconds(5));
  waitUntilSent();
  EXPECT_EQ(brokers.read(1).at(0).text, "{\"id\":\"a\"}");
}

TEST_F(Kafka, RefusesWrongAddressesAndSettings) {
  for (const char* text : {"", "kafka:9092", "kafka:9092/", "/events", "kafka:9092/a topic", "kafka:9092/a/b"}) {
    EXPECT_THROW(static_cast<void>(parseKafka(text)), std::invalid_argument) << text;
  }
  EXPECT_THROW(static_cast<void>(parseKafka("k:1/" + std::string(250, 'a'))), std::invalid_argument);
  const std::string file = scratch_.write("kafka.properties", "# TLS\nsecurity.protocol = SSL\n\nnonsense=1\n");
  const auto settings = readKafkaSettings(file);
  EXPECT_EQ(settings.at("security.protocol"), "SSL");
  KafkaOptions options = parseKafka("127.0.0.1:1/events");
  options.settings = {{"nonsense", "1"}};
  EXPECT_THAT([&] { const KafkaSink sink(options, path_); },
              ::testing::ThrowsMessage<std::runtime_error>(HasSubstr("nonsense")));
  EXPECT_THROW(static_cast<void>(readKafkaSettings(scratch_.write("bad", "no equals sign\n"))), std::runtime_error);
}

class KafkaProgram : public Program {};

TEST_F(KafkaProgram, SendsWhatTheServerTakesOnceItRuns) {
  const Brokers brokers;
  ServeProcess server(scratch_, {"--port", "0", "--store", "sqlite:" + scratch_.path("s.sqlite"), "--kafka",
                                 brokers.address() + "/events"});
  ASSERT_NE(server.address, "") << server.log();
  HttpClient client{HttpAddress(server.address)};
  const std::string event =
      R"([{"specversion":"1.0","id":"e1","source":"aftermint/page/m","type":"aftermint.exposure",)"
      R"("time":"2026-11-30T10:00:00Z","datacontenttype":"application/json",)"
      R"("data":{"offer":"filter-bump","placement":"checkout","visitor":"v1"}}])";
  EXPECT_EQ(client.post("/events", "text/plain", event).status, 200);
  const std::vector<Brokers::Message> got = brokers.read(1);
  ASSERT_EQ(got.size(), 1u) << server.log();
  EXPECT_EQ(json::parse(got[0].text)["id"], "e1");
  EXPECT_EQ(got[0].key, "v1") << "an event without an order has the visitor as its key";
  EXPECT_EQ(server.stop(), 0);
  EXPECT_THAT(runProgram(scratch_, {"serve", "--store", "sqlite::memory:", "--kafka", "k:1/events"}).err,
              HasSubstr("--kafka needs a store in a file"));
}

}  // namespace
}  // namespace aftermint::testing
