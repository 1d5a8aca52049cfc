/** @file Lines of an order from the book: their prices, their titles, and those that an accepted offer adds. */
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accept/accept_types.h"
#include "aftermint/index.h"
#include "aftermint/moment.h"
#include "aftermint/verify.h"

namespace aftermint {

/** A variant of a product; null if there is none with that id. */
[[nodiscard]] const Variant* findVariant(const Product& product, std::string_view id);

/** A line of one product at its own price; none if the product or the variant is not in the book. */
[[nodiscard]] std::optional<OrderLine> lineOf(const IndexedBook& book, const std::string& product,
                                              const std::string& variant, std::int64_t quantity);

/**
 * Gives lines new prices that add up to exactly `amount`, in proportion to their own prices (list prices).
 *
 * A line whose share cannot be divided by its quantity becomes two, one minor unit apart. If all prices are 0, the last
 * line gets everything. Quantities must be above 0.
 */
[[nodiscard]] std::vector<OrderLine> spread(const std::vector<OrderLine>& priced, Minor amount);

/** Sets the titles of lines for readers of `locale`, from the book. Lines of unknown products keep theirs. */
void nameLines(const IndexedBook& book, std::vector<OrderLine>& lines, std::string_view locale);

/**
 * The lines that an accepted offer adds: its price spread over its items, their titles in the language of `locale`.
 * `accepted.items` must not be null.
 */
[[nodiscard]] std::vector<OrderLine> offerLines(const IndexedBook& book, const AcceptResult& accepted,
                                                std::string_view locale);

/** An order as a Moment has it, before it is paid: status open, and the sum of its lines as total. */
[[nodiscard]] Order openOrder(const std::string& id, const std::string& currency, const std::vector<OrderLine>& lines);

/** A paid order as a Moment has it; lines taken back are left out. */
[[nodiscard]] Order paidOrder(const PlacedOrder& order);

}  // namespace aftermint
