#include "write_gate.h"

#include <filesystem>
#include <map>
#include <system_error>

namespace aftermint {
namespace {

constexpr int kShopTurns = 16;

/** One name for a file, however its path is written. */
std::string fileName(const std::string& path) {
  std::error_code error;
  const std::filesystem::path whole = std::filesystem::weakly_canonical(path, error);
  return error ? path : whole.string();
}

}  // namespace

std::shared_ptr<WriteGate> WriteGate::of(const std::string& path) {
  static std::mutex mutex;
  static std::map<std::string, std::weak_ptr<WriteGate>> gates;
  if (path == ":memory:") return std::make_shared<WriteGate>();
  const std::lock_guard lock(mutex);
  std::erase_if(gates, [](const auto& gate) { return gate.second.expired(); });
  std::weak_ptr<WriteGate>& known = gates[fileName(path)];
  std::shared_ptr<WriteGate> gate = known.lock();
  if (!gate) known = gate = std::make_shared<WriteGate>();
  return gate;
}

bool WriteGate::isTurnOf(WriteRank rank, std::uint64_t ticket) const {
  const Line& shop = lines_[static_cast<std::size_t>(WriteRank::Shop)];
  const Line& events = lines_[static_cast<std::size_t>(WriteRank::Events)];
  if (isTaken_ || lines_[static_cast<std::size_t>(rank)].served != ticket) return false;
  const bool eventsAreNext = !events.isEmpty() && (shop.isEmpty() || inARow_ >= kShopTurns);
  return (rank == WriteRank::Events) == eventsAreNext;
}

void WriteGate::enter(WriteRank rank) {
  std::unique_lock lock(mutex_);
  Line& line = lines_[static_cast<std::size_t>(rank)];
  const std::uint64_t ticket = line.arrived++;
  turn_.wait(lock, [&] { return isTurnOf(rank, ticket); });
  ++line.served;
  isTaken_ = true;
  const bool eventsWait = !lines_[static_cast<std::size_t>(WriteRank::Events)].isEmpty();
  inARow_ = rank == WriteRank::Shop && eventsWait ? inARow_ + 1 : 0;
}

void WriteGate::leave() {
  {
    const std::lock_guard lock(mutex_);
    isTaken_ = false;
  }
  turn_.notify_all();
}

std::size_t WriteGate::waiting() {
  const std::lock_guard lock(mutex_);
  std::size_t count = 0;
  for (const Line& line : lines_) count += static_cast<std::size_t>(line.arrived - line.served);
  return count;
}

}  // namespace aftermint
