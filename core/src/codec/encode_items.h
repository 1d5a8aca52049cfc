/** @file The parts of JSON that a decision and a verdict on an accept have in common. */
#pragma once

#include "aftermint/decision.h"
#include "codec/writer.h"

namespace aftermint::codec {

/** Writes an offered item or an order line as an object, with its quantity multiplied by `times`. */
template <class T>
void writePiece(Writer& out, const T& piece, std::int64_t times) {
  out.open('{').field("product", piece.product);
  if (!piece.variant.empty()) out.field("variant", piece.variant);
  out.field("quantity", piece.quantity * times).close('}');
}

/** Writes the member `items`. */
void writeItems(Writer& out, const List<Item>& items, std::int64_t times);

/** Writes the member `arms`. */
void writeArms(Writer& out, const List<ArmTaken>& arms);

}  // namespace aftermint::codec
