/**
 * @file The Book: what a merchant may offer. Plain data, written by people as JSON, read by `decodeBook`.
 *
 * Money is in minor units of `Book::currency`; shares are in basis points (1/10,000); times are
 * milliseconds since 1970-01-01T00:00:00Z.
 */
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "aftermint/codes.gen.h"
#include "aftermint/value.h"

namespace aftermint {

/** An amount in minor units (pence, cents); never fractional. */
using Minor = std::int64_t;
/** A point in time, milliseconds since the epoch, UTC. */
using Millis = std::int64_t;
/** A share in basis points, 0 to 10,000. */
using Bps = std::int64_t;

struct Variant {
  std::string id;
  std::string title;
  std::optional<Minor> price;         ///< the product's price where absent
  std::optional<std::int64_t> stock;  ///< not counted where absent
};

struct Product {
  std::string id;
  std::string title;
  std::string description;
  Minor price = 0;
  std::string image;
  std::string imageAlt;
  std::string url;
  std::string category;
  std::vector<std::string> tags;
  ProductKind kind = ProductKind::Durable;
  std::optional<std::int64_t> stock;  ///< not counted where absent
  std::string seller;                 ///< the merchant where empty
  std::vector<Variant> variants;
  std::vector<std::string> upgradeOf;    ///< products this one is the larger or better version of
  std::vector<std::string> complements;  ///< products that improve the use of this one
  std::vector<std::string> bundles;      ///< products that go into a bundle with this one
};

/** What an offer may be shown with: any one match is enough. Empty: tied by product relations alone. */
struct Triggers {
  std::vector<std::string> products;
  std::vector<std::string> categories;
  std::vector<std::string> tags;
};

struct Item {
  std::string product;
  std::string variant;  ///< none where empty
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
  std::string locale;
  std::string headline;
  std::string benefit;
  std::string accept;  ///< the bump's label; a one-click accept has our own words by law
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

struct Offer {
  std::string id;
  OfferType type = OfferType::CrossSell;
  Triggers triggers;  ///< `for` in JSON
  std::vector<Item> items;
  Price price;
  std::optional<PriorPrice> priorPrice;
  std::vector<Placement> placements;
  std::vector<Copy> copy;
  std::string link;
  Value when;  ///< a condition in GrowthBook's language; null: always
  std::optional<Schedule> schedule;
  std::optional<FrequencyCap> frequencyCap;
  std::int64_t priority = 0;
  std::optional<Minor> margin;  ///< earned by one accept, before returns
  bool approved = true;
  std::optional<Evidence> evidence;
};

struct Namespace {
  std::string id;
  Bps fromBps = 0;
  Bps untilBps = 10000;
};

/** One arm; besides its weight it holds at most the one thing its experiment changes. */
struct Arm {
  std::string id;
  Bps weightBps = 0;
  std::optional<Price> price;
  std::vector<Copy> copy;            ///< only headlines are taken from here
  std::vector<Item> items;
  std::vector<Placement> placements;
};

struct Experiment {
  std::string id;
  std::string offer;
  Variable variable = Variable::Price;
  Bps coverageBps = 10000;
  std::optional<Namespace> space;  ///< `namespace` in JSON
  std::vector<Arm> arms;
};

/** The share of visitors who are shown nothing and measured. */
struct Holdout {
  Bps shareBps = 0;
  std::string seed;
};

struct PriceBand {
  Bps minBps = 1000;
  Bps maxBps = 3000;
};

struct Policy {
  PriceBand priceBand;
  std::int64_t deadlineMs = 600;      ///< past it there is no offer
  std::int64_t windowSeconds = 7200;  ///< after payment, in which an offer may be made
  std::int64_t undoSeconds = 900;     ///< after an accept, in which it can be taken back
};

struct Book {
  std::string schema;
  std::int64_t version = 1;
  std::string id;
  std::string merchant;
  std::string currency;
  std::string locale;
  Policy policy;
  std::vector<Product> products;
  std::vector<Offer> offers;
  std::vector<Experiment> experiments;
  std::optional<Holdout> holdout;
};

}  // namespace aftermint
