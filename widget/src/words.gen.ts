// Aftermint's own words after the press. Written by `npm run words` from core/words; do not edit.

/** What the offer says after the press; what stands in braces is filled in. */
export interface Words {
  /** Names the region of an offer after payment, and what takes its place after the press. */
  afterwards: string;
  /** The order is complete, whatever becomes of the offer; it may have no id to name. */
  safe: string;
  /** The accept of one click: that it must be paid, and how much (2011/83/EU, art. 8(2)). */
  pay: string;
  /** No, and nothing more. */
  decline: string;
  /** Right after the press. */
  pending: string;
  /** The bank has not answered yet. */
  processing: string;
  /** It was bought. */
  accepted: string;
  /** What the whole order now comes to. */
  total: string;
  /** Nothing was added, or it was taken back; commas around an absent id go with it. */
  kept: string;
  /** How long it can be taken back. */
  until: string;
  /** Button: takes the purchase back. */
  undo: string;
  /** Taking it back did not reach the server. */
  undoFailed: string;
  /** The bank asks for a confirmation. */
  action: string;
  /** Link to the bank. */
  confirm: string;
  /** The bank said no. */
  declined: string;
  /** The price is another by now; `pay` stands beneath. */
  priceChanged: string;
  /** It cannot be bought any more. */
  unavailable: string;
  /** The server was asked and has not answered. */
  unknown: string;
  /** Button: asks again what became of it. */
  check: string;
  /** The press did not reach the server. */
  unreached: string;
  /** Button: sends the press again. */
  again: string;
  /** It was taken back. */
  undone: string;
  /** It can no longer be taken back. */
  undoClosed: string;
  /** "Accept" was pressed without the tick of `consent`. */
  agree: string;
  /** To an owner who presses "accept" in a preview. */
  preview: string;
  /** At checkout, where the page could not take a tick in. */
  notAdded: string;
}

/** The languages whose words are fetched, at the beginning of a locale. */
export const kFetched = /^(ar|de|es|fr|it|ja|nl|pl|pt)(?=-|$)/;

/** Where each stands among the texts that a language's lines end with: the page's script carries the numbers alone. */
export const kWord = {
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

/** A line each, since a table would weigh more on the page than taking lines apart. */
export const kEnglish = `Optional offer after your order
Your order {order} is complete.
Pay {price} now
No thank you
One moment: adding it to your order.
The payment is being processed. You need not wait here.
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
This is no longer to be had. Nothing was charged.
We have no answer yet, so we cannot say whether it was added. You will not be charged twice.
Check again
That did not reach us. Nothing was charged.
Try again
Undone. You get {price} back.
The time to undo is over. It stays in your order.
If you agree, please tick the box above.
Preview: nothing was bought.
That could not be added. Your order stays as it was.`.split('\n');
