/** @file Counts as JSON, and back. */
#include "aftermint/reading.h"
#include "codec/decode.h"
#include "codec/faults.h"
#include "codec/numbers.h"
#include "codec/writer.h"
#include "memory/scratch.h"

namespace aftermint {
namespace codec {
namespace {

constexpr Range kAnySum{-1'000'000'000'000'000'000, 0};
constexpr Range kNaturalSum{0, 0};
constexpr Range kVisitors{0, 1'000'000'000'000};

template <class Owner, auto M>
void* slotOfOwner(void* owner) {
  return &(static_cast<Owner*>(owner)->*M);
}

/** `one` for a member that `Owner` has from its base. */
template <class Owner, auto M>
constexpr Entry inherited(std::string_view key, Kind kind, Range range = {0, 0}, const Shape* shape = nullptr) {
  Entry entry = one<M>(key, kMust, kind, "", range, shape);
  entry.slot = slotOfOwner<Owner, M>;
  return entry;
}

constexpr std::array kMomentsFields{
    one<&Moments::sum>("sum", kMust, Kind::Exact, "", kAnySum),
    one<&Moments::sumSq>("sumSq", kMust, Kind::Exact, "", kNaturalSum),
};
constexpr Shape kMomentsShape = shapeOf<Moments, kMomentsFields>("sums");

constexpr std::array kMoneyMomentsFields{
    one<&MoneyMoments::sum>("sum", kMust, Kind::Exact, "", kAnySum),
    one<&MoneyMoments::sumSq>("sumSq", kMust, Kind::Exact, "", kNaturalSum),
    one<&MoneyMoments::withOrders>("withOrders", kMust, Kind::Exact, "", kAnySum),
    one<&MoneyMoments::withBefore>("withBefore", kMust, Kind::Exact, "", kAnySum),
};
constexpr Shape kMoneyMomentsShape = shapeOf<MoneyMoments, kMoneyMomentsFields>("sums of money");

/** The keys of UnitCounts, after those of `more`. */
template <class Owner, std::size_t N>
constexpr std::array<Entry, N + 8> withUnitFields(const std::array<Entry, N>& more) {
  const std::array<Entry, 8> own{
      inherited<Owner, &UnitCounts::visitors>("visitors", Kind::Integer, kVisitors),
      inherited<Owner, &UnitCounts::buyers>("buyers", Kind::Integer, kVisitors),
      inherited<Owner, &UnitCounts::exposed>("exposed", Kind::Integer, kVisitors),
      inherited<Owner, &UnitCounts::accepts>("accepts", Kind::Integer, kVisitors),
      inherited<Owner, &UnitCounts::orders>("orders", Kind::Record, {}, &kMomentsShape),
      inherited<Owner, &UnitCounts::before>("before", Kind::Record, {}, &kMomentsShape),
      inherited<Owner, &UnitCounts::gross>("gross", Kind::Record, {}, &kMoneyMomentsShape),
      inherited<Owner, &UnitCounts::net>("net", Kind::Record, {}, &kMoneyMomentsShape),
  };
  std::array<Entry, N + 8> all{};
  for (std::size_t i = 0; i < N; ++i) all[i] = more[i];
  for (std::size_t i = 0; i < own.size(); ++i) all[N + i] = own[i];
  return all;
}

constexpr auto kStratumFields = withUnitFields<Stratum>(std::array{
    one<&Stratum::name>("name", kMust, Kind::Text, "", {1, 256}),
});
constexpr Shape kStratumShape = shapeOf<Stratum, kStratumFields>("stratum");

constexpr std::array kEarlierFields{
    one<&EarlierArm::experiment>("experiment", kMust, Kind::Text, "", {1, 256}),
    one<&EarlierArm::arm>("arm", kMust, Kind::Text, "", {1, 256}),
    one<&EarlierArm::visitors>("visitors", kMust, Kind::Integer, "", kVisitors),
};
constexpr Shape kEarlierShape = shapeOf<EarlierArm, kEarlierFields>("earlier arm");

constexpr auto kArmFields = withUnitFields<ArmCounts>(std::array{
    one<&ArmCounts::name>("name", kMust, Kind::Text, "", {1, 256}),
    one<&ArmCounts::weight>("weight", kMay, Kind::Real, "", {0, 1'000'000}),
    many<&ArmCounts::strata>("strata", kMay, Kind::Record, "", {0, 20}, &kStratumShape),
    many<&ArmCounts::earlier>("earlier", kMay, Kind::Record, "", {0, 1'000}, &kEarlierShape),
});
constexpr Shape kArmShape = shapeOf<ArmCounts, kArmFields>("arm");

constexpr std::array kContextFields{
    one<&ReadingContext::placement>("placement", kMay, Kind::Code, "", {}, nullptr, kCodesOf<Placement>),
    one<&ReadingContext::days>("days", kMust, Kind::Integer, "", {0, 100'000}),
    one<&ReadingContext::minOrders>("minOrders", kMay, Kind::Integer, "", {1, 1'000'000'000}),
    one<&ReadingContext::minDays>("minDays", kMay, Kind::Integer, "", {0, 10'000}),
    one<&ReadingContext::firstIsHoldout>("firstIsHoldout", kMay, Kind::Boolean, ""),
    one<&ReadingContext::immatureShare>("immatureShare", kMay, Kind::Real, "", {0, 1}),
};
constexpr Shape kContextShape = shapeOf<ReadingContext, kContextFields>("context");

constexpr std::array kCountsFields{
    one<&Counts::alpha>("alpha", kMay, Kind::Real, "", {0, 1}),
    many<&Counts::arms>("arms", kMust, Kind::Record, "", {1, 100}, &kArmShape),
    one<&Counts::context>("context", kMay, Kind::Record, "", {}, &kContextShape),
};
constexpr Shape kCountsShape = shapeOf<Counts, kCountsFields>("counts");

/** Adds a fault at `pointer`. */
void refuse(List<Fault>& faults, std::string pointer, std::string message, std::string hint) {
  Fault& fault = faults.emplace_back();
  fault.code = ErrorCode::CountsSchema;
  fault.pointer = std::move(pointer);
  fault.message = std::move(message);
  fault.hint = std::move(hint);
}

/** Whether the squares can belong to the sum: n × sumSq is at least sum². */
bool isPossible(std::int64_t count, Exact sum, Exact sumSq) {
  // In floating point with a margin, since this only has to find sums that were mixed up.
  const auto whole = static_cast<double>(sum);
  return static_cast<double>(count) * static_cast<double>(sumSq) * (1 + 1e-9) >= whole * whole;
}

void checkUnits(const UnitCounts& counts, const std::string& pointer, List<Fault>& faults) {
  const auto atMost = [&](std::int64_t part, const char* key) {
    if (part <= counts.visitors) return;
    refuse(faults, pointer + "/" + key, std::string("There are more ") + key + " than visitors.",
           "Count visitors, each at most once.");
  };
  atMost(counts.buyers, "buyers");
  atMost(counts.exposed, "exposed");
  const auto possible = [&](Exact sum, Exact sumSq, const char* key) {
    if (isPossible(counts.visitors, sum, sumSq)) return;
    refuse(faults, pointer + "/" + key, std::string("The squares of ") + key + " are too small for its sum.",
           "Sum the squares of each visitor's value.");
  };
  possible(counts.orders.sum, counts.orders.sumSq, "orders");
  possible(counts.before.sum, counts.before.sumSq, "before");
  possible(counts.gross.sum, counts.gross.sumSq, "gross");
  possible(counts.net.sum, counts.net.sumSq, "net");
}

void checkCounts(const Counts& counts, List<Fault>& faults) {
  if (!(counts.alpha > 0 && counts.alpha < 1)) {
    refuse(faults, "/alpha", "“alpha” is out of range.", "Write a number between 0 and 1, such as 0.05.");
  }
  for (std::size_t i = 0; i < counts.arms.size(); ++i) {
    const ArmCounts& arm = counts.arms[i];
    const std::string pointer = "/arms/" + std::to_string(i);
    for (std::size_t before = 0; before < i; ++before) {
      if (counts.arms[before].name != arm.name) continue;
      refuse(faults, pointer + "/name", "Two arms have this name.", "Give each arm a name of its own.");
      break;
    }
    checkUnits(arm, pointer, faults);
    std::int64_t visitors = 0;
    for (std::size_t at = 0; at < arm.strata.size(); ++at) {
      visitors += arm.strata[at].visitors;
      checkUnits(arm.strata[at], pointer + "/strata/" + std::to_string(at), faults);
    }
    if (!arm.strata.empty() && visitors != arm.visitors) {
      refuse(faults, pointer + "/strata", "The strata do not have as many visitors as the arm.",
             "Put every visitor of the arm into exactly one stratum.");
    }
  }
}

void writeMoments(Writer& out, const Moments& moments) {
  out.open('{');
  writeExact(out.key("sum"), moments.sum);
  writeExact(out.key("sumSq"), moments.sumSq);
  out.close('}');
}

void writeMoments(Writer& out, const MoneyMoments& moments) {
  out.open('{');
  writeExact(out.key("sum"), moments.sum);
  writeExact(out.key("sumSq"), moments.sumSq);
  writeExact(out.key("withOrders"), moments.withOrders);
  writeExact(out.key("withBefore"), moments.withBefore);
  out.close('}');
}

void writeUnits(Writer& out, const UnitCounts& counts) {
  out.field("visitors", counts.visitors).field("buyers", counts.buyers);
  out.field("exposed", counts.exposed).field("accepts", counts.accepts);
  writeMoments(out.key("orders"), counts.orders);
  writeMoments(out.key("before"), counts.before);
  writeMoments(out.key("gross"), counts.gross);
  writeMoments(out.key("net"), counts.net);
}

void writeContext(Writer& out, const ReadingContext& context) {
  out.open('{');
  if (context.placement) out.field("placement", toString(*context.placement));
  out.field("days", context.days).field("minOrders", context.minOrders).field("minDays", context.minDays);
  out.key("firstIsHoldout").boolean(context.firstIsHoldout);
  writeNumber(out.key("immatureShare"), context.immatureShare);
  out.close('}');
}

}  // namespace
}  // namespace codec

Decoded<Counts> decodeCounts(std::string_view text, const Limits& limits) {
  Decoded<Counts> out = codec::decode<Counts>(text, &codec::kCountsShape, ErrorCode::CountsSchema, limits);
  if (!out) return out;
  codec::checkCounts(*out.value, out.faults);
  if (out.faults.empty()) return out;
  out.value.reset();
  locateFaults(text, out.faults);
  return out;
}

std::string encode(const Counts& counts) {
  codec::Writer out;
  out.open('{');
  codec::writeNumber(out.key("alpha"), counts.alpha);
  out.key("arms").open('[');
  for (const ArmCounts& arm : counts.arms) {
    out.open('{').field("name", arm.name);
    if (arm.weight > 0) codec::writeNumber(out.key("weight"), arm.weight);
    codec::writeUnits(out, arm);
    if (!arm.strata.empty()) {
      out.key("strata").open('[');
      for (const Stratum& stratum : arm.strata) {
        out.open('{').field("name", stratum.name);
        codec::writeUnits(out, stratum);
        out.close('}');
      }
      out.close(']');
    }
    if (!arm.earlier.empty()) {
      out.key("earlier").open('[');
      for (const EarlierArm& earlier : arm.earlier) {
        out.open('{').field("experiment", earlier.experiment).field("arm", earlier.arm);
        out.field("visitors", earlier.visitors).close('}');
      }
      out.close(']');
    }
    out.close('}');
  }
  out.close(']');
  if (counts.context) codec::writeContext(out.key("context"), *counts.context);
  return out.close('}').take();
}

}  // namespace aftermint
