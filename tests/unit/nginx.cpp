#include "unit/nginx.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <thread>

namespace aftermint::testing {
namespace {

constexpr const char* kNginxProgram = "/usr/sbin/nginx";

}  // namespace

bool Nginx::isInstalled() { return ::access(kNginxProgram, X_OK) == 0; }

Nginx::Nginx(const Scratch& scratch, const std::string& http) {
  std::string config = "daemon off; master_process off; error_log " + scratch.path("nginx.log") + "; pid " +
                       scratch.path("nginx.pid") + "; events { worker_connections 256; } http { access_log off;";
  for (const char* kind : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"}) {
    config += std::string(" ") + kind + "_temp_path " + scratch.path(std::string("nginx-") + kind) + ";";
  }
  const std::string file = scratch.write("nginx.conf", config + " " + http + " }");
  process_ = ::fork();
  if (process_ == 0) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::execl(kNginxProgram, kNginxProgram, "-c", file.c_str(), "-p", scratch.path("").c_str(), "-e",
            scratch.path("nginx.log").c_str(), static_cast<char*>(nullptr));
    ::_exit(127);
  }
}

Nginx::~Nginx() {
  ::kill(process_, SIGKILL);
  ::waitpid(process_, nullptr, 0);
}

void makeCertificate(const Scratch& scratch, const std::string& name) {
  const std::string command =
      "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=test "
      "-addext subjectAltName=IP:127.0.0.1 -keyout '" +
      scratch.path(name + ".key") + "' -out '" + scratch.path(name + ".pem") + "' 2>/dev/null";
  ASSERT_EQ(std::system(command.c_str()), 0) << command;
}

std::string tlsServer(const Scratch& scratch, const std::string& name, std::uint16_t port,
                      const std::string& location) {
  return "server { listen 127.0.0.1:" + std::to_string(port) + " ssl; ssl_certificate " + scratch.path(name + ".pem") +
         "; ssl_certificate_key " + scratch.path(name + ".key") + "; location / { " + location + " } }";
}

void waitForPort(std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  for (;;) {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    const bool isOpen = ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    ::close(socket);
    if (isOpen) return;
    ASSERT_LT(std::chrono::steady_clock::now(), end) << "nothing listens on port " << port;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
}

TrustedCertificate::TrustedCertificate(const std::string& file) { ::setenv("SSL_CERT_FILE", file.c_str(), 1); }

TrustedCertificate::~TrustedCertificate() { ::unsetenv("SSL_CERT_FILE"); }

}  // namespace aftermint::testing
