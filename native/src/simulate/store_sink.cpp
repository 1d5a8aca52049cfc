#include <iterator>

#include "simulate/event_sink.h"

namespace aftermint::simulate {
namespace {

constexpr std::size_t kPerTransaction = 5'000;

class StoreSink final : public EventSink {
 public:
  explicit StoreSink(Store& store) : store_(store) {}

  void take(std::vector<Event> events) override {
    waiting_.insert(waiting_.end(), std::make_move_iterator(events.begin()), std::make_move_iterator(events.end()));
    if (waiting_.size() >= kPerTransaction) finish();
  }
  void finish() override {
    store_.append(std::move(waiting_));
    waiting_.clear();
  }

 private:
  Store& store_;
  std::vector<Event> waiting_;
};

}  // namespace

std::unique_ptr<EventSink> storeSink(Store& store) { return std::make_unique<StoreSink>(store); }

}  // namespace aftermint::simulate
