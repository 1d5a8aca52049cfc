/**
 * @file The fuzzed functions: each takes any bytes and returns a description of what is broken, or an empty string.
 *
 * libFuzzer calls them through door.cpp (`npm run fuzz`). The test suite calls them with seeded mutations, which works
 * without clang.
 */
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace aftermint::fuzz {

/** The head of an input for `fuzzCopy`: byte 0 is field and path, byte 1 the locale, the rest the text. */
inline constexpr std::size_t kCopyHead = 2;

/** The largest amount that a book, an event, an accept or a ticket may have, in minor units. */
inline constexpr std::int64_t kMostAmount = 1'000'000'000'000;

/** Checks a text: findings are complete, and no change that is invisible to a reader hides a finding. */
[[nodiscard]] std::string fuzzCopy(const std::uint8_t* data, std::size_t size);

/** Reads the bytes as a book, checks it, writes it and reads it again. */
[[nodiscard]] std::string fuzzBook(const std::uint8_t* data, std::size_t size);

/** Reads the bytes as HTTP requests, whole and in pieces: what reaches a route is clean, and the same both ways. */
[[nodiscard]] std::string fuzzHttp(const std::uint8_t* data, std::size_t size);

/** Byte 0 chooses pages (even) or the shop's server; the rest is a batch of events. Every event is whole or refused. */
[[nodiscard]] std::string fuzzEvent(const std::uint8_t* data, std::size_t size);

/** Reads the bytes as each body of the accept endpoint, and as an accept that the core verifies. */
[[nodiscard]] std::string fuzzAccept(const std::uint8_t* data, std::size_t size);

/** Byte 0 even: the rest is a token. Odd: it is the claims of a token with a good signature. */
[[nodiscard]] std::string fuzzTicket(const std::uint8_t* data, std::size_t size);

/** Byte 0 even: a line with the header of a webhook of Stripe, then its body. Odd: a body with a good signature. */
[[nodiscard]] std::string fuzzWebhook(const std::uint8_t* data, std::size_t size);

/** Reads the bytes as a moment, decides and draws: the same twice, and what is offered can be accepted. */
[[nodiscard]] std::string fuzzMoment(const std::uint8_t* data, std::size_t size);

/** Reads the bytes as CSV, whole and in pieces, and as an order file from which rules are mined. */
[[nodiscard]] std::string fuzzOrders(const std::uint8_t* data, std::size_t size);

/** Applies the bytes as a JSON Patch to a book, and lays the result out. */
[[nodiscard]] std::string fuzzPatch(const std::uint8_t* data, std::size_t size);

/**
 * Byte 0 chooses what the payment provider is asked; each line of the rest is an answer of Stripe, its status and its
 * body. Every answer becomes a whole charge or one of the provider's two errors, and the requests end.
 */
[[nodiscard]] std::string fuzzProvider(const std::uint8_t* data, std::size_t size);

/** Reads the bytes as a model's answer and drafts its offers: what passes can be added to the book. */
[[nodiscard]] std::string fuzzAnswer(const std::uint8_t* data, std::size_t size);

}  // namespace aftermint::fuzz
