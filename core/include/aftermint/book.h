/**
 * @file The Book: what a merchant may offer. Plain data, written by people as JSON, read by `decodeBook`.
 *
 * Money is in minor units of `Book::currency`; shares are in basis points (1/10,000); times are
 * milliseconds since 1970-01-01T00:00:00Z.
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

/** What a product or a variant is called in one language. */
struct Translation {
  Text locale;
  Text title;
  Text imageAlt;  ///< of a product; its own where empty
};

struct Variant {
  Text id;
  Text title;
  List<Translation> translations;
  std::optional<Minor> price;         ///< the product's price where absent
  std::optional<std::int64_t> stock;  ///< not counted where absent
};

/** A product that is charged again and again until it is cancelled. */
struct Recurring {
  Interval interval = Interval::Month;
  std::int64_t every = 1;  ///< so many intervals
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
  std::optional<std::int64_t> stock;        ///< not counted where absent
  std::optional<std::int64_t> maxPerOrder;  ///< pieces that one order may hold; no limit where absent
  std::optional<Recurring> recurring;       ///< bought once where absent
  Text seller;                              ///< the merchant where empty
  List<Variant> variants;
  List<Text> upgradeOf;    ///< products this one is the larger or better version of
  List<Text> complements;  ///< products that improve the use of this one
  List<Text> bundles;      ///< products that go into a bundle with this one
};

/** What an offer may be shown with: any one match is enough. Empty: tied by product relations alone. */
struct Triggers {
  List<Text> products;
  List<Text> categories;
  List<Text> tags;
};

struct Item {
  Text product;
  Text variant;  ///< none where empty
  std::int64_t quantity = 1;
};

struct Price {
  PriceKind kind = PriceKind::List;
  Minor amount = 0;  ///< of `fixed`
  Bps bps = 0;       ///< of `percent_off`
};

/** The price before, with the lowest of the last 30 days (Directive 98/6/EC, art. 6a). */
struct PriorPrice {
  Minor amount = 0;
  Minor lowest30d = 0;
};

/** What the shopper reads, in one language; may hold {trigger}, {item} and {price}. */
struct Copy {
  Text locale;
  Text headline;
  Text benefit;
  Text accept;      ///< the bump's label; a one-click accept has our own words by law
  Text linkAccept;  ///< the link's label, where one click is not possible
  Text incentive;   ///< said on the link path alone: what makes up for paying once more
  Text terms;       ///< of a recurring item: what is charged, how often, how to stop (15 USC 8403)
};

struct Schedule {
  std::optional<Millis> from;   ///< inclusive
  std::optional<Millis> until;  ///< exclusive
};

struct FrequencyCap {
  std::int64_t exposures = 0;
  std::int64_t seconds = 0;
};

/** What was measured of an offer before, for the ranking's believed take-rate. */
struct Evidence {
  std::int64_t shown = 0;
  std::int64_t accepted = 0;
  std::int64_t returned = 0;
};

/** When a person last looked at an offer, at what, and what they said of it. */
struct Reviewed {
  Millis at = 0;
  Text of;     ///< fingerprint of the products it was written for (`fingerprint` in check.h)
  Text offer;  ///< fingerprint of the offer itself (`offerFingerprint` in check.h); not compared where empty
  Text by;     ///< who looked
  Text note;   ///< what they wrote about it
  List<FindingCode> seen;  ///< findings of severity info that they saw; not repeated while nothing changed
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
  Value when;  ///< a condition in GrowthBook's language; null: always
  std::optional<Schedule> schedule;
  std::optional<FrequencyCap> frequencyCap;
  std::int64_t priority = 0;
  std::optional<Minor> margin;  ///< earned by one accept, before returns
  bool approved = true;
  std::optional<Evidence> evidence;
  std::optional<Reviewed> reviewed;  ///< absent: nobody has said that they looked
};

struct Namespace {
  Text id;
  Bps fromBps = 0;
  Bps untilBps = 10000;
};

/** One arm; besides its weight it holds at most the one thing its experiment changes. */
struct Arm {
  Text id;
  Bps weightBps = 0;
  std::optional<Price> price;
  List<Copy> copy;  ///< only headlines are taken from here
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

/** The share of visitors who are shown nothing and measured. */
struct Holdout {
  Bps shareBps = 0;
  Text seed;
};

struct PriceBand {
  Bps minBps = 1000;
  Bps maxBps = 3000;
};

/** What a book makes of a rule; `fixed` ones cannot be loosened (check.h). */
struct TunedRule {
  FindingCode rule = FindingCode::Relevance;
  RuleLevel level = RuleLevel::Warning;
};

/** Where a shopper reads of the right of withdrawal (Directive 2011/83/EU, art. 6(1)(h), (k)), by kind of product. */
struct Withdrawal {
  Text durable;
  Text consumable;
  Text experience;

  /** The page for that kind; empty where there is none. */
  [[nodiscard]] const Text& of(ProductKind kind) const {
    return kind == ProductKind::Durable ? durable : kind == ProductKind::Consumable ? consumable : experience;
  }
};

struct Policy {
  PriceBand priceBand;
  std::int64_t deadlineMs = 600;                ///< past it there is no offer
  std::int64_t windowSeconds = 7200;            ///< after payment, in which an offer may be made
  std::int64_t undoSeconds = 900;               ///< after an accept, in which it can be taken back
  std::int64_t declineRestSeconds = 2'592'000;  ///< after a decline in an order, in which no other order is asked
  Bps linkTakeBps = 2'500;  ///< the share of a take-rate that is believed to be left where payment is entered again
  Withdrawal withdrawal;
  List<TunedRule> rules;
};

/** Who writes and for whom: for people and for drafts, never shown. */
struct Brand {
  Text voice;        ///< how it speaks
  Text avatar;       ///< the customer it speaks to
  List<Text> goals;  ///< what that customer wants to reach, the first one first
  List<Text> avoid;  ///< words and claims it never uses
};

/** What the check before publishing left in the book for whoever does not check. */
struct Checked {
  Text digest;         ///< SHA-256 of the book as it was checked
  List<Text> refused;  ///< offers with a finding of severity error
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
  std::optional<Checked> checked;  ///< absent: nobody has checked it yet
};

}  // namespace aftermint
