/** @file Values of orders with the heavy tail of real ones. */
#pragma once

#include <cstdint>

#include "aftermint/book.h"

namespace aftermint::simulate {

/**
 * The value of an order for 64 random bits, as a share of the real values (`scaleBps`), at least 1.
 *
 * The inverse of the distribution of real orders (order_values.gen.h), linear between its quantiles.
 */
[[nodiscard]] Minor orderValue(std::uint64_t bits, Bps scaleBps);

/** The mean of `orderValue` over all random bits, in minor units; exact to one of them. */
[[nodiscard]] double meanOrderValue(Bps scaleBps);

}  // namespace aftermint::simulate
