/** @file One client of the server. Includes Boost.Beast, so only http's .cpp files include it. */
#pragma once

#include "http/server_parts.h"

namespace aftermint {

/** Reads requests from a socket and answers them until the client or the server ends it. It owns itself. */
void startConnection(StreamSocket socket, HttpServer::Parts& server, const std::string& address);

/** Sends `Parts::refusal` to a socket and closes it. */
void refuseConnection(StreamSocket socket, HttpServer::Parts& server);

/** How a connection of that address is counted by client; empty: in total alone. */
[[nodiscard]] std::string peerKeyOf(const HttpServer::Parts& server, const std::string& address);

/** Ends a connection that waits for a request; one under way ends after its answer. */
void stopConnection(ConnectionEntry& entry);

}  // namespace aftermint
