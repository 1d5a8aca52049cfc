/** @file The published JSON Schemas (draft 2020-12), generated from the decoder's tables. */
#pragma once

#include <string>

namespace aftermint {

/** The JSON Schema of the Book. */
[[nodiscard]] std::string bookSchema();

/** The JSON Schema of the Answer that a language model gives to a prompt. */
[[nodiscard]] std::string answerSchema();

}  // namespace aftermint
