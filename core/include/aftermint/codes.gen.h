/**
 * @file The fixed codes of the wire. Written by `npm run codes` from core/codes.json; do not edit.
 */
// clang-format off
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

// Codes that only tools and servers use: the page's module does not carry them.
#if AFTERMINT_PAGE
#define AFTERMINT_AUTHORING_CODE(code) std::string_view()
#else
#define AFTERMINT_AUTHORING_CODE(code) code
#endif

namespace aftermint {

/** The codes of an enumeration, for tables: `Codes<E>::all[i]` is the code of the enumerator `E(i)`. */
template <class E>
struct Codes;

/** The three types of offers (docs/craft.md). */
enum class OfferType : std::uint8_t {
  Upsell,  ///< a better or larger version of the thing just bought
  CrossSell,  ///< something that makes the thing bought more useful
  Bundle,  ///< two or more related products for less than their separate prices
};

/** The codes of `OfferType` on the wire, by enumerator. */
inline constexpr std::array<std::string_view, 3> kOfferTypeCodes = {
    "upsell",
    "cross_sell",
    "bundle",
};

/** What they mean, for people; unused ones cost nothing. */
inline constexpr std::array<std::string_view, 3> kOfferTypeMeanings = {
    "a better or larger version of the thing just bought",
    "something that makes the thing bought more useful",
    "two or more related products for less than their separate prices",
};

template <>
struct Codes<OfferType> {
  static constexpr std::string_view name = "OfferType";
  static constexpr std::span<const std::string_view> all{kOfferTypeCodes};
  static constexpr std::span<const std::string_view> meanings{kOfferTypeMeanings};
};

/** Where an offer is shown. */
enum class Placement : std::uint8_t {
  ProductPage,  ///< browsing, nothing committed yet
  Checkout,  ///< the order bump
  PostPurchase,  ///< after payment, one click
  ThankYou,  ///< after payment, by a link
  Email,  ///< the confirmation email
};

/** The codes of `Placement` on the wire, by enumerator. */
inline constexpr std::array<std::string_view, 5> kPlacementCodes = {
    "product_page",
    "checkout",
    "post_purchase",
    "thank_you",
    "email",
};

/** What they mean, for people; unused ones cost nothing. */
inline constexpr std::array<std::string_view, 5> kPlacementMeanings = {
    "browsing, nothing committed yet",
    "the order bump",
    "after payment, one click",
    "after payment, by a link",
    "the confirmation email",
};

template <>
struct Codes<Placement> {
  static constexpr std::string_view name = "Placement";
  static constexpr std::span<const std::string_view> all{kPlacementCodes};
  static constexpr std::span<const std::string_view> meanings{kPlacementMeanings};
};

/** How a product is used, which decides the types of offers that suit it. */
enum class ProductKind : std::uint8_t {
  Durable,  ///< kept and used with accessories
  Consumable,  ///< used up and bought again
  Experience,  ///< a course, a service, a ticket
};

/** The codes of `ProductKind` on the wire, by enumerator. */
inline constexpr std::array<std::string_view, 3> kProductKindCodes = {
    "durable",
    "consumable",
    "experience",
};

/** What they mean, for people; unused ones cost nothing. */
inline constexpr std::array<std::string_view, 3> kProductKindMeanings = {
    "kept and used with accessories",
    "used up and bought again",
    "a course, a service, a ticket",
};

template <>
struct Codes<ProductKind> {
  static constexpr std::string_view name = "ProductKind";
  static constexpr std::span<const std::string_view> all{kProductKindCodes};
  static constexpr std::span<const std::string_view> meanings{kProductKindMeanings};
};

/** The unit of the period after which a recurring item is charged again. */
enum class Interval : std::uint8_t {
  Day,  ///< days
  Week,  ///< weeks
  Month,  ///< months
  Year,  ///< years
};

/** The codes of `Interval` on the wire, by enumerator. */
inline constexpr std::array<std::string_view, 4> kIntervalCodes = {
    "day",
    "week",
    "month",
    "year",
};

/** What they mean, for people; unused ones cost nothing. */
inline constexpr std::array<std::string_view, 4> kIntervalMeanings = {
    "days",
    "weeks",
    "months",
    "years",
};

template <>
struct Codes<Interval> {
  static constexpr std::string_view name = "Interval";
  static constexpr std::span<const std::string_view> all{kIntervalCodes};
  static constexpr std::span<const std::string_view> meanings{kIntervalMeanings};
};

/** How the price of an offer is determined. */
enum class PriceKind : std::uint8_t {
  List,  ///< the sum of the items' own prices
  Fixed,  ///< a fixed amount
  PercentOff,  ///< the list price less a percentage in basis points
};

/** The codes of `PriceKind` on the wire, by enumerator. */
inline constexpr std::array<std::string_view, 3> kPriceKindCodes = {
    "list",
    "fixed",
    "percent_off",
};

/** What they mean, for people; unused ones cost nothing. */
inline constexpr std::array<std::string_view, 3> kPriceKindMeanings = {
    "the sum of the items' own prices",
    "a fixed amount",
    "the list price less a percentage in basis points",
};

template <>
struct Codes<PriceKind> {
  static constexpr std::string_view name = "PriceKind";
  static constexpr std::span<const std::string_view> all{kPriceKindCodes};
  static constexpr std::span<const std::string_view> meanings{kPriceKindMeanings};
};

/** The state of the order, as the shop says. */
enum class OrderStatus : std::uint8_t {
  Open,  ///< not sent yet
  Pending,  ///< sent, payment not confirmed yet
  Paid,  ///< paid and final
  Cancelled,  ///< cancelled or voided
  Refunded,  ///< paid back
};

/** The codes of `OrderStatus` on the wire, by enumerator. */
inline constexpr std::array<std::string_view, 5> kOrderStatusCodes = {
    "open",
    "pending",
    "paid",
    "cancelled",
    "refunded",
};

/** What they mean, for people; unused ones cost nothing. */
inline constexpr std::array<std::string_view, 5> kOrderStatusMeanings = {
    "not sent yet",
    "sent, payment not confirmed yet",
    "paid and final",
    "cancelled or voided",
    "paid back",
};

template <>
struct Codes<OrderStatus> {
  static constexpr std::string_view name = "OrderStatus";
  static constexpr std::span<const std::string_view> all{kOrderStatusCodes};
  static constexpr std::span<const std::string_view> meanings{kOrderStatusMeanings};
};

/** The one thing an experiment changes. */
enum class Variable : std::uint8_t {
  Product,  ///< the items offered
  Price,  ///< the price
  Headline,  ///< the headline
  Placement,  ///< the placements
};

/** The codes of `Variable` on the wire, by enumerator. */
inline constexpr std::array<std::string_view, 4> kVariableCodes = {
    "product",
    "price",
    "headline",
    "placement",
};

/** What they mean, for people; unused ones cost nothing. */
inline constexpr std::array<std::string_view, 4> kVariableMeanings = {
    "the items offered",
    "the price",
    "the headline",
    "the placements",
};

template <>
struct Codes<Variable> {
  static constexpr std::string_view name = "Variable";
  static constexpr std::span<const std::string_view> all{kVariableCodes};
  static constexpr std::span<const std::string_view> meanings{kVariableMeanings};
};

/** How an offer is related to what was bought, the strongest relation first. */
enum class Relation : std::uint8_t {
  Upgrade,  ///< an offered product declares upgradeOf the product bought
  Complement,  ///< the product bought declares the offered one in complements
  Bundle,  ///< the product bought declares the offered one in bundles
  Product,  ///< the offer names the product bought
  Category,  ///< the offer names its category
  Tag,  ///< the offer names one of its tags
};

/** The codes of `Relation` on the wire, by enumerator. */
inline constexpr std::array<std::string_view, 6> kRelationCodes = {
    "upgrade",
    "complement",
    "bundle",
    "product",
    "category",
    "tag",
};

/** What they mean, for people; unused ones cost nothing. */
inline constexpr std::array<std::string_view, 6> kRelationMeanings = {
    "an offered product declares upgradeOf the product bought",
    "the product bought declares the offered one in complements",
    "the product bought declares the offered one in bundles",
    "the offer names the product bought",
    "the offer names its category",
    "the offer names one of its tags",
};

template <>
struct Codes<Relation> {
  static constexpr std::string_view name = "Relation";
  static constexpr std::span<const std::string_view> all{kRelationCodes};
  static constexpr std::span<const std::string_view> meanings{kRelationMeanings};
};

/** How an offer is accepted. */
enum class Path : std::uint8_t {
  Form,  ///< a checkbox in the merchant's own form, paid together with the order
  OneClick,  ///< charged with the payment method of the order
  Link,  ///< a link to a page where it can be bought
};

/** The codes of `Path` on the wire, by enumerator. */
inline constexpr std::array<std::string_view, 3> kPathCodes = {
    "form",
    "one_click",
    "link",
};

/** What they mean, for people; unused ones cost nothing. */
inline constexpr std::array<std::string_view, 3> kPathMeanings = {
    "a checkbox in the merchant's own form, paid together with the order",
    "charged with the payment method of the order",
    "a link to a page where it can be bought",
};

template <>
struct Codes<Path> {
  static constexpr std::string_view name = "Path";
  static constexpr std::span<const std::string_view> all{kPathCodes};
  static constexpr std::span<const std::string_view> meanings{kPathMeanings};
};

/** The parts of an offer's copy. */
enum class CopyField : std::uint8_t {
  Decline,  ///< the label of the decline button
  Headline,  ///< the headline
  Benefit,  ///< the benefit for somebody who just bought this
  Accept,  ///< the label of the accept button
};

/** The codes of `CopyField` on the wire, by enumerator. */
inline constexpr std::array<std::string_view, 4> kCopyFieldCodes = {
    "decline",
    "headline",
    "benefit",
    "accept",
};

/** What they mean, for people; unused ones cost nothing. */
inline constexpr std::array<std::string_view, 4> kCopyFieldMeanings = {
    "the label of the decline button",
    "the headline",
    "the benefit for somebody who just bought this",
    "the label of the accept button",
};

template <>
struct Codes<CopyField> {
  static constexpr std::string_view name = "CopyField";
  static constexpr std::span<const std::string_view> all{kCopyFieldCodes};
  static constexpr std::span<const std::string_view> meanings{kCopyFieldMeanings};
};

/** Why one click is not possible at a moment. */
enum class Barrier : std::uint8_t {
  NotAllowed,  ///< the platform says that this payment method cannot be charged again
  Expired,  ///< the time in which it could be charged again is over
  Currency,  ///< it can be charged again in another currency only
};

/** The codes of `Barrier` on the wire, by enumerator. */
inline constexpr std::array<std::string_view, 3> kBarrierCodes = {
    "not_allowed",
    "expired",
    "currency",
};

/** What they mean, for people; unused ones cost nothing. */
inline constexpr std::array<std::string_view, 3> kBarrierMeanings = {
    "the platform says that this payment method cannot be charged again",
    "the time in which it could be charged again is over",
    "it can be charged again in another currency only",
};

template <>
struct Codes<Barrier> {
  static constexpr std::string_view name = "Barrier";
  static constexpr std::span<const std::string_view> all{kBarrierCodes};
  static constexpr std::span<const std::string_view> meanings{kBarrierMeanings};
};

/** What happened to a candidate. */
enum class Verdict : std::uint8_t {
  Chosen,  ///< shown
  Withheld,  ///< would have been shown, but the visitor is in the holdout or in an arm that is not shown here
  Outranked,  ///< could have been shown, but another offer was better
  Refused,  ///< may not be shown
};

/** The codes of `Verdict` on the wire, by enumerator. */
inline constexpr std::array<std::string_view, 4> kVerdictCodes = {
    "chosen",
    "withheld",
    "outranked",
    "refused",
};

/** What they mean, for people; unused ones cost nothing. */
inline constexpr std::array<std::string_view, 4> kVerdictMeanings = {
    "shown",
    "would have been shown, but the visitor is in the holdout or in an arm that is not shown here",
    "could have been shown, but another offer was better",
    "may not be shown",
};

template <>
struct Codes<Verdict> {
  static constexpr std::string_view name = "Verdict";
  static constexpr std::span<const std::string_view> all{kVerdictCodes};
  static constexpr std::span<const std::string_view> meanings{kVerdictMeanings};
};

/** The reason for a decision or a refusal. */
enum class Reason : std::uint8_t {
  Offered,  ///< an offer was made
  Holdout,  ///< the visitor is in the holdout: nothing is shown, and that is measured
  Control,  ///< the visitor's arm of an experiment is not shown here, and that is measured
  NoCandidates,  ///< no offer is related to anything in the order
  AllRefused,  ///< every candidate was refused
  OrderNotPaid,  ///< a post-purchase moment needs a paid order
  OrderEmpty,  ///< the order has no lines of its own
  OrderClosed,  ///< the order is cancelled or refunded
  Currency,  ///< the order is in another currency than the book
  WindowClosed,  ///< the time for offers after the payment is over
  Placement,  ///< the offer is not for this placement
  Relevance,  ///< the items of the visitor's arm are not related to the order
  NotApproved,  ///< a proposal that no person has approved
  InOrder,  ///< an offered product is already in the order
  Seller,  ///< an offered product is sold by someone other than the merchant
  Stock,  ///< an offered product has too little stock
  QuantityLimit,  ///< the order would have more pieces of a product than are allowed
  Recurring,  ///< a recurring item without terms, or at a placement that cannot ask for separate consent
  Condition,  ///< the condition does not hold
  Schedule,  ///< outside the offer's schedule
  Frequency,  ///< shown to this visitor as often as the cap allows
  Declined,  ///< declined before in this order
  DeclinedBefore,  ///< declined in an earlier order not long ago
  Accepted,  ///< an offer was already accepted in this order
  PriceBand,  ///< the price is outside the price band for the order's value
  TypePlacement,  ///< this type of offer is not allowed at this placement
  NoCopy,  ///< no copy in the shopper's language or the book's language
  NoLink,  ///< one click is not possible and the offer has no link
  Finding,  ///< the check of the book found an error in it
  ConsentMissing,  ///< a recurring item without the consent that it needs
  Preview,  ///< a preview for the owner, in which nothing can be bought
  Relation,  ///< ranked lower by its relation to the order
  ExpectedValue,  ///< ranked lower by expected net value
  Priority,  ///< ranked lower by priority
  Id,  ///< ranked lower by id, all else equal
};

/** The codes of `Reason` on the wire, by enumerator. */
inline constexpr std::array<std::string_view, 35> kReasonCodes = {
    "offered",
    "holdout",
    "control",
    "no_candidates",
    "all_refused",
    "order_not_paid",
    "order_empty",
    "order_closed",
    "currency",
    "window_closed",
    "placement",
    "relevance",
    "not_approved",
    "in_order",
    "seller",
    "stock",
    "quantity_limit",
    "recurring",
    "condition",
    "schedule",
    "frequency",
    "declined",
    "declined_before",
    "accepted",
    "price_band",
    "type_placement",
    "no_copy",
    "no_link",
    "finding",
    "consent_missing",
    "preview",
    "relation",
    "expected_value",
    "priority",
    "id",
};

/** What they mean, for people; unused ones cost nothing. */
inline constexpr std::array<std::string_view, 35> kReasonMeanings = {
    "an offer was made",
    "the visitor is in the holdout: nothing is shown, and that is measured",
    "the visitor's arm of an experiment is not shown here, and that is measured",
    "no offer is related to anything in the order",
    "every candidate was refused",
    "a post-purchase moment needs a paid order",
    "the order has no lines of its own",
    "the order is cancelled or refunded",
    "the order is in another currency than the book",
    "the time for offers after the payment is over",
    "the offer is not for this placement",
    "the items of the visitor's arm are not related to the order",
    "a proposal that no person has approved",
    "an offered product is already in the order",
    "an offered product is sold by someone other than the merchant",
    "an offered product has too little stock",
    "the order would have more pieces of a product than are allowed",
    "a recurring item without terms, or at a placement that cannot ask for separate consent",
    "the condition does not hold",
    "outside the offer's schedule",
    "shown to this visitor as often as the cap allows",
    "declined before in this order",
    "declined in an earlier order not long ago",
    "an offer was already accepted in this order",
    "the price is outside the price band for the order's value",
    "this type of offer is not allowed at this placement",
    "no copy in the shopper's language or the book's language",
    "one click is not possible and the offer has no link",
    "the check of the book found an error in it",
    "a recurring item without the consent that it needs",
    "a preview for the owner, in which nothing can be bought",
    "ranked lower by its relation to the order",
    "ranked lower by expected net value",
    "ranked lower by priority",
    "ranked lower by id, all else equal",
};

template <>
struct Codes<Reason> {
  static constexpr std::string_view name = "Reason";
  static constexpr std::span<const std::string_view> all{kReasonCodes};
  static constexpr std::span<const std::string_view> meanings{kReasonMeanings};
};

/** The server's verdict on an accept, before it charges. */
enum class AcceptVerdict : std::uint8_t {
  Accepted,  ///< the offer holds at the price shown
  PriceChanged,  ///< the offer holds at another price: nothing is charged
  Unavailable,  ///< the offer does not hold any more
};

/** The codes of `AcceptVerdict` on the wire, by enumerator. */
inline constexpr std::array<std::string_view, 3> kAcceptVerdictCodes = {
    "accepted",
    "price_changed",
    "unavailable",
};

/** What they mean, for people; unused ones cost nothing. */
inline constexpr std::array<std::string_view, 3> kAcceptVerdictMeanings = {
    "the offer holds at the price shown",
    "the offer holds at another price: nothing is charged",
    "the offer does not hold any more",
};

template <>
struct Codes<AcceptVerdict> {
  static constexpr std::string_view name = "AcceptVerdict";
  static constexpr std::span<const std::string_view> all{kAcceptVerdictCodes};
  static constexpr std::span<const std::string_view> meanings{kAcceptVerdictMeanings};
};

/** What the accept endpoint answers. */
enum class AcceptStatus : std::uint8_t {
  Accepted,  ///< charged and added
  Processing,  ///< sent, ask again by key
  RequiresAction,  ///< the shopper must confirm with the bank
  Declined,  ///< the payment was refused
  PriceChanged,  ///< another price now, nothing charged
  Unavailable,  ///< no longer available, nothing charged
  Undone,  ///< taken back
  UndoClosed,  ///< the time to take it back is over
  Unknown,  ///< the key is unknown
};

/** The codes of `AcceptStatus` on the wire, by enumerator. */
inline constexpr std::array<std::string_view, 9> kAcceptStatusCodes = {
    "accepted",
    "processing",
    "requires_action",
    "declined",
    "price_changed",
    "unavailable",
    "undone",
    "undo_closed",
    "unknown",
};

/** What they mean, for people; unused ones cost nothing. */
inline constexpr std::array<std::string_view, 9> kAcceptStatusMeanings = {
    "charged and added",
    "sent, ask again by key",
    "the shopper must confirm with the bank",
    "the payment was refused",
    "another price now, nothing charged",
    "no longer available, nothing charged",
    "taken back",
    "the time to take it back is over",
    "the key is unknown",
};

template <>
struct Codes<AcceptStatus> {
  static constexpr std::string_view name = "AcceptStatus";
  static constexpr std::span<const std::string_view> all{kAcceptStatusCodes};
  static constexpr std::span<const std::string_view> meanings{kAcceptStatusMeanings};
};

/** Why the server cannot use a request. */
enum class RequestFault : std::uint8_t {
  BatchInvalid,  ///< not a CloudEvents batch, or no event in it can be used
  BodyInvalid,  ///< not in the format of this request
  KeyMissing,  ///< no Idempotency-Key, or one that cannot be used
  KeyReused,  ///< the Idempotency-Key was used before with another request
  TicketInvalid,  ///< the ticket was not issued for this order
  NotFound,  ///< there is nothing at this address
  MethodNotAllowed,  ///< the address does not support this method
  RequestInvalid,  ///< not valid HTTP
  RequestTooLarge,  ///< more bytes than this address accepts
  LengthRequired,  ///< a body without a length
  Unauthorized,  ///< the request needs the server's API key
  OriginRefused,  ///< the request came from a page of an origin that may not send it
  TooManyRequests,  ///< more than the server accepts at once; send it again after Retry-After
  SignatureInvalid,  ///< the Aftermint-Signature was not made with a key of this server over this body
  SignatureExpired,  ///< the Aftermint-Signature is older or newer than five minutes
  ServerUnavailable,  ///< the server cannot do it now; it is safe to try again
};

/** The codes of `RequestFault` on the wire, by enumerator. */
inline constexpr std::array<std::string_view, 16> kRequestFaultCodes = {
    "batch_invalid",
    "body_invalid",
    "key_missing",
    "key_reused",
    "ticket_invalid",
    "not_found",
    "method_not_allowed",
    "request_invalid",
    "request_too_large",
    "length_required",
    "unauthorized",
    "origin_refused",
    "too_many_requests",
    "signature_invalid",
    "signature_expired",
    "server_unavailable",
};

/** What they mean, for people; unused ones cost nothing. */
inline constexpr std::array<std::string_view, 16> kRequestFaultMeanings = {
    "not a CloudEvents batch, or no event in it can be used",
    "not in the format of this request",
    "no Idempotency-Key, or one that cannot be used",
    "the Idempotency-Key was used before with another request",
    "the ticket was not issued for this order",
    "there is nothing at this address",
    "the address does not support this method",
    "not valid HTTP",
    "more bytes than this address accepts",
    "a body without a length",
    "the request needs the server's API key",
    "the request came from a page of an origin that may not send it",
    "more than the server accepts at once; send it again after Retry-After",
    "the Aftermint-Signature was not made with a key of this server over this body",
    "the Aftermint-Signature is older or newer than five minutes",
    "the server cannot do it now; it is safe to try again",
};

template <>
struct Codes<RequestFault> {
  static constexpr std::string_view name = "RequestFault";
  static constexpr std::span<const std::string_view> all{kRequestFaultCodes};
  static constexpr std::span<const std::string_view> meanings{kRequestFaultMeanings};
};

/** Why events of pages do not count. The meanings go on from their number: 12 events were malformed. */
enum class LeftOut : std::uint8_t {
  EventInvalid,  ///< were malformed
  OfferUnknown,  ///< named an offer that no book had
  PlacementUnknown,  ///< named a placement where the offer is not made
  ArmWrong,  ///< named another arm than that of their visitor
  Bot,  ///< came from bots
  TooMany,  ///< were more than one address or visitor may send at once
  TokenMissing,  ///< had no valid page token
  OrderUnknown,  ///< are assignments to orders that your server has not sent
};

/** The codes of `LeftOut` on the wire, by enumerator. */
inline constexpr std::array<std::string_view, 8> kLeftOutCodes = {
    "event_invalid",
    "offer_unknown",
    "placement_unknown",
    "arm_wrong",
    "bot",
    "too_many",
    "token_missing",
    "order_unknown",
};

/** What they mean, for people; unused ones cost nothing. */
inline constexpr std::array<std::string_view, 8> kLeftOutMeanings = {
    "were malformed",
    "named an offer that no book had",
    "named a placement where the offer is not made",
    "named another arm than that of their visitor",
    "came from bots",
    "were more than one address or visitor may send at once",
    "had no valid page token",
    "are assignments to orders that your server has not sent",
};

template <>
struct Codes<LeftOut> {
  static constexpr std::string_view name = "LeftOut";
  static constexpr std::span<const std::string_view> all{kLeftOutCodes};
  static constexpr std::span<const std::string_view> meanings{kLeftOutMeanings};
};

/** Why an order or a refund of a file is not written into the store. */
enum class OrderLeftOut : std::uint8_t {
  CalledOff,  ///< an order that was cancelled or not paid, and that the store does not have
  Unpriced,  ///< an order whose amount is not complete
  Untimed,  ///< an order or a refund without a time
  Unfit,  ///< an id of more than 256 bytes or with control characters, or an amount that is too large
  UnknownOrder,  ///< a refund of an order that is neither in the file nor in the store
};

/** The codes of `OrderLeftOut` on the wire, by enumerator. */
inline constexpr std::array<std::string_view, 5> kOrderLeftOutCodes = {
    "called_off",
    "unpriced",
    "untimed",
    "unfit",
    "unknown_order",
};

/** What they mean, for people; unused ones cost nothing. */
inline constexpr std::array<std::string_view, 5> kOrderLeftOutMeanings = {
    "an order that was cancelled or not paid, and that the store does not have",
    "an order whose amount is not complete",
    "an order or a refund without a time",
    "an id of more than 256 bytes or with control characters, or an amount that is too large",
    "a refund of an order that is neither in the file nor in the store",
};

template <>
struct Codes<OrderLeftOut> {
  static constexpr std::string_view name = "OrderLeftOut";
  static constexpr std::span<const std::string_view> all{kOrderLeftOutCodes};
  static constexpr std::span<const std::string_view> meanings{kOrderLeftOutMeanings};
};

/** Whether a shopper bought here before. */
enum class Buyer : std::uint8_t {
  First,  ///< their first order
  Returning,  ///< they have ordered before
};

/** The codes of `Buyer` on the wire, by enumerator. */
inline constexpr std::array<std::string_view, 2> kBuyerCodes = {
    "first",
    "returning",
};

/** What they mean, for people; unused ones cost nothing. */
inline constexpr std::array<std::string_view, 2> kBuyerMeanings = {
    "their first order",
    "they have ordered before",
};

template <>
struct Codes<Buyer> {
  static constexpr std::string_view name = "Buyer";
  static constexpr std::span<const std::string_view> all{kBuyerCodes};
  static constexpr std::span<const std::string_view> meanings{kBuyerMeanings};
};

/** Why money went back. */
enum class RefundReason : std::uint8_t {
  Return,  ///< the shopper sent something back
  Chargeback,  ///< the bank took it back
  Cancelled,  ///< the order or a part of it was cancelled
  Other,  ///< something else
};

/** The codes of `RefundReason` on the wire, by enumerator. */
inline constexpr std::array<std::string_view, 4> kRefundReasonCodes = {
    "return",
    "chargeback",
    "cancelled",
    "other",
};

/** What they mean, for people; unused ones cost nothing. */
inline constexpr std::array<std::string_view, 4> kRefundReasonMeanings = {
    "the shopper sent something back",
    "the bank took it back",
    "the order or a part of it was cancelled",
    "something else",
};

template <>
struct Codes<RefundReason> {
  static constexpr std::string_view name = "RefundReason";
  static constexpr std::span<const std::string_view> all{kRefundReasonCodes};
  static constexpr std::span<const std::string_view> meanings{kRefundReasonMeanings};
};

/** What happened; in JSON with the prefix `aftermint.`. */
enum class EventType : std::uint8_t {
  Assignment,  ///< a visitor was assigned to an arm or to the holdout, where some arm shows an offer
  Exposure,  ///< half the view was visible for a second, or the shopper used it
  Control,  ///< a holdout or control visitor met the moment; only older pages send it
  Accept,  ///< the shopper said yes
  Decline,  ///< the shopper said no thank you
  Undo,  ///< the shopper took an accept back
  Checkout,  ///< a checkout was opened
  Order,  ///< an order was paid
  Refund,  ///< money went back
  Ineligible,  ///< an offer could not be made here, with the reason
  Fault,  ///< something failed and the shopper did not notice
};

/** The codes of `EventType` on the wire, by enumerator. */
inline constexpr std::array<std::string_view, 11> kEventTypeCodes = {
    "assignment",
    "exposure",
    "control",
    "accept",
    "decline",
    "undo",
    "checkout",
    "order",
    "refund",
    "ineligible",
    "fault",
};

/** What they mean, for people; unused ones cost nothing. */
inline constexpr std::array<std::string_view, 11> kEventTypeMeanings = {
    "a visitor was assigned to an arm or to the holdout, where some arm shows an offer",
    "half the view was visible for a second, or the shopper used it",
    "a holdout or control visitor met the moment; only older pages send it",
    "the shopper said yes",
    "the shopper said no thank you",
    "the shopper took an accept back",
    "a checkout was opened",
    "an order was paid",
    "money went back",
    "an offer could not be made here, with the reason",
    "something failed and the shopper did not notice",
};

template <>
struct Codes<EventType> {
  static constexpr std::string_view name = "EventType";
  static constexpr std::span<const std::string_view> all{kEventTypeCodes};
  static constexpr std::span<const std::string_view> meanings{kEventTypeMeanings};
};

/** What the figures of an arm say to do (docs/results.md). */
enum class ReadingVerdict : std::uint8_t {
  TooEarly,  ///< too few orders or days to judge
  Stop,  ///< it costs sales or money: take it out
  Broken,  ///< visitors are not spread as intended: find out why before reading any figure
  RelevanceOrFraming,  ///< few of those who see it take it: it does not fit, or does not say what it improves
  Friction,  ///< accepting takes too many steps
  PriceOrFraming,  ///< an order bump few tick: its price is high beside the order, or its benefit is unclear
  Working,  ///< it earns more than the baseline
  RaiseValue,  ///< it earns more, and its take-rate is high enough to test a more valuable offer
  Replicate,  ///< it earns more, and fits so well that other products should get one like it
  Undecided,  ///< enough data, but no difference in value that is safe to name
};

/** The codes of `ReadingVerdict` on the wire, by enumerator. */
inline constexpr std::array<std::string_view, 10> kReadingVerdictCodes = {
    "too_early",
    "stop",
    "broken",
    "relevance_or_framing",
    "friction",
    "price_or_framing",
    "working",
    "raise_value",
    "replicate",
    "undecided",
};

/** What they mean, for people; unused ones cost nothing. */
inline constexpr std::array<std::string_view, 10> kReadingVerdictMeanings = {
    "too few orders or days to judge",
    "it costs sales or money: take it out",
    "visitors are not spread as intended: find out why before reading any figure",
    "few of those who see it take it: it does not fit, or does not say what it improves",
    "accepting takes too many steps",
    "an order bump few tick: its price is high beside the order, or its benefit is unclear",
    "it earns more than the baseline",
    "it earns more, and its take-rate is high enough to test a more valuable offer",
    "it earns more, and fits so well that other products should get one like it",
    "enough data, but no difference in value that is safe to name",
};

template <>
struct Codes<ReadingVerdict> {
  static constexpr std::string_view name = "ReadingVerdict";
  static constexpr std::span<const std::string_view> all{kReadingVerdictCodes};
  static constexpr std::span<const std::string_view> meanings{kReadingVerdictMeanings};
};

/** How sure a verdict is. */
enum class Certainty : std::uint8_t {
  EveryLook,  ///< it holds however often somebody looks
  OneLook,  ///< it holds for a single look at the planned end
  None,  ///< the figures cannot tell yet
};

/** The codes of `Certainty` on the wire, by enumerator. */
inline constexpr std::array<std::string_view, 3> kCertaintyCodes = {
    "every_look",
    "one_look",
    "none",
};

/** What they mean, for people; unused ones cost nothing. */
inline constexpr std::array<std::string_view, 3> kCertaintyMeanings = {
    "it holds however often somebody looks",
    "it holds for a single look at the planned end",
    "the figures cannot tell yet",
};

template <>
struct Codes<Certainty> {
  static constexpr std::string_view name = "Certainty";
  static constexpr std::span<const std::string_view> all{kCertaintyCodes};
  static constexpr std::span<const std::string_view> meanings{kCertaintyMeanings};
};

/** How serious a finding is. */
enum class Severity : std::uint8_t {
  Error,  ///< must be fixed: an offer with it is never shown
  Warning,  ///< a person should look at it
  Info,  ///< good to know
};

/** The codes of `Severity` on the wire, by enumerator. */
inline constexpr std::array<std::string_view, 3> kSeverityCodes = {
    "error",
    "warning",
    "info",
};

/** What they mean, for people; unused ones cost nothing. */
inline constexpr std::array<std::string_view, 3> kSeverityMeanings = {
    "must be fixed: an offer with it is never shown",
    "a person should look at it",
    "good to know",
};

template <>
struct Codes<Severity> {
  static constexpr std::string_view name = "Severity";
  static constexpr std::span<const std::string_view> all{kSeverityCodes};
  static constexpr std::span<const std::string_view> meanings{kSeverityMeanings};
};

/** The level a book gives to a craft rule. */
enum class RuleLevel : std::uint8_t {
  Off,  ///< not applied
  Info,  ///< worth knowing
  Warning,  ///< a person should look
  Error,  ///< an offer with it is never shown
};

/** The codes of `RuleLevel` on the wire, by enumerator. */
inline constexpr std::array<std::string_view, 4> kRuleLevelCodes = {
    "off",
    "info",
    "warning",
    "error",
};

/** What they mean, for people; unused ones cost nothing. */
inline constexpr std::array<std::string_view, 4> kRuleLevelMeanings = {
    "not applied",
    "worth knowing",
    "a person should look",
    "an offer with it is never shown",
};

template <>
struct Codes<RuleLevel> {
  static constexpr std::string_view name = "RuleLevel";
  static constexpr std::span<const std::string_view> all{kRuleLevelCodes};
  static constexpr std::span<const std::string_view> meanings{kRuleLevelMeanings};
};

/** Why an input cannot be used. */
enum class ErrorCode : std::uint8_t {
  JsonSyntax,  ///< not JSON
  BookSchema,  ///< not in the format of a book
  BookReference,  ///< a book with repeated or unknown ids, or with numbers that contradict
  MomentSchema,  ///< not in the format of a moment
  AcceptSchema,  ///< not in the format of an accept
  CopySchema,  ///< not in the format of a text to check
  CountsSchema,  ///< not in the format of counts
  TooLarge,  ///< more bytes or entries than the limit
  TooDeep,  ///< nested deeper than the limit
  NoBook,  ///< no book is open under that number
  FileUnreadable,  ///< the file cannot be read
  TableSchema,  ///< not a table with the columns that are needed
  PromptTemplate,  ///< a template of the prompt with a placeholder that is unknown, missing or not on a line of its own
  AnswerMissing,  ///< no answer of a language model is in the text
  AnswerSchema,  ///< not in the format of an answer
  PatchSchema,  ///< not a JSON Patch
  PatchConflict,  ///< a JSON Patch that does not fit the book
  TruthSchema,  ///< not in the format of a truth
  Usage,  ///< the command has unknown or missing options
};

/** The codes of `ErrorCode` on the wire, by enumerator. */
inline constexpr std::array<std::string_view, 19> kErrorCodeCodes = {
    "json_syntax",
    "book_schema",
    AFTERMINT_AUTHORING_CODE("book_reference"),
    "moment_schema",
    AFTERMINT_AUTHORING_CODE("accept_schema"),
    AFTERMINT_AUTHORING_CODE("copy_schema"),
    AFTERMINT_AUTHORING_CODE("counts_schema"),
    "too_large",
    "too_deep",
    "no_book",
    AFTERMINT_AUTHORING_CODE("file_unreadable"),
    AFTERMINT_AUTHORING_CODE("table_schema"),
    AFTERMINT_AUTHORING_CODE("prompt_template"),
    AFTERMINT_AUTHORING_CODE("answer_missing"),
    AFTERMINT_AUTHORING_CODE("answer_schema"),
    AFTERMINT_AUTHORING_CODE("patch_schema"),
    AFTERMINT_AUTHORING_CODE("patch_conflict"),
    AFTERMINT_AUTHORING_CODE("truth_schema"),
    AFTERMINT_AUTHORING_CODE("usage"),
};

/** What they mean, for people; unused ones cost nothing. */
inline constexpr std::array<std::string_view, 19> kErrorCodeMeanings = {
    "not JSON",
    "not in the format of a book",
    "a book with repeated or unknown ids, or with numbers that contradict",
    "not in the format of a moment",
    "not in the format of an accept",
    "not in the format of a text to check",
    "not in the format of counts",
    "more bytes or entries than the limit",
    "nested deeper than the limit",
    "no book is open under that number",
    "the file cannot be read",
    "not a table with the columns that are needed",
    "a template of the prompt with a placeholder that is unknown, missing or not on a line of its own",
    "no answer of a language model is in the text",
    "not in the format of an answer",
    "not a JSON Patch",
    "a JSON Patch that does not fit the book",
    "not in the format of a truth",
    "the command has unknown or missing options",
};

template <>
struct Codes<ErrorCode> {
  static constexpr std::string_view name = "ErrorCode";
  static constexpr std::span<const std::string_view> all{kErrorCodeCodes};
  static constexpr std::span<const std::string_view> meanings{kErrorCodeMeanings};
};

/** Why `draft` refuses an offer of an answer, in addition to the rules of `check`. */
enum class DraftCode : std::uint8_t {
  UnknownProduct,  ///< a product that the book does not have
  UnknownVariant,  ///< a variant that the product does not have
  ItemRepeated,  ///< one product twice
  ItemBought,  ///< offers what was just bought
  AlreadyOffered,  ///< the book offers these items with that product already
  PriceFree,  ///< costs nothing
  PriceAbove,  ///< costs more than its items bought separately
  Markup,  ///< a text with markup or a web address, which shoppers would see as plain text
  PlaceholderUnknown,  ///< a text with an unknown placeholder
  WordAvoided,  ///< a word or a claim that the book's brand never uses
};

/** The codes of `DraftCode` on the wire, by enumerator. */
inline constexpr std::array<std::string_view, 10> kDraftCodeCodes = {
    "unknown_product",
    "unknown_variant",
    "item_repeated",
    "item_bought",
    "already_offered",
    "price_free",
    "price_above",
    "markup",
    "placeholder_unknown",
    "word_avoided",
};

/** What they mean, for people; unused ones cost nothing. */
inline constexpr std::array<std::string_view, 10> kDraftCodeMeanings = {
    "a product that the book does not have",
    "a variant that the product does not have",
    "one product twice",
    "offers what was just bought",
    "the book offers these items with that product already",
    "costs nothing",
    "costs more than its items bought separately",
    "a text with markup or a web address, which shoppers would see as plain text",
    "a text with an unknown placeholder",
    "a word or a claim that the book's brand never uses",
};

template <>
struct Codes<DraftCode> {
  static constexpr std::string_view name = "DraftCode";
  static constexpr std::span<const std::string_view> all{kDraftCodeCodes};
  static constexpr std::span<const std::string_view> meanings{kDraftCodeMeanings};
};

/** The craft rules that `check` applies (docs/craft.md). */
enum class FindingCode : std::uint8_t {
  ConversionFirst,  ///< something that could prevent the purchase
  Relevance,  ///< no declared relation to what was bought
  ValueFraming,  ///< a benefit that names features, or nothing, instead of an outcome
  PriceUpfront,  ///< a written amount that is not the offer's price
  OneOffer,  ///< several offers in one
  Frictionless,  ///< more steps than needed, without a reward for them
  Refresh,  ///< out of date: its products have changed, or a quarter has passed
  RuleFixed,  ///< a rule that no book may weaken
  Withdrawal,  ///< no page about the right of withdrawal for that kind of product
  PriceBand,  ///< the price is outside the price band for its trigger
  HeadlineSpecific,  ///< the headline does not name the purchase
  BenefitShort,  ///< more than three sentences
  OpenerWeak,  ///< begins like an offer without a reason
  TypePlacement,  ///< this type is not allowed at this placement
  TypeKind,  ///< this type does not suit what was bought
  BundleSingle,  ///< a bundle of fewer than two products
  BundleComplex,  ///< a bundle that needs explaining
  BundlePrice,  ///< a bundle that is not below the separate prices
  Seller,  ///< sold by someone other than the merchant
  VariantMissing,  ///< a product with variants, of which none is named
  QuantityLimit,  ///< more pieces than one order may have
  StockShort,  ///< fewer pieces are in stock than are offered
  MarginAbove,  ///< a margin above the price
  NoEvidence,  ///< a margin without results: the rank depends on a built-in estimate
  UpgradePrice,  ///< an upgrade that costs less than what it replaces
  Recurring,  ///< a recurring item without terms, or where separate consent is not possible
  PriorPrice,  ///< a prior price that is not the lowest of 30 days, or not above the price
  NoCopy,  ///< no copy in the book's own language
  LanguageGap,  ///< readers of a language get another one for some offers, or an experiment's headline not at all
  LanguageMixed,  ///< two languages in one offer
  NoLink,  ///< shown where one click may not be possible, without a link
  ExperimentVariable,  ///< an arm changes something other than the experiment's variable
  ExperimentSame,  ///< an arm that is the same as the first
  ExperimentOverlap,  ///< two experiments on one offer share visitors, so two variables change at a time
  NotApproved,  ///< a proposal that no person has approved
  PatternSlow,  ///< a pattern in a condition that may never finish
  PatternInvalid,  ///< a pattern that JavaScript cannot read, or that means something other than intended
  PatternNew,  ///< a pattern that older browsers cannot read
  ConditionSense,  ///< a condition or a schedule that can never hold, or always does
  TriggerUnknown,  ///< a category or a tag in the triggers that no product has
  DeclineNeutral,  ///< a decline label that is more than a neutral no
  NoFalseUrgency,  ///< says that time or stock is short, or that many people want it
  SocialPressure,  ///< says what other people are doing right now
  Guilt,  ///< says what shoppers are, or lose, if they decline
  PayLabel,  ///< a one-click accept without a verb of paying and the amount
  HiddenCharacters,  ///< characters that are invisible, or look like others
  UnknownLanguage,  ///< a language whose copy cannot be checked
  BumpRoom,  ///< at checkout, copy that may not fit the height that the style sheet reserves
  CopyUnused,  ///< a text that is shown nowhere
};

/** The codes of `FindingCode` on the wire, by enumerator. */
inline constexpr std::array<std::string_view, 49> kFindingCodeCodes = {
    "conversion_first",
    "relevance",
    "value_framing",
    "price_upfront",
    "one_offer",
    "frictionless",
    "refresh",
    "rule_fixed",
    "withdrawal",
    "price_band",
    "headline_specific",
    "benefit_short",
    "opener_weak",
    "type_placement",
    "type_kind",
    "bundle_single",
    "bundle_complex",
    "bundle_price",
    "seller",
    "variant_missing",
    "quantity_limit",
    "stock_short",
    "margin_above",
    "no_evidence",
    "upgrade_price",
    "recurring",
    "prior_price",
    "no_copy",
    "language_gap",
    "language_mixed",
    "no_link",
    "experiment_variable",
    "experiment_same",
    "experiment_overlap",
    "not_approved",
    "pattern_slow",
    "pattern_invalid",
    "pattern_new",
    "condition_sense",
    "trigger_unknown",
    "decline_neutral",
    "no_false_urgency",
    "social_pressure",
    "guilt",
    "pay_label",
    "hidden_characters",
    "unknown_language",
    "bump_room",
    "copy_unused",
};

/** What they mean, for people; unused ones cost nothing. */
inline constexpr std::array<std::string_view, 49> kFindingCodeMeanings = {
    "something that could prevent the purchase",
    "no declared relation to what was bought",
    "a benefit that names features, or nothing, instead of an outcome",
    "a written amount that is not the offer's price",
    "several offers in one",
    "more steps than needed, without a reward for them",
    "out of date: its products have changed, or a quarter has passed",
    "a rule that no book may weaken",
    "no page about the right of withdrawal for that kind of product",
    "the price is outside the price band for its trigger",
    "the headline does not name the purchase",
    "more than three sentences",
    "begins like an offer without a reason",
    "this type is not allowed at this placement",
    "this type does not suit what was bought",
    "a bundle of fewer than two products",
    "a bundle that needs explaining",
    "a bundle that is not below the separate prices",
    "sold by someone other than the merchant",
    "a product with variants, of which none is named",
    "more pieces than one order may have",
    "fewer pieces are in stock than are offered",
    "a margin above the price",
    "a margin without results: the rank depends on a built-in estimate",
    "an upgrade that costs less than what it replaces",
    "a recurring item without terms, or where separate consent is not possible",
    "a prior price that is not the lowest of 30 days, or not above the price",
    "no copy in the book's own language",
    "readers of a language get another one for some offers, or an experiment's headline not at all",
    "two languages in one offer",
    "shown where one click may not be possible, without a link",
    "an arm changes something other than the experiment's variable",
    "an arm that is the same as the first",
    "two experiments on one offer share visitors, so two variables change at a time",
    "a proposal that no person has approved",
    "a pattern in a condition that may never finish",
    "a pattern that JavaScript cannot read, or that means something other than intended",
    "a pattern that older browsers cannot read",
    "a condition or a schedule that can never hold, or always does",
    "a category or a tag in the triggers that no product has",
    "a decline label that is more than a neutral no",
    "says that time or stock is short, or that many people want it",
    "says what other people are doing right now",
    "says what shoppers are, or lose, if they decline",
    "a one-click accept without a verb of paying and the amount",
    "characters that are invisible, or look like others",
    "a language whose copy cannot be checked",
    "at checkout, copy that may not fit the height that the style sheet reserves",
    "a text that is shown nowhere",
};

template <>
struct Codes<FindingCode> {
  static constexpr std::string_view name = "FindingCode";
  static constexpr std::span<const std::string_view> all{kFindingCodeCodes};
  static constexpr std::span<const std::string_view> meanings{kFindingCodeMeanings};
};

}  // namespace aftermint
