/** @file Writes a book as JSON, and reads and writes values of any shape. */
#pragma once

#include "aftermint/codec.h"

namespace aftermint {

/** A book as JSON that `decodeBook` reads as the same book. @param pretty indent by two spaces */
[[nodiscard]] std::string encode(const Book& book, bool pretty = false);

/** The products, offers and experiments of a book as JSON, also if empty; for shards: `{"products":[…],…}`. */
[[nodiscard]] std::string encodeLists(const Book& book);

/** A book as JSON without its products, offers and experiments: the head that all shards share. */
[[nodiscard]] std::string encodeHead(const Book& book);

/** Reads a JSON value of any shape (attributes, conditions). Faults have code `json_syntax`. */
[[nodiscard]] Decoded<Value> decodeValue(std::string_view text, const Limits& limits = {});

/** A value of any shape as JSON: members in their order, numbers in the shortest form that reads back the same. */
[[nodiscard]] std::string encodeFree(const Value& value);

}  // namespace aftermint
