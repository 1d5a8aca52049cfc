/** @file What a webhook of Stripe says, as far as it matters here. */
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "aftermint/book.h"
#include "json.h"

namespace aftermint {

/** Metadata of our PaymentIntents: the idempotency key of the charge, and the order. */
inline constexpr const char* kStripeKeyMember = "aftermint_key";
inline constexpr const char* kStripeOrderMember = "aftermint_order";
/** Metadata of the shop's own PaymentIntents: the order that they pay. */
inline constexpr const char* kShopOrderMember = "order_id";

/** What an event of Stripe is about. */
enum class StripeSubject : std::uint8_t {
  Other,    ///< nothing of interest
  Payment,  ///< a PaymentIntent of ours has changed (`payment_intent.*`)
  Refund,   ///< money of a charge went back (`charge.refunded`)
  Dispute   ///< the bank took money back (`charge.dispute.*`)
};

/** An event of Stripe without what is not needed: no name, address or card is kept. */
struct StripeNotice {
  std::string id;  ///< of the event (`evt_…`)
  StripeSubject subject = StripeSubject::Other;
  std::string intent;    ///< the PaymentIntent (`pi_…`)
  std::string key;       ///< Payment: our idempotency key
  std::string charge;    ///< Refund: the charge (`ch_…`)
  std::string dispute;   ///< Dispute: its id (`du_…`)
  Minor amount = 0;      ///< Dispute
  std::string currency;  ///< Dispute: ISO 4217, upper case
  Millis created = 0;    ///< Dispute
};

/**
 * Reads the body of a webhook, whose signature was checked before.
 *
 * `Other` are types without a meaning here, PaymentIntents without our key, charges without a PaymentIntent, inquiries
 * of a bank (`warning_…`), which move no money, and disputes that were won.
 *
 * @return none for a body that is no event of Stripe, or that lacks a member that it needs
 */
[[nodiscard]] std::optional<StripeNotice> readStripeNotice(std::string_view body);

/** A notice as JSON on one line, without empty members. */
[[nodiscard]] std::string encodeStripeNotice(const StripeNotice& notice);

/** The inverse of `encodeStripeNotice`. Throws StoreError for another text. */
[[nodiscard]] StripeNotice decodeStripeNotice(const std::string& text);

/** Whether a text can be an id of Stripe: 1 to 255 letters, digits and `_`. */
[[nodiscard]] bool isStripeId(std::string_view text);

/** A member that is a text; empty if it is absent, null or something else. */
[[nodiscard]] std::string stripeText(const Json& object, const char* name);

/** A member that is a whole number from 0 to `most`; none if it is absent, something else or out of range. */
[[nodiscard]] std::optional<std::int64_t> stripeNumber(const Json& object, const char* name, std::int64_t most);

/** The id of a member that Stripe may have expanded; empty if there is none. */
[[nodiscard]] std::string stripeId(const Json& object, const char* name);

/** A member of `metadata`; empty if it is absent. */
[[nodiscard]] std::string stripeMetadata(const Json& object, const char* name);

}  // namespace aftermint
