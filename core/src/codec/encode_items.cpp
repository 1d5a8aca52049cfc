#include "codec/encode_items.h"

namespace aftermint::codec {

void writeItems(Writer& out, const List<Item>& items, std::int64_t times) {
  out.key("items").open('[');
  for (const Item& item : items) writePiece(out, item, times);
  out.close(']');
}

}  // namespace aftermint::codec
