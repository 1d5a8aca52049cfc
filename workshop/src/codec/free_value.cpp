#include "codec/free_value.h"

#include <array>

#include "aftermint/condition.h"
#include "aftermint/encode_book.h"
#include "codec/decode.h"

namespace aftermint::codec {
namespace {

/** Writes a number as JavaScript does: the shortest digits that read back the same. */
void writeNumber(Writer& out, double value) {
  constexpr double kMaxExact = 9007199254740992.0;
  if (value >= -kMaxExact && value <= kMaxExact && static_cast<double>(static_cast<std::int64_t>(value)) == value) {
    out.integer(static_cast<std::int64_t>(value));
  } else {
    std::array<char, ConditionHost::kNumberText> text{};
    out.raw({text.data(), platformHost().numberText(value, text)});
  }
}

}  // namespace

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
