/** @file The relation between an offer and a product that is bought or viewed. */
#pragma once

#include <optional>

#include "aftermint/index.h"

namespace aftermint {

/** Whether `for` matches a product: by its id, its category or a tag, or because `for` is empty. */
[[nodiscard]] bool isTriggered(const Triggers& triggers, const Product& bought);

/** The strongest relation between an offer with those items and a product, or nothing. */
[[nodiscard]] std::optional<Relation> relationOf(const IndexedBook& book, const Triggers& triggers,
                                                 const List<Item>& items, const Product& bought);

}  // namespace aftermint
