/** @file Why a text is refused; the words for people are made in fault_text.cpp and left out of the page's module. */
#pragma once

#include "aftermint/codec.h"
#include "codec/shape.h"
#include "memory/scratch.h"

namespace aftermint::codec {

enum class Why : std::uint8_t {
  Syntax,
  TooLarge,
  TooDeep,
  UnknownKey,
  RepeatedKey,
  MissingKey,
  WrongType,
  Fractional,
  Pointed,  ///< money with a point or an exponent
  OutOfRange,
  BadForm,
  UnknownWord,
  Length,
  Count,
  NotHere,
  KeyNotLocale,
};

/** What is known where a fault is found. */
struct Found {
  Why why = Why::Syntax;
  const Field* field = nullptr;  ///< the field it is about, if one is known
  Kind kind = Kind::Text;        ///< what was wanted
  const Shape* shape = nullptr;  ///< the object it stands in
  std::string_view got;          ///< the text, key or number that stands there
  std::string_view currency{};   ///< of Pointed: the currency that was named before it, if one was
};

#if !AFTERMINT_PAGE
/** Fills `message` and `mend`. */
void explain(Fault& fault, const Found& found);
#endif

/** Appends a key to a JSON pointer, escaped by RFC 6901. */
void appendPointer(Scratch& pointer, std::string_view key);

}  // namespace aftermint::codec
