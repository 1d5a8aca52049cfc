/** @file A JSON value of any shape: visitor attributes and conditions. */
#pragma once

#include <string_view>
#include <variant>

#include "aftermint/memory.h"

namespace aftermint {

struct Value;
struct Member;
using Array = List<Value>;
/** Members in the order of the text; the decoder refuses repeated keys. */
using Object = List<Member>;

/**
 * null, bool, number (an IEEE double, as in most JSON readers), text, array or object. Each `as…` function returns a
 * pointer to the content, or null if the value is of another type.
 */
struct Value {
#if AFTERMINT_PAGE
  constexpr Value() : number_(0) {}
  explicit Value(bool truth) : kind_(Kind::Bool), truth_(truth) {}
  explicit Value(double number) : kind_(Kind::Number), number_(number) {}
  explicit Value(Text text) : kind_(Kind::String), text_(text) {}
  explicit Value(Array elements) : kind_(Kind::Elements), elements_(elements) {}
  explicit Value(Object members) : kind_(Kind::Members), members_(members) {}

  [[nodiscard]] bool isNull() const { return kind_ == Kind::Null; }
  [[nodiscard]] const bool* asBool() const { return kind_ == Kind::Bool ? &truth_ : nullptr; }
  [[nodiscard]] const double* asNumber() const { return kind_ == Kind::Number ? &number_ : nullptr; }
  [[nodiscard]] const Text* asString() const { return kind_ == Kind::String ? &text_ : nullptr; }
  [[nodiscard]] const Array* asArray() const { return kind_ == Kind::Elements ? &elements_ : nullptr; }
  [[nodiscard]] const Object* asObject() const { return kind_ == Kind::Members ? &members_ : nullptr; }
#else
  std::variant<std::monostate, bool, double, Text, Array, Object> data;

  [[nodiscard]] bool isNull() const { return data.index() == 0; }
  [[nodiscard]] const bool* asBool() const { return std::get_if<bool>(&data); }
  [[nodiscard]] const double* asNumber() const { return std::get_if<double>(&data); }
  [[nodiscard]] const Text* asString() const { return std::get_if<Text>(&data); }
  [[nodiscard]] const Array* asArray() const { return std::get_if<Array>(&data); }
  [[nodiscard]] const Object* asObject() const { return std::get_if<Object>(&data); }
#endif

  /** The member of that name; null if there is none or this is not an object. */
  [[nodiscard]] inline const Value* find(std::string_view key) const;
  inline bool operator==(const Value& other) const;

#if AFTERMINT_PAGE
 private:
  // std::variant would cost the page's module 0.4 KB of brotli, and all members are trivially copyable.
  enum class Kind : std::uint8_t { Null, Bool, Number, String, Elements, Members };
  Kind kind_ = Kind::Null;
  union {
    bool truth_;
    double number_;
    Text text_;
    Array elements_;
    Object members_;
  };
#endif
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

#if AFTERMINT_PAGE
bool Value::operator==(const Value& other) const {
  if (kind_ != other.kind_) return false;
  switch (kind_) {
    case Kind::Null:
      return true;
    case Kind::Bool:
      return truth_ == other.truth_;
    case Kind::Number:
      return number_ == other.number_;
    case Kind::String:
      return text_ == other.text_;
    case Kind::Elements:
      return elements_ == other.elements_;
    case Kind::Members:
      return members_ == other.members_;
  }
  return false;
}
#else
bool Value::operator==(const Value& other) const { return data == other.data; }
#endif

}  // namespace aftermint
