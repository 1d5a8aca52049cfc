/** @file A book back to JSON, and a value of free shape both ways. */
#pragma once

#include "aftermint/codec.h"

namespace aftermint {

/** A book as JSON that `decodeBook` accepts and that decodes to the same book; two spaces of indent where `pretty`. */
[[nodiscard]] std::string encode(const Book& book, bool pretty = false);

/** Only the lists that grow with a book, each present even if empty: `{"products":[…],"offers":[…],…}`. */
[[nodiscard]] std::string encodeLists(const Book& book);

/** A book without these lists. */
[[nodiscard]] std::string encodeHead(const Book& book);

/** Reads a JSON value of free shape (attributes, conditions). */
[[nodiscard]] Decoded<Value> decodeValue(std::string_view text, const Limits& limits = {});

/** A value of free shape as JSON. */
[[nodiscard]] std::string encodeFree(const Value& value);

}  // namespace aftermint
