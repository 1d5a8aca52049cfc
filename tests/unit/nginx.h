// nginx as a child process, for tests that need a proxy or TLS.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>

#include "unit/cli_scratch.h"

namespace aftermint::testing {

/** One nginx; it ends with the object, and with this process. */
class Nginx {
 public:
  /** @param http what its block `http` has: servers and upstreams. Files and log (`nginx.log`) are in `scratch`. */
  Nginx(const Scratch& scratch, const std::string& http);
  ~Nginx();
  Nginx(const Nginx&) = delete;
  Nginx& operator=(const Nginx&) = delete;

  [[nodiscard]] static bool isInstalled();

 private:
  pid_t process_ = -1;
};

inline constexpr const char* kNoNginx =
    "SKIPPED: nginx is not installed, so that what needs a proxy or TLS is NOT tested. Run `npm run setup`.";

/** Makes a key and a certificate that it signs itself, for the IP address 127.0.0.1 only: `NAME.key`, `NAME.pem`. */
void makeCertificate(const Scratch& scratch, const std::string& name);

/** A server of nginx on 127.0.0.1 with TLS and the certificate `name`; `location` is what it does with a request. */
[[nodiscard]] std::string tlsServer(const Scratch& scratch, const std::string& name, std::uint16_t port,
                                    const std::string& location);

/** Waits until something listens on 127.0.0.1. */
void waitForPort(std::uint16_t port);

/** Sets SSL_CERT_FILE, and removes it at the end. */
class TrustedCertificate {
 public:
  explicit TrustedCertificate(const std::string& file);
  ~TrustedCertificate();
  TrustedCertificate(const TrustedCertificate&) = delete;
  TrustedCertificate& operator=(const TrustedCertificate&) = delete;
};

}  // namespace aftermint::testing
