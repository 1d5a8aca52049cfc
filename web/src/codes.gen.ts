/** @file The fixed codes on the wire. Written by `npm run codes` from core/codes.json; do not edit. */

/** The three types of offers (docs/craft.md). */
export type OfferType =
  /** a better or larger version of the thing just bought */
  | 'upsell'
  /** something that makes the thing bought more useful */
  | 'cross_sell'
  /** two or more related products for less than their separate prices */
  | 'bundle';
/** The codes of {@link OfferType}. */
export const offerTypes = /* @__PURE__ */ 'upsell cross_sell bundle'.split(' ') as readonly OfferType[];

/** Where an offer is shown. */
export type Placement =
  /** browsing, nothing committed yet */
  | 'product_page'
  /** the order bump */
  | 'checkout'
  /** after payment, one click */
  | 'post_purchase'
  /** after payment, by a link */
  | 'thank_you'
  /** the confirmation email */
  | 'email';
/** The codes of {@link Placement}. */
export const placements = /* @__PURE__ */ 'product_page checkout post_purchase thank_you email'.split(' ') as readonly Placement[];

/** How a product is used, which decides the types of offers that suit it. */
export type ProductKind =
  /** kept and used with accessories */
  | 'durable'
  /** used up and bought again */
  | 'consumable'
  /** a course, a service, a ticket */
  | 'experience';
/** The codes of {@link ProductKind}. */
export const productKinds = /* @__PURE__ */ 'durable consumable experience'.split(' ') as readonly ProductKind[];

/** The unit of the period after which a recurring item is charged again. */
export type Interval =
  /** days */
  | 'day'
  /** weeks */
  | 'week'
  /** months */
  | 'month'
  /** years */
  | 'year';
/** The codes of {@link Interval}. */
export const intervals = /* @__PURE__ */ 'day week month year'.split(' ') as readonly Interval[];

/** How the price of an offer is determined. */
export type PriceKind =
  /** the sum of the items' own prices */
  | 'list'
  /** a fixed amount */
  | 'fixed'
  /** the list price less a percentage in basis points */
  | 'percent_off';
/** The codes of {@link PriceKind}. */
export const priceKinds = /* @__PURE__ */ 'list fixed percent_off'.split(' ') as readonly PriceKind[];

/** The state of the order, as the shop says. */
export type OrderStatus =
  /** not sent yet */
  | 'open'
  /** sent, payment not confirmed yet */
  | 'pending'
  /** paid and final */
  | 'paid'
  /** cancelled or voided */
  | 'cancelled'
  /** paid back */
  | 'refunded';
/** The codes of {@link OrderStatus}. */
export const orderStatuses = /* @__PURE__ */ 'open pending paid cancelled refunded'.split(' ') as readonly OrderStatus[];

/** The one thing an experiment changes. */
export type Variable =
  /** the items offered */
  | 'product'
  /** the price */
  | 'price'
  /** the headline */
  | 'headline'
  /** the placements */
  | 'placement';
/** The codes of {@link Variable}. */
export const variables = /* @__PURE__ */ 'product price headline placement'.split(' ') as readonly Variable[];

/** How an offer is related to what was bought, the strongest relation first. */
export type Relation =
  /** an offered product declares upgradeOf the product bought */
  | 'upgrade'
  /** the product bought declares the offered one in complements */
  | 'complement'
  /** the product bought declares the offered one in bundles */
  | 'bundle'
  /** the offer names the product bought */
  | 'product'
  /** the offer names its category */
  | 'category'
  /** the offer names one of its tags */
  | 'tag';
/** The codes of {@link Relation}. */
export const relations = /* @__PURE__ */ 'upgrade complement bundle product category tag'.split(' ') as readonly Relation[];

/** How an offer is accepted. */
export type Path =
  /** a checkbox in the merchant's own form, paid together with the order */
  | 'form'
  /** charged with the payment method of the order */
  | 'one_click'
  /** a link to a page where it can be bought */
  | 'link';
/** The codes of {@link Path}. */
export const paths = /* @__PURE__ */ 'form one_click link'.split(' ') as readonly Path[];

/** The parts of an offer's copy. */
export type CopyField =
  /** the label of the decline button */
  | 'decline'
  /** the headline */
  | 'headline'
  /** the benefit for somebody who just bought this */
  | 'benefit'
  /** the label of the accept button */
  | 'accept';
/** The codes of {@link CopyField}. */
export const copyFields = /* @__PURE__ */ 'decline headline benefit accept'.split(' ') as readonly CopyField[];

/** Why one click is not possible at a moment. */
export type Barrier =
  /** the platform says that this payment method cannot be charged again */
  | 'not_allowed'
  /** the time in which it could be charged again is over */
  | 'expired'
  /** it can be charged again in another currency only */
  | 'currency';
/** The codes of {@link Barrier}. */
export const barriers = /* @__PURE__ */ 'not_allowed expired currency'.split(' ') as readonly Barrier[];

/** What happened to a candidate. */
export type Verdict =
  /** shown */
  | 'chosen'
  /** would have been shown, but the visitor is in the holdout or in an arm that is not shown here */
  | 'withheld'
  /** could have been shown, but another offer was better */
  | 'outranked'
  /** may not be shown */
  | 'refused';
/** The codes of {@link Verdict}. */
export const verdicts = /* @__PURE__ */ 'chosen withheld outranked refused'.split(' ') as readonly Verdict[];

/** The reason for a decision or a refusal. */
export type Reason =
  /** an offer was made */
  | 'offered'
  /** the visitor is in the holdout: nothing is shown, and that is measured */
  | 'holdout'
  /** the visitor's arm of an experiment is not shown here, and that is measured */
  | 'control'
  /** no offer is related to anything in the order */
  | 'no_candidates'
  /** every candidate was refused */
  | 'all_refused'
  /** a post-purchase moment needs a paid order */
  | 'order_not_paid'
  /** the order has no lines of its own */
  | 'order_empty'
  /** the order is cancelled or refunded */
  | 'order_closed'
  /** the order is in another currency than the book */
  | 'currency'
  /** the time for offers after the payment is over */
  | 'window_closed'
  /** the offer is not for this placement */
  | 'placement'
  /** the items of the visitor's arm are not related to the order */
  | 'relevance'
  /** a proposal that no person has approved */
  | 'not_approved'
  /** an offered product is already in the order */
  | 'in_order'
  /** an offered product is sold by someone other than the merchant */
  | 'seller'
  /** an offered product has too little stock */
  | 'stock'
  /** the order would have more pieces of a product than are allowed */
  | 'quantity_limit'
  /** a recurring item without terms, or at a placement that cannot ask for separate consent */
  | 'recurring'
  /** the condition does not hold */
  | 'condition'
  /** outside the offer's schedule */
  | 'schedule'
  /** shown to this visitor as often as the cap allows */
  | 'frequency'
  /** declined before in this order */
  | 'declined'
  /** declined in an earlier order not long ago */
  | 'declined_before'
  /** an offer was already accepted in this order */
  | 'accepted'
  /** the price is outside the price band for the order's value */
  | 'price_band'
  /** this type of offer is not allowed at this placement */
  | 'type_placement'
  /** no copy in the shopper's language or the book's language */
  | 'no_copy'
  /** one click is not possible and the offer has no link */
  | 'no_link'
  /** the check of the book found an error in it */
  | 'finding'
  /** a recurring item without the consent that it needs */
  | 'consent_missing'
  /** a preview for the owner, in which nothing can be bought */
  | 'preview'
  /** ranked lower by its relation to the order */
  | 'relation'
  /** ranked lower by expected net value */
  | 'expected_value'
  /** ranked lower by priority */
  | 'priority'
  /** ranked lower by id, all else equal */
  | 'id';
/** The codes of {@link Reason}. */
export const reasons = /* @__PURE__ */ 'offered holdout control no_candidates all_refused order_not_paid order_empty order_closed currency window_closed placement relevance not_approved in_order seller stock quantity_limit recurring condition schedule frequency declined declined_before accepted price_band type_placement no_copy no_link finding consent_missing preview relation expected_value priority id'.split(' ') as readonly Reason[];

/** The server's verdict on an accept, before it charges. */
export type AcceptVerdict =
  /** the offer holds at the price shown */
  | 'accepted'
  /** the offer holds at another price: nothing is charged */
  | 'price_changed'
  /** the offer does not hold any more */
  | 'unavailable';
/** The codes of {@link AcceptVerdict}. */
export const acceptVerdicts = /* @__PURE__ */ 'accepted price_changed unavailable'.split(' ') as readonly AcceptVerdict[];

/** What the accept endpoint answers. */
export type AcceptStatus =
  /** charged and added */
  | 'accepted'
  /** sent, ask again by key */
  | 'processing'
  /** the shopper must confirm with the bank */
  | 'requires_action'
  /** the payment was refused */
  | 'declined'
  /** another price now, nothing charged */
  | 'price_changed'
  /** no longer available, nothing charged */
  | 'unavailable'
  /** taken back */
  | 'undone'
  /** the time to take it back is over */
  | 'undo_closed'
  /** the key is unknown */
  | 'unknown';
/** The codes of {@link AcceptStatus}. */
export const acceptStatuses = /* @__PURE__ */ 'accepted processing requires_action declined price_changed unavailable undone undo_closed unknown'.split(' ') as readonly AcceptStatus[];

/** Why the server cannot use a request. */
export type RequestFault =
  /** not a CloudEvents batch, or no event in it can be used */
  | 'batch_invalid'
  /** not in the format of this request */
  | 'body_invalid'
  /** no Idempotency-Key, or one that cannot be used */
  | 'key_missing'
  /** the Idempotency-Key was used before with another request */
  | 'key_reused'
  /** the ticket was not issued for this order */
  | 'ticket_invalid'
  /** there is nothing at this address */
  | 'not_found'
  /** the address does not support this method */
  | 'method_not_allowed'
  /** not valid HTTP */
  | 'request_invalid'
  /** more bytes than this address accepts */
  | 'request_too_large'
  /** a body without a length */
  | 'length_required'
  /** the request needs the server's API key */
  | 'unauthorized'
  /** the request came from a page of an origin that may not send it */
  | 'origin_refused'
  /** more than the server accepts at once; send it again after Retry-After */
  | 'too_many_requests'
  /** the Aftermint-Signature was not made with a key of this server over this body */
  | 'signature_invalid'
  /** the Aftermint-Signature is older or newer than five minutes */
  | 'signature_expired'
  /** the server cannot do it now; it is safe to try again */
  | 'server_unavailable';
/** The codes of {@link RequestFault}. */
export const requestFaults = /* @__PURE__ */ 'batch_invalid body_invalid key_missing key_reused ticket_invalid not_found method_not_allowed request_invalid request_too_large length_required unauthorized origin_refused too_many_requests signature_invalid signature_expired server_unavailable'.split(' ') as readonly RequestFault[];

/** Why events of pages do not count. The meanings go on from their number: 12 events were malformed. */
export type LeftOut =
  /** were malformed */
  | 'event_invalid'
  /** named an offer that no book had */
  | 'offer_unknown'
  /** named a placement where the offer is not made */
  | 'placement_unknown'
  /** named another arm than that of their visitor */
  | 'arm_wrong'
  /** came from bots */
  | 'bot'
  /** were more than one address or visitor may send at once */
  | 'too_many'
  /** had no valid page token */
  | 'token_missing'
  /** are assignments to orders that your server has not sent */
  | 'order_unknown';
/** The codes of {@link LeftOut}. */
export const leftOuts = /* @__PURE__ */ 'event_invalid offer_unknown placement_unknown arm_wrong bot too_many token_missing order_unknown'.split(' ') as readonly LeftOut[];

/** Why an order or a refund of a file is not written into the store. */
export type OrderLeftOut =
  /** an order that was cancelled or not paid, and that the store does not have */
  | 'called_off'
  /** an order whose amount is not complete */
  | 'unpriced'
  /** an order or a refund without a time */
  | 'untimed'
  /** an id of more than 256 bytes or with control characters, or an amount that is too large */
  | 'unfit'
  /** a refund of an order that is neither in the file nor in the store */
  | 'unknown_order';
/** The codes of {@link OrderLeftOut}. */
export const orderLeftOuts = /* @__PURE__ */ 'called_off unpriced untimed unfit unknown_order'.split(' ') as readonly OrderLeftOut[];

/** Whether a shopper bought here before. */
export type Buyer =
  /** their first order */
  | 'first'
  /** they have ordered before */
  | 'returning';
/** The codes of {@link Buyer}. */
export const buyers = /* @__PURE__ */ 'first returning'.split(' ') as readonly Buyer[];

/** Why money went back. */
export type RefundReason =
  /** the shopper sent something back */
  | 'return'
  /** the bank took it back */
  | 'chargeback'
  /** the order or a part of it was cancelled */
  | 'cancelled'
  /** something else */
  | 'other';
/** The codes of {@link RefundReason}. */
export const refundReasons = /* @__PURE__ */ 'return chargeback cancelled other'.split(' ') as readonly RefundReason[];

/** What happened; in JSON with the prefix `aftermint.`. */
export type EventType =
  /** a visitor was assigned to an arm or to the holdout, where some arm shows an offer */
  | 'assignment'
  /** half the view was visible for a second, or the shopper used it */
  | 'exposure'
  /** a holdout or control visitor met the moment; only older pages send it */
  | 'control'
  /** the shopper said yes */
  | 'accept'
  /** the shopper said no thank you */
  | 'decline'
  /** the shopper took an accept back */
  | 'undo'
  /** a checkout was opened */
  | 'checkout'
  /** an order was paid */
  | 'order'
  /** money went back */
  | 'refund'
  /** an offer could not be made here, with the reason */
  | 'ineligible'
  /** something failed and the shopper did not notice */
  | 'fault';
/** The codes of {@link EventType}. */
export const eventTypes = /* @__PURE__ */ 'assignment exposure control accept decline undo checkout order refund ineligible fault'.split(' ') as readonly EventType[];

/** What the figures of an arm say to do (docs/results.md). */
export type ReadingVerdict =
  /** too few orders or days to judge */
  | 'too_early'
  /** it costs sales or money: take it out */
  | 'stop'
  /** visitors are not spread as intended: find out why before reading any figure */
  | 'broken'
  /** few of those who see it take it: it does not fit, or does not say what it improves */
  | 'relevance_or_framing'
  /** accepting takes too many steps */
  | 'friction'
  /** an order bump few tick: its price is high beside the order, or its benefit is unclear */
  | 'price_or_framing'
  /** it earns more than the baseline */
  | 'working'
  /** it earns more, and its take-rate is high enough to test a more valuable offer */
  | 'raise_value'
  /** it earns more, and fits so well that other products should get one like it */
  | 'replicate'
  /** enough data, but no difference in value that is safe to name */
  | 'undecided';
/** The codes of {@link ReadingVerdict}. */
export const readingVerdicts = /* @__PURE__ */ 'too_early stop broken relevance_or_framing friction price_or_framing working raise_value replicate undecided'.split(' ') as readonly ReadingVerdict[];

/** How sure a verdict is. */
export type Certainty =
  /** it holds however often somebody looks */
  | 'every_look'
  /** it holds for a single look at the planned end */
  | 'one_look'
  /** the figures cannot tell yet */
  | 'none';
/** The codes of {@link Certainty}. */
export const certainties = /* @__PURE__ */ 'every_look one_look none'.split(' ') as readonly Certainty[];

/** How serious a finding is. */
export type Severity =
  /** must be fixed: an offer with it is never shown */
  | 'error'
  /** a person should look at it */
  | 'warning'
  /** good to know */
  | 'info';
/** The codes of {@link Severity}. */
export const severities = /* @__PURE__ */ 'error warning info'.split(' ') as readonly Severity[];

/** The level a book gives to a craft rule. */
export type RuleLevel =
  /** not applied */
  | 'off'
  /** worth knowing */
  | 'info'
  /** a person should look */
  | 'warning'
  /** an offer with it is never shown */
  | 'error';
/** The codes of {@link RuleLevel}. */
export const ruleLevels = /* @__PURE__ */ 'off info warning error'.split(' ') as readonly RuleLevel[];

/** Why an input cannot be used. */
export type ErrorCode =
  /** not JSON */
  | 'json_syntax'
  /** not in the format of a book */
  | 'book_schema'
  /** a book with repeated or unknown ids, or with numbers that contradict */
  | 'book_reference'
  /** not in the format of a moment */
  | 'moment_schema'
  /** not in the format of an accept */
  | 'accept_schema'
  /** not in the format of a text to check */
  | 'copy_schema'
  /** not in the format of counts */
  | 'counts_schema'
  /** more bytes or entries than the limit */
  | 'too_large'
  /** nested deeper than the limit */
  | 'too_deep'
  /** no book is open under that number */
  | 'no_book'
  /** the file cannot be read */
  | 'file_unreadable'
  /** not a table with the columns that are needed */
  | 'table_schema'
  /** a template of the prompt with a placeholder that is unknown, missing or not on a line of its own */
  | 'prompt_template'
  /** no answer of a language model is in the text */
  | 'answer_missing'
  /** not in the format of an answer */
  | 'answer_schema'
  /** not a JSON Patch */
  | 'patch_schema'
  /** a JSON Patch that does not fit the book */
  | 'patch_conflict'
  /** not in the format of a truth */
  | 'truth_schema'
  /** the command has unknown or missing options */
  | 'usage';
/** The codes of {@link ErrorCode}. */
export const errorCodes = /* @__PURE__ */ 'json_syntax book_schema book_reference moment_schema accept_schema copy_schema counts_schema too_large too_deep no_book file_unreadable table_schema prompt_template answer_missing answer_schema patch_schema patch_conflict truth_schema usage'.split(' ') as readonly ErrorCode[];

/** Why an element shows nothing, beside the reasons of a decision. */
export type PageReason =
  /** the element has no order */
  | 'no_order'
  /** the script tag has no `data-book` */
  | 'script_without_book'
  /** the module was loaded by a script tag, and `configure` was not called */
  | 'module_without_configure'
  /** another element of the page shows an offer */
  | 'one_offer'
  /** an accept of this order has ended */
  | 'settled'
  /** it was too late: an offer never appears after the deadline */
  | 'deadline'
  /** the offer is taller than the room that the style sheet keeps */
  | 'no_room'
  /** the browser lacks custom elements with shadow roots or style sheets for them */
  | 'unsupported'
  /** the book, or a part of it, could not be fetched */
  | 'book_fetch'
  /** the wasm module could not be fetched, or is not the one that the script was built with */
  | 'wasm_fetch'
  /** WebAssembly could not start */
  | 'wasm_start'
  /** the browser has no WebAssembly */
  | 'no_wasm'
  /** the core stopped, usually for lack of memory */
  | 'core_trap'
  /** the order is not JSON, or has money with a point or an exponent */
  | 'order_json'
  /** the attribute `visitor-attributes` is not JSON */
  | 'visitor_attributes_json'
  /** the attribute `one-click` is not JSON */
  | 'one_click_json'
  /** the offer could not be drawn */
  | 'view'
  /** an unexpected error in the element */
  | 'widget'
  /** the book is not in the format of a book */
  | 'book_schema'
  /** the order or another input of the element is not in the format of a moment */
  | 'moment_schema'
  /** the book is not JSON */
  | 'json_syntax'
  /** the book or the order has more bytes or entries than the limit */
  | 'too_large'
  /** the book or an input is nested deeper than the limit */
  | 'too_deep';
/** The codes of {@link PageReason}. */
export const pageReasons = /* @__PURE__ */ 'no_order script_without_book module_without_configure one_offer settled deadline no_room unsupported book_fetch wasm_fetch wasm_start no_wasm core_trap order_json visitor_attributes_json one_click_json view widget book_schema moment_schema json_syntax too_large too_deep'.split(' ') as readonly PageReason[];

/** What `aftermint doctor` finds on a page. */
export type PageFinding =
  /** the HTML has no script tag of Aftermint with `data-book` */
  | 'script_missing'
  /** the file for `import` is loaded by a script tag, which does not set it up */
  | 'script_module'
  /** the script cannot be fetched */
  | 'script_unreachable'
  /** the browser does not run the script, because its media type is not JavaScript */
  | 'script_mime'
  /** the script is of another version than this program */
  | 'script_stale'
  /** the script tag has no `integrity` */
  | 'sri_missing'
  /** the browser does not run the script, because it differs from its `integrity` */
  | 'sri_mismatch'
  /** the browser does not run the script: `integrity` on another origin needs `crossorigin` */
  | 'sri_crossorigin'
  /** the wasm module cannot be fetched */
  | 'wasm_unreachable'
  /** the wasm module has another media type than `application/wasm` */
  | 'wasm_mime'
  /** the wasm module is not the one that the script was built with */
  | 'wasm_version'
  /** the book cannot be fetched */
  | 'book_unreachable'
  /** the book has another media type than JSON */
  | 'book_mime'
  /** the book cannot be used */
  | 'book_refused'
  /** the book was not checked for pages */
  | 'book_unpublished'
  /** the book has changed since it was checked */
  | 'book_changed'
  /** another origin does not allow this page to read its answer */
  | 'cors'
  /** the browser blocks an address with http on a page with https */
  | 'mixed_content'
  /** the content security policy forbids the script */
  | 'csp_script'
  /** the content security policy forbids WebAssembly */
  | 'csp_wasm'
  /** the content security policy forbids a request */
  | 'csp_connect'
  /** the content security policy forbids the style sheet */
  | 'csp_style'
  /** the HTML has no element of Aftermint */
  | 'element_missing'
  /** no style sheet of the page keeps room for the element */
  | 'room_missing'
  /** a style sheet cannot be fetched */
  | 'sheet_unreachable'
  /** the element has no order in the HTML */
  | 'order_missing'
  /** the order cannot be read */
  | 'order_json'
  /** the order is in another currency than the book */
  | 'order_currency'
  /** an amount of the order seems not to be in minor units */
  | 'order_minor_units'
  /** no line of the order has a product of the book */
  | 'order_unknown'
  /** the script may store a visitor id before the visitor was asked */
  | 'consent_absent'
  /** `data-consent` has a value without a meaning */
  | 'consent_value';
/** The codes of {@link PageFinding}. */
export const pageFindings = /* @__PURE__ */ 'script_missing script_module script_unreachable script_mime script_stale sri_missing sri_mismatch sri_crossorigin wasm_unreachable wasm_mime wasm_version book_unreachable book_mime book_refused book_unpublished book_changed cors mixed_content csp_script csp_wasm csp_connect csp_style element_missing room_missing sheet_unreachable order_missing order_json order_currency order_minor_units order_unknown consent_absent consent_value'.split(' ') as readonly PageFinding[];

/** Why `draft` refuses an offer of an answer, in addition to the rules of `check`. */
export type DraftCode =
  /** a product that the book does not have */
  | 'unknown_product'
  /** a variant that the product does not have */
  | 'unknown_variant'
  /** one product twice */
  | 'item_repeated'
  /** offers what was just bought */
  | 'item_bought'
  /** the book offers these items with that product already */
  | 'already_offered'
  /** costs nothing */
  | 'price_free'
  /** costs more than its items bought separately */
  | 'price_above'
  /** a text with markup or a web address, which shoppers would see as plain text */
  | 'markup'
  /** a text with an unknown placeholder */
  | 'placeholder_unknown'
  /** a word or a claim that the book's brand never uses */
  | 'word_avoided';
/** The codes of {@link DraftCode}. */
export const draftCodes = /* @__PURE__ */ 'unknown_product unknown_variant item_repeated item_bought already_offered price_free price_above markup placeholder_unknown word_avoided'.split(' ') as readonly DraftCode[];

/** The craft rules that `check` applies (docs/craft.md). */
export type FindingCode =
  /** something that could prevent the purchase */
  | 'conversion_first'
  /** no declared relation to what was bought */
  | 'relevance'
  /** a benefit that names features, or nothing, instead of an outcome */
  | 'value_framing'
  /** a written amount that is not the offer's price */
  | 'price_upfront'
  /** several offers in one */
  | 'one_offer'
  /** more steps than needed, without a reward for them */
  | 'frictionless'
  /** out of date: its products have changed, or a quarter has passed */
  | 'refresh'
  /** a rule that no book may weaken */
  | 'rule_fixed'
  /** no page about the right of withdrawal for that kind of product */
  | 'withdrawal'
  /** the price is outside the price band for its trigger */
  | 'price_band'
  /** the headline does not name the purchase */
  | 'headline_specific'
  /** more than three sentences */
  | 'benefit_short'
  /** begins like an offer without a reason */
  | 'opener_weak'
  /** this type is not allowed at this placement */
  | 'type_placement'
  /** this type does not suit what was bought */
  | 'type_kind'
  /** a bundle of fewer than two products */
  | 'bundle_single'
  /** a bundle that needs explaining */
  | 'bundle_complex'
  /** a bundle that is not below the separate prices */
  | 'bundle_price'
  /** sold by someone other than the merchant */
  | 'seller'
  /** a product with variants, of which none is named */
  | 'variant_missing'
  /** more pieces than one order may have */
  | 'quantity_limit'
  /** fewer pieces are in stock than are offered */
  | 'stock_short'
  /** a margin above the price */
  | 'margin_above'
  /** a margin without results: the rank depends on a built-in estimate */
  | 'no_evidence'
  /** an upgrade that costs less than what it replaces */
  | 'upgrade_price'
  /** a recurring item without terms, or where separate consent is not possible */
  | 'recurring'
  /** a prior price that is not the lowest of 30 days, or not above the price */
  | 'prior_price'
  /** no copy in the book's own language */
  | 'no_copy'
  /** readers of a language get another one for some offers, or an experiment's headline not at all */
  | 'language_gap'
  /** two languages in one offer */
  | 'language_mixed'
  /** shown where one click may not be possible, without a link */
  | 'no_link'
  /** an arm changes something other than the experiment's variable */
  | 'experiment_variable'
  /** an arm that is the same as the first */
  | 'experiment_same'
  /** two experiments on one offer share visitors, so two variables change at a time */
  | 'experiment_overlap'
  /** a proposal that no person has approved */
  | 'not_approved'
  /** a pattern in a condition that may never finish */
  | 'pattern_slow'
  /** a pattern that JavaScript cannot read, or that means something other than intended */
  | 'pattern_invalid'
  /** a pattern that older browsers cannot read */
  | 'pattern_new'
  /** a condition or a schedule that can never hold, or always does */
  | 'condition_sense'
  /** a category or a tag in the triggers that no product has */
  | 'trigger_unknown'
  /** a decline label that is more than a neutral no */
  | 'decline_neutral'
  /** says that time or stock is short, or that many people want it */
  | 'no_false_urgency'
  /** says what other people are doing right now */
  | 'social_pressure'
  /** says what shoppers are, or lose, if they decline */
  | 'guilt'
  /** a one-click accept without a verb of paying and the amount */
  | 'pay_label'
  /** characters that are invisible, or look like others */
  | 'hidden_characters'
  /** a language whose copy cannot be checked */
  | 'unknown_language'
  /** at checkout, copy that may not fit the height that the style sheet reserves */
  | 'bump_room'
  /** a text that is shown nowhere */
  | 'copy_unused';
/** The codes of {@link FindingCode}. */
export const findingCodes = /* @__PURE__ */ 'conversion_first relevance value_framing price_upfront one_offer frictionless refresh rule_fixed withdrawal price_band headline_specific benefit_short opener_weak type_placement type_kind bundle_single bundle_complex bundle_price seller variant_missing quantity_limit stock_short margin_above no_evidence upgrade_price recurring prior_price no_copy language_gap language_mixed no_link experiment_variable experiment_same experiment_overlap not_approved pattern_slow pattern_invalid pattern_new condition_sense trigger_unknown decline_neutral no_false_urgency social_pressure guilt pay_label hidden_characters unknown_language bump_room copy_unused'.split(' ') as readonly FindingCode[];
