/** @file Writes values through packed shapes. */
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
  AnyList& elements = *static_cast<AnyList*>(list);
  const bool isMap = field.kind == Kind::Map;
  if (isMap) {
    // The keys of a Map are locales, and the locale is the first member of its elements.
    for (std::size_t i = 0; i < elements.size(); ++i) {
      if (*static_cast<const Text*>(elements.at(i, shapeIn(field)->size)) == key) return nullptr;
    }
  }
  if (field.item != Kind::Record) {
    const Text none;
    return elements.addCopy(&none, field.item == Kind::Code ? 1 : sizeof(none));
  }
  void* const element = elements.addCopy(shapeIn(field)->blank, shapeIn(field)->size);
  if (isMap) *static_cast<Text*>(element) = key;
  return element;
}

}  // namespace aftermint::codec
