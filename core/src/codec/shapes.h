/** @file The shapes of the texts that the core reads. */
#pragma once

#include "codec/shape.h"

namespace aftermint::codec {

extern const Shape kBookShape;
extern const Shape kMomentShape;

extern const Shape kItemShape;   ///< of an offer
extern const Shape kPriceShape;  ///< of an offer

}  // namespace aftermint::codec
