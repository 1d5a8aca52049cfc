/** @file Writes numbers that are not 64-bit integers as JSON. */
#pragma once

#include "aftermint/counts.h"
#include "codec/writer.h"

namespace aftermint::codec {

/** Writes a number as JavaScript does: the shortest digits that read back the same. Infinity and NaN become `null`. */
void writeNumber(Writer& out, double value);

/** Writes all digits of a whole number. */
void writeExact(Writer& out, Exact value);

}  // namespace aftermint::codec
