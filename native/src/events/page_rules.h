/** @file Which events of pages can be true, by the books that were served. */
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "aftermint/book.h"
#include "aftermint/codes.h"
#include "events/event_json.h"
#include "events/known_books.h"

namespace aftermint {

/** What `PageRules` needs of a book. */
[[nodiscard]] BookRules bookRulesOf(const Book& book);

/**
 * Judges events of pages by the served book and those before it. Immutable, so safe to use from several threads.
 *
 * Pages keep events for a week, so an event may come from an older book. Its offer may be of any book that was ever
 * served; its arms must be those of one of the ten newest.
 */
class PageRules {
 public:
  /** Throws nlohmann::json::exception if an entry of `known.assignment` is not of `bookRulesOf`. */
  explicit PageRules(KnownBooks known);

  /**
   * Why an event cannot be true; none if it can.
   *
   * `OfferUnknown`: it is about an offer, and no book had it. `PlacementUnknown`: the offer was made elsewhere.
   * `ArmWrong`: an assignment, a control or an exposure whose arms or holdout are not those that the core gives to its
   * visitor.
   */
  [[nodiscard]] std::optional<LeftOut> refuse(const Event& event, const PageClaim& claim) const;

 private:
  struct Assigning {
    std::optional<Holdout> holdout;
    std::vector<Experiment> experiments;  ///< sorted by id; only id, coverage, namespace, ids and weights of arms
  };
  [[nodiscard]] static bool isHeldOut(const Assigning& book, const std::string& visitor);
  [[nodiscard]] static bool fits(const Assigning& book, const Event& event, const PageClaim& claim);

  std::set<OfferPlace> places_;
  std::vector<Assigning> books_;
};

}  // namespace aftermint
