/** @file Line and column of faults: a second pass over the text, made only when there are any. */
#pragma once

#include "aftermint/codec.h"

namespace aftermint::codec {

/**
 * Sets line and column (from 1, columns in code points) of each fault that has none: where the value its
 * pointer names begins; for a missing key the object it is missing from; for broken syntax byte `brokenAt`.
 */
void locate(std::string_view text, std::size_t brokenAt, List<Fault>& faults);

}  // namespace aftermint::codec
