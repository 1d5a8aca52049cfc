import type { Order, Presented } from '../../web/src/types.js';
import type { BumpChange, ShownOffer } from './events.js';
import type { Page } from './page.js';
import { RoomSlot } from './roomSlot.js';
import { detailOf } from './slot.js';
import { bumpCss } from './styles.js';
import { kWord, wordsFor } from './words.js';

/**
 * `<aftermint-bump>`: one checkbox in the merchant's own form, never ticked by anyone but the shopper.
 *
 * Ticked, it submits `name=OFFER_ID` with the form. It draws inside the room that the page reserved for it and
 * cannot change its own height: the pay button below does not move.
 *
 * @element aftermint-bump
 *
 * @attr {string} order - The order as JSON; a new one is decided anew while the box is not ticked.
 *
 * @fires {CustomEvent<BumpChange>} aftermint-change - The shopper ticked or unticked the box. `waitUntil(promise)` of its
 *        detail shows that the page is busy with it; where that is rejected, or the event cancelled, a tick is taken back.
 *
 * @csspart bump - The box around it all.
 * @csspart choice - Tick and label, the place to press.
 * @csspart tick - The checkbox.
 * @csspart label - The words beside it.
 * @csspart status - Says that a tick was taken back.
 */
export class AftermintBump extends RoomSlot {
  private _tick: HTMLInputElement | null = null;
  private _status: HTMLElement | null = null;
  private _change: ShownOffer | null = null;
  private _stale = false;
  /** What the page was last told; a promise given to an earlier change has no say any more. */
  private _turn = 0;

  constructor() {
    super(bumpCss);
  }

  /** Whether the shopper ticked it. Only the shopper can. */
  get checked(): boolean {
    return this._tick?.checked ?? false;
  }

  /** A form reset unticks. */
  formResetCallback(): void {
    this._untick();
  }

  /** The browser would restore a tick from an earlier visit: consent is given anew or not at all. */
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

  protected async _before(_page: Page, order: Order): Promise<string | null> {
    this._emit('checkout', { placement: 'checkout', ...(order.id && { order: order.id }) });
    // What the shopper said yes to stays as they saw it; the new order is looked at when they untick.
    this._stale = this.checked;
    return this._stale ? null : '';
  }

  protected _draw(presented: Presented, locale: string): string {
    const tick = this._drawInRoom(presented, locale, 'tick');
    if (typeof tick === 'string') return tick;
    if (presented.decision.offer === null || !(tick instanceof HTMLInputElement)) return 'view';
    this._change = detailOf(presented.decision);
    tick.checked = false;
    tick.autocomplete = 'off';
    tick.disabled = this.matches(':disabled');
    tick.addEventListener('change', () => this._ticked());
    this._tick = tick;
    const status = document.createElement('p');
    status.setAttribute('part', 'status');
    status.setAttribute('aria-live', 'polite'); // no role: an empty `status` is a stop for somebody who reads on
    this._room.firstElementChild?.append(status);
    this._status = status;
    return '';
  }

  protected override _wipe(): void {
    this._untick();
    this._tick = this._status = this._change = null;
    super._wipe();
  }

  private _ticked(): void {
    // An owner's preview buys nothing, so nobody hears of its tick.
    const change = this._change;
    if (!change || this._page?.preview) return;
    const { checked } = this;
    const turn = ++this._turn;
    const waits: PromiseLike<unknown>[] = [];
    // What the shopper sees is what is paid, at any moment: the value stands before anybody is asked.
    this._internals?.setFormValue(checked ? change.offer : null);
    const detail: BumpChange = { ...change, checked, waitUntil: (wait) => void waits.push(wait) };
    const agreed = this._fire('change', detail, true);
    const settle = (good: boolean) => {
      if (turn !== this._turn) return;
      // Only a tick is taken back: nobody but the shopper ticks, so what could not be undone stays unticked.
      if (good || !this.checked) return this._busy(false);
      this._untick(); // the page hears of it, and may be busy with that, or refuse that, too
      this._say(true);
    };
    this._say(false);
    this._busy(waits.length > 0);
    if (!agreed) settle(false);
    else if (waits.length) {
      Promise.all(waits).then(
        () => settle(true),
        () => settle(false),
      );
    }
    if (!checked && this._stale) this._queue();
  }

  private _say(notAdded: boolean): void {
    const [words, lang] = wordsFor(this._locale()); // the page's, which may be another than the copy's around it
    Object.assign(this._status ?? {}, { textContent: notAdded ? words[kWord.notAdded] : '', lang, dir: 'auto' });
  }

  private _busy(isBusy: boolean): void {
    this._tick?.setAttribute('aria-busy', `${isBusy}`);
  }

  private _untick(): void {
    this._internals?.setFormValue(null); // whatever the browser brought back
    if (!this._tick?.checked) return;
    this._tick.checked = false;
    this._ticked();
  }
}
