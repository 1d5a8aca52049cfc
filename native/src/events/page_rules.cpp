#include "events/page_rules.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <utility>

#include "aftermint/bucket.h"
#include "json.h"

namespace aftermint {
namespace {

/** Whether an event of this type is about an offer, so that it must name one. */
bool isAboutAnOffer(std::string_view type) {
  const auto known = parse<EventType>(type);
  return known == EventType::Assignment || known == EventType::Exposure || known == EventType::Control ||
         known == EventType::Accept || known == EventType::Decline || known == EventType::Undo;
}

/** Whether an event of this type puts its visitor into an arm. */
bool isAssigning(std::string_view type) {
  const auto known = parse<EventType>(type);
  return known == EventType::Assignment || known == EventType::Exposure || known == EventType::Control;
}

Json jsonOf(const Experiment& experiment) {
  Json arms = Json::array();
  for (const Arm& arm : experiment.arms) arms.push_back({{"id", arm.id}, {"weightBps", arm.weightBps}});
  Json json = {{"id", experiment.id}, {"coverageBps", experiment.coverageBps}};
  if (experiment.space) {
    const Namespace& space = *experiment.space;
    json["namespace"] = {{"id", space.id}, {"fromBps", space.fromBps}, {"untilBps", space.untilBps}};
  }
  json["arms"] = std::move(arms);
  return json;
}

Experiment experimentOf(const Json& json) {
  Experiment experiment;
  experiment.id = json.at("id").get<std::string>();
  experiment.coverageBps = json.at("coverageBps").get<Bps>();
  if (const auto space = json.find("namespace"); space != json.end()) {
    experiment.space = Namespace{space->at("id").get<std::string>(), space->at("fromBps").get<Bps>(),
                                 space->at("untilBps").get<Bps>()};
  }
  for (const Json& each : json.at("arms")) {
    Arm arm;
    arm.id = each.at("id").get<std::string>();
    arm.weightBps = each.at("weightBps").get<Bps>();
    experiment.arms.push_back(std::move(arm));
  }
  return experiment;
}

/** The arm that the core draws for a visitor; empty if the visitor is not in the experiment. */
std::string armOf(const Experiment& experiment, const std::string& visitor) {
  if (visitor.empty() || (experiment.space && !inNamespace(visitor, *experiment.space))) return {};
  std::vector<Bps> weights;
  for (const Arm& arm : experiment.arms) weights.push_back(arm.weightBps);
  const std::optional<std::size_t> arm =
      chooseArm(bucket10000(experiment.id, visitor), experiment.coverageBps, weights);
  return arm ? experiment.arms[*arm].id : std::string();
}

}  // namespace

BookRules bookRulesOf(const Book& book) {
  BookRules rules;
  const auto add = [&rules](const std::string& offer, const std::vector<Placement>& placements) {
    for (const Placement placement : placements) rules.places.push_back({offer, std::string(toString(placement))});
  };
  for (const Offer& offer : book.offers) add(offer.id, offer.placements);
  Json json = Json::object();
  if (book.holdout) json["holdout"] = {{"shareBps", book.holdout->shareBps}, {"seed", book.holdout->seed}};
  json["experiments"] = Json::array();
  for (const Experiment& experiment : book.experiments) {
    for (const Arm& arm : experiment.arms) add(experiment.offer, arm.placements);
    json["experiments"].push_back(jsonOf(experiment));
  }
  std::sort(rules.places.begin(), rules.places.end());
  rules.places.erase(std::unique(rules.places.begin(), rules.places.end()), rules.places.end());
  rules.assignment = compact(json);
  return rules;
}

PageRules::PageRules(KnownBooks known)
    : places_(std::make_move_iterator(known.places.begin()), std::make_move_iterator(known.places.end())) {
  for (const std::string& text : known.assignment) {
    const Json json = Json::parse(text);
    Assigning& book = books_.emplace_back();
    if (const auto holdout = json.find("holdout"); holdout != json.end()) {
      book.holdout = Holdout{holdout->at("shareBps").get<Bps>(), holdout->at("seed").get<std::string>()};
    }
    for (const Json& each : json.at("experiments")) book.experiments.push_back(experimentOf(each));
    std::sort(book.experiments.begin(), book.experiments.end(),
              [](const Experiment& a, const Experiment& b) { return a.id < b.id; });
  }
}

bool PageRules::isHeldOut(const Assigning& book, const std::string& visitor) {
  if (!book.holdout || visitor.empty()) return false;
  return bucket10000("holdout:" + book.holdout->seed, visitor) < static_cast<std::uint64_t>(book.holdout->shareBps);
}

bool PageRules::fits(const Assigning& book, const Event& event, const PageClaim& claim) {
  const bool isHeld = isHeldOut(book, event.visitor);
  if (event.type == toString(EventType::Assignment) && claim.holdout.value_or(false) != isHeld) return false;
  if (event.type == toString(EventType::Exposure) && isHeld) return false;  // who is held out sees nothing
  return std::all_of(claim.arms.begin(), claim.arms.end(), [&](const auto& arm) {
    const auto found =
        std::lower_bound(book.experiments.begin(), book.experiments.end(), arm.first,
                         [](const Experiment& experiment, const std::string& id) { return experiment.id < id; });
    return found != book.experiments.end() && found->id == arm.first && armOf(*found, event.visitor) == arm.second;
  });
}

std::optional<LeftOut> PageRules::refuse(const Event& event, const PageClaim& claim) const {
  if (event.offer.empty()) {
    if (isAboutAnOffer(event.type)) return LeftOut::OfferUnknown;
  } else {
    const auto place = places_.lower_bound({event.offer, event.placement});
    const bool isKnown = place != places_.end() && place->offer == event.offer;
    if (!isKnown || (!event.placement.empty() && place->placement != event.placement)) {
      const auto any = places_.lower_bound({event.offer, {}});
      return any != places_.end() && any->offer == event.offer ? LeftOut::PlacementUnknown : LeftOut::OfferUnknown;
    }
  }
  if (!isAssigning(event.type)) return std::nullopt;
  if (std::any_of(books_.begin(), books_.end(), [&](const Assigning& book) { return fits(book, event, claim); })) {
    return std::nullopt;
  }
  return LeftOut::ArmWrong;
}

}  // namespace aftermint
