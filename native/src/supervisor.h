/** @file What this process tells a service manager, such as systemd. */
#pragma once

#include <string_view>

namespace aftermint {

/**
 * Sends a state, such as `READY=1`, to the socket that `NOTIFY_SOCKET` names: the protocol of sd_notify(3).
 *
 * Does nothing without that variable. A failure is logged, since the manager then counts the start as failed.
 */
void notifySupervisor(std::string_view state);

}  // namespace aftermint
