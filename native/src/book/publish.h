/** @file Prepares a book for pages. Pages run no check, so a published book carries its result. */
#pragma once

#include <string>
#include <vector>

#include "aftermint/check.h"

namespace aftermint {

/** SHA-256, as 64 hex digits, of the book's compact JSON without `checked`: it says which content was checked. */
[[nodiscard]] std::string bookDigest(Book book);

/**
 * The book as pages get it: with `checked`, which holds the digest and the offers that are never shown, and without
 * `brand` and `reviewed`, which are not public. `findings` are those of `check` on the book.
 */
[[nodiscard]] Book published(Book book, const std::vector<Finding>& findings);

/** Whether the book carries a check and its content has changed since. */
[[nodiscard]] bool isChangedSinceCheck(const Book& book);

}  // namespace aftermint
