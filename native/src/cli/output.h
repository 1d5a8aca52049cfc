/** @file What a command says: results on standard output, messages on standard error, and its exit. */
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "aftermint/check.h"
#include "aftermint/codec.h"
#include "unusable.h"

namespace aftermint::cli {

inline constexpr int kGood = 0;      ///< the command did what it says
inline constexpr int kBad = 1;       ///< findings of severity error, or a bad verdict
inline constexpr int kUnusable = 2;  ///< input that cannot be used, also a wrong call

/** Writes to standard output, ending with a newline where the text lacks one. */
void print(std::string_view text);

/** Writes a message to standard error, ending with a newline where the text lacks one. */
void printMessage(std::string_view text);

/** What is said of a place in a file. */
struct Message {
  std::string_view file;
  std::size_t line = 0, column = 0;  ///< from 1; 0: of the whole file
  std::string_view severity, code, pointer, message, hint;
};

/** `FILE:LINE:COLUMN SEVERITY CODE at POINTER: MESSAGE Mend: MEND` and a newline, without the parts that are empty. */
[[nodiscard]] std::string messageLine(const Message& message);

/** `book.json:12:9 error book_schema at /offers/0/price: … Mend: …`, one line for each fault. */
[[nodiscard]] std::string faultLines(const Unusable& unusable);

/** The same for findings; with the book's text they get their line and column. Notes of one code share a line. */
[[nodiscard]] std::string findingLines(const std::vector<Finding>& findings, std::string_view file,
                                       std::string_view text);

/** Tells of an input that cannot be used: as one JSON value on standard output, or for people. Returns kUnusable. */
int refuse(const Unusable& unusable, bool json);

/** `2 products, 1 offer; 0 errors, 3 warnings, 1 note.`: a book and what was found in it. */
[[nodiscard]] std::string tally(const Book& book, const std::vector<Finding>& findings);

/** kBad where a finding is of severity error, else kGood. */
[[nodiscard]] int exitOf(const std::vector<Finding>& findings);

/** "1 product", "2 products". */
[[nodiscard]] std::string counted(std::size_t count, std::string_view one, std::string_view many = {});

}  // namespace aftermint::cli
