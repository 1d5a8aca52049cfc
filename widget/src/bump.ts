import type { OneClick, Order, Presented } from '../../web/src/types.js';
import type { BumpChange } from './events.js';
import { mount, partOf } from './mount.js';
import type { Page } from './page.js';
import { detailOf, Slot } from './slot.js';
import { bumpCss, sheet } from './styles.js';

/**
 * `<aftermint-bump>`: one checkbox in the merchant's own form, never ticked by anyone but the shopper.
 *
 * Ticked, it submits `name=OFFER_ID` with the form. It draws inside the room that the page reserved for it and
 * cannot change its own height: the pay button below does not move.
 *
 * @element aftermint-bump
 *
 * @attr {string} name - The form field's name.
 * @attr {string} order - The order as JSON; a new one is decided anew while the box is not ticked.
 * @attr {"empty"} state - Set by us while nothing is shown, for your style sheet.
 *
 * @fires {CustomEvent<BumpChange>} aftermint-change - The shopper ticked or unticked the box.
 *
 * @csspart bump - The box around it all.
 * @csspart choice - Tick and label, the place to press.
 * @csspart tick - The checkbox.
 * @csspart label - The words beside it.
 */
export class AftermintBump extends Slot {
  static readonly formAssociated = true;
  private readonly _internals = this.attachInternals?.();
  private readonly _room = document.createElement('div');
  private _tick: HTMLInputElement | null = null;
  private _change: BumpChange | null = null;
  private _stale = false;

  constructor() {
    super();
    // Open, so that a merchant's tests and accessibility tools can see inside; there is nothing secret here.
    const root = this.attachShadow({ mode: 'open' });
    if ('adoptedStyleSheets' in root) root.adoptedStyleSheets = [sheet(bumpCss)];
    this._room.id = 'room';
    root.append(this._room);
  }

  /** Whether the shopper ticked it. Only the shopper can. */
  get checked(): boolean {
    return this._tick?.checked ?? false;
  }

  /** The form it belongs to. */
  get form(): HTMLFormElement | null {
    return this._internals?.form ?? null;
  }

  /** The form field's name; an attribute sets it. */
  get name(): string {
    return this.getAttribute('name') ?? '';
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

  protected _oneClick(): OneClick | undefined {
    return undefined;
  }

  protected async _before(page: Page, order: Order): Promise<string | null> {
    page.emit(
      'checkout',
      { placement: 'checkout', ...(order.id && { order: order.id }) },
      this.getAttribute('visitor'),
    );
    // What the shopper said yes to stays as they saw it; the new order is looked at when they untick.
    this._stale = this.checked;
    return this._stale ? null : '';
  }

  protected _draw({ decision, view }: Presented, locale: string): string {
    if (decision.offer === null || !view || !this._internals) return 'view';
    const before = this.getBoundingClientRect().height;
    this._wipe();
    this._room.append(mount(view, locale));
    const tick = partOf(this._room, 'tick');
    if (!(tick instanceof HTMLInputElement)) return 'view';
    const { scrollHeight, clientHeight } = this._room;
    if (scrollHeight > clientHeight || this.getBoundingClientRect().height !== before) return 'no_room';
    this._change = { ...detailOf(decision), checked: false };
    tick.checked = false;
    tick.autocomplete = 'off';
    tick.disabled = this.matches(':disabled');
    tick.addEventListener('change', () => this._ticked());
    this._tick = tick;
    return '';
  }

  protected _wipe(): void {
    this._untick();
    this._tick = null;
    this._change = null;
    this._room.replaceChildren();
  }

  private _ticked(): void {
    // An owner's preview buys nothing, so nobody hears of its tick.
    if (!this._change || this._page?.preview) return;
    const { checked } = this;
    this._internals?.setFormValue(checked ? this._change.offer : null);
    this._fire('change', { ...this._change, checked });
    if (!checked && this._stale) this._queue();
  }

  private _untick(): void {
    this._internals?.setFormValue(null); // whatever the browser brought back
    if (!this._tick?.checked) return;
    this._tick.checked = false;
    this._ticked();
  }
}
