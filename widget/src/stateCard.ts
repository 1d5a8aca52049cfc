import { formatMoney } from '../../web/src/money.js';
import type { PurchaseState } from '../../web/src/purchase.js';
import type { Money, View } from '../../web/src/types.js';
import { isWebUrl, mount, partOf } from './mount.js';
import { fill, kWord, type Lines, wordsFor } from './words.js';

/** What its buttons do. */
export interface CardActions {
  pay(): Promise<void> | void;
  /** Confirms with the bank: ends when the page has done it; nothing where the link is to be followed. */
  confirm(): Promise<void> | undefined;
  retry(): Promise<void> | void;
  undo(): Promise<void> | void;
  decline(): void;
}

/** The second press of a double click on "accept" must not land on what takes its place. */
const kArmMs = 500;

/**
 * The heading names what the focus goes to, and is a place to come to for someone who jumps from heading to heading.
 * The direction is that of the words, whatever the page's is.
 */
const kCard: View = {
  tag: 'div',
  attrs: { id: 'card', dir: 'auto', role: 'group', 'aria-labelledby': 'title' },
  children: [
    { tag: 'h2', attrs: { id: 'title' } },
    { tag: 'div', attrs: { part: 'status', id: 'status', role: 'status' } },
    { tag: 'div', attrs: { part: 'next' } },
  ],
};

/** Says where an accept stands, in a live region that is there from the start, with the next step beneath. */
export class StateCard {
  readonly root = mount(kCard, '') as HTMLElement;
  private readonly _actions: CardActions;
  private readonly _said = partOf(this.root, 'status') as HTMLElement;
  private readonly _next = partOf(this.root, 'next') as HTMLElement;
  private _locale = 'en';
  private _order = '';
  private _timer: ReturnType<typeof setTimeout> | undefined;

  constructor(actions: CardActions) {
    this._actions = actions;
    this.root.tabIndex = -1;
  }

  get words(): Lines {
    return wordsFor(this._locale)[0];
  }

  /** @param order id, named in what is said; may be empty. */
  speak(locale: string, order: string): void {
    this._locale = locale;
    this._order = order;
    this.root.lang = wordsFor(locale)[1];
  }

  clear(): void {
    clearTimeout(this._timer);
    this._say('');
    this._next.replaceChildren();
  }

  payLabel(price: string): string {
    return fill(this.words[kWord.pay], { price });
  }

  /** After "No thank you": heard by those who listen, and a place for the focus that lost its button. */
  leave(): void {
    this.clear();
    this._say('quiet', fill(this.words[kWord.kept], { order: this._order }));
    this.root.focus({ preventScroll: true });
  }

  /** A word beneath the view, which stays where it is. */
  note(words: string): void {
    this._say('on pending', words); // as quiet as that
  }

  show(state: PurchaseState, paid: Money | null): void {
    const { words } = this;
    const { name } = state;
    const hadFocus = this._hasFocus();
    const money = name === 'price_changed' ? state.price : paid;
    const price = money ? formatMoney(money, this._locale) : '';
    const unheard = name === 'unknown' && state.unheard;
    const said: Record<typeof name, string[]> = {
      idle: [],
      pending: [words[kWord.pending]],
      processing: [words[kWord.processing], words[kWord.safe]],
      accepted: [words[kWord.accepted]],
      requires_action: [words[kWord.action], words[kWord.safe]],
      declined: [words[kWord.declined], words[kWord.kept]],
      price_changed: [words[kWord.priceChanged], words[kWord.kept]],
      unavailable: [words[kWord.unavailable], words[kWord.kept]],
      unknown: unheard ? [words[kWord.unreached], words[kWord.kept]] : [words[kWord.unknown], words[kWord.safe]],
      undone: [words[kWord.undone], words[kWord.kept]],
      undo_closed: [words[kWord.undoClosed]],
    };
    const lines = said[name].map((line) => fill(line, { price, order: this._order }));
    clearTimeout(this._timer);
    this._next.replaceChildren();
    if (name === 'accepted') this._accepted(state, lines, paid);
    this._say(name === 'idle' ? '' : `on ${name}`, ...lines);
    if (name === 'requires_action') this._confirm(state.url);
    if (name === 'price_changed') this._button(this.payLabel(price), 'accept', this._actions.pay);
    if (name === 'unknown' && !state.asking) {
      this._button(unheard ? words[kWord.again] : words[kWord.check], 'retry', this._actions.retry);
    }
    if (name === 'requires_action' || name === 'price_changed' || unheard) {
      this._button(words[kWord.decline], 'decline', this._actions.decline);
    }
    if (hadFocus && name !== 'pending') this.root.focus({ preventScroll: true });
  }

  private _accepted(state: Extract<PurchaseState, { name: 'accepted' }>, lines: string[], paid: Money | null): void {
    const { words } = this;
    const total = paid && state.order?.total;
    if (total) lines.push(fill(words[kWord.total], { total: formatMoney({ ...paid, amount: total }, this._locale) }));
    const until = new Date(state.undoUntil ?? 0);
    const left = until.getTime() - Date.now();
    if (!(left > 0)) return;
    const time = until.toLocaleTimeString(this._locale, { hour: 'numeric', minute: '2-digit' });
    lines.push(state.undoFailed ? words[kWord.undoFailed] : fill(words[kWord.until], { time }));
    this._button(words[kWord.undo], 'undo', this._actions.undo);
    this._timer = setTimeout(() => {
      const hadFocus = this._hasFocus();
      this._next.replaceChildren();
      this._said.lastChild?.remove(); // a text that is cut short would be said again
      if (hadFocus) this.root.focus({ preventScroll: true });
    }, left);
  }

  private _hasFocus(): boolean {
    return !!(this.root.getRootNode() as ShadowRoot).activeElement;
  }

  /** Writes all lines at once, as plain text: a screen reader reads paragraphs one by one and loses some of them. */
  private _say(looks: string, ...lines: string[]): void {
    this.root.className = looks;
    (this.root.firstChild as Node).textContent = looks && this.words[kWord.afterwards];
    this._said.replaceChildren(...lines.map((line, index) => (index ? `\n${line}` : line)));
  }

  /** To a page of the bank's by a link; without one it is the page's matter alone. */
  private _confirm(url: string | undefined): void {
    const { confirm } = this._actions;
    if (!url || !isWebUrl(url)) {
      this._button(this.words[kWord.confirm], 'confirm', confirm);
      return;
    }
    const a = document.createElement('a');
    a.href = url;
    a.textContent = this.words[kWord.confirm];
    a.setAttribute('part', 'confirm');
    a.addEventListener('click', (event) => {
      if (confirm()) event.preventDefault();
    });
    this._next.append(a);
  }

  private _button(text: string, part: string, press: () => Promise<void> | undefined | void): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    button.setAttribute('part', part);
    button.addEventListener('click', async () => {
      if (button.ariaDisabled === 'true') return;
      button.ariaDisabled = 'true'; // not `disabled`: that would drop the focus
      await press();
      button.ariaDisabled = 'false';
    });
    button.disabled = true;
    setTimeout(() => {
      button.disabled = false;
    }, kArmMs);
    this._next.append(button);
  }
}
