#include "draft/headline_arms.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "book/make_id.h"

namespace aftermint::draft {
namespace {

constexpr std::size_t kWhole = 10'000;  // basis points

Json armsOf(const Drafted& drafted) {
  std::size_t most = 0;
  for (const Alternatives& each : drafted.alternatives) most = std::max(most, each.headlines.size());
  const std::size_t share = kWhole / (most + 1);
  Json arms = Json::array({{{"id", "control"}, {"weightBps", kWhole - share * most}}});
  for (std::size_t i = 0; i < most; ++i) {
    Json copy = Json::object();
    for (const Alternatives& each : drafted.alternatives) {
      if (i < each.headlines.size()) copy[each.locale] = {{"headline", each.headlines[i]}};
    }
    arms.push_back(
        {{"id", std::string(1, static_cast<char>('b' + i))}, {"weightBps", share}, {"copy", std::move(copy)}});
  }
  return arms;
}

}  // namespace

std::vector<Json> headlineTests(const Book& book, const std::vector<Drafted>& drafts) {
  IdSet ids;
  for (const Experiment& experiment : book.experiments) (void)ids.unique(experiment.id);
  std::vector<Json> out;
  for (const Drafted& drafted : drafts) {
    if (!drafted.passed || drafted.alternatives.empty()) continue;
    out.push_back({{"id", ids.unique(makeId(drafted.offer.id + ":headline"))},
                   {"offer", drafted.offer.id},
                   {"variable", toString(Variable::Headline)},
                   {"coverageBps", 0},
                   {"arms", armsOf(drafted)}});
  }
  return out;
}

}  // namespace aftermint::draft
