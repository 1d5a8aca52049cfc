/** @file The craft rules as findings on a decoded book. */
#pragma once

#include "aftermint/index.h"

namespace aftermint {

struct Finding {
  FindingCode code = FindingCode::Relevance;
  Severity severity = Severity::Error;
  std::string pointer;  ///< JSON pointer into the book
  std::string message;
  std::string mend;
};

/** Every finding, in the order of the book. An offer with one of severity error is never shown. */
[[nodiscard]] std::vector<Finding> check(const IndexedBook& book);

/** The ids of the offers with a finding of severity error, in the order of the book. */
[[nodiscard]] std::vector<std::string> refusedOffers(const Book& book, const std::vector<Finding>& findings);

}  // namespace aftermint
