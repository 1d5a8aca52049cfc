/** @file The form of a book that pages may read. */
#pragma once

#include "aftermint/book.h"

namespace aftermint {

/** The book without what is not public, which is the target group and the notes of reviewers, and without `checked`. */
[[nodiscard]] Book publicForm(Book book);

}  // namespace aftermint
