/** @file The template of the prompt: text with placeholders for blocks from the book. */
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace aftermint::draft {

/** The largest template, in bytes. */
inline constexpr std::size_t kMostTemplateBytes = std::size_t{1} << 20;

/** The placeholders. A template has each at least once, as {{name}} on a line of its own. */
inline constexpr std::array<std::string_view, 11> kBlocks = {"avatar",   "goals",     "voice",      "avoid",
                                                             "product",  "placement", "price_band", "range",
                                                             "existing", "languages", "schema"};

/** The texts of the blocks, in the order of kBlocks. */
using Blocks = std::array<std::string, kBlocks.size()>;

/** A valid template. */
class Template {
 public:
  /**
   * Reads a template. Throws Unusable: `too_large`, or `prompt_template` with each placeholder that is unknown, not
   * closed, not on a line of its own, inside a fenced block, or missing.
   */
  Template(std::string text, const std::string& file);
  Template(const Template&) = delete;  // its lines point into its text
  Template& operator=(const Template&) = delete;

  /** The text with its placeholders replaced. A placeholder within a block is not replaced. */
  [[nodiscard]] std::string fill(const Blocks& blocks) const;

 private:
  struct Line {
    std::string_view text;
    std::size_t block = kBlocks.size();  ///< index in kBlocks, or its size for a line of text
  };
  std::string text_;
  std::vector<Line> lines_;
};

/** The template built into the program: demo/prompts/Upsell.md. */
[[nodiscard]] std::string_view builtInTemplate();

}  // namespace aftermint::draft
