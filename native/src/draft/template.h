/** @file The prompt's template: prose of people, with named placeholders that stand for whole blocks. */
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace aftermint::draft {

/** What a template may be at most, in bytes. */
inline constexpr std::size_t kMostTemplateBytes = std::size_t{1} << 20;

/** What stands in a template as {{name}}, on a line of its own; each of them once or more. */
inline constexpr std::array<std::string_view, 11> kBlocks = {"avatar",   "goals",     "voice",      "avoid",
                                                             "product",  "placement", "price_band", "range",
                                                             "existing", "languages", "schema"};

/** The texts of the blocks, in the order of kBlocks. */
using Blocks = std::array<std::string, kBlocks.size()>;

/** A template that was found good. */
class Template {
 public:
  /**
   * Reads a template. Throws Unusable (`prompt_template`) with every placeholder that is unknown, not closed, not on a
   * line of its own, in a fence, or missing.
   */
  Template(std::string text, const std::string& file);
  Template(const Template&) = delete;  // its lines point into its text
  Template& operator=(const Template&) = delete;

  /** The text with its blocks filled in. It is read once: a placeholder in a block is letters. */
  [[nodiscard]] std::string fill(const Blocks& blocks) const;

 private:
  struct Line {
    std::string_view text;
    std::size_t block = kBlocks.size();  ///< that stands there, or kBlocks.size()
  };
  std::string text_;
  std::vector<Line> lines_;
};

/** The template that the program carries: demo/prompts/Upsell.md. */
[[nodiscard]] std::string_view builtInTemplate();

}  // namespace aftermint::draft
