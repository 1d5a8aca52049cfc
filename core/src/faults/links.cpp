/** @file Checks the references within a book: ids that are repeated or unknown, and values that contradict. */
#include "aftermint/condition.h"
#include "aftermint/index.h"
#include "aftermint/names.h"
#include "codec/faults.h"
#include "condition/paths.h"
#include "faults/near.h"

// The page's module does not check this: a book is checked before it is published (see index.h).
namespace aftermint::codec {
namespace {

/** A JSON pointer to the current place in the book. */
class Place {
 public:
  explicit Place(std::string text) : text_(std::move(text)) {}
  [[nodiscard]] Place operator/(std::string_view key) const {
    Place next(text_);
    appendPointer(next.text_, key);
    return next;
  }
  [[nodiscard]] Place operator/(std::size_t index) const { return *this / std::string_view(std::to_string(index)); }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

class Links {
 public:
  Links(const Book& book, const Limits& limits, List<Fault>& faults) : book_(book), limits_(limits), faults_(faults) {}

  void check() {
    if (book_.policy.priceBand.minBps > book_.policy.priceBand.maxBps) {
      fault(Place("/policy/priceBand"), "The band ends before it begins.", "Swap minBps and maxBps.");
    }
    products_.reserve(book_.products.size());
    for (std::size_t i = 0; i < book_.products.size() && room(); ++i) {
      once(products_, book_.products[i].id, Place("/products") / i);
    }
    for (std::size_t i = 0; i < book_.products.size() && room(); ++i) product(book_.products[i], i);
    Names offers;
    for (std::size_t i = 0; i < book_.offers.size() && room(); ++i) {
      const Place place = Place("/offers") / i;
      once(offers, book_.offers[i].id, place);
      offer(book_.offers[i], place);
    }
    Names experiments;
    for (std::size_t i = 0; i < book_.experiments.size() && room(); ++i) {
      const Experiment& experiment = book_.experiments[i];
      const Place place = Place("/experiments") / i;
      once(experiments, experiment.id, place);
      if (offers.find(experiment.offer) == Names::kNone) dangling(place / "offer", experiment.offer, book_.offers);
      arms(experiment, place);
    }
  }

 private:
  [[nodiscard]] bool room() const { return faults_.size() < limits_.faults; }

  void fault(const Place& place, Text message, Text hint) {
    if (!room()) return;
    Fault& fault = faults_.emplace_back();
    fault.code = ErrorCode::BookReference;
    fault.pointer = place.text();
    fault.message = std::move(message);
    fault.hint = std::move(hint);
  }
  /** Adds the id of the element at `place`; reports it where it is already used. */
  void once(Names& names, std::string_view id, const Place& place) {
    const std::uint32_t before = names.size();
    if (names.add(id) != before) {
      fault(place / "id", "The id “" + std::string(id) + "” is taken.", "Give each its own id.");
    }
  }
  /** Reports an unknown id. The elements of `list` have the ids that may have been meant. */
  template <class List>
  void dangling(const Place& place, std::string_view id, const List& list) {
    std::vector<std::string_view> words;
    for (const auto& each : list) words.push_back(each.id);
    const std::string_view near = nearestOf(id, words);
    fault(place, "There is no “" + std::string(id) + "” in this book.",
          near.empty() ? "Add it, or correct the id." : "Did you mean “" + std::string(near) + "”?");
  }

  void ids(const List<Text>& ids, const Place& place, std::string_view self = {}) {
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (products_.find(ids[i]) == Names::kNone) dangling(place / i, ids[i], book_.products);
      if (ids[i] == self) {
        fault(place / i, "A product is not its own relation.", "Take it out.");
      }
    }
  }

  void product(const Product& product, std::size_t index) {
    if (!product.upgradeOf.empty()) ids(product.upgradeOf, Place("/products") / index / "upgradeOf", product.id);
    if (!product.complements.empty()) ids(product.complements, Place("/products") / index / "complements", product.id);
    if (!product.bundles.empty()) ids(product.bundles, Place("/products") / index / "bundles", product.id);
    if (product.variants.empty()) return;
    Names variants;
    for (std::size_t i = 0; i < product.variants.size(); ++i) {
      once(variants, product.variants[i].id, Place("/products") / index / "variants" / i);
    }
  }

  void items(const List<Item>& items, const Place& place) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      const std::uint32_t found = products_.find(items[i].product);
      if (found == Names::kNone) {
        dangling(place / i / "product", items[i].product, book_.products);
        continue;
      }
      if (items[i].variant.empty()) continue;
      const Product& product = book_.products[found];
      if (variantOf(product, items[i].variant) == nullptr) {
        dangling(place / i / "variant", items[i].variant, product.variants);
      }
    }
  }

  void offer(const Offer& offer, const Place& place) {
    ids(offer.triggers.products, place / "for" / "products");
    items(offer.items, place / "items");
    if (offer.schedule && offer.schedule->from && offer.schedule->until &&
        *offer.schedule->from >= *offer.schedule->until) {
      fault(place / "schedule", "The schedule ends before it begins.", "Put from before until.");
    }
    for (const ConditionFault& each : Condition::compile(offer.when, ConditionPaths::OfMoment).faults) {
      condition(place / "when", each);
    }
    if (offer.evidence &&
        (offer.evidence->accepted > offer.evidence->shown || offer.evidence->returned > offer.evidence->accepted)) {
      fault(place / "evidence", "More was accepted than shown, or returned than accepted.", "Correct the counts.");
    }
  }

  void condition(const Place& place, const ConditionFault& each) {
    const Place at(std::string(place.text()).append(each.pointer));
    switch (each.kind) {
      case ConditionFault::Kind::UnknownOperator:
        return fault(
            at, "There is no such operator.",
            meant(at, conditionOperators(), "Use one of GrowthBook's condition language, such as $eq, $in or $gte."));
      case ConditionFault::Kind::Operand:
        return fault(at, "This operator cannot work with this value.", "Give it the kind of value it compares with.");
      case ConditionFault::Kind::TooDeep:
        return fault(at, "The condition is nested too deep.", "Flatten it.");
      case ConditionFault::Kind::UnknownPath:
        return fault(
            at, "A moment has no such attribute.",
            meant(at, momentPaths(),
                  "Use order., visitor., platform., page.url, locale, language, placement, time, hour or weekday."));
    }
  }

  /** The word that is most similar to the last step of a pointer, else `otherwise`. */
  static std::string meant(const Place& place, const std::vector<std::string_view>& words, std::string_view otherwise) {
    const std::string_view last = std::string_view(place.text()).substr(place.text().rfind('/') + 1);
    const std::string_view near = nearestOf(last, words);
    return near.empty() ? std::string(otherwise) : "Did you mean `" + std::string(near) + "`?";
  }

  void arms(const Experiment& experiment, const Place& place) {
    Names arms;
    Bps sum = 0;
    for (std::size_t i = 0; i < experiment.arms.size(); ++i) {
      const Arm& arm = experiment.arms[i];
      once(arms, arm.id, place / "arms" / i);
      items(arm.items, place / "arms" / i / "items");
      sum += arm.weightBps;
    }
    if (sum != 10'000) {
      fault(place / "arms", "The weights make " + std::to_string(sum) + ", not 10,000.",
            "Share out 10,000 basis points.");
    }
    if (experiment.space && experiment.space->fromBps >= experiment.space->untilBps) {
      fault(place / "namespace", "The namespace ends before it begins.", "Put fromBps before untilBps.");
    }
  }

  const Book& book_;
  const Limits& limits_;
  List<Fault>& faults_;
  Names products_;  ///< numbered as in the book, unless an id is repeated
};

}  // namespace

void checkLinks(const Book& book, const Limits& limits, List<Fault>& faults) { Links(book, limits, faults).check(); }

}  // namespace aftermint::codec
