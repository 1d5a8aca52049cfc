/** @file What kind of address a client has. */
#pragma once

#include <string_view>

namespace aftermint {

/** Whether an address is of this machine: 127.0.0.0/8 or ::1. */
[[nodiscard]] bool isLoopbackAddress(std::string_view address);

/**
 * Whether an address is one that the internet knows: neither of this machine, nor of a private network (RFC 1918, RFC
 * 4193), nor link-local, nor not an address at all.
 */
[[nodiscard]] bool isPublicAddress(std::string_view address);

}  // namespace aftermint
