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

/** The largest text that is accepted. */
struct Limits {
  std::size_t bytes = 64u << 20;     ///< of one text
  std::size_t depth = 32;            ///< how deeply arrays and objects may be nested
  std::size_t products = 1'000'000;  ///< of one book
  std::size_t faults = 50;           ///< decoding stops after this many
};

/** Why a text was refused, and where. */
struct Fault {
  ErrorCode code = ErrorCode::JsonSyntax;
  Text pointer;  ///< a JSON pointer (RFC 6901); empty: the whole text
  Text message;  ///< empty in the page's module, which has no messages
  Text hint;
  std::size_t line = 0, column = 0;  ///< from 1; 0: unknown (in the page's module)
};

/** A decoded value, or the faults for which the text was refused. */
template <class T>
struct Decoded {
  std::optional<T> value;
  List<Fault> faults;
  explicit operator bool() const { return value.has_value(); }
};

[[nodiscard]] Decoded<Book> decodeBook(std::string_view text, const Limits& limits = {});
[[nodiscard]] Decoded<Moment> decodeMoment(std::string_view text, const Limits& limits = {});
/** Not in the page's module, since only a server verifies. */
[[nodiscard]] Decoded<Accept> decodeAccept(std::string_view text, const Limits& limits = {});

/** Finds line and column of every fault that has none, in one pass over the text. Not in the page's module. */
void locateFaults(std::string_view text, List<Fault>& faults);

/** Compact JSON with keys in a fixed order: the same bytes natively and in wasm. */
[[nodiscard]] Text encode(const Decision& decision);
[[nodiscard]] Text encode(const View& view);
/** Not in the page's module. */
[[nodiscard]] std::string encode(const AcceptResult& result);
/** `{"ok":false,"error":{…first…},"errors":[…all…]}`; an empty `file` is left out. */
[[nodiscard]] Text encodeFaults(const List<Fault>& faults, std::string_view file = {});

}  // namespace aftermint
