/** @file How an offer is tied to a product that was bought. */
#pragma once

#include <optional>

#include "aftermint/index.h"

namespace aftermint {

/** Whether `for` lets an offer be shown with a product: it names it, its category or a tag of it, or names nothing. */
[[nodiscard]] bool isTriggered(const Triggers& triggers, const Product& bought);

/** The strongest tie of an offer of those items to a product, or nothing where there is none. */
[[nodiscard]] std::optional<Relation> relationOf(const IndexedBook& book, const Triggers& triggers,
                                                 const List<Item>& items, const Product& bought);

}  // namespace aftermint
