/** @file The card that shows the state of an accept. */
import { formatMoney } from '../../web/src/money.js';
import type { PurchaseState } from '../../web/src/purchase.js';
import type { Money, View } from '../../web/src/types.js';
import { fill, kMessage, type MessageList, messagesFor } from './messages.js';
import { isWebUrl, partOf, renderView } from './renderView.js';

/** What the buttons of the card do. */
export interface CardActions {
  pay(): Promise<void> | void;
  /** Lets the page confirm with the bank; undefined if the link is to be followed. */
  confirm(): Promise<void> | undefined;
  retry(): Promise<void> | void;
  undo(): Promise<void> | void;
  decline(): void;
}

/** New buttons are disabled for this long, so that the second click of a double click on "accept" cannot hit them. */
const kDisabledMs = 500;

/**
 * The heading names the focused card, and screen reader users can jump to it. The direction is that of the messages,
 * whatever that of the page is.
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

/** Shows the state of an accept in a live region, which exists from the start, and below it the next steps. */
export class StateCard {
  readonly root = renderView(kCard, '') as HTMLElement;
  private readonly _actions: CardActions;
  private readonly _status = partOf(this.root, 'status') as HTMLElement;
  private readonly _next = partOf(this.root, 'next') as HTMLElement;
  private _locale = 'en';
  private _order = '';
  private _timer: ReturnType<typeof setTimeout> | undefined;

  constructor(actions: CardActions) {
    this._actions = actions;
    this.root.tabIndex = -1;
  }

  get texts(): MessageList {
    return messagesFor(this._locale)[0];
  }

  /** @param order the order id for the messages; may be empty. */
  setLanguage(locale: string, order: string): void {
    this._locale = locale;
    this._order = order;
    this.root.lang = messagesFor(locale)[1];
  }

  clear(): void {
    clearTimeout(this._timer);
    this._write('');
    this._next.replaceChildren();
  }

  payLabel(price: string): string {
    return fill(this.texts[kMessage.pay], { price });
  }

  /** After "No thank you": announces the end to screen readers, and takes the focus because its button is gone. */
  showDeclined(): void {
    this.clear();
    this._write('quiet', fill(this.texts[kMessage.kept], { order: this._order }));
    this.root.focus({ preventScroll: true });
  }

  /** Shows a message below the view, which stays. */
  showNote(message: string): void {
    this._write('on pending', message); // has the style of `pending`
  }

  show(state: PurchaseState, paid: Money | null): void {
    const { texts: messages } = this;
    const { name } = state;
    const hadFocus = this._hasFocus();
    const money = name === 'price_changed' ? state.price : paid;
    const price = money ? formatMoney(money, this._locale) : '';
    const notReceived = name === 'unknown' && state.notReceived;
    const linesOf: Record<typeof name, string[]> = {
      idle: [],
      pending: [messages[kMessage.pending]],
      processing: [messages[kMessage.processing], messages[kMessage.safe]],
      accepted: [messages[kMessage.accepted]],
      requires_action: [messages[kMessage.action], messages[kMessage.safe]],
      declined: [messages[kMessage.declined], messages[kMessage.kept]],
      price_changed: [messages[kMessage.priceChanged], messages[kMessage.kept]],
      unavailable: [messages[kMessage.unavailable], messages[kMessage.kept]],
      unknown: notReceived
        ? [messages[kMessage.unreached], messages[kMessage.kept]]
        : [messages[kMessage.unknown], messages[kMessage.safe]],
      undone: [messages[kMessage.undone], messages[kMessage.kept]],
      undo_closed: [messages[kMessage.undoClosed]],
    };
    const lines = linesOf[name].map((line) => fill(line, { price, order: this._order }));
    clearTimeout(this._timer);
    this._next.replaceChildren();
    if (name === 'accepted') this._addAccepted(state, lines, paid);
    this._write(name === 'idle' ? '' : `on ${name}`, ...lines);
    if (name === 'requires_action') this._addConfirm(state.url);
    if (name === 'price_changed') this._addButton(this.payLabel(price), 'accept', this._actions.pay);
    if (name === 'unknown' && !state.isAsking) {
      this._addButton(notReceived ? messages[kMessage.again] : messages[kMessage.check], 'retry', this._actions.retry);
    }
    if (name === 'requires_action' || name === 'price_changed' || notReceived) {
      this._addButton(messages[kMessage.decline], 'decline', this._actions.decline);
    }
    if (hadFocus && name !== 'pending') this.root.focus({ preventScroll: true });
  }

  /** Adds the new total, and the undo button with its time limit. */
  private _addAccepted(state: Extract<PurchaseState, { name: 'accepted' }>, lines: string[], paid: Money | null): void {
    const { texts: messages } = this;
    const total = paid && state.order?.total;
    if (total) {
      lines.push(fill(messages[kMessage.total], { total: formatMoney({ ...paid, amount: total }, this._locale) }));
    }
    const until = new Date(state.undoUntil ?? 0);
    const left = until.getTime() - Date.now();
    if (!(left > 0)) return;
    const time = until.toLocaleTimeString(this._locale, { hour: 'numeric', minute: '2-digit' });
    lines.push(state.undoFailed ? messages[kMessage.undoFailed] : fill(messages[kMessage.until], { time }));
    this._addButton(messages[kMessage.undo], 'undo', this._actions.undo);
    this._timer = setTimeout(() => {
      const hadFocus = this._hasFocus();
      this._next.replaceChildren();
      this._status.lastChild?.remove(); // removes only its own node: screen readers would repeat a changed text
      if (hadFocus) this.root.focus({ preventScroll: true });
    }, left);
  }

  private _hasFocus(): boolean {
    return !!(this.root.getRootNode() as ShadowRoot).activeElement;
  }

  /** Writes all lines at once, as plain text: screen readers announce paragraphs separately and miss some of them. */
  private _write(className: string, ...lines: string[]): void {
    this.root.className = className;
    (this.root.firstChild as Node).textContent = className && this.texts[kMessage.afterwards];
    this._status.replaceChildren(...lines.map((line, index) => (index ? `\n${line}` : line)));
  }

  /** Adds a link to the bank's page, or without one a button for the page's own payment code. */
  private _addConfirm(url: string | undefined): void {
    const { confirm } = this._actions;
    if (!url || !isWebUrl(url)) {
      this._addButton(this.texts[kMessage.confirm], 'confirm', confirm);
      return;
    }
    const a = document.createElement('a');
    a.href = url;
    a.textContent = this.texts[kMessage.confirm];
    a.setAttribute('part', 'confirm');
    a.addEventListener('click', (event) => {
      if (confirm()) event.preventDefault();
    });
    this._next.append(a);
  }

  private _addButton(text: string, part: string, onPress: () => Promise<void> | undefined | void): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    button.setAttribute('part', part);
    button.addEventListener('click', async () => {
      if (button.ariaDisabled === 'true') return;
      button.ariaDisabled = 'true'; // not `disabled`, which would lose the focus
      await onPress();
      button.ariaDisabled = 'false';
    });
    button.disabled = true;
    setTimeout(() => {
      button.disabled = false;
    }, kDisabledMs);
    this._next.append(button);
  }
}
