/** @file Writes a value of any shape as JSON. */
#pragma once

#include "aftermint/value.h"
#include "codec/writer.h"

namespace aftermint::codec {

/** Writes a value as it was read: members in their order, numbers in the shortest form that reads back the same. */
void writeFree(Writer& out, const Value& value);

}  // namespace aftermint::codec
