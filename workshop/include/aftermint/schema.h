/** @file The published JSON Schemas (draft 2020-12), made from the tables that the decoder reads by. */
#pragma once

#include <string>

namespace aftermint {

/** The JSON Schema of the Book. */
[[nodiscard]] std::string bookSchema();

/** The JSON Schema of the Answer that a prompt asks for. */
[[nodiscard]] std::string answerSchema();

}  // namespace aftermint
