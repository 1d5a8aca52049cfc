/** @file The prompt for a language model, filled in from the book. */
#pragma once

#include <string>
#include <vector>

#include "draft/offerable_products.h"
#include "draft/template.h"

namespace aftermint::draft {

/** What a prompt is for. */
struct PromptOptions {
  const Product* bought = nullptr;  ///< of the book
  Placement placement = Placement::Checkout;
  std::vector<std::string> locales;  ///< the languages to write in; those of the book's offers where empty
  std::size_t others = 40;           ///< products listed beside those with a declared tie
};

/** What the book does not say and a good answer needs. */
struct MissingInput {
  std::string message;
  std::string hint;
};

struct Prompt {
  std::string text;
  std::vector<std::string> locales;
  std::vector<MissingInput> missing;
  std::size_t listed = 0;   ///< products of the range
  std::size_t leftOut = 0;  ///< that could be offered and are not listed
};

/** The language tag that the book's own language has in its offers: `en` or `en-GB`, by what they use. */
[[nodiscard]] std::string ownLocale(const Book& book);

/** The book's own language, and each that at least half of its offers are written in; at most eight. */
[[nodiscard]] std::vector<std::string> localesOf(const Book& book);

/**
 * Fills in the template.
 *
 * Every text of the book stands as JSON in a fenced block, from which it cannot break out (safe_json.h). What the book
 * missing is said in its place in plain words.
 */
[[nodiscard]] Prompt makePrompt(const IndexedBook& book, const PromptOptions& options, const Template& layout);

}  // namespace aftermint::draft
