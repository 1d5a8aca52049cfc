/** @file The parser, and what it does with each kind of value. */
#include "codec/reader.h"

#include <cmath>
#include <utility>

#include "aftermint/currency.h"
#include "aftermint/language.h"
#include "aftermint/text.h"
#include "aftermint/time.h"
#include "codec/scalars.h"

namespace aftermint::codec {
namespace {

/// A larger free object is surely a mistake. The limit also bounds the search for repeated keys.
constexpr std::size_t kMaxFreeMembers = 256;
constexpr std::size_t kMaxFreeElements = 10'000;
constexpr double kMaxExact = 9007199254740992.0;  // 2^53

bool isWithin(std::int64_t number, const Range& range) { return number >= range.min && number <= range.max; }

#if !AFTERMINT_PAGE
/** A whole number of at most 38 digits, which 128 bits can hold; none for other numbers. */
__extension__ std::optional<__int128> exactOf(std::string_view token) {
  constexpr std::size_t kMostDigits = 38;
  const bool isNegative = token.starts_with('-');
  if (isNegative) token.remove_prefix(1);
  if (token.size() > kMostDigits) return std::nullopt;
  __extension__ __int128 whole = 0;
  for (const char c : token) {
    if (!isDigit(c)) return std::nullopt;
    whole = whole * 10 + (c - '0');
  }
  return isNegative ? -whole : whole;
}
#endif

}  // namespace

void Reader::writePointer(const Frame* frame, Scratch& out) {
  if (frame == nullptr) return;
  writePointer(frame->above, out);
  if (frame->keyed) {
    appendPointer(out, frame->key);
  } else if ((frame->open == Open::List || frame->open == Open::FreeArray) && frame->count > 0) {
    out += '/';
    appendDigits(out, frame->count - 1);
  }
}

bool Reader::fault(Why why, [[maybe_unused]] const Target& target, [[maybe_unused]] std::string_view got) {
  Fault& fault = faults_.emplace_back();
  fault.code = why == Why::Syntax     ? ErrorCode::JsonSyntax
               : why == Why::TooDeep  ? ErrorCode::TooDeep
               : why == Why::TooLarge ? ErrorCode::TooLarge
                                      : code_;
  Scratch pointer;
  writePointer(top_, pointer);
  fault.pointer = keep(std::move(pointer));
#if AFTERMINT_PAGE
  return false;
#else
  const Shape* in = top_ == nullptr ? shape_ : top_->shape;
  explain(fault, Found{why, target.field, target.kind, in, got, currency_});
  return why != Why::Syntax && why != Why::TooDeep && faults_.size() < limits_.faults;
#endif
}

bool Reader::syntax() {
#if AFTERMINT_PAGE
  return fault(Why::Syntax);
#else
  const Broken broken = in_.broken();
  brokenAt_ = broken.at;
  return fault(Why::Syntax, {}, broken.letters);
#endif
}

/** A character that is not allowed here. */
bool Reader::unexpected() {
#if !AFTERMINT_PAGE
  in_.passToken();
#endif
  return syntax();
}

/** The text that was read last. */
Text Reader::letters() const { return in_.isShared() ? share(in_.text()) : Text(in_.text()); }

Target Reader::next() {
  if (top_ == nullptr) return {shape_ != nullptr ? Kind::Record : Kind::Free, nullptr, target_};
  Frame& top = *top_;
  switch (top.open) {
    case Open::Record:
      if (top.field == nullptr || isPassedOver(*top.field)) return {};
      return {top.field->kind, top.field, slotIn(*top.field, top.target)};
    case Open::List:
    case Open::Map: {
      if (static_cast<std::int64_t>(top.count++) >= rangeOf(*top.field).max) return {};  // counted, reported at the end
      void* element = appendTo(*top.field, top.target, top.key);
      if (element == nullptr) fault(Why::RepeatedKey, {}, top.key);
      return {top.field->item, top.field, element};
    }
    case Open::FreeArray: {
      auto& elements = const_cast<Array&>(*static_cast<Value*>(top.target)->asArray());
      if (top.count++ >= kMaxFreeElements) return {};
      return {Kind::Free, nullptr, &elements.emplace_back()};
    }
    case Open::FreeObject: {
      auto& members = const_cast<Object&>(*static_cast<Value*>(top.target)->asObject());
      if (top.count > kMaxFreeMembers) return {};
      members.push_back(Member{share(top.key), Value{}});  // libc++ 14 does not emplace aggregates
      return {Kind::Free, nullptr, &members.back().second};
    }
    case Open::Skip:
      break;
  }
  return {};
}

void Reader::read(std::string_view whole) {
  in_ = Scanner(whole);
  if (value() && (in_.next() != '\0' || !in_.isAtEnd())) unexpected();
}

/** Whether the value is null for an optional key of a moment: hosts write a missing value as null. */
bool Reader::isAbsent() const {
#if AFTERMINT_PAGE
  const bool lenient = code_ == ErrorCode::MomentSchema;
#else
  const bool lenient = code_ == ErrorCode::MomentSchema || code_ == ErrorCode::AcceptSchema;
#endif
  return lenient && top_ != nullptr && top_->open == Open::Record && top_->field != nullptr && !top_->field->required;
}

bool Reader::value() {
  const char first = in_.next();
  switch (first) {
    case '{':
    case '[':
      return container(first == '[', next());
    case '"': {
      if (!in_.string()) return syntax();
      const Target target = next();
      return target.slot == nullptr || text(target);
    }
    case 't':
    case 'f':
    case 'n': {
      if (!in_.literal(first == 't' ? "true" : first == 'f' ? "false" : "null")) return syntax();
      if (first == 'n' && isAbsent()) return true;
      const Target target = next();
      if (target.slot == nullptr) return true;
      if (first != 'n' && target.kind == Kind::Boolean) {
        *static_cast<bool*>(target.slot) = first == 't';
        return true;
      }
      if (target.kind != Kind::Free) return fault(Why::WrongType, target);
      if (first != 'n') *static_cast<Value*>(target.slot) = Value{first == 't'};
      return true;
    }
    default:
      break;
  }
  if (first != '-' && (first < '0' || first > '9')) return unexpected();
  double read = 0;
  if (!in_.number(read)) return syntax();
  if (!std::isfinite(read)) {
#if !AFTERMINT_PAGE
    in_.back();
#endif
    return syntax();
  }
  const Target target = next();
  return target.slot == nullptr || number(read, target);
}

bool Reader::number(double value, const Target& target) {
  if (target.kind == Kind::Free) {
    *static_cast<Value*>(target.slot) = Value{value};
    return true;
  }
#if !AFTERMINT_PAGE
  if (target.kind == Kind::Real) {
    const Range range = rangeOf(*target.field);
    if (value < static_cast<double>(range.min) || value > static_cast<double>(range.max)) {
      return fault(Why::OutOfRange, target);
    }
    *static_cast<double*>(target.slot) = value;
    return true;
  }
  if (target.kind == Kind::Exact) {
    __extension__ using Whole = __int128;
    const std::optional<Whole> whole = exactOf(in_.token());
    if (!whole || *whole < rangeOf(*target.field).min) {
      return fault(in_.isPlain() ? Why::OutOfRange : Why::Fractional, target);
    }
    *static_cast<Whole*>(target.slot) = *whole;
    return true;
  }
#endif
  if (target.kind != Kind::Integer && target.kind != Kind::Money) return fault(Why::WrongType, target);
  // People write 45.00 for 4,500 minor units, but its value is 45.
  if (target.kind == Kind::Money && !in_.isPlain()) {
#if AFTERMINT_PAGE
    return fault(Why::Pointed);
#else
    return fault(Why::Pointed, target, in_.token());
#endif
  }
  // Every range ends below 2^53, so a number that a double cannot represent is out of range. For counts, 5.0 and 5e2
  // are whole numbers, as in JSON Schema.
  if (value < -kMaxExact || value > kMaxExact) return fault(Why::OutOfRange, target);
  const auto whole = static_cast<std::int64_t>(value);
  if (static_cast<double>(whole) != value) return fault(Why::Fractional, target);
  if (!isWithin(whole, rangeOf(*target.field))) return fault(Why::OutOfRange, target);
  *static_cast<std::int64_t*>(target.slot) = whole;
  return true;
}

bool Reader::text(const Target& target) {
  const std::string_view value = in_.text();
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
#if !AFTERMINT_PAGE
      if (good) currency_ = value;
#endif
      break;
    case Kind::Text: {
      // The min and max of a List count its elements; texts in lists have a fixed limit.
      const bool element = target.field->kind == Kind::List;
      const Range range = element ? kShortText : rangeOf(*target.field);
      auto length = static_cast<std::int64_t>(value.size());
      // A code point has one to four bytes, so most texts need not be counted.
      if (length > range.max || length < range.min * 4) length = static_cast<std::int64_t>(codePoints(value));
      if (!isWithin(length, range)) return fault(Why::Length, target, value);
      break;
    }
    case Kind::Code:
      if (const std::optional<std::uint8_t> word = codeIn(*target.field, value)) {
        *static_cast<std::uint8_t*>(target.slot) = *word;
        return true;
      }
      return fault(Why::UnknownCode, target, value);
    case Kind::Time:
      if (const std::optional<std::int64_t> time = readTime(value)) {
        *static_cast<std::int64_t*>(target.slot) = *time;
        return true;
      }
      return fault(Why::BadForm, target, value);
    case Kind::Free:
      *static_cast<Value*>(target.slot) = Value{letters()};
      return true;
    default:
      return fault(Why::WrongType, target);
  }
  if (!good) return fault(Why::BadForm, target, value);
  *static_cast<Text*>(target.slot) = letters();
  return true;
}

bool Reader::container(bool isArray, const Target& target) {
  Frame frame{top_, top_ == nullptr ? 1 : top_->depth + 1};
  frame.target = target.slot;
  if (target.slot != nullptr) {
    if (target.kind == (isArray ? Kind::List : Kind::Map)) {
      frame.open = isArray ? Open::List : Open::Map;
      frame.field = target.field;
    } else if (target.kind == Kind::Free || (!isArray && target.kind == Kind::FreeObject)) {
      frame.open = isArray ? Open::FreeArray : Open::FreeObject;
      Value& value = *static_cast<Value*>(target.slot);
      value = isArray ? Value{Array{}} : Value{Object{}};
    } else if (!isArray && target.kind == Kind::Record) {
      frame.open = Open::Record;
      frame.shape = target.field != nullptr ? shapeIn(*target.field) : shape_;
#if AFTERMINT_PAGE
      frame.keys = frame.shape->keys;
#endif
    } else if (!fault(Why::WrongType, target)) {
      return false;
    }
  }
  if (frame.depth > limits_.depth) return fault(Why::TooDeep);
  top_ = &frame;
  return members(frame, isArray) && close(frame);
}

/** Reads the members or elements, and the closing bracket. */
bool Reader::members(Frame& frame, bool isArray) {
  const char closing = isArray ? ']' : '}';
  in_.skip();
  char at = in_.next();
  while (at != closing) {
    if (!isArray) {
      if (at != '"') return unexpected();
      if (!in_.string()) return syntax();
      if (!key(frame)) return false;
      if (in_.next() != ':') return unexpected();
      in_.skip();
    }
    if (!value()) return false;
    at = in_.next();
    if (at == closing) break;
    if (at != ',') return unexpected();
    in_.skip();
    at = in_.next();
    if (at == closing) return unexpected();
  }
  in_.skip();
  return true;
}

/** Keeps the key that was just read while its value is being read. */
void Reader::keepKey(Frame& frame) {
  frame.key = in_.text();
  if (in_.isShared()) return;
  frame.unescapedKey = Text(frame.key);
  frame.key = frame.unescapedKey;
}

bool Reader::key(Frame& frame) {
  const std::string_view name = in_.text();
  frame.keyed = true;
  if (frame.open != Open::Record) keepKey(frame);
  switch (frame.open) {
    case Open::Record: {
      frame.field = nullptr;
      const std::span<const Field> fields = frame.shape->fields;
      // Most texts have their keys in the order of the Shape, so the search begins after the previous key.
      std::size_t i = frame.count;
      for (std::size_t left = fields.size(); left > 0; --left, ++i) {
#if AFTERMINT_PAGE
        if (i >= fields.size()) i = 0, frame.keys = frame.shape->keys;
        const std::string_view known(frame.keys, fields[i].keySize);
        frame.keys += known.size();
#else
        if (i >= fields.size()) i = 0;
        const std::string_view known = fields[i].key;
#endif
        if (known != name) continue;
        frame.count = i + 1;
        const std::uint64_t bit = std::uint64_t{1} << i;
        if ((frame.seen & bit) == 0) {
          frame.field = &fields[i];
          frame.key = known;
          frame.seen |= bit;
          return true;
        }
        keepKey(frame);
        return fault(Why::RepeatedKey, {fields[i].kind, &fields[i], nullptr}, name);
      }
      keepKey(frame);
      return fault(Why::UnknownKey, {}, name);
    }
    case Open::Map:
      return isLocale(name) || fault(Why::KeyNotLocale, {}, name);
    case Open::FreeObject: {
      ++frame.count;
      if (frame.count > kMaxFreeMembers) return frame.count == kMaxFreeMembers + 1 ? fault(Why::TooLarge) : true;
      // Most keys differ in length or last character, so most need no search among the others.
      const auto last = static_cast<unsigned>(name.empty() ? 0 : name.back());
      const std::uint64_t bit = std::uint64_t{1} << ((name.size() * 5 + last) & 63);
      if ((frame.seen & bit) != 0 && static_cast<const Value*>(frame.target)->find(name) != nullptr) {
        return fault(Why::RepeatedKey, {}, name);
      }
      frame.seen |= bit;
      return true;
    }
    default:
      return true;
  }
}

void Reader::checkRecord(const Frame& frame) {
  const Shape& shape = *frame.shape;
  const auto has = [&frame](std::size_t place) { return (frame.seen >> place & 1) != 0; };
  const auto tell = [&](Why why, std::size_t place) {
    fault(why, {shape.fields[place].kind, &shape.fields[place], nullptr});
  };
  for (std::size_t i = 0; i < shape.fields.size(); ++i) {
    if (shape.fields[i].required && !has(i)) tell(Why::MissingKey, i);
  }
  for (const Only& only : shape.only) {
    const std::size_t by = shape.placeOf(only.by);
    if (!has(by)) continue;  // reported above
    const std::size_t place = shape.placeOf(only.field);
    const bool wanted = *static_cast<const std::uint8_t*>(slotIn(shape.fields[by], frame.target)) == only.code;
    if (wanted != has(place)) tell(wanted ? Why::MissingKey : Why::NotHere, place);
  }
}

bool Reader::close(Frame& frame) {
  // The faults below are about the whole array or object, not about its last element or member.
  const std::size_t count = std::exchange(frame.count, 0);
  frame.keyed = false;
  if (frame.open == Open::Record) {
    checkRecord(frame);
  } else if (frame.open == Open::List || frame.open == Open::Map) {
    if (!isWithin(static_cast<std::int64_t>(count), rangeOf(*frame.field))) {
      fault(Why::Count, {frame.field->kind, frame.field, nullptr});
    }
  } else if (frame.open == Open::FreeArray && count > kMaxFreeElements) {
    fault(Why::TooLarge);
  }
  top_ = frame.above;
  return faults_.size() < limits_.faults;
}

}  // namespace aftermint::codec
