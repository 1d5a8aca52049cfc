/** @file Writes a book as JSON, from the tables that it is read by. */
#include "aftermint/encode_book.h"

#include "aftermint/time.h"
#include "codec/free_value.h"
#include "codec/indent.h"
#include "codec/numbers.h"
#include "codec/shapes.h"
#include "codec/writer.h"

namespace aftermint {
namespace {

using codec::Field;
using codec::Kind;
using codec::Only;
using codec::Shape;
using codec::Writer;

void writeRecord(Writer& out, const Shape& shape, const void* record);

void writeValue(Writer& out, const Field& field, Kind kind, const void* at) {
  switch (kind) {
    case Kind::Text:
    case Kind::Id:
    case Kind::Url:
    case Kind::Locale:
    case Kind::Currency:
      out.text(*static_cast<const std::string*>(at));
      return;
    case Kind::Integer:
    case Kind::Money:
      out.integer(*static_cast<const std::int64_t*>(at));
      return;
    case Kind::Real:
      codec::writeNumber(out, *static_cast<const double*>(at));
      return;
    case Kind::Exact:
      codec::writeExact(out, *static_cast<const Exact*>(at));
      return;
    case Kind::Boolean:
      out.boolean(*static_cast<const bool*>(at));
      return;
    case Kind::Code:
      out.text(field.codes[*static_cast<const std::uint8_t*>(at)]);
      return;
    case Kind::Time:
      out.text(writeTime(*static_cast<const std::int64_t*>(at)));
      return;
    case Kind::Free:
    case Kind::FreeObject:
      codec::writeFree(out, *static_cast<const Value*>(at));
      return;
    case Kind::Record:
      writeRecord(out, *field.shape, at);
      return;
    case Kind::List:
      out.open('[');
      for (std::size_t i = 0; i < field.count(at); ++i) writeValue(out, field, field.item, field.element(at, i));
      out.close(']');
      return;
    case Kind::Map:
      out.open('{');
      for (std::size_t i = 0; i < field.count(at); ++i) {
        out.key(field.localeAt(at, i));
        writeRecord(out, *field.shape, field.element(at, i));
      }
      out.close('}');
      return;
  }
}

/** True if an optional key is left out. */
bool isEmpty(const Field& field, const void* at) {
  if (at == nullptr) return true;
  if (field.required) return false;
  switch (field.kind) {
    case Kind::Text:
    case Kind::Id:
    case Kind::Url:
    case Kind::Locale:
    case Kind::Currency:
      return static_cast<const std::string*>(at)->empty();
    case Kind::List:
    case Kind::Map:
      return field.count(at) == 0;
    case Kind::Free:
    case Kind::FreeObject:
      return static_cast<const Value*>(at)->isNull();
    case Kind::Record: {
      // A record that would be written as {} is left out.
      for (const Field& inner : field.shape->fields) {
        if (!isEmpty(inner, inner.peek(at))) return false;
      }
      return true;
    }
    default:
      return false;
  }
}

bool belongs(const Shape& shape, const Field& field, const void* record) {
  for (const Only& only : shape.only) {
    if (only.field != field.key) continue;
    for (const Field& by : shape.fields) {
      if (by.key == only.by) return *static_cast<const std::uint8_t*>(by.peek(record)) == only.code;
    }
  }
  return true;
}

void writeRecord(Writer& out, const Shape& shape, const void* record) {
  out.open('{');
  for (const Field& field : shape.fields) {
    const void* at = field.peek(record);
    if (isEmpty(field, at) || !belongs(shape, field, record)) continue;
    out.key(field.key);
    writeValue(out, field, field.kind, at);
  }
  out.close('}');
}

/** The keys of a book that are lists, or the other ones. */
std::string encodeKeys(const Book& book, bool lists) {
  Writer out;
  out.open('{');
  for (const Field& field : codec::kBookShape.fields) {
    const void* at = field.peek(&book);
    if ((field.kind == Kind::List) != lists || (!lists && isEmpty(field, at))) continue;
    writeValue(out.key(field.key), field, field.kind, at);
  }
  out.close('}');
  return out.take();
}

}  // namespace

std::string encode(const Book& book, bool pretty) {
  Writer out;
  writeRecord(out, codec::kBookShape, &book);
  return pretty ? codec::indented(out.take()) + "\n" : out.take();
}

std::string encodeLists(const Book& book) { return encodeKeys(book, true); }

std::string encodeHead(const Book& book) { return encodeKeys(book, false); }

}  // namespace aftermint
