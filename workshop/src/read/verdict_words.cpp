#include "read/verdict_words.h"

#include <algorithm>
#include <cmath>

#include "read/verdict_text.h"

namespace aftermint {
namespace {

std::string quoted(const std::string& name) { return "“" + name + "”"; }

/** How the baseline is called in a sentence. */
std::string baselineName(const VerdictCase& in) {
  return in.context.firstIsHoldout ? "the holdout" : "arm " + quoted(in.first.name);
}

std::string intervalName(const VerdictCase& in) { return roundShareText(1 - in.alpha) + " interval"; }

void addFigure(ArmVerdict& out, std::string name, const Estimate& estimate) {
  out.figures.push_back({std::move(name), estimate.value, estimate.low, estimate.high});
}

/** Conversion of both arms and the interval that holds at every look. */
std::string conversionSentence(const VerdictCase& in, ArmVerdict& out) {
  const auto& conversion = in.comparison.conversion;
  const auto& anytime = in.comparison.anytimeConversion;
  const auto& first = in.reading.arms.front().conversion;
  if (!conversion || !anytime || !first || !in.figures.conversion) return {};
  addFigure(out, "versusBaseline.anytime.conversion", {conversion->difference, anytime->low, anytime->high});
  return "Of the visitors in arm " + quoted(in.arm.name) + " " + shareText(in.figures.conversion->value) +
         " bought, of those in " + baselineName(in) + " " + shareText(first->value) + ": a difference of " +
         fixedText(conversion->difference * 100, 2) + " percentage points (interval for every look: from " +
         fixedText(anytime->low * 100, 2) + " to " + fixedText(anytime->high * 100, 2) + ").";
}

/** The difference of net value, as a share of the baseline's where that is possible. */
std::string netSentence(const VerdictCase& in, ArmVerdict& out, bool isForEveryLook) {
  if (!in.net) return "The visitors' net values do not vary enough to compare them.";
  const NetFigure& net = *in.net;
  const bool anytime = isForEveryLook && net.anytime;
  const double low = anytime ? net.anytime->low : net.low;
  const double high = anytime ? net.anytime->high : net.high;
  const std::string name = net.isAdjusted ? "netAdjusted" : "net";
  const std::string place = (anytime ? "versusBaseline.anytime." : "versusBaseline.valuePerVisitor.") + name;
  addFigure(out, place, {net.difference, low, high});
  const auto& base = in.reading.arms.front().valuePerVisitor.net;
  const std::string by = anytime ? "interval for every look" : intervalName(in);
  const std::string method = net.isAdjusted ? ", adjusted by the order's value at the assignment" : "";
  if (base && base->value > 0) {
    const double share = net.difference / base->value;
    return "Net value per visitor is " + shareText(std::abs(share)) + (share < 0 ? " below" : " above") + " that of " +
           baselineName(in) + " (" + by + ": " + rangeText(low / base->value, high / base->value) + method + ").";
  }
  return "Net value per visitor differs from that of " + baselineName(in) + " by " + fixedText(net.difference, 2) +
         " minor units (" + by + ": from " + fixedText(low, 2) + " to " + fixedText(high, 2) + method + ").";
}

std::string takeRateSentence(const VerdictCase& in, ArmVerdict& out) {
  const auto& rate = in.figures.takeRate;
  if (!rate) return {};
  addFigure(out, "takeRate", *rate);
  std::string text = " Take-rate: " + shareText(rate->value) + " (" + rangeText(rate->low, rate->high) + ")";
  const Benchmark* benchmark = in.benchmark;
  if (benchmark == nullptr) return text + ".";
  out.benchmark = benchmark;
  return text + "; usual " +
         (benchmark->placement == Placement::Checkout ? "for an order bump" : "for one click after payment") + ": " +
         roundShareText(benchmark->low) + " to " + roundShareText(benchmark->high) + " (" +
         std::string(benchmark->source) + ", " + std::to_string(benchmark->year) +
         (benchmark->isVendorReported ? ", vendor-reported)." : ").");
}

std::string ordersSentence(const VerdictCase& in, ArmVerdict& out) {
  const auto own = static_cast<std::int64_t>(in.arm.orders.sum);
  const auto base = static_cast<std::int64_t>(in.first.orders.sum);
  out.figures.push_back({"orders", static_cast<double>(own), {}, {}});
  out.figures.push_back({"baseline.orders", static_cast<double>(base), {}, {}});
  out.figures.push_back({"days", static_cast<double>(in.context.days), {}, {}});
  return "After " + countText(in.context.days, "day") + ", arm " + quoted(in.arm.name) + " has " +
         countText(own, "completed order") + " and " + baselineName(in) + " " + std::to_string(base) +
         ". A judgement needs " + countText(in.context.minOrders, "order") + " in each and " +
         countText(in.context.minDays, "day") + ".";
}

std::string splitSentence(const Counts& counts, const VerdictCase& in, ArmVerdict& out) {
  double weights = 0;
  double visitors = 0;
  for (const ArmCounts& arm : counts.arms) {
    weights += arm.weight;
    visitors += static_cast<double>(arm.visitors);
  }
  std::string text = "The visitors are not spread as intended:";
  for (const ArmCounts& arm : counts.arms) {
    text += (&arm == &counts.arms.front() ? " " : "; ") + std::string("arm ") + quoted(arm.name) + " has " +
            shareText(static_cast<double>(arm.visitors) / visitors) + " of them instead of " +
            shareText(arm.weight / weights);
  }
  out.figures.push_back({"srm.p", in.reading.srm->p, {}, {}});
  return text + ".";
}

std::string reasonOf(const Counts& counts, const VerdictCase& in, ArmVerdict& out) {
  switch (out.verdict) {
    case ReadingVerdict::TooEarly:
      return ordersSentence(in, out);
    case ReadingVerdict::Broken:
      return splitSentence(counts, in, out);
    case ReadingVerdict::Stop:
      if (in.comparison.anytimeConversion && in.comparison.anytimeConversion->high < 0) {
        return conversionSentence(in, out);
      }
      return netSentence(in, out, true);
    default:
      break;
  }
  std::string text = netSentence(in, out, out.certainty == Certainty::EveryLook);
  if (in.reading.arms.size() > 2 && in.net) {
    text += " Corrected for " + countText(static_cast<std::int64_t>(in.reading.arms.size() - 1), "comparison") +
            ", p is " + fixedText(in.netP, 4) + ".";
  }
  return text + takeRateSentence(in, out);
}

std::string certaintyOf(const VerdictCase& in, const ArmVerdict& out) {
  const std::string risk = roundShareText(in.alpha);
  if (out.verdict == ReadingVerdict::Broken) {
    return "Chance alone spreads visitors this unevenly in fewer than 1 of 1,000 comparisons.";
  }
  if (out.verdict == ReadingVerdict::Stop && out.certainty == Certainty::None) {
    return "Not sure: the visitors are not spread as intended, so the loss may come from that. It is safer to act "
           "first.";
  }
  switch (out.certainty) {
    case Certainty::EveryLook:
      return "Sure: the interval holds however often you look. It misses the true difference in at most " + risk +
             " of comparisons.";
    case Certainty::OneLook:
      if (out.verdict == ReadingVerdict::Working || out.verdict == ReadingVerdict::RaiseValue ||
          out.verdict == ReadingVerdict::Replicate) {
        return "Likely: without a real difference, one look at the planned end shows this in at most " + risk +
               " of comparisons, and repeated looks show it more often. The interval for every look does not "
               "confirm it yet.";
      }
      return "The take-rate is surely low: the whole interval lies below. The reason is a suspicion that the next "
             "test must confirm.";
    case Certainty::None:
      break;
  }
  if (out.verdict == ReadingVerdict::TooEarly) return "Not sure at all: with so little data, luck decides.";
  return "Not sure: the figures fit a gain as well as a loss, or are too uncertain to tell which.";
}

/** How many more days it takes to have enough orders, at the present pace; none without a pace. */
std::optional<std::int64_t> daysLeft(const VerdictCase& in) {
  const std::int64_t byDays = std::max<std::int64_t>(in.context.minDays - in.context.days, 0);
  const auto fewest = static_cast<double>(std::min(in.first.orders.sum, in.arm.orders.sum));
  if (in.isLargeEnough()) return byDays;
  if (in.context.days == 0 || fewest == 0) return std::nullopt;
  const double pace = fewest / static_cast<double>(in.context.days);
  const double byOrders = std::ceil((static_cast<double>(in.context.minOrders) - fewest) / pace);
  return std::max(byDays, static_cast<std::int64_t>(byOrders));
}

std::string changeOf(const VerdictCase& in, const ArmVerdict& out) {
  const bool isWeak = in.benchmark != nullptr && in.figures.takeRate && in.figures.takeRate->high < in.benchmark->low;
  switch (out.verdict) {
    case ReadingVerdict::TooEarly: {
      const std::optional<std::int64_t> left = daysLeft(in);
      return "Change nothing and wait" +
             (left ? ": at this pace about " + countText(*left, "more day") + "." : std::string("."));
    }
    case ReadingVerdict::Stop:
      if (in.comparison.anytimeConversion && in.comparison.anytimeConversion->high < 0) {
        return "Take the offer out now. Then test it at a placement after the payment, where it cannot delay the "
               "purchase.";
      }
      return "Take the offer out now. Look at what came back and why, then test a different product.";
    case ReadingVerdict::Broken:
      return "Find out why, in this order: did the weights change while it ran; are bots in one arm; do the pages of "
             "one arm fail or redirect before they send the assignment; does a cache serve one arm to everybody? Then "
             "start again with a new seed.";
    case ReadingVerdict::RelevanceOrFraming:
      return "Test another headline that says what the offer improves about the purchase. If that changes nothing, "
             "test a product that is needed within a day of the purchase. Look at friction last.";
    case ReadingVerdict::Friction:
      return in.context.placement == Placement::PostPurchase
                 ? "Test a shorter way: one click, no page to load, nothing to enter."
                 : "Test the same offer with one click after payment, where nothing has to be entered again.";
    case ReadingVerdict::PriceOrFraming:
      return "Test a lower price, 10 to 30 % of the order. If that changes nothing, test a benefit in fewer words.";
    case ReadingVerdict::Working:
      return isWeak ? "Keep it. Few take it, so test another headline against this one."
                    : "Keep it. Test one change against it: another headline.";
    case ReadingVerdict::RaiseValue:
      return "Keep it. Test a more valuable product or a larger size against it.";
    case ReadingVerdict::Replicate:
      return "Keep it. Test an offer of the same kind for another product.";
    case ReadingVerdict::Undecided:
      break;
  }
  if (in.net && in.net->difference < 0 && in.netP < in.alpha) {
    return "At a single look it loses value. Wait for the interval for every look, and give it to no further products.";
  }
  return "Test a larger change: another product moves more than another headline. `aftermint plan` says how many "
         "visitors the difference you hope for needs.";
}

void addCautions(const VerdictCase& in, ArmVerdict& out) {
  if (in.context.immatureShare > 0) {
    out.cautions.push_back("Returns are not complete: " + shareText(in.context.immatureShare) +
                           " of the orders are so young that they may still come back. Net value may fall.");
  }
  if (!in.context.firstIsHoldout) {
    out.cautions.push_back("The comparison is with arm " + quoted(in.first.name) +
                           ", not with visitors who saw no offer.");
  }
  if (in.figures.acceptedUnseen > 0) {
    out.cautions.push_back(std::string("There are more accepts than exposures (") +
                           std::to_string(in.figures.acceptedUnseen) +
                           " more): exposures were lost, so there is no take-rate.");
  }
  for (const CarryOver& each : in.reading.carryOver) {
    if (!each.test.alarm) continue;
    out.cautions.push_back("Visitors of the earlier experiment " + quoted(each.experiment) +
                           " are spread unevenly over the arms: its effect may be part of the difference.");
  }
  if (in.isBroken && out.verdict == ReadingVerdict::Stop) {
    out.cautions.push_back("The visitors are not spread as intended. Find out why before you read other figures.");
  }
}

}  // namespace

void describe(const Counts& counts, const VerdictCase& in, ArmVerdict& out) {
  out.because = reasonOf(counts, in, out);
  out.sure = certaintyOf(in, out);
  out.next = changeOf(in, out);
  addCautions(in, out);
}

}  // namespace aftermint
