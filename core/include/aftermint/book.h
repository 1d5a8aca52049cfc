/**
 * @file The Book: a merchant's products and offers. Plain data, written by people as JSON and read by `decodeBook`.
 *
 * Amounts are in minor units of `Book::currency`, 0 to 10^12. Shares are in basis points (1/10,000), and times in
 * milliseconds since 1970-01-01T00:00:00Z. An id has 1 to 128 characters of `[A-Za-z0-9._:#+@-]`. An empty text means
 * that JSON does not have the key. The limits of every key are in core/src/codec/book_shape.cpp.
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
  Text imageAlt;  ///< of a product only: describes the picture; empty: the product's own `imageAlt`
};

/** A size, colour or edition of a product. */
struct Variant {
  Text id;     ///< unique within its product
  Text title;  ///< in the book's language
  List<Translation> translations;
  std::optional<Minor> price;         ///< absent: the product's price
  std::optional<std::int64_t> stock;  ///< pieces; absent: the product's stock
};

/** How often a product is charged until the shopper cancels it. */
struct Recurring {
  Interval interval = Interval::Month;
  std::int64_t every = 1;  ///< charged once in this many intervals, 1 to 366
};

/** One thing that the merchant sells. */
struct Product {
  Text id;     ///< unique in the book
  Text title;  ///< in the book's language
  List<Translation> translations;
  Text description;  ///< plain text for authors; the page's module ignores it
  Minor price = 0;   ///< of one piece
  Text image;        ///< URL of the picture: https:// or a path from the root
  Text imageAlt;     ///< describes the picture for screen readers, in the book's language
  Text url;          ///< the page of the product
  Text category;     ///< at most one; offers may name it in `for`
  List<Text> tags;   ///< labels that offers may name in `for`
  ProductKind kind = ProductKind::Durable;
  std::optional<std::int64_t> stock;        ///< pieces in stock; absent: stock is not counted
  std::optional<std::int64_t> maxPerOrder;  ///< the most pieces in one order; absent: no limit
  std::optional<Recurring> recurring;       ///< absent: charged once
  Text seller;  ///< empty: the merchant; products of other sellers are never offered (15 USC 8402)
  List<Variant> variants;
  List<Text> upgradeOf;    ///< products of which this one is a larger or better version
  List<Text> complements;  ///< products that make this one more useful
  List<Text> bundles;      ///< products that are sold in a bundle with this one
};

/**
 * The bought (or viewed) products that an offer may be shown with; one match in any list is enough.
 *
 * If all three lists are empty, every product that declares a relation (`upgradeOf`, `complements`, `bundles`) to an
 * offered item is a trigger. If not, a product outside of the lists is no trigger, even if such a relation exists.
 */
struct Triggers {
  List<Text> products;
  List<Text> categories;
  List<Text> tags;
};

/** A product that an offer adds to the order. */
struct Item {
  Text product;               ///< id
  Text variant;               ///< id; empty: no variant
  std::int64_t quantity = 1;  ///< pieces, 1 to 1,000
};

/** How the price of all items together is determined (docs/formats.md, Book). */
struct Price {
  PriceKind kind = PriceKind::List;
  Minor amount = 0;  ///< of `fixed`: the price
  Bps bps = 0;       ///< of `percent_off`: what is taken off the list price, rounded half up to the minor unit
};

/** A former price, which is shown struck through (Directive 98/6/EC, art. 6a). */
struct PriorPrice {
  Minor amount = 0;     ///< shown only if it is above the offer's price and at most `lowest30d`
  Minor lowest30d = 0;  ///< the lowest price of the last 30 days
};

/** What the shopper reads, in one language. The texts may have the placeholders {trigger}, {item} and {price}. */
struct Copy {
  Text locale;      ///< BCP 47
  Text headline;    ///< should name what was bought
  Text benefit;     ///< why it helps: at most three sentences
  Text accept;      ///< label at checkout and on a product page; the label of a one-click button is ours, by law
  Text linkAccept;  ///< label of the link that is shown if one click is not possible
  Text incentive;   ///< shown with a link only: a reward for entering the payment again
  Text terms;       ///< of a recurring item: the amount, how often, and how to cancel (15 USC 8403)
};

/** When an offer may be shown. */
struct Schedule {
  std::optional<Millis> from;   ///< inclusive
  std::optional<Millis> until;  ///< exclusive
};

/** How often one visitor may see an offer: at most `exposures` times within the last `seconds`. */
struct FrequencyCap {
  std::int64_t exposures = 0;  ///< 1 to 1,000
  std::int64_t seconds = 0;    ///< 1 to 10^9
};

/** Earlier results of an offer. The ranking estimates its take-rate as (accepted + 1) / (shown + 10). */
struct Evidence {
  std::int64_t shown = 0;     ///< exposures
  std::int64_t accepted = 0;  ///< accepts
  std::int64_t returned = 0;  ///< accepts whose goods came back
};

/** The last review of an offer by a person. */
struct Reviewed {
  Millis at = 0;           ///< when
  Text of;                 ///< fingerprint of the products that the offer names (`fingerprint` in check.h)
  Text offer;              ///< fingerprint of the offer (`offerFingerprint` in check.h); empty: not compared
  Text by;                 ///< the reviewer
  Text note;               ///< the reviewer's note
  List<FindingCode> seen;  ///< findings of severity info that were read; hidden until the offer changes
};

/** What may be offered: to whom, when, at which price, and in which words. */
struct Offer {
  Text id;  ///< unique in the book
  OfferType type = OfferType::CrossSell;
  Triggers triggers;  ///< `for` in JSON
  List<Item> items;   ///< 1 to 10; of an upgrade, the better product
  Price price;
  std::optional<PriorPrice> priorPrice;
  List<Placement> placements;  ///< where it may be shown
  List<Copy> copy;             ///< by locale; always in the book's language
  Text link;                   ///< where it can be bought if one click is not possible; empty: then it is not offered
  Value when;                  ///< a condition in GrowthBook's language (condition.h); null: always holds
  std::optional<Schedule> schedule;
  std::optional<FrequencyCap> frequencyCap;
  std::int64_t priority = 0;    ///< decides between offers of the same relation and expected profit; higher wins
  std::optional<Minor> margin;  ///< profit of one accept, before returns; absent: counts as 0
  bool approved = true;         ///< false: a proposal, which is never shown
  std::optional<Evidence> evidence;
  std::optional<Reviewed> reviewed;  ///< absent: never reviewed
};

/** A part of the visitors. Experiments in disjoint parts of one namespace never have the same visitor. */
struct Namespace {
  Text id;               ///< not unique: experiments that share visitors have the same id
  Bps fromBps = 0;       ///< inclusive
  Bps untilBps = 10000;  ///< exclusive
};

/** One variation of an experiment. It sets only what the experiment's `variable` names; the rest is the offer's. */
struct Arm {
  Text id;            ///< unique within its experiment
  Bps weightBps = 0;  ///< its share of the visitors; all arms together have 10,000
  std::optional<Price> price;
  List<Copy> copy;  ///< only the headlines are used
  List<Item> items;
  List<Placement> placements;
};

/** A test that changes one thing of an offer for some of the visitors. */
struct Experiment {
  Text id;     ///< unique in the book; also the seed of its assignment hash
  Text offer;  ///< id of the offer that it changes
  Variable variable = Variable::Price;
  Bps coverageBps = 10000;         ///< the share of visitors that take part
  std::optional<Namespace> space;  ///< `namespace` in JSON
  List<Arm> arms;                  ///< 2 to 10; the first is the control
};

/** The visitors who see no offers, for comparison. */
struct Holdout {
  Bps shareBps = 0;
  Text seed;  ///< another seed selects other visitors
};

/** What an offer may cost, as a share of the order's value (`Decision::basis`); both limits are allowed prices. */
struct PriceBand {
  Bps minBps = 1000;  ///< 0 to 1,000,000: a band may go above the order's value
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

  /** The page for a kind of product; empty if there is none. */
  [[nodiscard]] const Text& of(ProductKind kind) const {
    return kind == ProductKind::Durable ? durable : kind == ProductKind::Consumable ? consumable : experience;
  }
};

/** How the results of offers are judged (docs/results.md). Used by the server and the command line. */
struct ReadingPolicy {
  std::int64_t windowDays = 30;  ///< orders and refunds count so long after the assignment
  std::int64_t matureDays = 14;  ///< a younger order may still come back
  std::int64_t minOrders = 300;  ///< completed orders that an arm needs for a verdict
  std::int64_t minDays = 30;     ///< how long a comparison must run for a verdict
};

/** Limits and times for all offers of the book. */
struct Policy {
  PriceBand priceBand;
  std::int64_t deadlineMs = 600;                ///< no offer is shown later than this after the page asks; 50 to 10,000
  std::int64_t windowSeconds = 7200;            ///< after payment, how long an offer may be shown
  std::int64_t undoSeconds = 900;               ///< after an accept, how long it can be undone
  std::int64_t declineRestSeconds = 2'592'000;  ///< after a decline, how long the offer is not shown in other orders
  Bps linkTakeBps = 2'500;  ///< the part of the take-rate that remains with a link, since payment is entered again
  Withdrawal withdrawal;
  List<TunedRule> rules;                 ///< for `check`; rules that are not named have their default level
  std::optional<ReadingPolicy> reading;  ///< absent: its defaults
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
  Text digest;         ///< SHA-256 of this book as compact JSON without `checked`, in 64 hex digits
  List<Text> refused;  ///< ids of offers with a finding of severity error
};

/** The whole file. */
struct Book {
  Text schema;               ///< `$schema`, for editors; the page's module ignores it
  std::int64_t version = 1;  ///< of the format; always 1
  Text id;
  Text merchant;  ///< id of the seller
  Text currency;  ///< ISO 4217, of every amount in the book
  Text locale;    ///< BCP 47: the book's language, in which titles are and every offer has copy
  Policy policy;
  std::optional<Brand> brand;
  List<Product> products;
  List<Offer> offers;
  List<Experiment> experiments;
  std::optional<Holdout> holdout;
  std::optional<Checked> checked;  ///< absent: not checked yet
};

}  // namespace aftermint
