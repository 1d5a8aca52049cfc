/** @file The end of a connection. Includes Boost.Beast, so only http's .cpp files include it. */
#pragma once

#include <utility>  // before Beast 1.74, which uses std::exchange without it

#include <array>
#include <boost/asio/socket_base.hpp>
#include <boost/beast/core.hpp>
#include <chrono>

namespace aftermint {

/** Says goodbye and reads off what the client still sends: closing over unread bytes would cut our answer short. */
class Lingering {
 public:
  static constexpr std::chrono::seconds kTime{2};
  static constexpr std::size_t kLimit = 256u << 10;

  /** Calls `end` when nothing more is to be read. `stream` and this must live until then. */
  template <class Stream, class End>
  void start(Stream& stream, End end) {
    boost::beast::error_code ignored;  // the client may be gone, which is what we want
    stream.socket().shutdown(boost::asio::socket_base::shutdown_send, ignored);
    stream.expires_after(kTime);
    discard(stream, std::move(end));
  }

 private:
  template <class Stream, class End>
  void discard(Stream& stream, End end) {
    stream.async_read_some(
        boost::asio::buffer(discarded_),
        [this, &stream, end = std::move(end)](boost::beast::error_code error, std::size_t size) mutable {
          read_ += size;
          if (error || read_ > kLimit) return end();
          discard(stream, std::move(end));
        });
  }

  std::array<char, 4096> discarded_{};
  std::size_t read_ = 0;
};

}  // namespace aftermint
