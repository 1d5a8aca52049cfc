/** @file Why a text is refused. Messages are made in `faults/`; the page's module answers with codes (page/faults.cpp).
 */
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
  UnknownCode,
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

/** Fills `message` and `hint`. */
void explain(Fault& fault, const Found& found);

/** Says of a text that is not JSON what it is instead, where that is known. */
void explainSyntax(std::string_view text, Fault& fault);

/**
 * Sets line and column (from 1, columns in code points) of each fault that has none: where the value its
 * pointer names begins; for a missing key the object it is missing from; for broken syntax byte `brokenAt`.
 */
void locate(std::string_view text, std::size_t brokenAt, List<Fault>& faults);

/** Appends a fault of code `book_reference` for each id that repeats or dangles and each pair that does not fit. */
void checkLinks(const Book& book, const Limits& limits, List<Fault>& faults);

}  // namespace aftermint::codec
