/**
 * @file The doors that both modules have: open, decide, view, close. Text in, text out (docs/formats.md).
 */
#pragma once

#include "aftermint/codec.h"
#include "wire.h"

namespace aftermint::doors {

/** Takes a Book as JSON and answers with its number and what the page must know of it, or with the faults. */
[[nodiscard]] Answer open(Given bookText);

/** Decides for a Moment as JSON with the book of that number. */
[[nodiscard]] Answer decide(int book, Given momentText);

/** Decides, and gives the view beside the decision; the view is null where nothing is offered. */
[[nodiscard]] Answer view(int book, Given momentText);

/** Forgets a book; its number is not given out again. */
void close(int book);

/** The open book of that number, or null. */
[[nodiscard]] IndexedBook* find(int book);

}  // namespace aftermint::doors
