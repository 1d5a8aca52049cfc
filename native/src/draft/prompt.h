/** @file Writes the prompt for a language model from the book. */
#pragma once

#include <string>
#include <vector>

#include "draft/offerable_products.h"
#include "draft/template.h"

namespace aftermint::draft {

/** What the prompt asks for. */
struct PromptOptions {
  const Product* bought = nullptr;  ///< of the book
  Placement placement = Placement::Checkout;
  std::vector<std::string> locales;  ///< the languages to write in; if empty, those of the book's offers
  std::size_t others = 40;           ///< the most products to list without a declared relation
};

/** Something that a good answer needs and the book does not say. */
struct MissingInput {
  std::string message;
  std::string hint;
};

/** The prompt, and what a person should know before using it. */
struct Prompt {
  std::string text;
  std::vector<std::string> locales;
  std::vector<MissingInput> missing;
  std::size_t listed = 0;   ///< products that the prompt lists
  std::size_t leftOut = 0;  ///< products that could be offered but are not listed
};

/** The tag of the book's own language, in the form that its offers use most: `en` or `en-GB`. */
[[nodiscard]] std::string ownLocale(const Book& book);

/** The book's own language, and the languages of at least half of its offers; at most eight. */
[[nodiscard]] std::vector<std::string> localesOf(const Book& book);

/**
 * Fills in the template.
 *
 * Texts of the book are JSON in fenced blocks, which they cannot break out of (safe_json.h). Where the book lacks
 * something, the prompt says so.
 */
[[nodiscard]] Prompt makePrompt(const IndexedBook& book, const PromptOptions& options, const Template& layout);

}  // namespace aftermint::draft
