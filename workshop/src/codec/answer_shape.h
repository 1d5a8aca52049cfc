/** @file The shape of an Answer. */
#pragma once

#include "codec/shape.h"

namespace aftermint::codec {

extern const Shape kAnswerShape;

}  // namespace aftermint::codec
