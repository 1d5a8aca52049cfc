#include "supervisor.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstdlib>
#include <string>
#include <system_error>

#include "log.h"

namespace aftermint {

void notifySupervisor(std::string_view state) {
  const char* named = std::getenv("NOTIFY_SOCKET");
  if (named == nullptr || *named == '\0') return;
  const std::string path = named;
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  int error = ENAMETOOLONG;
  if (path.size() < sizeof address.sun_path) {
    path.copy(address.sun_path, path.size());
    if (path.front() == '@') address.sun_path[0] = '\0';  // an abstract socket
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path.size());
    const int socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    const bool isSent = socket >= 0 && ::sendto(socket, state.data(), state.size(), MSG_NOSIGNAL,
                                                reinterpret_cast<const sockaddr*>(&address), size) >= 0;
    error = isSent ? 0 : errno;
    if (socket >= 0) ::close(socket);
  }
  if (error == 0) return;
  logWith(LogLevel::Warn, "the service manager cannot be notified",
          {{"socket", path}, {"error", std::generic_category().message(error)}});
}

}  // namespace aftermint
