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
struct Member;
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
  [[nodiscard]] const Value* find(std::string_view key) const;

  bool operator==(const Value& other) const;
};

/** A named value of an object; a struct, since clang 14 cannot see through a std::pair that holds what holds it. */
struct Member {
  std::string first;
  Value second;

  Member() = default;
  Member(std::string name, Value value) : first(std::move(name)), second(std::move(value)) {}
  bool operator==(const Member&) const = default;
};

inline const Value* Value::find(std::string_view key) const {
  if (const Object* members = asObject()) {
    for (const Member& member : *members) {
      if (member.first == key) return &member.second;
    }
  }
  return nullptr;
}

inline bool Value::operator==(const Value& other) const { return data == other.data; }

}  // namespace aftermint
