/** @file Why a text is refused. `faults/` makes the messages; the page's module has only codes (page/faults.cpp). */
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
  Pointed,  ///< money written with a point or an exponent
  OutOfRange,
  BadForm,
  UnknownCode,
  Length,
  Count,
  NotHere,
  KeyNotLocale,
};

/** What is known about a fault where it is found. */
struct Found {
  Why why = Why::Syntax;
  const Field* field = nullptr;  ///< the field, if known
  Kind kind = Kind::Text;        ///< the expected kind
  const Shape* shape = nullptr;  ///< of the object that contains it
  std::string_view got;          ///< the text, key or number that was found
  std::string_view currency{};   ///< of Pointed: the currency that came before it in the text, if any
};

/** Fills `message` and `hint`. */
void explain(Fault& fault, const Found& found);

/** Explains the syntax error of a text that is not JSON, where the cause is known. */
void explainSyntax(std::string_view text, Fault& fault);

/**
 * Sets line and column (from 1, columns in code points) of each fault that has none: where the value of its pointer
 * begins; for a missing key, where the object begins; for a syntax error, byte `brokenAt`.
 */
void locate(std::string_view text, std::size_t brokenAt, List<Fault>& faults);

/** Appends a fault of code `book_reference` for each repeated id, unknown id, and pair of values that contradict. */
void checkLinks(const Book& book, const Limits& limits, List<Fault>& faults);

}  // namespace aftermint::codec
