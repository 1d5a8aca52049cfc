/** @file An answer on its way to a socket. Includes Boost.Beast, so only http's .cpp files include it. */
#pragma once

#include <utility>  // before Beast 1.74, which uses std::exchange without it

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/serializer.hpp>
#include <boost/beast/http/span_body.hpp>

#include "http/http.h"

namespace aftermint {

/** What the connection adds to an answer. */
struct OutgoingStyle {
  unsigned version = 11;
  bool keepAlive = true;
  bool headOnly = false;
  std::string request;  ///< the request's id
};

/** A response as Beast sends it. It holds the body, so it must stay where it is until it is sent. */
class Outgoing {
 public:
  using Body = boost::beast::http::span_body<const char>;

  /** Throws std::runtime_error if a header of the response has a line break or a NUL. */
  Outgoing(Response response, const OutgoingStyle& style);
  Outgoing(const Outgoing&) = delete;
  Outgoing& operator=(const Outgoing&) = delete;

  boost::beast::http::response_serializer<Body>& serializer() { return serializer_; }
  [[nodiscard]] bool keepAlive() const { return message_.keep_alive(); }
  [[nodiscard]] int status() const { return response_.status; }
  [[nodiscard]] std::size_t bodySize() const { return message_.body().size(); }

 private:
  Response response_;
  boost::beast::http::response<Body> message_;
  boost::beast::http::response_serializer<Body> serializer_{message_};
};

}  // namespace aftermint
