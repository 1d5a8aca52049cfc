#include "codec/reader.h"

#include <cmath>
#include <utility>

#include "codec/scalars.h"

namespace aftermint::codec {
namespace {

/// An object of free shape beyond this is no attribute set but a mistake; it also bounds the search for repeats.
constexpr std::size_t kMaxFreeMembers = 256;
constexpr std::size_t kMaxFreeElements = 10'000;
constexpr double kMaxExact = 9007199254740992.0;  // 2^53

}  // namespace

void appendPointer(Scratch& pointer, std::string_view key) {
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

#if AFTERMINT_PAGE
void* appendTo(const Field& field, void* list, std::string_view key) {
  AnyList& elements = *static_cast<AnyList*>(list);
  if (field.kind == Kind::Map) {
    // The only Map is that of copy, by locale.
    List<Copy>& copies = *static_cast<List<Copy>*>(list);
    for (const Copy& copy : copies) {
      if (copy.locale == key) return nullptr;
    }
    Copy& copy = copies.emplace_back();
    copy.locale = key;
    return &copy;
  }
  return elements.addCopy(field.blank, field.blankSize);
}
#endif

Reader::Reader(const Shape* shape, void* target, ErrorCode code, const Limits& limits, List<Fault>& faults)
    : shape_(shape), target_(target), code_(code), limits_(limits), faults_(faults) {
  frames_.reserve(16);
}

Text Reader::pointer() const {
  Scratch out;
  for (const Frame& frame : frames_) {
    if (frame.keyed) {
      appendPointer(
          out, frame.field != nullptr && frame.open == Open::Record ? frame.field->key : std::string_view(frame.key));
    } else if ((frame.open == Open::List || frame.open == Open::FreeArray) && frame.count > 0) {
      out += '/';
      appendDigits(out, frame.count - 1);
    }
  }
  return keep(std::move(out));
}

bool Reader::fault(Why why, [[maybe_unused]] const Target& target, [[maybe_unused]] std::string_view got) {
  Fault& fault = faults_.emplace_back();
  fault.code = why == Why::Syntax     ? ErrorCode::JsonSyntax
               : why == Why::TooDeep  ? ErrorCode::TooDeep
               : why == Why::TooLarge ? ErrorCode::TooLarge
                                      : code_;
  fault.pointer = pointer();
#if AFTERMINT_PAGE
  return false;  // a page tells the first alone
#else
  const Shape* in = frames_.empty() ? shape_ : frames_.back().shape;
  explain(fault, Found{why, target.field, target.kind, in, got});
  return why != Why::Syntax && why != Why::TooDeep && faults_.size() < limits_.faults;
#endif
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
      members.push_back(Member{top.key, Value{}});  // libc++ 14 does not emplace aggregates
      return {Kind::Free, nullptr, &members.back().second};
    }
    case Open::Skip:
      break;
  }
  return {};
}

void Reader::read(std::string_view whole) {
  Lexer lexer{LexerInput(whole)};
  lexer_ = &lexer;
  Token token = lexer.scan();
  for (;;) {
    // A value begins with `token`.
    const std::size_t depth = frames_.size();
    if (token == Token::value_float && !std::isfinite(lexer.get_number_float())) return syntax(lexer);
    switch (token) {
      case Token::end_array:
      case Token::end_object:
      case Token::name_separator:
      case Token::value_separator:
      case Token::parse_error:
      case Token::end_of_input:
        return syntax(lexer);
      default:
        break;
    }
    if (!value(token)) return;
    // Behind it: what closes is closed, and the next value of what is still open is found.
    bool isFirst = frames_.size() > depth;
    for (;; isFirst = false) {
      token = lexer.scan();
      if (frames_.empty()) {
        // The lexer takes a zero for the end, wherever it stands.
        if (token != Token::end_of_input || lexer.get_position().chars_read_total <= whole.size()) syntax(lexer);
        return;
      }
      if (token != (frames_.back().array ? Token::end_array : Token::end_object)) break;
      if (!close()) return;
    }
    if (!isFirst) {
      if (token != Token::value_separator) return syntax(lexer);
      token = lexer.scan();
    }
    if (frames_.back().array) continue;
    if (token != Token::value_string) return syntax(lexer);
    if (!key()) return;
    if (lexer.scan() != Token::name_separator) return syntax(lexer);
    token = lexer.scan();
  }
}

void Reader::syntax(Lexer& lexer) {
  brokenAt_ = lexer.get_position().chars_read_total;
  if (brokenAt_ == 0) brokenAt_ = 1;
#if AFTERMINT_PAGE
  fault(Why::Syntax);
#else
  fault(Why::Syntax, {}, lexer.get_token_string());
#endif
}

bool Reader::value(Token token) {
  const Target target = next();
  if (token == Token::begin_array || token == Token::begin_object) return open(token == Token::begin_array, target);
  if (target.slot == nullptr) return true;
  const bool isTrue = token == Token::literal_true;
  switch (token) {
    case Token::value_string:
      return text(target);
    case Token::literal_null:
      break;
    case Token::literal_true:
    case Token::literal_false:
      if (target.kind == Kind::Boolean) {
        *static_cast<bool*>(target.slot) = isTrue;
        return true;
      }
      if (target.kind == Kind::Free) *static_cast<Value*>(target.slot) = Value{isTrue};
      break;
    default:
      return number(token, target);
  }
  return target.kind == Kind::Free || fault(Why::WrongType, target);
}

bool Reader::number(Token token, const Target& target) {
  const double value = token == Token::value_float     ? lexer_->get_number_float()
                       : token == Token::value_integer ? static_cast<double>(lexer_->get_number_integer())
                                                       : static_cast<double>(lexer_->get_number_unsigned());
  if (target.kind == Kind::Free) {
    *static_cast<Value*>(target.slot) = Value{value};
    return true;
  }
  if (target.kind != Kind::Integer) return fault(Why::WrongType, target);
  // Every range ends below 2^53, so what a double cannot hold is out of it. 5.0 and 5e2 are whole numbers, to JSON
  // Schema as to us.
  if (value < -kMaxExact || value > kMaxExact) return fault(Why::OutOfRange, target);
  const auto whole = static_cast<std::int64_t>(value);
  if (static_cast<double>(whole) != value) return fault(Why::Fractional, target);
  if (whole < target.field->min || whole > target.field->max) return fault(Why::OutOfRange, target);
  *static_cast<std::int64_t*>(target.slot) = whole;
  return true;
}

bool Reader::text(const Target& target) {
  const std::string_view value = lexer_->get_string().view();
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
    case Kind::Text: {
      // A List's own min and max count its elements; its texts are short.
      const bool element = target.field->kind == Kind::List;
      const auto length = static_cast<std::int64_t>(codePoints(value));
      const Range range = element ? kShortText : Range{target.field->min, target.field->max};
      if (length < range.min || length > range.max) return fault(Why::Length, target, value);
      break;
    }
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
    case Kind::Free:
      *static_cast<Value*>(target.slot) = Value{Text(value)};
      return true;
    default:
      return fault(Why::WrongType, target);
  }
  if (!good) return fault(Why::BadForm, target, value);
  *static_cast<Text*>(target.slot) = Text(value);
  return true;
}

bool Reader::open(bool array, const Target& target) {
  Frame frame{Open::Skip, array};
  frame.target = target.slot;
  if (target.slot != nullptr) {
    if (target.kind == (array ? Kind::List : Kind::Map)) {
      frame.open = array ? Open::List : Open::Map;
      frame.field = target.field;
    } else if (target.kind == Kind::Free || (!array && target.kind == Kind::FreeObject)) {
      frame.open = array ? Open::FreeArray : Open::FreeObject;
      Value& value = *static_cast<Value*>(target.slot);
      value = array ? Value{Array{}} : Value{Object{}};
    } else if (!array && target.kind == Kind::Record) {
      frame.open = Open::Record;
      frame.shape = target.field != nullptr ? target.field->shape : shape_;
    } else if (!fault(Why::WrongType, target)) {
      return false;
    }
  }
  if (frames_.size() >= limits_.depth) return fault(Why::TooDeep);
  frames_.push_back(frame);
  return true;
}

bool Reader::key() {
  const std::string_view name = lexer_->get_string().view();
  Frame& top = frames_.back();
  top.keyed = true;
  if (top.open != Open::Record) top.key = Text(name);
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
        top.key = Text(name);
        return go;
      }
      top.key = Text(name);
      return fault(Why::UnknownKey, {}, name);
    }
    case Open::Map:
      return isLocale(name) || fault(Why::KeyNotLocale, {}, name);
    case Open::FreeObject: {
      const Object& members = *static_cast<const Value*>(top.target)->asObject();
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

bool Reader::close() {
  Frame& top = frames_.back();
  // Faults are about what closes, not about its last member or element.
  const std::size_t count = std::exchange(top.count, 0);
  top.keyed = false;
  if (top.open == Open::Record) {
    checkRecord(top);
  } else if (top.open == Open::List || top.open == Open::Map) {
    const auto elements = static_cast<std::int64_t>(count);
    if (elements < top.field->min || elements > top.field->max)
      fault(Why::Count, {top.field->kind, top.field, nullptr});
  } else if (top.open == Open::FreeArray && count > kMaxFreeElements) {
    fault(Why::TooLarge);
  }
  frames_.pop_back();
#if AFTERMINT_PAGE
  return faults_.empty();
#else
  return faults_.size() < limits_.faults;
#endif
}

}  // namespace aftermint::codec
