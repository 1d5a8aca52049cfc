/**
 * @file The Book: a merchant's products and offers. Plain data, written by people as JSON and read by `decodeBook`.
 *
 * Amounts are in minor units of `Book::currency`, shares in basis points (1/10,000), and times in milliseconds since
 * 1970-01-01T00:00:00Z.
 */
#pragma once

#include <cstdint>
#include <optional>

#include "aftermint/codes.h"
#include "aftermint/value.h"

namespace aftermint {

/** An amount in minor units (pence, cents); never fractional. */
using Minor = std::int64_t;
/** A point in time, milliseconds since the epoch, UTC. */
using Millis = std::int64_t;
/** A share in basis points, 0 to 10,000. */
using Bps = std::int64_t;

/** The title of a product or a variant in one language. */
struct Translation {
  Text locale;
  Text title;
  Text imageAlt;  ///< of a product; where empty, the product's own
};

struct Variant {
  Text id;
  Text title;
  List<Translation> translations;
  std::optional<Minor> price;         ///< absent: the product's price
  std::optional<std::int64_t> stock;  ///< absent: the product's stock
};

/** How often a product is charged until the shopper cancels it. */
struct Recurring {
  Interval interval = Interval::Month;
  std::int64_t every = 1;  ///< charged once in this many intervals
};

struct Product {
  Text id;
  Text title;
  List<Translation> translations;
  Text description;
  Minor price = 0;
  Text image;
  Text imageAlt;
  Text url;
  Text category;
  List<Text> tags;
  ProductKind kind = ProductKind::Durable;
  std::optional<std::int64_t> stock;        ///< absent: not counted
  std::optional<std::int64_t> maxPerOrder;  ///< the most pieces in one order; absent: no limit
  std::optional<Recurring> recurring;       ///< absent: charged once
  Text seller;                              ///< empty: the merchant
  List<Variant> variants;
  List<Text> upgradeOf;    ///< products of which this one is a larger or better version
  List<Text> complements;  ///< products that make this one more useful
  List<Text> bundles;      ///< products that are sold in a bundle with this one
};

/** The products an offer may be shown with: one match is enough. Where empty, the relations of products decide. */
struct Triggers {
  List<Text> products;
  List<Text> categories;
  List<Text> tags;
};

struct Item {
  Text product;
  Text variant;  ///< empty: no variant
  std::int64_t quantity = 1;
};

struct Price {
  PriceKind kind = PriceKind::List;
  Minor amount = 0;  ///< of `fixed`
  Bps bps = 0;       ///< of `percent_off`
};

/** The prior price, and the lowest of the last 30 days (Directive 98/6/EC, art. 6a). */
struct PriorPrice {
  Minor amount = 0;
  Minor lowest30d = 0;
};

/** What the shopper reads, in one language. The texts may have the placeholders {trigger}, {item} and {price}. */
struct Copy {
  Text locale;
  Text headline;
  Text benefit;
  Text accept;      ///< label of a bump; the law prescribes the words of a one-click button, so they are ours
  Text linkAccept;  ///< label of the link, where one click is not possible
  Text incentive;   ///< shown with a link only: a reward for entering the payment again
  Text terms;       ///< of a recurring item: the amount, how often, and how to cancel (15 USC 8403)
};

struct Schedule {
  std::optional<Millis> from;   ///< inclusive
  std::optional<Millis> until;  ///< exclusive
};

struct FrequencyCap {
  std::int64_t exposures = 0;
  std::int64_t seconds = 0;
};

/** Earlier results of an offer, from which the ranking estimates its take-rate. */
struct Evidence {
  std::int64_t shown = 0;
  std::int64_t accepted = 0;
  std::int64_t returned = 0;
};

/** The last review of an offer by a person. */
struct Reviewed {
  Millis at = 0;
  Text of;                 ///< fingerprint of the products that the offer names (`fingerprint` in check.h)
  Text offer;              ///< fingerprint of the offer (`offerFingerprint` in check.h); empty: not compared
  Text by;                 ///< the reviewer
  Text note;               ///< the reviewer's note
  List<FindingCode> seen;  ///< findings of severity info that were read; hidden until the offer changes
};

struct Offer {
  Text id;
  OfferType type = OfferType::CrossSell;
  Triggers triggers;  ///< `for` in JSON
  List<Item> items;
  Price price;
  std::optional<PriorPrice> priorPrice;
  List<Placement> placements;
  List<Copy> copy;
  Text link;
  Value when;  ///< a condition in GrowthBook's language; null: always holds
  std::optional<Schedule> schedule;
  std::optional<FrequencyCap> frequencyCap;
  std::int64_t priority = 0;
  std::optional<Minor> margin;  ///< profit of one accept, before returns
  bool approved = true;
  std::optional<Evidence> evidence;
  std::optional<Reviewed> reviewed;  ///< absent: never reviewed
};

struct Namespace {
  Text id;
  Bps fromBps = 0;
  Bps untilBps = 10000;
};

/** One arm. Besides its weight it has only the one thing that its experiment changes. */
struct Arm {
  Text id;
  Bps weightBps = 0;
  std::optional<Price> price;
  List<Copy> copy;  ///< only the headlines are used
  List<Item> items;
  List<Placement> placements;
};

struct Experiment {
  Text id;
  Text offer;
  Variable variable = Variable::Price;
  Bps coverageBps = 10000;
  std::optional<Namespace> space;  ///< `namespace` in JSON
  List<Arm> arms;
};

/** The visitors who see no offers, for comparison. */
struct Holdout {
  Bps shareBps = 0;
  Text seed;
};

struct PriceBand {
  Bps minBps = 1000;
  Bps maxBps = 3000;
};

/** The level a book gives to a rule; `fixed` rules cannot be weakened (check.h). */
struct TunedRule {
  FindingCode rule = FindingCode::Relevance;
  RuleLevel level = RuleLevel::Warning;
};

/** Pages about the right of withdrawal (Directive 2011/83/EU, art. 6(1)(h), (k)), by kind of product. */
struct Withdrawal {
  Text durable;
  Text consumable;
  Text experience;

  /** The page for a kind of product; empty where there is none. */
  [[nodiscard]] const Text& of(ProductKind kind) const {
    return kind == ProductKind::Durable ? durable : kind == ProductKind::Consumable ? consumable : experience;
  }
};

struct Policy {
  PriceBand priceBand;
  std::int64_t deadlineMs = 600;                ///< no offer is shown after this time
  std::int64_t windowSeconds = 7200;            ///< after payment, how long an offer may be shown
  std::int64_t undoSeconds = 900;               ///< after an accept, how long it can be undone
  std::int64_t declineRestSeconds = 2'592'000;  ///< after a decline, how long the offer is not shown in other orders
  Bps linkTakeBps = 2'500;  ///< the part of the take-rate that remains where payment must be entered again
  Withdrawal withdrawal;
  List<TunedRule> rules;
};

/** How the merchant writes, and for whom. Used by people and by drafts; never shown to shoppers. */
struct Brand {
  Text voice;        ///< the tone of the texts
  Text avatar;       ///< the typical customer
  List<Text> goals;  ///< what that customer wants, the most important first
  List<Text> avoid;  ///< words and claims that are never used
};

/** The result of the check before publishing, for readers of the book that do not check it themselves. */
struct Checked {
  Text digest;         ///< SHA-256 of the book as it was checked
  List<Text> refused;  ///< ids of offers with a finding of severity error
};

struct Book {
  Text schema;
  std::int64_t version = 1;
  Text id;
  Text merchant;
  Text currency;
  Text locale;
  Policy policy;
  std::optional<Brand> brand;
  List<Product> products;
  List<Offer> offers;
  List<Experiment> experiments;
  std::optional<Holdout> holdout;
  std::optional<Checked> checked;  ///< absent: not checked yet
};

}  // namespace aftermint
