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

/** Spreads an amount over lines in proportion to their prices. The sum is exact; a line may become two. */
[[nodiscard]] std::vector<OrderLine> spread(const std::vector<OrderLine>& priced, Minor amount);

/** Sets the titles of lines in a language. */
void nameLines(const IndexedBook& book, std::vector<OrderLine>& lines, std::string_view locale);

/**
 * The lines that an accepted offer adds: its price spread over its items, their titles in the language of `locale`.
 */
[[nodiscard]] std::vector<OrderLine> offerLines(const IndexedBook& book, const AcceptResult& accepted,
                                                std::string_view locale);

/** The order of a moment before it is paid. */
[[nodiscard]] Order openOrder(const std::string& id, const std::string& currency, const std::vector<OrderLine>& lines);

/** The paid order of a moment; lines taken back are not in it. */
[[nodiscard]] Order paidOrder(const PlacedOrder& order);

}  // namespace aftermint
