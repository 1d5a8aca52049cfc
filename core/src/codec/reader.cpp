#include "codec/reader.h"

#include "codec/scalars.h"

namespace aftermint::codec {
namespace {

/// An object of free shape beyond this is no attribute set but a mistake; it also bounds the search for repeats.
constexpr std::size_t kMaxFreeMembers = 256;
constexpr std::size_t kMaxFreeElements = 10'000;
constexpr double kMaxExact = 9007199254740992.0;  // 2^53

}  // namespace

void appendPointer(std::string& pointer, std::string_view key) {
  pointer += '/';
  for (const char c : key) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
}

Reader::Reader(const Shape* shape, void* target, ErrorCode code, const Limits& limits, List<Fault>& faults)
    : shape_(shape), target_(target), code_(code), limits_(limits), faults_(faults) {
  frames_.reserve(16);
}

std::string Reader::pointer() const {
  std::string out;
  for (const Frame& frame : frames_) {
    if (frame.keyed) {
      appendPointer(out, frame.field != nullptr && frame.open == Open::Record ? frame.field->key : std::string_view(frame.key));
    } else if ((frame.open == Open::List || frame.open == Open::FreeArray) && frame.count > 0) {
      appendPointer(out, std::to_string(frame.count - 1));
    }
  }
  return out;
}

bool Reader::fault(Why why, [[maybe_unused]] const Target& target, [[maybe_unused]] std::string_view got) {
  Fault& fault = faults_.emplace_back();
  fault.code = why == Why::Syntax     ? ErrorCode::JsonSyntax
               : why == Why::TooDeep  ? ErrorCode::TooDeep
               : why == Why::TooLarge ? ErrorCode::TooLarge
                                      : code_;
  fault.pointer = pointer();
#if !AFTERMINT_PAGE
  const Shape* in = frames_.empty() ? shape_ : frames_.back().shape;
  explain(fault, Found{why, target.field, target.kind, in, got});
#endif
  return why != Why::Syntax && why != Why::TooDeep && faults_.size() < limits_.faults;
}

Target Reader::next() {
  if (frames_.empty()) return {shape_ != nullptr ? Kind::Record : Kind::Free, nullptr, target_};
  Frame& top = frames_.back();
  switch (top.open) {
    case Open::Record:
      if (top.field == nullptr) return {};
      return {top.field->kind, top.field, top.field->slot(top.target)};
    case Open::List:
    case Open::Map: {
      if (static_cast<std::int64_t>(top.count++) >= top.field->max) return {};  // counted, told at the end
      void* element = top.field->append(top.target, top.key);
      if (element == nullptr) fault(Why::RepeatedKey, {}, top.key);
      return {top.field->item, top.field, element};
    }
    case Open::FreeArray: {
      Array& elements = *static_cast<Array*>(top.target);
      if (top.count++ >= kMaxFreeElements) return {};
      return {Kind::Free, nullptr, &elements.emplace_back()};
    }
    case Open::FreeObject: {
      Object& members = *static_cast<Object*>(top.target);
      if (top.count > kMaxFreeMembers) return {};
      return {Kind::Free, nullptr, &members.emplace_back(top.key, Value{}).second};
    }
    case Open::Skip:
      break;
  }
  return {};
}

template <class T>
bool Reader::free(const Target& target, T&& value) {
  if (target.slot == nullptr) return true;
  if (target.kind == Kind::Free) {
    static_cast<Value*>(target.slot)->data = std::forward<T>(value);
    return true;
  }
  return fault(Why::WrongType, target);
}

bool Reader::null() { return free(next(), std::monostate{}); }

bool Reader::boolean(bool value) {
  const Target target = next();
  if (target.slot != nullptr && target.kind == Kind::Boolean) {
    *static_cast<bool*>(target.slot) = value;
    return true;
  }
  return free(target, value);
}

bool Reader::integer(std::int64_t value, bool inRange) {
  const Target target = next();
  if (target.slot == nullptr || target.kind != Kind::Integer) return free(target, static_cast<double>(value));
  if (!inRange || value < target.field->min || value > target.field->max) return fault(Why::OutOfRange, target);
  *static_cast<std::int64_t*>(target.slot) = value;
  return true;
}

bool Reader::number_integer(std::int64_t value) { return integer(value, true); }

bool Reader::number_unsigned(std::uint64_t value) {
  if (value <= static_cast<std::uint64_t>(INT64_MAX)) return integer(static_cast<std::int64_t>(value), true);
  return number_float(static_cast<double>(value), {});
}

bool Reader::number_float(double value, const std::string&) {
  const Target target = next();
  if (target.slot == nullptr || target.kind != Kind::Integer) return free(target, value);
  // 5.0 and 5e2 are whole numbers, to JSON Schema as to us.
  if (value < -kMaxExact || value > kMaxExact) return fault(Why::OutOfRange, target);
  const auto whole = static_cast<std::int64_t>(value);
  if (static_cast<double>(whole) != value) return fault(Why::Fractional, target);
  if (whole < target.field->min || whole > target.field->max) return fault(Why::OutOfRange, target);
  *static_cast<std::int64_t*>(target.slot) = whole;
  return true;
}

bool Reader::checkText(const Target& target, std::string& value) {
  bool good = true;
  switch (target.kind) {
    case Kind::Id:
      good = isId(value);
      break;
    case Kind::Url:
      good = isUrl(value);
      break;
    case Kind::Locale:
      good = isLocale(value);
      break;
    case Kind::Currency:
      good = isCurrency(value);
      break;
    default: {
      // A List's own min and max count its elements; its texts are short.
      const bool element = target.field->kind == Kind::List;
      const auto length = static_cast<std::int64_t>(codePoints(value));
      const Range range = element ? kShortText : Range{target.field->min, target.field->max};
      if (length < range.min || length > range.max) return fault(Why::Length, target, value);
    }
  }
  if (!good) return fault(Why::BadForm, target, value);
  *static_cast<Text*>(target.slot) = std::move(value);
  return true;
}

bool Reader::string(std::string& value) {
  const Target target = next();
  if (target.slot == nullptr) return true;
  switch (target.kind) {
    case Kind::Text:
    case Kind::Id:
    case Kind::Url:
    case Kind::Locale:
    case Kind::Currency:
      return checkText(target, value);
    case Kind::Word:
      for (std::size_t i = 0; i < target.field->words.size(); ++i) {
        if (target.field->words[i] == value) {
          *static_cast<std::uint8_t*>(target.slot) = static_cast<std::uint8_t>(i);
          return true;
        }
      }
      return fault(Why::UnknownWord, target, value);
    case Kind::Time:
      if (const std::optional<std::int64_t> time = parseTime(value)) {
        *static_cast<std::int64_t*>(target.slot) = *time;
        return true;
      }
      return fault(Why::BadForm, target, value);
    default:
      return free(target, Text(std::move(value)));
  }
}

bool Reader::binary(nlohmann::json::binary_t&) { return true; }  // not in JSON text

bool Reader::push(Open open, const Shape* shape, const Field* field, void* target) {
  if (frames_.size() >= limits_.depth) return fault(Why::TooDeep);
  frames_.push_back(Frame{open, shape, field, target});
  return true;
}

bool Reader::start_object(std::size_t) {
  const Target target = next();
  if (target.slot != nullptr) {
    switch (target.kind) {
      case Kind::Record:
        return push(Open::Record, target.field != nullptr ? target.field->shape : shape_, nullptr, target.slot);
      case Kind::Map:
        return push(Open::Map, nullptr, target.field, target.slot);
      case Kind::Free:
      case Kind::FreeObject:
        return push(Open::FreeObject, nullptr, nullptr,
                    &static_cast<Value*>(target.slot)->data.emplace<Object>());
      default:
        if (!fault(Why::WrongType, target)) return false;
    }
  }
  return push(Open::Skip, nullptr, nullptr, nullptr);
}

bool Reader::key(std::string& name) {
  Frame& top = frames_.back();
  top.keyed = true;
  if (top.open != Open::Record) top.key = name;
  switch (top.open) {
    case Open::Record: {
      top.field = nullptr;
      const std::span<const Field> fields = top.shape->fields;
      for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].key != name) continue;
        const std::uint64_t bit = std::uint64_t{1} << i;
        top.field = &fields[i];
        if ((top.seen & bit) == 0) {
          top.seen |= bit;
          return true;
        }
        const bool go = fault(Why::RepeatedKey, {top.field->kind, top.field, nullptr}, name);
        top.field = nullptr;
        top.key = name;
        return go;
      }
      top.key = name;
      return fault(Why::UnknownKey, {}, name);
    }
    case Open::Map:
      return isLocale(name) || fault(Why::KeyNotLocale, {}, name);
    case Open::FreeObject: {
      const Object& members = *static_cast<const Object*>(top.target);
      ++top.count;
      if (top.count > kMaxFreeMembers) return top.count == kMaxFreeMembers + 1 ? fault(Why::TooLarge) : true;
      for (const Member& member : members) {
        if (member.first == name) return fault(Why::RepeatedKey, {}, name);
      }
      return true;
    }
    default:
      return true;
  }
}

void Reader::checkRecord(const Frame& frame) {
  const auto has = [&frame](std::string_view key) {
    for (std::size_t i = 0; i < frame.shape->fields.size(); ++i) {
      if (frame.shape->fields[i].key == key) return (frame.seen >> i & 1) != 0;
    }
    return false;
  };
  for (const Field& field : frame.shape->fields) {
    if (field.required && !has(field.key)) fault(Why::MissingKey, {field.kind, &field, nullptr});
  }
  for (const Only& only : frame.shape->only) {
    if (!has(only.by)) continue;  // that it is missing was said above
    for (const Field& field : frame.shape->fields) {
      if (field.key != only.by) continue;
      const bool wanted = *static_cast<const std::uint8_t*>(field.slot(frame.target)) == only.word;
      for (const Field& other : frame.shape->fields) {
        if (other.key != only.field || wanted == has(other.key)) continue;
        fault(wanted ? Why::MissingKey : Why::NotHere, {other.kind, &other, nullptr});
      }
    }
  }
}

bool Reader::end_object() {
  Frame& top = frames_.back();
  if (top.open == Open::Record) {
    top.keyed = false;
    checkRecord(top);
  } else if (top.open == Open::Map) {
    const auto count = static_cast<std::int64_t>(top.count);
    if (count < top.field->min || count > top.field->max) {
      const Target target{Kind::Map, top.field, nullptr};
      top.keyed = false;
      fault(Why::Count, target);
    }
  }
  frames_.pop_back();
  return faults_.size() < limits_.faults;
}

bool Reader::start_array(std::size_t) {
  const Target target = next();
  if (target.slot != nullptr) {
    if (target.kind == Kind::List) return push(Open::List, nullptr, target.field, target.slot);
    if (target.kind == Kind::Free) {
      return push(Open::FreeArray, nullptr, nullptr, &static_cast<Value*>(target.slot)->data.emplace<Array>());
    }
    if (!fault(Why::WrongType, target)) return false;
  }
  return push(Open::Skip, nullptr, nullptr, nullptr);
}

bool Reader::end_array() {
  Frame& top = frames_.back();
  if (top.open == Open::List) {
    const auto count = static_cast<std::int64_t>(top.count);
    if (count < top.field->min || count > top.field->max) {
      const Target target{Kind::List, top.field, nullptr};
      top.count = 0;
      fault(Why::Count, target);
    }
  } else if (top.open == Open::FreeArray && top.count > kMaxFreeElements) {
    top.count = 0;
    fault(Why::TooLarge);
  }
  frames_.pop_back();
  return faults_.size() < limits_.faults;
}

bool Reader::parse_error(std::size_t position, const std::string& lastToken, const nlohmann::json::exception&) {
  brokenAt_ = position == 0 ? 1 : position;
  fault(Why::Syntax, {}, lastToken);
  return false;
}

}  // namespace aftermint::codec
