/** @file Prepares a book for pages. Pages do not check a book, so a published book contains the result of the check. */
#pragma once

#include <span>
#include <string>
#include <vector>

#include "aftermint/check.h"

namespace aftermint {

/** SHA-256, as 64 hex digits, of the book as compact JSON without `checked`: changes with any change of the book. */
[[nodiscard]] std::string bookDigest(Book book);

/**
 * The book as pages get it: with `checked`, which holds the digest and the offers that are never shown, and without
 * `brand` and `reviewed`, which are not public. `findings` are those of `check` on the book.
 *
 * @param stopped ids of further offers that are never shown (guard/guard.h); ids that the book lacks are ignored
 */
[[nodiscard]] Book published(Book book, const std::vector<Finding>& findings,
                             std::span<const std::string> stopped = {});

/** Whether the book has `checked`, but its content is not the one that was checked. */
[[nodiscard]] bool isChangedSinceCheck(const Book& book);

}  // namespace aftermint
