/**
 * @file Text to structs and back: the core's only door to JSON.
 *
 * Decoding never throws and never aborts. A refused text gives every fault found, in order of the text. In the page's
 * module a decoded value shares the letters of the text it was read from, which must outlive it.
 */
#pragma once

#include "aftermint/decision.h"
#include "aftermint/verify.h"
#include "aftermint/view.h"

namespace aftermint {

/** What a text may be at most. */
struct Limits {
  std::size_t bytes = 64u << 20;     ///< of one text
  std::size_t depth = 32;            ///< of nested arrays and objects
  std::size_t products = 1'000'000;  ///< in one book
  std::size_t faults = 50;           ///< reported; decoding stops there
};

/** Why a text was refused, and where. */
struct Fault {
  ErrorCode code = ErrorCode::JsonSyntax;
  Text pointer;  ///< JSON pointer (RFC 6901); empty: the whole text
  Text message;  ///< empty in the page's module, which does not carry the words
  Text hint;
  std::size_t line = 0, column = 0;  ///< from 1; 0: not located (the page's module)
};

/** A decoded value, or the faults that stood against it. */
template <class T>
struct Decoded {
  std::optional<T> value;
  List<Fault> faults;
  explicit operator bool() const { return value.has_value(); }
};

[[nodiscard]] Decoded<Book> decodeBook(std::string_view text, const Limits& limits = {});
[[nodiscard]] Decoded<Moment> decodeMoment(std::string_view text, const Limits& limits = {});
/** Not in the page's module: only a server verifies. */
[[nodiscard]] Decoded<Accept> decodeAccept(std::string_view text, const Limits& limits = {});

/** Sets line and column of the faults that have none, by their pointers into the text, in one pass. Not in the page's
 * module. */
void locateFaults(std::string_view text, List<Fault>& faults);

/** Compact JSON, keys in a fixed order: equal byte for byte natively and in wasm. */
[[nodiscard]] Text encode(const Decision& decision);
[[nodiscard]] Text encode(const Node& tree);
/** Not in the page's module. */
[[nodiscard]] std::string encode(const AcceptResult& result);
/** `{"ok":false,"error":{…first…},"errors":[…all…]}`; `file` is left out where empty. */
[[nodiscard]] Text encodeFaults(const List<Fault>& faults, std::string_view file = {});

}  // namespace aftermint
