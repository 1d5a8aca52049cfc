/**
 * @file JSON to structs and back. The core reads and writes JSON nowhere else.
 *
 * Decoding never throws and never aborts. For a refused text it returns every fault, in the order of the text. In the
 * page's module, a decoded value points into the text that it was read from, so the text must outlive it.
 */
#pragma once

#include "aftermint/decision.h"
#include "aftermint/verify.h"
#include "aftermint/view.h"

namespace aftermint {

/** Limits of a text. A text beyond them is refused with `too_large` or `too_deep`. */
struct Limits {
  std::size_t bytes = 64u << 20;     ///< of one text
  std::size_t depth = 32;            ///< how deeply arrays and objects may be nested
  std::size_t products = 1'000'000;  ///< of one book
  std::size_t faults = 50;           ///< decoding stops after this many
};

/** Why a text was refused, and where. */
struct Fault {
  ErrorCode code = ErrorCode::JsonSyntax;
  Text pointer;                      ///< a JSON pointer (RFC 6901); empty: the whole text
  Text message;                      ///< what is wrong, in English; empty in the page's module, which has no messages
  Text hint;                         ///< what to do, in English; empty in the page's module
  std::size_t line = 0, column = 0;  ///< from 1; 0: unknown (in the page's module)
};

/** A decoded value, or the faults for which the text was refused: exactly one of the two is there. */
template <class T>
struct Decoded {
  std::optional<T> value;
  List<Fault> faults;
  explicit operator bool() const { return value.has_value(); }
};

/**
 * Reads a Book (docs/formats.md). Faults have code `json_syntax`, `book_schema`, `too_large` or `too_deep`, and outside
 * of the page's module also `book_reference`: repeated ids, ids that lead nowhere, numbers that contradict each other.
 */
[[nodiscard]] Decoded<Book> decodeBook(std::string_view text, const Limits& limits = {});
/** Reads a Moment. Faults have code `json_syntax`, `moment_schema`, `too_large` or `too_deep`. */
[[nodiscard]] Decoded<Moment> decodeMoment(std::string_view text, const Limits& limits = {});
/** Reads an Accept; as `decodeMoment`, with `accept_schema`. Not in the page's module, since only a server verifies. */
[[nodiscard]] Decoded<Accept> decodeAccept(std::string_view text, const Limits& limits = {});

/** Finds line and column of every fault that has none, in one pass over the text. Not in the page's module. */
void locateFaults(std::string_view text, List<Fault>& faults);

/** A decision as compact JSON with keys in a fixed order: the same bytes natively and in wasm. */
[[nodiscard]] Text encode(const Decision& decision);
/** A view as compact JSON (docs/formats.md, View). */
[[nodiscard]] Text encode(const View& view);
/** A verdict as compact JSON. Not in the page's module. */
[[nodiscard]] std::string encode(const AcceptResult& result);
/**
 * `{"ok":false,"error":{…first…},"errors":[…all…]}`; without faults `error` is null. An empty `file` is left out.
 */
[[nodiscard]] Text encodeFaults(const List<Fault>& faults, std::string_view file = {});

}  // namespace aftermint
