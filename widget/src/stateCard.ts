import { formatMoney } from '../../web/src/money.js';
import type { PurchaseState } from '../../web/src/purchase.js';
import type { Money } from '../../web/src/types.js';
import { isWebUrl } from './mount.js';
import { fill, type Words, wordsFor } from './words.js';

/** What its buttons do. */
export interface CardActions {
  pay(): Promise<void> | void;
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
    this._said.setAttribute('role', 'status');
    this._said.setAttribute('part', 'status');
    this._next.setAttribute('part', 'next');
    this.root.append(this._said, this._next);
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
    return fill(this._words().pay, { price });
  }

  /** After "No thank you": heard by those who listen, and a place for the focus that lost its button. */
  leave(): void {
    this.clear();
    this.root.className = 'quiet';
    this._say([fill(this._words().safe, { order: this._order })]);
    this.root.focus({ preventScroll: true });
  }

  show(state: PurchaseState, paid: Money | null): void {
    const words = this._words();
    const hadFocus = this._hasFocus();
    const money = state.name === 'price_changed' ? state.price : paid;
    const price = money ? formatMoney(money, this._locale) : '';
    const values = { price, order: this._order };
    const safe = fill(words.safe, values);
    this.clear();
    this.root.className = state.name === 'idle' ? '' : `on ${state.name}`;
    switch (state.name) {
      case 'idle':
        break;
      case 'pending':
        this._say([words.pending]);
        break;
      case 'processing':
        this._say([words.processing, safe]);
        break;
      case 'accepted':
        this._accepted(state, fill(words.accepted, values), words);
        break;
      case 'requires_action':
        this._say([fill(words.action, values), safe]);
        if (isWebUrl(state.url)) this._link(words.confirm, state.url);
        this._button(words.no, 'decline', this._actions.decline);
        break;
      case 'declined':
        this._say([words.declined, safe]);
        break;
      case 'price_changed':
        this._say([fill(words.priceChanged, values), safe]);
        this._button(this.payLabel(price), 'accept', this._actions.pay);
        this._button(words.no, 'decline', this._actions.decline);
        break;
      case 'unavailable':
        this._say([words.unavailable, safe]);
        break;
      case 'unknown':
        this._say([state.unheard ? words.unreached : words.unknown, safe]);
        if (!state.asking) this._button(state.unheard ? words.again : words.check, 'retry', this._actions.retry);
        if (state.unheard) this._button(words.no, 'decline', this._actions.decline);
        break;
      case 'undone':
        this._say([fill(words.undone, values), safe]);
        break;
      case 'undo_closed':
        this._say([words.undoClosed]);
    }
    if (hadFocus && state.name !== 'pending') this.root.focus({ preventScroll: true });
  }

  private _accepted(state: Extract<PurchaseState, { name: 'accepted' }>, done: string, words: Words): void {
    const until = state.undoUntil ? new Date(state.undoUntil) : null;
    const left = until ? until.getTime() - Date.now() : 0;
    if (!until || !(left > 0)) {
      this._say([done]);
      return;
    }
    const time = until.toLocaleTimeString(this._locale, { hour: 'numeric', minute: '2-digit' });
    this._say([done, state.undoFailed ? words.undoFailed : fill(words.until, { time })]);
    this._button(words.undo, 'undo', this._actions.undo);
    this._timer = setTimeout(() => {
      this._next.replaceChildren();
      this._say([done]);
    }, left);
  }

  private _words(): Words {
    return wordsFor(this._locale)[0];
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

  private _link(text: string, href: string): void {
    const a = document.createElement('a');
    a.href = href;
    a.textContent = text;
    a.setAttribute('part', 'confirm');
    this._next.append(a);
  }

  private _button(text: string, part: string, press: () => Promise<void> | void): void {
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
