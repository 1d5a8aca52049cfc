/** @file Aftermint's own messages on the page. Written by `npm run messages` from core/messages; do not edit. */

/** The messages that the offer shows after the shopper accepts; placeholders in braces are filled in. */
export interface Messages {
  /** Accessible name of the offer after payment, and of the card that replaces it. */
  afterwards: string;
  /** The order is complete whatever happens to the offer; the order id may be empty. */
  safe: string;
  /** Label of the one-click accept button: says that it costs money, and how much (2011/83/EU, art. 8(2)). */
  pay: string;
  /** A neutral no. */
  decline: string;
  /** Right after the shopper accepts. */
  pending: string;
  /** The bank has not answered yet. */
  processing: string;
  /** The offer was bought. */
  accepted: string;
  /** The new total of the whole order. */
  total: string;
  /** Nothing was added, or it was undone. Commas around an empty order id are removed with it. */
  kept: string;
  /** Until when the purchase can be undone. */
  until: string;
  /** Button that undoes the purchase. */
  undo: string;
  /** The undo request did not reach the server. */
  undoFailed: string;
  /** The bank asks the shopper to confirm. */
  action: string;
  /** Link to the bank. */
  confirm: string;
  /** The bank refused the payment. */
  declined: string;
  /** The price has changed; a `pay` button follows. */
  priceChanged: string;
  /** The offer can no longer be bought. */
  unavailable: string;
  /** The server was asked and has not answered. */
  unknown: string;
  /** Button that asks the server again for the state of the purchase. */
  check: string;
  /** The accept did not reach the server. */
  unreached: string;
  /** Button that sends the accept again. */
  again: string;
  /** The purchase was undone. */
  undone: string;
  /** The purchase can no longer be undone. */
  undoClosed: string;
  /** The shopper accepted without ticking the `consent` box. */
  agree: string;
  /** Shown to an owner who accepts in a preview. */
  preview: string;
  /** At checkout: the page could not apply a tick. */
  notAdded: string;
}

/** Matches the language at the start of a locale if its messages can be fetched. */
export const kFetchedLanguages = /^(ar|de|es|fr|it|ja|nl|pl|pt)(?=-|$)/;

/** The index of each message in a language's list. Numbers take fewer bytes on the page than names. */
export const kMessage = {
  afterwards: 0,
  safe: 1,
  pay: 2,
  decline: 3,
  pending: 4,
  processing: 5,
  accepted: 6,
  total: 7,
  kept: 8,
  until: 9,
  undo: 10,
  undoFailed: 11,
  action: 12,
  confirm: 13,
  declined: 14,
  priceChanged: 15,
  unavailable: 16,
  unknown: 17,
  check: 18,
  unreached: 19,
  again: 20,
  undone: 21,
  undoClosed: 22,
  agree: 23,
  preview: 24,
  notAdded: 25,
} as const;

/** One message per line: splitting one text takes fewer bytes on the page than an array. */
export const kEnglish = `Optional offer after your order
Your order {order} is complete.
Pay {price} now
No thank you
One moment: adding it to your order.
The payment is being processed. You do not have to wait here.
Added to your order. You paid {price} more.
Your order is now {total}.
Your first order, {order}, stays as it was.
You can undo this until {time}.
Undo
That could not be undone just now. Please try again.
Your bank asks you to confirm {price}. Nothing has been charged for it yet.
Confirm with your bank
The payment did not go through. Nothing was charged.
The price is now {price}. Nothing has been charged.
This is no longer available. Nothing was charged.
We have no answer yet, so we cannot say whether it was added. You will not be charged twice.
Check again
That did not reach us. Nothing was charged.
Try again
Undone. You get {price} back.
The time to undo is over. It stays in your order.
If you agree, please tick the box above.
Preview: nothing was bought.
That could not be added. Your order stays as it was.`.split('\n');
