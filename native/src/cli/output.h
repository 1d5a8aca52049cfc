/** @file Output of commands: results on standard output, messages on standard error, and exit codes. */
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "aftermint/check.h"
#include "aftermint/codec.h"
#include "unusable.h"

namespace aftermint::cli {

inline constexpr int kGood = 0;      ///< success
inline constexpr int kBad = 1;       ///< findings of severity error, or a bad verdict
inline constexpr int kUnusable = 2;  ///< an input cannot be used, or the call is wrong

/** Writes a result to standard output. Adds a newline if the text does not end with one. */
void print(std::string_view text);

/** Writes a message to standard error. Adds a newline if the text does not end with one. */
void printMessage(std::string_view text);

/** A message about a place in a file. */
struct Message {
  std::string_view file;
  std::size_t line = 0, column = 0;  ///< from 1; 0 for the whole file
  std::string_view severity, code, pointer, message, hint;
};

/** `FILE:LINE:COLUMN SEVERITY CODE at POINTER: MESSAGE Hint: HINT` and a newline, without parts that are empty. */
[[nodiscard]] std::string messageLine(const Message& message);

/** One line for each fault: `book.json:12:9 error book_schema at /offers/0/price: … Hint: …`. */
[[nodiscard]] std::string faultLines(const Unusable& unusable);

/**
 * One line for each finding, with line and column in the text of the book. Findings of severity info with the same code
 * share one line.
 */
[[nodiscard]] std::string findingLines(const std::vector<Finding>& findings, std::string_view file,
                                       std::string_view text);

/** Reports an unusable input: as one JSON value on standard output, or as messages. Returns kUnusable. */
int refuse(const Unusable& unusable, bool json);

/** Counts of a book and its findings: `2 products, 1 offer; 0 errors, 3 warnings, 1 note.` */
[[nodiscard]] std::string tally(const Book& book, const std::vector<Finding>& findings);

/** kBad if a finding has severity error, otherwise kGood. */
[[nodiscard]] int exitOf(const std::vector<Finding>& findings);

/** A count with its noun: "1 product", "2 products". `many` is the plural; by default `one` with an "s". */
[[nodiscard]] std::string counted(std::size_t count, std::string_view one, std::string_view many = {});

}  // namespace aftermint::cli
