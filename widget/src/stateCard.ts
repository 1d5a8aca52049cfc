import { formatMoney } from '../../web/src/money.js';
import type { PurchaseState } from '../../web/src/purchase.js';
import type { Money } from '../../web/src/types.js';
import { isWebUrl } from './mount.js';
import { fill, type Words, wordsFor } from './words.js';

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

/** Says where an accept stands, in a live region that is there from the start, with the next step beneath. */
export class StateCard {
  readonly root = document.createElement('div');
  private readonly _actions: CardActions;
  private readonly _said = document.createElement('div');
  private readonly _next = document.createElement('div');
  private _locale = 'en';
  private _order = '';
  private _timer: ReturnType<typeof setTimeout> | undefined;

  constructor(actions: CardActions) {
    this._actions = actions;
    this.root.tabIndex = -1;
    this.root.id = 'card';
    this.root.dir = 'auto'; // as the words are written, whatever the page is
    this._said.setAttribute('role', 'status');
    this._said.setAttribute('part', 'status');
    this._next.setAttribute('part', 'next');
    this.root.append(this._said, this._next);
  }

  get words(): Words {
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
    this.root.className = '';
    this._said.replaceChildren();
    this._next.replaceChildren();
  }

  payLabel(price: string): string {
    return fill(this.words.pay, { price });
  }

  /** After "No thank you": heard by those who listen, and a place for the focus that lost its button. */
  leave(): void {
    this.clear();
    this.root.className = 'quiet';
    this._say([fill(this.words.safe, { order: this._order })]);
    this.root.focus({ preventScroll: true });
  }

  /** A word beneath the view, which stays where it is. */
  note(words: string): void {
    this.root.className = 'on pending'; // as quiet as that
    this._say([words]);
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
      pending: [words.pending],
      processing: [words.processing, words.safe],
      accepted: [words.accepted],
      requires_action: [words.action, words.safe],
      declined: [words.declined, words.safe],
      price_changed: [words.priceChanged, words.safe],
      unavailable: [words.unavailable, words.safe],
      unknown: [unheard ? words.unreached : words.unknown, words.safe],
      undone: [words.undone, words.safe],
      undo_closed: [words.undoClosed],
    };
    const lines = said[name].map((line) => fill(line, { price, order: this._order }));
    this.clear();
    this.root.className = name === 'idle' ? '' : `on ${name}`;
    this._say(lines);
    if (name === 'accepted') this._accepted(state, lines, paid);
    if (name === 'requires_action') this._confirm(state.url);
    if (name === 'price_changed') this._button(this.payLabel(price), 'accept', this._actions.pay);
    if (name === 'unknown' && !state.asking) {
      this._button(unheard ? words.again : words.check, 'retry', this._actions.retry);
    }
    if (name === 'requires_action' || name === 'price_changed' || unheard) {
      this._button(words.decline, 'decline', this._actions.decline);
    }
    if (hadFocus && name !== 'pending') this.root.focus({ preventScroll: true });
  }

  private _accepted(state: Extract<PurchaseState, { name: 'accepted' }>, lines: string[], paid: Money | null): void {
    const { words } = this;
    const total = paid && state.order?.total;
    if (total) lines.push(fill(words.total, { total: formatMoney({ ...paid, amount: total }, this._locale) }));
    const until = new Date(state.undoUntil ?? 0);
    const left = until.getTime() - Date.now();
    this._say(lines);
    if (!(left > 0)) return;
    const time = until.toLocaleTimeString(this._locale, { hour: 'numeric', minute: '2-digit' });
    this._say([...lines, state.undoFailed ? words.undoFailed : fill(words.until, { time })]);
    this._button(words.undo, 'undo', this._actions.undo);
    this._timer = setTimeout(() => {
      this._next.replaceChildren();
      this._say(lines);
    }, left);
  }

  private _hasFocus(): boolean {
    return !!(this.root.getRootNode() as ShadowRoot).activeElement;
  }

  private _say(lines: string[]): void {
    this._said.replaceChildren(
      ...lines.map((line) => {
        const p = document.createElement('p');
        p.textContent = line;
        return p;
      }),
    );
  }

  /** To a page of the bank's by a link; without one it is the page's matter alone. */
  private _confirm(url: string | undefined): void {
    const { confirm } = this._actions;
    if (!url || !isWebUrl(url)) {
      this._button(this.words.confirm, 'confirm', confirm);
      return;
    }
    const a = document.createElement('a');
    a.href = url;
    a.textContent = this.words.confirm;
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
