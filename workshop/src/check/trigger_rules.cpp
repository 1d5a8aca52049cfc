/** @file Rules on triggers that no product has, and on schedules that have ended. */
#include <algorithm>

#include "aftermint/time.h"
#include "check/attribute.h"
#include "check/findings.h"
#include "faults/near.h"

namespace aftermint {
namespace {

/** Reports names in `for` that no product of the book has. */
void checkNames(const List<Text>& names, const Vocabulary::Values& known, std::string_view what, std::string_view under,
                Findings& findings) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::vector<std::string_view> words;
    for (const Value& value : known) words.push_back(*value.asString());
    if (std::find(words.begin(), words.end(), names[i]) != words.end()) continue;
    const std::string_view near = codec::nearestOf(names[i], words);
    findings.add(
        FindingCode::TriggerUnknown, Severity::Warning, std::string(under) + "/" + std::to_string(i),
        "No product in the book has the " + std::string(what) + " “" + names[i] + "”, so no purchase matches it.",
        near.empty() ? "Correct it, or add it to the products that should lead to this offer."
                     : "Did you mean `" + std::string(near) + "`? Capital and small letters differ.");
  }
}

}  // namespace

void checkTriggers(const Vocabulary& vocabulary, const Offer& offer, std::optional<Millis> now, Findings& findings) {
  checkNames(offer.triggers.categories, vocabulary.categories, "category", "/for/categories", findings);
  checkNames(offer.triggers.tags, vocabulary.tags, "tag", "/for/tags", findings);
  if (now && offer.schedule && offer.schedule->until && *offer.schedule->until <= *now) {
    findings.add(FindingCode::ConditionSense, Severity::Warning, "/schedule/until",
                 "The offer ended on " + writeTime(*offer.schedule->until) + " and is no longer shown.",
                 "Set a later end, or remove the offer.");
  }
}

}  // namespace aftermint
