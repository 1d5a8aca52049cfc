/** @file The element `<aftermint-bump>`: an offer with a checkbox at checkout. */
import type { Core } from '../../web/src/core.js';
import type { Decision, Moment, Offered, Order, View } from '../../web/src/types.js';
import type { BumpChange, ShownOffer } from './elementEvents.js';
import { FormSlot } from './formSlot.js';
import { kMessage, type MessageList, messagesFor } from './messages.js';
import type { Page } from './page.js';
import { detailOf, pause } from './slot.js';
import { bumpCss } from './styles.js';

/** How long `settled` waits for a decision. The shopper's press of "Pay" must not wait for a file that does not come. */
const kMaxDecisionMs = 1000;

/**
 * `<aftermint-bump>`: one checkbox in the merchant's own form. Only the shopper ever ticks it.
 *
 * If it is ticked, the form is submitted with `name=OFFER_ID` and `name-price=AMOUNT`, the price that the shopper saw in
 * minor units. It renders inside the space that the page reserved for it
 * and cannot change its own height, so the pay button below does not move.
 *
 * @element aftermint-bump
 *
 * @attr {string} order - The order as JSON. A changed order leads to a new decision; a ticked offer stays as long as it
 *       holds for the new order.
 *
 * @fires {CustomEvent<BumpChange>} aftermint-change - The shopper ticked or unticked the box, or a tick was taken back
 *        because the offer does not hold for a changed order. `waitUntil(promise)` of its detail shows that the page is
 *        busy. If the promise rejects, or the event is cancelled, a tick is removed.
 *
 * @csspart bump - The box around everything.
 * @csspart choice - Checkbox and label; the area to click.
 * @csspart tick - The checkbox.
 * @csspart label - Its label.
 * @csspart status - Says that a tick was removed, and why.
 */
export class AftermintBump extends FormSlot {
  private _tick: HTMLInputElement | null = null;
  private _status: HTMLElement | null = null;
  private _offer: ShownOffer | null = null;
  private _lastOrder: Order | null = null;
  /** The page's updates for this change and all earlier ones. */
  private _update: Promise<unknown> = Promise.resolve();
  /** The order changed while the box was ticked. */
  private _hasNewOrder = false;
  /** Number of the latest change; promises for earlier changes are ignored. */
  private _turn = 0;

  constructor() {
    super(bumpCss);
  }

  /** Whether the shopper ticked the box. Only the shopper can. */
  get checked(): boolean {
    return this._tick?.checked ?? false;
  }

  /** The offer on the screen; null while there is none, and in a preview, which buys nothing. */
  get offer(): ShownOffer | null {
    return this._offer;
  }

  /**
   * Resolves when the bump has decided on the order as it is, and every promise given to `waitUntil` has settled. Wait for
   * it before you charge. It waits for a decision for at most one second, and never rejects.
   */
  get settled(): Promise<void> {
    const { _update, _decision } = this;
    return Promise.all([_update, Promise.race([_decision, pause(kMaxDecisionMs)])]).then(() =>
      _update === this._update && _decision === this._decision ? undefined : this.settled,
    );
  }

  /** A form reset unticks the box. */
  formResetCallback(): void {
    this._untick();
  }

  /** The browser would restore a tick from an earlier visit, but consent must be given again. */
  formStateRestoreCallback(): void {
    this._untick();
  }

  formDisabledCallback(disabled: boolean): void {
    if (this._tick) this._tick.disabled = disabled;
  }

  /** @internal */
  restored(): void {
    this._untick();
  }

  protected _placement(): 'checkout' {
    return 'checkout';
  }

  protected async _precheck(_page: Page, order: Order): Promise<string | null> {
    this._emit('checkout', { placement: 'checkout', ...(order.id && { order: order.id }) });
    this._lastOrder = order;
    return '';
  }

  /** A ticked offer stays as the shopper saw it as long as the server would sell it so, else the tick is taken back. */
  protected override _keeps(core: Core, moment: Moment): boolean {
    const { _offer: shown, _tick: tick } = this;
    if (!shown || !tick?.checked) return false;
    // It need not be the best offer any more, and the server does not count how often it was seen.
    const declined = [...(moment.visitor.declined ?? [])];
    let decision: Decision;
    let next: string | null | undefined;
    do {
      decision = core.decide({ ...moment, visitor: { ...moment.visitor, declined, seen: [] } });
      next = decision.offer ?? decision.withheld;
    } while (next && next !== shown.offer && declined.push(next));
    // The new order is considered when the shopper unticks the box.
    this._hasNewOrder = decision.offer === shown.offer && decision.price.amount === shown.price.amount;
    if (this._hasNewOrder) return true;
    this._untick();
    this._offer = null;
    tick.disabled = true; // until the order changes again
    this._renderedJson = '-';
    this._setStatus(kMessage.unavailable);
    return true;
  }

  protected _render(offered: Offered, view: View, locale: string): string {
    const tick = this._renderInRoom(view, locale, 'tick');
    if (typeof tick === 'string') return tick;
    if (!(tick instanceof HTMLInputElement)) return 'view';
    this._offer = this._page?.preview ? null : detailOf(offered); // a preview buys nothing, so its tick is not reported
    tick.checked = false;
    tick.autocomplete = 'off';
    tick.disabled = this.matches(':disabled');
    tick.addEventListener('change', () => this._ticked());
    this._tick = tick;
    const status = document.createElement('p');
    status.setAttribute('part', 'status');
    status.setAttribute('aria-live', 'polite'); // no role `status`: screen readers stop at it even if it is empty
    this._room.firstElementChild?.append(status);
    this._status = status;
    return '';
  }

  protected override _remove(): void {
    this._untick();
    this._tick = this._status = this._offer = null;
    super._remove();
  }

  private _ticked(): void {
    const offer = this._offer;
    if (!offer) return;
    const { checked } = this;
    const turn = ++this._turn;
    const waits: PromiseLike<unknown>[] = [];
    // The form value always matches the tick on the screen, so it is set before the page reacts.
    const name = this.getAttribute('name');
    const value = checked && name ? new FormData() : null;
    value?.set(`${name}`, offer.offer);
    value?.set(`${name}-price`, `${offer.price.amount}`);
    this._internals?.setFormValue(value);
    const detail: BumpChange = {
      ...offer,
      checked,
      total: totalOf(this.order ?? this._lastOrder) + (checked ? offer.price.amount : 0),
      waitUntil: (wait) => void waits.push(wait),
    };
    const isAllowed = this._fire('change', detail, true);
    const settle = (succeeded: boolean) => {
      if (turn !== this._turn) return;
      // Only a tick is removed. After a failed untick the box stays unticked, because only the shopper may tick it.
      if (succeeded || !this.checked) return this._setBusy(false);
      this._untick(); // fires another change event, for which the page may be busy again
      this._setStatus(kMessage.notAdded);
    };
    this._setStatus();
    this._setBusy(waits.length > 0);
    if (!isAllowed) settle(false);
    else if (waits.length) {
      const update = Promise.all(waits).then(
        () => settle(true),
        () => settle(false),
      );
      this._update = Promise.all([this._update, update]);
    }
    if (!checked && this._hasNewOrder) this._queue();
  }

  private _setStatus(message?: keyof MessageList): void {
    const [messages, lang] = messagesFor(this._locale()); // the page's language; the copy may be in another
    if (this._status) {
      Object.assign(this._status, { textContent: message && messages[message], lang, dir: 'auto' });
    }
  }

  private _setBusy(isBusy: boolean): void {
    this._tick?.setAttribute('aria-busy', `${isBusy}`);
  }

  private _untick(): void {
    this._internals?.setFormValue(null); // also if only the browser restored a value
    if (!this._tick?.checked) return;
    this._tick.checked = false;
    this._ticked();
  }
}

/** The amount to pay for an order in minor units, without the offer. */
function totalOf(order: Order | null): number {
  return order?.total ?? order?.lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0) ?? 0;
}
