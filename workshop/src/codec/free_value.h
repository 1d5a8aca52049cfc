/** @file A value of free shape back to JSON. Not in the page's module. */
#pragma once

#include "aftermint/value.h"
#include "codec/writer.h"

namespace aftermint::codec {

/** Writes a value as it was read: members in their order, numbers in the fewest digits that read back the same. */
void writeFree(Writer& out, const Value& value);

}  // namespace aftermint::codec
