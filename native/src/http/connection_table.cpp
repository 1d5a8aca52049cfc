#include "http/connection_table.h"

#include <boost/asio/ip/address.hpp>

namespace aftermint {
namespace {

/** Whether `a` should go before `b`. */
bool goesBefore(const ConnectionEntry& a, const ConnectionEntry& b) {
  const bool aIdle = a.phase() == ConnectionPhase::Idle, bIdle = b.phase() == ConnectionPhase::Idle;
  return aIdle == bIdle ? a.since() < b.since() : aIdle;
}

}  // namespace

bool ConnectionTable::makeRoom(const std::string& peer) {
  if (byClient_ > 0 && !peer.empty()) {
    const auto own = clients_.find(peer);
    if (own != clients_.end() && own->second >= byClient_ && !evictOf(&peer)) return false;
  }
  return entries_.size() < total_ || evictOf(nullptr);
}

void ConnectionTable::add(ConnectionEntry& entry) {
  entries_.insert(&entry);
  try {
    ++clients_[entry.peer()];
  } catch (...) {
    entries_.erase(&entry);
    throw;
  }
}

void ConnectionTable::remove(ConnectionEntry& entry) {
  if (entries_.erase(&entry) == 0) return;
  const auto own = clients_.find(entry.peer());
  if (own != clients_.end() && --own->second == 0) clients_.erase(own);
}

bool ConnectionTable::evictOf(const std::string* peer) {
  ConnectionEntry* first = nullptr;
  for (ConnectionEntry* entry : entries_) {
    if (entry->phase() == ConnectionPhase::Working || (peer != nullptr && entry->peer() != *peer)) continue;
    if (first == nullptr || goesBefore(*entry, *first)) first = entry;
  }
  if (first == nullptr) return false;
  remove(*first);
  first->evict();
  return true;
}

std::string clientKey(std::string_view address) {
  boost::system::error_code error;
  const auto parsed = boost::asio::ip::make_address(std::string(address), error);
  if (error || parsed.is_v4()) return std::string(address);
  auto bytes = parsed.to_v6();
  if (bytes.is_v4_mapped()) return boost::asio::ip::make_address_v4(boost::asio::ip::v4_mapped, bytes).to_string();
  auto network = bytes.to_bytes();
  for (std::size_t i = 8; i < network.size(); ++i) network[i] = 0;
  return boost::asio::ip::make_address_v6(network).to_string() + "/64";
}

}  // namespace aftermint
