#include "report/headline.h"

#include <optional>
#include <utility>

namespace aftermint::report {
namespace {

Headline headlineOf(const HeadlineContext& context, Tone tone, std::string says) {
  Headline headline;
  headline.group = context.id;
  headline.title = context.title;
  headline.tone = tone;
  headline.says = std::move(says);
  return headline;
}

Headline noComparison(const HeadlineContext& context) {
  Headline headline =
      headlineOf(context, Tone::Wait, "No comparison is possible: everybody counted here was offered it.");
  headline.why.push_back("What the offer changes can only be seen against visitors who were offered nothing.");
  headline.next = "Set `holdout` in the book, so that a small share of the visitors sees no offers.";
  return headline;
}

Tone toneOf(ReadingVerdict verdict) {
  switch (verdict) {
    case ReadingVerdict::Stop:
    case ReadingVerdict::Broken:
      return Tone::Bad;
    case ReadingVerdict::RelevanceOrFraming:
    case ReadingVerdict::Friction:
    case ReadingVerdict::PriceOrFraming:
      return Tone::Change;
    case ReadingVerdict::Working:
    case ReadingVerdict::RaiseValue:
    case ReadingVerdict::Replicate:
      return Tone::Good;
    case ReadingVerdict::TooEarly:
    case ReadingVerdict::Undecided:
      break;
  }
  return Tone::Wait;
}

std::string sentenceOf(ReadingVerdict verdict) {
  switch (verdict) {
    case ReadingVerdict::TooEarly:
      break;
    case ReadingVerdict::Stop:
      return "Stop this offer: it does harm.";
    case ReadingVerdict::Broken:
      return "The comparison is broken. Do not trust its figures.";
    case ReadingVerdict::RelevanceOrFraming:
      return "Few take it: it does not fit, or does not say what it improves.";
    case ReadingVerdict::Friction:
      return "It takes too many steps to accept.";
    case ReadingVerdict::PriceOrFraming:
      return "Few tick it: its price is high beside the order, or its benefit is unclear.";
    case ReadingVerdict::Working:
      return "It works.";
    case ReadingVerdict::RaiseValue:
      return "It works, and a more valuable offer is worth a test.";
    case ReadingVerdict::Replicate:
      return "It fits very well. Make more offers like it.";
    case ReadingVerdict::Undecided:
      return "No difference in value is proven.";
  }
  return "Too early to say.";
}

/** The headline of an arm. */
Headline compared(const ReportGroup& group, std::size_t at, const HeadlineContext& context) {
  HeadlineContext arm = context;
  if (group.arms.size() > 2) arm.title += ", arm “" + group.arms[at].counts.name + "”";
  const std::optional<ArmVerdict>& verdict = group.reading.arms[at].verdict;
  if (!verdict) return headlineOf(arm, Tone::Wait, "Too few visitors for a comparison.");
  Headline headline = headlineOf(arm, toneOf(verdict->verdict), sentenceOf(verdict->verdict));
  for (const std::string& line : {verdict->because, verdict->sure}) {
    if (!line.empty()) headline.why.push_back(line);
  }
  headline.why.insert(headline.why.end(), verdict->cautions.begin(), verdict->cautions.end());
  headline.next = verdict->next;
  return headline;
}

}  // namespace

std::vector<Headline> headlinesOf(const ReportGroup& group, const HeadlineContext& context) {
  if (group.week) return {};  // a week alone is no experiment
  if (group.arms.size() < 2) return {noComparison(context)};
  std::vector<Headline> headlines;
  for (std::size_t at = 1; at < group.arms.size(); ++at) headlines.push_back(compared(group, at, context));
  return headlines;
}

}  // namespace aftermint::report
