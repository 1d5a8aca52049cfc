#include "bench/collector/load.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <system_error>

#include "ids.h"

namespace aftermint::bench {
namespace {

using std::chrono::steady_clock;

double secondsSince(steady_clock::time_point since) {
  return std::chrono::duration<double>(steady_clock::now() - since).count();
}

[[noreturn]] void failLoad(const char* what) {
  throw std::runtime_error(std::string(what) + ": " + std::generic_category().message(errno));
}

/** One connection: it sends a request, reads the answer, and sends the next. Requests are small, so sends do not wait.
 */
class LoadClient {
 public:
  explicit LoadClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (socket_ < 0 || ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
      failLoad("cannot connect");
    }
    const int on = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  }
  ~LoadClient() {
    if (socket_ >= 0) ::close(socket_);
  }
  LoadClient(const LoadClient&) = delete;
  LoadClient& operator=(const LoadClient&) = delete;

  [[nodiscard]] int socket() const { return socket_; }

  void send(const std::string& body) {
    const std::string request = "POST /events HTTP/1.1\r\nHost: bench\r\nContent-Type: text/plain\r\nContent-Length: " +
                                std::to_string(body.size()) + "\r\n\r\n" + body;
    began_ = steady_clock::now();
    for (std::string_view rest = request; !rest.empty();) {
      const ssize_t sent = ::send(socket_, rest.data(), rest.size(), MSG_NOSIGNAL);
      if (sent < 0) failLoad("cannot send");
      rest.remove_prefix(static_cast<std::size_t>(sent));
    }
  }

  /** Reads what is there. Returns the status when the answer is whole, else 0. */
  int read() {
    std::array<char, 16384> piece;
    const ssize_t size = ::recv(socket_, piece.data(), piece.size(), 0);
    if (size == 0) throw std::runtime_error("the server closed a connection");
    if (size < 0) failLoad("cannot receive");
    answer_.append(piece.data(), static_cast<std::size_t>(size));
    const std::size_t head = answer_.find("\r\n\r\n");
    if (head == std::string::npos) return 0;
    constexpr std::string_view kLength = "Content-Length: ";
    const std::size_t length = answer_.find(kLength);
    if (length == std::string::npos || length > head) throw std::runtime_error("an answer has no length");
    const auto body = static_cast<std::size_t>(std::atoll(answer_.c_str() + length + kLength.size()));
    if (answer_.size() < head + 4 + body) return 0;
    const int status = std::atoi(answer_.c_str() + std::strlen("HTTP/1.1 "));
    answer_.clear();
    return status;
  }

  [[nodiscard]] double took() const { return secondsSince(began_) * 1000; }

 private:
  int socket_;
  std::string answer_;
  steady_clock::time_point began_{};
};

double quantile(std::vector<double>& sorted, double part) {
  if (sorted.empty()) return 0;
  return sorted[std::min(sorted.size() - 1, static_cast<std::size_t>(part * static_cast<double>(sorted.size())))];
}

/** A text of this run alone: a store takes each id once. */
const std::string& runName() {
  static const std::string name = randomId().substr(0, 8);
  return name;
}

}  // namespace

std::string pageEventJson(std::int64_t number) {
  const bool isAssignment = number % 2 == 0;
  const std::string visitor = runName() + std::to_string(number / 2);
  const std::string type = isAssignment ? "assignment" : "exposure";
  return R"({"specversion":"1.0","id":")" + visitor + type + R"(","source":"/checkout","type":"aftermint.)" + type +
         R"(","time":"2026-11-23T10:00:00Z","subject":"o-)" + visitor + R"(","data":{"key":"o-)" + visitor +
         R"(/stone-bump/checkout/)" + type + R"(","offer":"stone-bump","placement":"checkout","order":"o-)" + visitor +
         R"(","visitor":"v-)" + visitor + R"(",)" + (isAssignment ? R"("before":12000,"holdout":false,)" : "") +
         R"("arms":[{"experiment":"headline","arm":"plain"}],"sentAt":"2026-11-23T10:00:01Z"}})";
}

std::string batchJson(std::int64_t first, int events) {
  std::string json = "[";
  for (int i = 0; i < events; ++i) json += (i > 0 ? "," : "") + pageEventJson(first + i);
  return json + "]";
}

LoadResult runLoad(const Load& load) {
  const int poll = ::epoll_create1(EPOLL_CLOEXEC);
  if (poll < 0) failLoad("cannot poll");
  std::vector<std::unique_ptr<LoadClient>> clients;
  std::int64_t number = 0;
  const auto sendNext = [&](LoadClient& client) {
    client.send(batchJson(number, load.batch));
    number += load.batch;
  };
  for (int i = 0; i < load.connections; ++i) {
    clients.push_back(std::make_unique<LoadClient>(load.port));
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.ptr = clients.back().get();
    if (::epoll_ctl(poll, EPOLL_CTL_ADD, clients.back()->socket(), &event) != 0) failLoad("cannot poll");
  }
  for (const auto& client : clients) sendNext(*client);
  LoadResult result;
  std::vector<double> times;
  bool isWarm = false;
  auto since = steady_clock::now();
  std::array<epoll_event, 64> events;
  for (;;) {
    if (!isWarm && secondsSince(since) >= std::min(1.0, load.seconds / 2)) {
      isWarm = true;
      since = steady_clock::now();
    } else if (isWarm && secondsSince(since) >= load.seconds) {
      break;
    }
    const int ready = ::epoll_wait(poll, events.data(), static_cast<int>(events.size()), 100);
    for (int i = 0; i < ready; ++i) {
      auto& client = *static_cast<LoadClient*>(events[static_cast<std::size_t>(i)].data.ptr);
      const int status = client.read();
      if (status == 0) continue;
      if (isWarm) {
        ++(status == 200 ? result.requests : result.refused);
        times.push_back(client.took());
      }
      sendNext(client);
    }
  }
  result.seconds = secondsSince(since);
  ::close(poll);
  std::sort(times.begin(), times.end());
  result.p50 = quantile(times, 0.5);
  result.p99 = quantile(times, 0.99);
  return result;
}

}  // namespace aftermint::bench
