/** @file What the check before publishing leaves in a book, for pages that carry no check of their own. */
#pragma once

#include <string>
#include <vector>

#include "aftermint/check.h"

namespace aftermint {

/** SHA-256 in hexadecimal of a book's compact JSON without `checked`: what a check was made of. */
[[nodiscard]] std::string bookDigest(Book book);

/** The book with its check: its digest, and the offers that are never shown. */
[[nodiscard]] Book published(Book book, const std::vector<Finding>& findings);

/** Whether the book carries a check that was made of something else than what stands in it now. */
[[nodiscard]] bool isChangedSinceCheck(const Book& book);

}  // namespace aftermint
