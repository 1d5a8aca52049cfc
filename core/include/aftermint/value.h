/** @file A JSON value of free shape: visitor attributes and conditions. */
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace aftermint {

struct Value;
using Array = std::vector<Value>;
using Member = std::pair<std::string, Value>;
/** Members in the order written; keys are unique (the decoder refuses a repeat). */
using Object = std::vector<Member>;

/** null, bool, number (IEEE double, as in JSON's usual readers), string, array or object. */
struct Value {
  std::variant<std::monostate, bool, double, std::string, Array, Object> data;

  [[nodiscard]] bool isNull() const { return data.index() == 0; }
  [[nodiscard]] const bool* asBool() const { return std::get_if<bool>(&data); }
  [[nodiscard]] const double* asNumber() const { return std::get_if<double>(&data); }
  [[nodiscard]] const std::string* asString() const { return std::get_if<std::string>(&data); }
  [[nodiscard]] const Array* asArray() const { return std::get_if<Array>(&data); }
  [[nodiscard]] const Object* asObject() const { return std::get_if<Object>(&data); }

  /** The member of that name, or null where this is no object or has none. */
  [[nodiscard]] const Value* find(std::string_view key) const {
    if (const Object* members = asObject()) {
      for (const Member& member : *members) {
        if (member.first == key) return &member.second;
      }
    }
    return nullptr;
  }

  bool operator==(const Value& other) const { return data == other.data; }
};

}  // namespace aftermint
