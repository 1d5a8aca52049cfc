/** @file The demo's past: simulated shoppers, so that its results show something on the first day. */
#pragma once

#include <filesystem>
#include <string>

#include "events/store.h"

namespace aftermint::demo {

/**
 * Fills a store that has no event yet with the shoppers of a truth (docs/formats.md, Truth), up to the last midnight
 * (UTC). A store with events stays as it is, so dropped shoppers do not come back behind real ones.
 *
 * @param url of the store, for the message
 * @return a message for whoever starts the shop, if the store has simulated events: what they are, and how to drop
 * them; else an empty text
 *
 * Throws Unusable for a truth that cannot be used, StoreError.
 */
[[nodiscard]] std::string fillHistory(Store& store, const std::string& url, const std::filesystem::path& truth,
                                      Millis now);

}  // namespace aftermint::demo
