/** @file The parts of JSON that a decision and a verdict have in common. */
#include "codec/encode_items.h"

namespace aftermint::codec {

void writeItems(Writer& out, const List<Item>& items, std::int64_t times) {
  out.key("items").open('[');
  for (const Item& item : items) writePiece(out, item, times);
  out.close(']');
}

void writeArms(Writer& out, const List<ArmTaken>& arms) {
  out.key("arms").open('[');
  for (const ArmTaken& arm : arms) {
    out.open('{').field("experiment", arm.experiment).field("arm", arm.arm).close('}');
  }
  out.close(']');
}

}  // namespace aftermint::codec
