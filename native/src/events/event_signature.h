/** @file The signature of a batch of events from the shop's own server. */
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aftermint/book.h"
#include "aftermint/codes.h"

namespace aftermint {

inline constexpr std::size_t kMinEventKey = 32;            ///< bytes of a key
inline constexpr Millis kSignatureMillis = 5 * 60 * 1000;  ///< how far the two clocks may differ

/**
 * The keys of `AFTERMINT_EVENT_KEYS`, which commas separate: while a key is replaced, the old and the new one are
 * valid. Throws std::runtime_error for a key of fewer than kMinEventKey bytes.
 */
[[nodiscard]] std::vector<std::string> eventKeysOf(std::string_view text);

/** The value of the header: `t=SECONDS,v1=HEX`, HEX being HMAC-SHA256 with `key` over SECONDS, a dot and the body. */
[[nodiscard]] std::string signEvents(std::string_view body, std::string_view key, Millis now);

/**
 * Whether `header` (`Aftermint-Signature`) signs this body with one of the keys; it may have several `v1`.
 *
 * None if so, else `SignatureInvalid`, or `SignatureExpired` if only its time is wrong. Digests are compared in
 * constant time.
 */
[[nodiscard]] std::optional<RequestFault> refuseSignature(std::string_view header, std::string_view body,
                                                          const std::vector<std::string>& keys, Millis now);

}  // namespace aftermint
