/** @file What a Shape cannot say: that ids are unique and meet, and that numbers fit one another. */
#pragma once

#include "aftermint/codec.h"

namespace aftermint::codec {

/** Appends a fault of code `book_reference` for each id that repeats or dangles and each pair that does not fit. */
void checkLinks(const Book& book, const Limits& limits, List<Fault>& faults);

}  // namespace aftermint::codec
