#if AFTERMINT_PAGE
#include <cstring>

#include "aftermint/book.h"
#include "codec/shape.h"

namespace aftermint::codec {

Range rangeOf(const Field& field) {
  std::int64_t max = field.max.digits;
  for (unsigned i = field.max.hundreds; i > 0; --i) max *= 100;
  return {field.min, max};
}

void* slotIn(const Field& field, void* owner) {
  char* const slot = static_cast<char*>(owner) + field.offset;
  if (field.flag != 0) {
    if (field.kind == Kind::Record) std::memcpy(slot, shapeIn(field)->blank, shapeIn(field)->size);
    slot[field.flag] = 1;
  }
  return slot;
}

void* appendTo(const Field& field, void* list, std::string_view key) {
  // The only Map is that of copy, by locale.
  const bool isCopy = field.kind == Kind::Map;
  if (isCopy) {
    for (const Copy& copy : *static_cast<List<Copy>*>(list)) {
      if (copy.locale == key) return nullptr;
    }
  }
  AnyList& elements = *static_cast<AnyList*>(list);
  if (field.item != Kind::Record) {
    const Text none;
    return elements.addCopy(&none, field.item == Kind::Word ? 1 : sizeof(none));
  }
  void* const element = elements.addCopy(shapeIn(field)->blank, shapeIn(field)->size);
  if (isCopy) static_cast<Copy*>(element)->locale = key;
  return element;
}

}  // namespace aftermint::codec
#endif
