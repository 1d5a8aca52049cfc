#include "decide/arms.h"

#include "aftermint/bucket.h"
#include "memory/scratch.h"

namespace aftermint {

bool inHoldout(const Book& book, const Visitor& visitor) {
  if (!book.holdout || visitor.id.empty()) return false;
  // The prefix keeps the draw apart from an experiment that happens to have the seed as its id.
  Scratch seed;
  seed.append("holdout:").append(book.holdout->seed);
  return bucket10000(viewOf(seed), visitor.id) < static_cast<std::uint64_t>(book.holdout->shareBps);
}

Terms termsFor(const IndexedBook& book, const Offer& offer, const Visitor& visitor, List<ArmTaken>& arms) {
  Terms terms{&offer.items, &offer.price, &offer.placements, nullptr};
  if (visitor.id.empty()) return terms;
  for (const std::uint32_t index : book.experimentsOf(offer)) {
    const Experiment& experiment = book.book().experiments[index];
    if (experiment.space && !inNamespace(visitor.id, *experiment.space)) continue;
    List<Bps> weights;
    weights.reserve(experiment.arms.size());
    for (const Arm& each : experiment.arms) weights.push_back(each.weightBps);
    const std::optional<std::size_t> taken =
        chooseArm(bucket10000(experiment.id, visitor.id), experiment.coverageBps, weights);
    if (!taken) continue;
    const Arm& arm = experiment.arms[*taken];
    arms.push_back(ArmTaken{experiment.id, arm.id});
    switch (experiment.variable) {
      case Variable::Product:
        if (!arm.items.empty()) terms.items = &arm.items;
        break;
      case Variable::Price:
        if (arm.price) terms.price = &*arm.price;
        break;
      case Variable::Headline:
        if (!arm.copy.empty()) terms.headlines = &arm.copy;
        break;
      case Variable::Placement:
        if (!arm.placements.empty()) terms.placements = &arm.placements;
        break;
    }
  }
  return terms;
}

}  // namespace aftermint
