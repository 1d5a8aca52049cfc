#include "codec/free_value.h"

#include "aftermint/encode_book.h"
#include "codec/decode.h"
#include "codec/numbers.h"

namespace aftermint::codec {
void writeFree(Writer& out, const Value& value) {
  if (const bool* flag = value.asBool()) {
    out.boolean(*flag);
  } else if (const double* number = value.asNumber()) {
    writeNumber(out, *number);
  } else if (const Text* text = value.asString()) {
    out.text(*text);
  } else if (const Array* elements = value.asArray()) {
    out.open('[');
    for (const Value& element : *elements) writeFree(out, element);
    out.close(']');
  } else if (const Object* members = value.asObject()) {
    out.open('{');
    for (const Member& member : *members) writeFree(out.key(member.first), member.second);
    out.close('}');
  } else {
    out.raw("null");
  }
}

}  // namespace aftermint::codec

namespace aftermint {

Decoded<Value> decodeValue(std::string_view text, const Limits& limits) {
  return codec::decode<Value>(text, nullptr, ErrorCode::JsonSyntax, limits);
}

std::string encodeFree(const Value& value) {
  codec::Writer out;
  codec::writeFree(out, value);
  return out.take();
}

}  // namespace aftermint
