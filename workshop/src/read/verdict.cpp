/** @file Which verdict the figures of an arm give. */
#include <algorithm>

#include "read/figures.h"
#include "read/verdict_words.h"

namespace aftermint {
namespace {

/** The comparison of net value that a verdict rests on: adjusted where that is possible. */
std::optional<NetFigure> netFigureOf(const Comparison& comparison) {
  if (const auto& adjusted = comparison.netAdjusted) {
    return NetFigure{adjusted->difference, adjusted->low, adjusted->high,
                     adjusted->p,          true,          comparison.anytimeNetAdjusted};
  }
  const auto& raw = comparison.valuePerVisitor.net;
  if (!raw) return std::nullopt;
  return NetFigure{raw->difference, raw->low, raw->high, raw->p, false, comparison.anytimeNet};
}

/** The p of the net figures of all arms, corrected for their number; that of arm `at`. */
double correctedP(const Reading& reading, std::size_t at) {
  std::vector<double> all;
  std::size_t own = 0;
  for (std::size_t i = 1; i < reading.arms.size(); ++i) {
    const std::optional<NetFigure> net = netFigureOf(*reading.arms[i].versusBaseline);
    if (!net) continue;
    if (i == at) own = all.size();
    all.push_back(net->p);
  }
  return holm(all)[own];
}

bool isBelowZero(const std::optional<AnytimeInterval>& interval) { return interval && interval->high < 0; }

/** What a proven gain suggests to do next, by the take-rate. */
ReadingVerdict ofGain(const VerdictCase& in) {
  const auto& rate = in.figures.takeRate;
  if (in.benchmark == nullptr || !rate) return ReadingVerdict::Working;
  if (rate->low > in.benchmark->replicate) return ReadingVerdict::Replicate;
  if (in.benchmark->raise && rate->low > *in.benchmark->raise) return ReadingVerdict::RaiseValue;
  return ReadingVerdict::Working;
}

/** What a take-rate below the usual one suggests, if nothing is gained. */
ReadingVerdict withoutGain(const VerdictCase& in) {
  const auto& rate = in.figures.takeRate;
  if (in.benchmark == nullptr || !rate) return ReadingVerdict::Undecided;
  if (in.context.placement == Placement::Checkout) {
    return rate->high < in.benchmark->goodFrom ? ReadingVerdict::PriceOrFraming : ReadingVerdict::Undecided;
  }
  const bool isLink = in.context.placement != Placement::PostPurchase;
  if (rate->high < in.benchmark->low) return isLink ? ReadingVerdict::Friction : ReadingVerdict::RelevanceOrFraming;
  return !isLink && rate->high < in.benchmark->goodFrom ? ReadingVerdict::Friction : ReadingVerdict::Undecided;
}

/** A link after payment has no benchmark of its own: it is compared with one click at that moment. */
const Benchmark* benchmarkFor(const ReadingContext& context) {
  if (!context.placement) return nullptr;
  const bool isLink = context.placement == Placement::ThankYou || context.placement == Placement::Email;
  return benchmarkOf(isLink ? Placement::PostPurchase : *context.placement);
}

/** Decides, in the order of what is worse to miss. */
void decide(const VerdictCase& in, ArmVerdict& out) {
  const Comparison& comparison = in.comparison;
  if (isBelowZero(comparison.anytimeConversion) || (!in.isBroken && in.net && isBelowZero(in.net->anytime))) {
    out.verdict = ReadingVerdict::Stop;
    out.certainty = in.isBroken ? Certainty::None : Certainty::EveryLook;
    return;
  }
  if (in.isBroken) {
    // 0.001 is far below the usual 0.05, so the alarm holds for daily looks over a few years.
    out.verdict = ReadingVerdict::Broken;
    out.certainty = Certainty::OneLook;
    return;
  }
  if (!in.isLargeEnough() || !in.isLongEnough()) {
    out.verdict = ReadingVerdict::TooEarly;
    return;
  }
  if (in.net && in.net->difference > 0 && in.netP < in.alpha) {
    out.verdict = ofGain(in);
    const auto arms = static_cast<double>(in.reading.arms.size() - 1);
    const bool isAnytime = in.net->anytime && in.net->anytime->low > 0 && in.net->anytime->p * arms < in.alpha;
    out.certainty = isAnytime ? Certainty::EveryLook : Certainty::OneLook;
    return;
  }
  out.verdict = withoutGain(in);
  out.certainty = out.verdict == ReadingVerdict::Undecided ? Certainty::None : Certainty::OneLook;
}

}  // namespace

bool VerdictCase::isLargeEnough() const {
  return std::min(first.orders.sum, arm.orders.sum) >= static_cast<Exact>(context.minOrders);
}

bool VerdictCase::isLongEnough() const { return context.days >= context.minDays; }

ArmVerdict verdictOf(const Counts& counts, const Reading& reading, std::size_t at) {
  const ReadingContext& context = *counts.context;
  const Comparison& comparison = *reading.arms[at].versusBaseline;
  VerdictCase in{counts.alpha, reading, counts.arms.front(),    counts.arms[at], reading.arms[at],
                 comparison,   context, netFigureOf(comparison)};
  in.isBroken = reading.srm && reading.srm->alarm;
  if (in.net) in.netP = correctedP(reading, at);
  in.benchmark = benchmarkFor(context);
  ArmVerdict out;
  decide(in, out);
  describe(counts, in, out);
  return out;
}

}  // namespace aftermint
