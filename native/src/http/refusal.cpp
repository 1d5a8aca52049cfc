#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <memory>
#include <utility>

#include "http/connection.h"
#include "http/lingering.h"

namespace aftermint {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;

/** A connection for which there is no room. */
class Refusal : public std::enable_shared_from_this<Refusal> {
 public:
  Refusal(StreamSocket socket, HttpServer::Parts& server) : stream_(std::move(socket)), server_(server) {
    ++server_.refusals;
    ++server_.alive;
  }
  ~Refusal() {
    --server_.refusals;
    server_.ended();
  }

  void start() {
    stream_.expires_after(Lingering::kTime);
    asio::async_write(stream_, asio::buffer(server_.refusal),
                      [self = shared_from_this()](beast::error_code error, std::size_t) {
                        if (!error) self->lingering_.start(self->stream_, [self] {});
                      });
  }

 private:
  SocketStream stream_;
  HttpServer::Parts& server_;
  Lingering lingering_;
};

}  // namespace

void refuseConnection(StreamSocket socket, HttpServer::Parts& server) {
  std::make_shared<Refusal>(std::move(socket), server)->start();
}

}  // namespace aftermint
