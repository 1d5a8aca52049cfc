/** @file JSON Schemas (draft 2020-12) of the Book and the Answer, from their tables. */
#include "aftermint/schema.h"
#include "aftermint/language.h"
#include "codec/answer_shape.h"
#include "codec/indent.h"
#include "codec/scalars.h"
#include "codec/shapes.h"
#include "codec/writer.h"

namespace aftermint {
namespace {

using codec::Field;
using codec::Kind;
using codec::Only;
using codec::Shape;
using codec::Writer;

void writeShape(Writer& out, const Shape& shape);

void writeText(Writer& out, std::int64_t min, std::int64_t max) {
  out.field("type", "string").field("minLength", min).field("maxLength", max);
}

/** Writes the constraints of a value of that kind into an open schema object. */
void writeKind(Writer& out, const Field& field, Kind kind) {
  switch (kind) {
    case Kind::Text: {
      const bool element = field.kind == Kind::List;
      writeText(out, element ? codec::kShortText.min : field.min, element ? codec::kShortText.max : field.max);
      return;
    }
    case Kind::Id:
      out.field("type", "string").field("pattern", codec::kIdPattern);
      return;
    case Kind::Url:
      out.field("type", "string").field("maxLength", static_cast<std::int64_t>(codec::kMaxUrl));
      out.field("pattern", codec::kUrlPattern);
      return;
    case Kind::Locale:
      out.field("type", "string").field("maxLength", static_cast<std::int64_t>(kMaxLocale));
      out.field("pattern", codec::kLocalePattern);
      return;
    case Kind::Currency:
      out.field("type", "string").field("pattern", codec::kCurrencyPattern);
      return;
    case Kind::Integer:
    case Kind::Money:
      out.field("type", "integer").field("minimum", field.min).field("maximum", field.max);
      return;
    case Kind::Real:
      out.field("type", "number").field("minimum", field.min).field("maximum", field.max);
      return;
    case Kind::Exact:
      out.field("type", "integer").field("minimum", field.min);
      return;
    case Kind::Boolean:
      out.field("type", "boolean");
      return;
    case Kind::Code:
      out.key("enum").open('[');
      for (const std::string_view word : field.codes) out.text(word);
      out.close(']');
      return;
    case Kind::Time:
      out.field("type", "string").field("format", "date-time").field("pattern", codec::kTimePattern);
      return;
    case Kind::Free:
      out.field("$ref", "#/$defs/free");
      return;
    case Kind::FreeObject:
      out.field("type", "object").field("$ref", "#/$defs/free");
      return;
    case Kind::Record:
      writeShape(out, *field.shape);
      return;
    case Kind::List:
      out.field("type", "array").field("minItems", field.min).field("maxItems", field.max);
      out.key("items").open('{');
      writeKind(out, field, field.item);
      out.close('}');
      return;
    case Kind::Map:
      out.field("type", "object").field("minProperties", field.min).field("maxProperties", field.max);
      out.key("propertyNames").open('{').field("maxLength", static_cast<std::int64_t>(kMaxLocale));
      out.field("pattern", codec::kLocalePattern).close('}');
      out.key("additionalProperties").open('{');
      writeShape(out, *field.shape);
      out.close('}');
      return;
  }
}

/** Writes the rule that `field` is present exactly if `by` has that code. */
void writeOnly(Writer& out, const Shape& shape, const Only& only) {
  std::string_view word;
  for (const Field& field : shape.fields) {
    if (field.key == only.by) word = field.codes[only.code];
  }
  out.open('{').key("if").open('{').key("properties").open('{').key(only.by).open('{').field("const", word);
  out.close('}').close('}').key("required").open('[').text(only.by).close(']').close('}');
  out.key("then").open('{').key("required").open('[').text(only.field).close(']').close('}');
  out.key("else").open('{').key("properties").open('{').key(only.field).boolean(false).close('}').close('}');
  out.close('}');
}

void writeShape(Writer& out, const Shape& shape) {
  if (!shape.doc.empty()) out.field("description", shape.doc);
  out.field("type", "object").key("properties").open('{');
  for (const Field& field : shape.fields) {
    out.key(field.key).open('{');
    if (!field.doc.empty()) out.field("description", field.doc);
    writeKind(out, field, field.kind);
    out.close('}');
  }
  out.close('}').key("required").open('[');
  for (const Field& field : shape.fields) {
    if (field.required) out.text(field.key);
  }
  out.close(']').key("additionalProperties").boolean(false);
  if (!shape.only.empty()) {
    out.key("allOf").open('[');
    for (const Only& only : shape.only) writeOnly(out, shape, only);
    out.close(']');
  }
}

/** Opens a schema and says what it is of. */
Writer headOf(std::string_view id, std::string_view title, std::string_view comment) {
  Writer out;
  out.open('{').field("$schema", "https://json-schema.org/draft/2020-12/schema");
  out.field("$id", id).field("title", title).field("$comment", comment);
  return out;
}

/** Writes the schema of a value of any shape. */
void writeFreeValue(Writer& out) {
  constexpr std::string_view kFree =
      R"({"anyOf":[{"type":["null","boolean","number","string"]},)"
      R"({"type":"array","maxItems":10000,"items":{"$ref":"#/$defs/free"}},)"
      R"({"type":"object","maxProperties":256,"additionalProperties":{"$ref":"#/$defs/free"}}]})";
  out.key("$defs").open('{').key("free").raw(kFree).close('}');
}

}  // namespace

std::string bookSchema() {
  Writer out = headOf(
      "https://aftermint.dev/book.schema.json", "Aftermint Book, version 1",
      "Made by `aftermint schema` from the tables the decoder reads by. What a schema cannot say, `aftermint "
      "check` does: unique keys and ids, ids that meet, weights that make 10,000, money in digits alone (45.00 is "
      "refused, though to a schema it is 45), and the limits of size and depth.");
  writeShape(out, codec::kBookShape);
  writeFreeValue(out);
  return codec::indented(out.close('}').take()) + "\n";
}

std::string answerSchema() {
  Writer out = headOf(
      "https://aftermint.dev/answer.schema.json", "Aftermint Answer, version 1",
      "Made by `aftermint schema answer` from the tables the decoder reads by. What a schema cannot say, `aftermint "
      "draft` does: ids that the book has, prices within its band, and every rule of `aftermint check`.");
  writeShape(out, codec::kAnswerShape);
  return codec::indented(out.close('}').take()) + "\n";
}

}  // namespace aftermint
