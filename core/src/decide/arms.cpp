/** @file The holdout and the assignment to arms. */
#include "decide/arms.h"

#include "aftermint/bucket.h"
#include "memory/scratch.h"

namespace aftermint {
namespace {

/** The arm that the preview asks for, or null. */
const Arm* forcedArm(const Experiment& experiment, const List<ForcedArm>& preview) {
  for (const ForcedArm& forced : preview) {
    if (forced.experiment != experiment.id) continue;
    for (const Arm& arm : experiment.arms) {
      if (arm.id == forced.arm) return &arm;
    }
  }
  return nullptr;
}

/** The arm that the visitor is assigned to, or null where the visitor is not in the experiment. */
const Arm* drawnArm(const Experiment& experiment, std::string_view visitor) {
  if (visitor.empty() || (experiment.space && !inNamespace(visitor, *experiment.space))) return nullptr;
  List<Bps> weights;
  weights.reserve(experiment.arms.size());
  for (const Arm& each : experiment.arms) weights.push_back(each.weightBps);
  const std::optional<std::size_t> taken =
      chooseArm(bucket10000(experiment.id, visitor), experiment.coverageBps, weights);
  return taken ? &experiment.arms[*taken] : nullptr;
}

}  // namespace

bool inHoldout(const Book& book, const Moment& moment) {
  if (!book.holdout || moment.visitor.id.empty() || !moment.preview.empty()) return false;
  // The prefix keeps the hash different from that of an experiment with the seed as its id.
  Scratch seed;
  seed.append("holdout:").append(book.holdout->seed);
  return bucket10000(viewOf(seed), moment.visitor.id) < static_cast<std::uint64_t>(book.holdout->shareBps);
}

void takeArms(const IndexedBook& book, const Offer& offer, const Moment& moment, const Arm* instead, Terms& terms,
              List<ArmTaken>& arms) {
  for (const std::uint32_t index : book.experimentsOf(offer)) {
    const Experiment& experiment = book.book().experiments[index];
    const Arm* arm = forcedArm(experiment, moment.preview);
    if (arm == nullptr) arm = drawnArm(experiment, moment.visitor.id);
    for (const Arm& each : experiment.arms) {
      if (&each == instead) arm = instead;
    }
    if (arm == nullptr) continue;
    arms.push_back(ArmTaken{experiment.id, arm->id});
    switch (experiment.variable) {
      case Variable::Product:
        if (!arm->items.empty()) terms.items = &arm->items;
        break;
      case Variable::Price:
        if (arm->price) terms.price = &*arm->price;
        break;
      case Variable::Headline:
        if (!arm->copy.empty()) terms.headlines = &arm->copy;
        break;
      case Variable::Placement:
        if (!arm->placements.empty()) terms.placements = &arm->placements;
        break;
    }
  }
}

}  // namespace aftermint
