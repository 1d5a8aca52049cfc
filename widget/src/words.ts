/** What the offer says after the press. `{order}`, `{price}`, `{total}` and `{time}` are filled in. */
export interface Words {
  pending: string;
  processing: string;
  accepted: string;
  total: string;
  until: string;
  undo: string;
  undoFailed: string;
  action: string;
  confirm: string;
  declined: string;
  priceChanged: string;
  pay: string;
  no: string;
  unavailable: string;
  unknown: string;
  check: string;
  unreached: string;
  again: string;
  undone: string;
  undoClosed: string;
  /** Beside the box of a recurring item, where "accept" was pressed without it. */
  agree: string;
  /** To an owner who presses "accept" in a preview. */
  preview: string;
  /** At checkout, where the page could not take a tick in. */
  notAdded: string;
  /** Said beside everything that did not go as hoped, and after "No thank you". */
  safe: string;
}

/** In this order, a line each, below and in widget/words: a table would weigh more on the page than taking lines apart. */
const kNames =
  'pending processing accepted total until undo undoFailed action confirm declined priceChanged pay no unavailable unknown check unreached again undone undoClosed agree preview notAdded safe'.split(
    ' ',
  );

function wordsOf(texts: readonly string[]): Words {
  return Object.fromEntries(kNames.map((name, index) => [name, texts[index]])) as unknown as Words;
}

const en = wordsOf(
  `One moment: adding it to your order.
The payment is being processed. You need not wait here.
Added to your order. You paid {price} more.
Your order is now {total}.
You can undo this until {time}.
Undo
That could not be undone just now. Please try again.
Your bank asks you to confirm {price}. Nothing has been charged for it yet.
Confirm with your bank
The payment did not go through. Nothing was charged.
The price is now {price}. Nothing has been charged.
Pay {price} now
No thank you
This is no longer to be had. Nothing was charged.
We have no answer yet, so we cannot say whether it was added. You will not be charged twice.
Check again
That did not reach us. Nothing was charged.
Try again
Undone. You get {price} back.
The time to undo is over. It stays in your order.
If you agree, please tick the box above.
Preview: nothing was bought.
That could not be added just now. Your order stays as it was.
Your order {order} is complete.`.split('\n'),
);

const table = new Map<string, Words>([['en', en]]);
const given = new Map<string, OwnWords>();

/** Takes the words of a language, a line each (widget/words); words that the page gave of it stand before them. */
export function learn(language: string, lines: readonly string[]): void {
  table.set(language, { ...wordsOf(lines), ...given.get(language) });
}

/** Words a page may give: all but the two labels that decide, which are ours so that they stay neutral. */
export type OwnWords = Partial<Omit<Words, 'no' | 'pay'>>;

/** Gives the words of a language, or replaces some of one that is here; what is missing is English. */
export function addWords(language: string, words: OwnWords): void {
  const { no: _no, pay: _pay, ...own } = { ...given.get(language), ...words } as Partial<Words>;
  given.set(language, own);
  table.set(language, { ...(table.get(language) ?? en), ...own });
}

/** The words for a locale and the language they are in: `de-AT`, else `de`, else English. */
export function wordsFor(locale: string): [words: Words, language: string] {
  const short = locale.replace(/-.*/, '');
  for (const language of [locale, short]) {
    const words = table.get(language);
    if (words) return [words, language];
  }
  return [en, 'en'];
}

/** Fills placeholders; one without a value leaves no gap behind. */
export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/ ?\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name] ?? '';
    return value && (whole.startsWith(' ') ? ` ${value}` : value);
  });
}
