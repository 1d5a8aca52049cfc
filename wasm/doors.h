/**
 * @file The functions that both modules export: open, decide, view, close. JSON in, JSON out (docs/formats.md).
 */
#pragma once

#include "aftermint/codec.h"
#include "wire.h"

namespace aftermint::doors {

/** Opens a Book. Answers with its number, its deadline and the parts of a moment that it reads, or with the faults. */
[[nodiscard]] Answer open(Given bookText);

/** Decides for a Moment with an open book. */
[[nodiscard]] Answer decide(int book, Given momentText);

/** Decides, and answers with the decision and its view; the view is null where there is no offer. */
[[nodiscard]] Answer view(int book, Given momentText);

/** Closes a book. Its number is never used again. */
void close(int book);

/** The open book of that number, or null. */
[[nodiscard]] IndexedBook* find(int book);

}  // namespace aftermint::doors
