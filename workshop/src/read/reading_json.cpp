/** @file A Reading as JSON. */
#include "aftermint/reading.h"
#include "codec/numbers.h"
#include "codec/writer.h"

namespace aftermint {
namespace {

using codec::Writer;

void number(Writer& out, std::string_view key, double value) { codec::writeNumber(out.key(key), value); }

void number(Writer& out, std::string_view key, const std::optional<double>& value) {
  if (value) {
    number(out, key, *value);
  } else {
    out.key(key).raw("null");
  }
}

// For `optional`, which must know them all.
void write(Writer& out, const Estimate& estimate);
void write(Writer& out, const RateDifference& difference);
void write(Writer& out, const MoneyDifference& difference);
void write(Writer& out, const AdjustedDifference& difference);
void write(Writer& out, const StratifiedDifference& difference);
void write(Writer& out, const AnytimeInterval& interval);
void write(Writer& out, const ChiSquareTest& test);
void write(Writer& out, const Comparison& comparison);
void write(Writer& out, const ArmVerdict& verdict);

template <class T>
void optional(Writer& out, std::string_view key, const std::optional<T>& figure) {
  out.key(key);
  if (figure) {
    write(out, *figure);
  } else {
    out.raw("null");
  }
}

void write(Writer& out, const Estimate& estimate) {
  out.open('{');
  number(out, "value", estimate.value);
  number(out, "low", estimate.low);
  number(out, "high", estimate.high);
  out.close('}');
}

/** Writes what the differences have in common, and leaves the object open. */
template <class T>
void openDifference(Writer& out, const T& difference) {
  out.open('{');
  number(out, "difference", difference.difference);
  number(out, "low", difference.low);
  number(out, "high", difference.high);
  number(out, "p", difference.p);
}

void write(Writer& out, const RateDifference& difference) {
  openDifference(out, difference);
  out.close('}');
}

void write(Writer& out, const MoneyDifference& difference) {
  openDifference(out, difference);
  if (difference.df) number(out, "df", *difference.df);
  optional(out, "relative", difference.relative);
  out.close('}');
}

void write(Writer& out, const AdjustedDifference& difference) {
  openDifference(out, difference);
  number(out, "df", difference.df);
  number(out, "theta", difference.theta);
  number(out, "varianceKept", difference.varianceKept);
  out.close('}');
}

void write(Writer& out, const StratifiedDifference& difference) {
  openDifference(out, difference);
  out.close('}');
}

void write(Writer& out, const AnytimeInterval& interval) {
  out.open('{');
  number(out, "low", interval.low);
  number(out, "high", interval.high);
  number(out, "p", interval.p);
  out.close('}');
}

void write(Writer& out, const ChiSquareTest& test) {
  out.open('{');
  number(out, "chiSquare", test.chiSquare);
  out.field("df", test.df);
  number(out, "p", test.p);
  out.key("alarm").boolean(test.alarm).close('}');
}

/** Writes both figures, and leaves the object open. */
template <class T>
void openBoth(Writer& out, std::string_view key, const GrossAndNet<T>& figures) {
  out.key(key).open('{');
  optional(out, "gross", figures.gross);
  optional(out, "net", figures.net);
}

void write(Writer& out, const Comparison& comparison) {
  out.open('{');
  optional(out, "conversion", comparison.conversion);
  openBoth(out, "aov", comparison.aov);
  out.close('}');
  openBoth(out, "valuePerVisitor", comparison.valuePerVisitor);
  optional(out, "netAdjusted", comparison.netAdjusted);
  if (comparison.netStratified) optional(out, "netStratified", comparison.netStratified);
  out.close('}');
  out.key("anytime").open('{');
  optional(out, "conversion", comparison.anytimeConversion);
  optional(out, "net", comparison.anytimeNet);
  optional(out, "netAdjusted", comparison.anytimeNetAdjusted);
  out.close('}');
  number(out, "pHolm", comparison.pHolm);
  out.close('}');
}

void write(Writer& out, const ArmVerdict& verdict) {
  out.open('{').field("verdict", toString(verdict.verdict)).field("certainty", toString(verdict.certainty));
  out.field("because", verdict.because).field("sure", verdict.sure).field("next", verdict.next);
  out.key("cautions").open('[');
  for (const std::string& caution : verdict.cautions) out.text(caution);
  out.close(']').key("figures").open('[');
  for (const VerdictFigure& figure : verdict.figures) {
    out.open('{').field("figure", figure.figure);
    number(out, "value", figure.value);
    if (figure.low) number(out, "low", figure.low);
    if (figure.high) number(out, "high", figure.high);
    out.close('}');
  }
  out.close(']');
  if (const Benchmark* benchmark = verdict.benchmark) {
    out.key("benchmark").open('{').field("placement", toString(benchmark->placement));
    number(out, "low", benchmark->low);
    number(out, "high", benchmark->high);
    out.field("source", benchmark->source).field("year", std::int64_t{benchmark->year});
    out.key("vendorReported").boolean(benchmark->isVendorReported).close('}');
  }
  out.close('}');
}

void write(Writer& out, const ArmReading& arm) {
  out.open('{').field("name", arm.name);
  optional(out, "takeRate", arm.takeRate);
  if (arm.acceptedUnseen > 0) out.field("acceptedUnseen", arm.acceptedUnseen);
  optional(out, "conversion", arm.conversion);
  openBoth(out, "aov", arm.aov);
  out.close('}');
  openBoth(out, "valuePerVisitor", arm.valuePerVisitor);
  out.close('}');
  optional(out, "versusBaseline", arm.versusBaseline);
  if (arm.verdict) optional(out, "verdict", arm.verdict);
  out.close('}');
}

}  // namespace

std::string encode(const Reading& reading) {
  Writer out;
  out.open('{').key("ok").boolean(true);
  number(out, "alpha", reading.alpha);
  out.key("arms").open('[');
  for (const ArmReading& arm : reading.arms) write(out, arm);
  out.close(']');
  optional(out, "srm", reading.srm);
  if (!reading.carryOver.empty()) {
    out.key("carryOver").open('[');
    for (const CarryOver& each : reading.carryOver) {
      out.open('{').field("experiment", each.experiment);
      optional(out, "test", std::optional(each.test));
      out.close('}');
    }
    out.close(']');
  }
  return out.close('}').take();
}

}  // namespace aftermint
