/** @file Reports of `aftermint draft`: the drafts of an answer as text, as JSON and as a patch. */
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "book/load.h"
#include "draft/draft.h"
#include "draft/find_answer.h"
#include "json.h"

namespace aftermint::cli {

/** The drafts of an answer, and what is needed to report them. */
struct DraftOutcome {
  const LoadedBook& book;
  std::string_view file;  ///< the name of the answer's file
  const draft::FoundAnswer& found;
  draft::Asked asked;
  std::vector<draft::Drafted> drafts;
};

/** Findings as JSON, with line and column in the text that was read. */
[[nodiscard]] Json findingsJson(const std::vector<draft::DraftFinding>& findings, const draft::FoundAnswer& found);

/** Findings as text, one per line, with line and column in the text that was read. */
[[nodiscard]] std::string findingsText(const std::vector<draft::DraftFinding>& findings,
                                       const draft::FoundAnswer& found, std::string_view file);

/** A JSON Patch (RFC 6902) that adds the drafts that passed, and the experiments on their other headlines. */
[[nodiscard]] Json draftPatch(const DraftOutcome& outcome);

/** The report as JSON. */
[[nodiscard]] Json draftJson(const DraftOutcome& outcome);

/** The report on one draft as lines of text. */
[[nodiscard]] std::string draftText(const draft::Drafted& drafted, const DraftOutcome& outcome);

}  // namespace aftermint::cli
