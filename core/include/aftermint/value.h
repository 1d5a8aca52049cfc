/** @file A JSON value of free shape: visitor attributes and conditions. */
#pragma once

#include <string_view>
#include <variant>

#include "aftermint/memory.h"

namespace aftermint {

struct Value;
struct Member;
using Array = List<Value>;
/** Members in the order written; keys are unique (the decoder refuses a repeat). */
using Object = List<Member>;

/** null, bool, number (IEEE double, as in JSON's usual readers), text, array or object. */
struct Value {
  std::variant<std::monostate, bool, double, Text, Array, Object> data;

  [[nodiscard]] bool isNull() const { return data.index() == 0; }
  [[nodiscard]] const bool* asBool() const { return std::get_if<bool>(&data); }
  [[nodiscard]] const double* asNumber() const { return std::get_if<double>(&data); }
  [[nodiscard]] const Text* asString() const { return std::get_if<Text>(&data); }
  [[nodiscard]] const Array* asArray() const { return std::get_if<Array>(&data); }
  [[nodiscard]] const Object* asObject() const { return std::get_if<Object>(&data); }

  /** The member of that name, or null where this is no object or has none. */
  [[nodiscard]] inline const Value* find(std::string_view key) const;
  inline bool operator==(const Value& other) const;
};

/** One member of an object. */
struct Member {
  Text first;
  Value second;

  bool operator==(const Member& other) const { return first == other.first && second == other.second; }
};

const Value* Value::find(std::string_view key) const {
  if (const Object* members = asObject()) {
    for (const Member& member : *members) {
      if (member.first == key) return &member.second;
    }
  }
  return nullptr;
}

bool Value::operator==(const Value& other) const { return data == other.data; }

}  // namespace aftermint
