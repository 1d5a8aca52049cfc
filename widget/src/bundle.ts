import type { Presented } from '../../web/src/types.js';
import type { ShownOffer } from './events.js';
import { RoomSlot } from './roomSlot.js';
import { detailOf } from './slot.js';
import { bundleCss } from './styles.js';

/**
 * `<aftermint-bundle>`: what goes with the product looked at, beside the page's own button and quieter than it.
 *
 * Pressed, it sends the merchant's own form with `name=OFFER_ID` in it; the page's own button sends the form without.
 * It draws inside the room that the page reserved for it and cannot change its own height.
 *
 * @element aftermint-bundle
 *
 * @attr {string} product - The id of the product looked at.
 *
 * @fires {CustomEvent<ShownOffer>} aftermint-add - The shopper wants it in the basket. Where it is cancelled the form is
 *        not sent, for a page that fills its basket by script.
 *
 * @csspart bundle - The box around it all.
 * @csspart piece - A product of it, with its picture.
 * @csspart item - Its name.
 * @csspart actions - Around the button.
 * @csspart accept - The button that adds it.
 */
export class AftermintBundle extends RoomSlot {
  static override observedAttributes = [...RoomSlot.observedAttributes, 'product'];
  private _detail: ShownOffer | null = null;

  constructor() {
    super(bundleCss);
  }

  /** The id of the product looked at. */
  get product(): string {
    return this._text('product');
  }
  set product(value: string) {
    this._give('product', value);
  }

  /** @internal */
  restored(): void {
    this._internals?.setFormValue(null);
  }

  protected _placement(): 'product_page' {
    return 'product_page';
  }

  protected override _looked(): string {
    return this.product;
  }

  protected async _before(): Promise<string | null> {
    return '';
  }

  protected _draw(presented: Presented, locale: string): string {
    const press = this._drawInRoom(presented, locale, 'accept');
    if (typeof press === 'string') return press;
    if (presented.decision.offer !== null) this._detail = detailOf(presented.decision);
    press.addEventListener('click', () => this._add());
    return '';
  }

  private _add(): void {
    const detail = this._detail;
    // An owner's preview buys nothing, so nobody hears of its press.
    if (!detail || this._page?.preview) return;
    const form = this._internals?.form;
    if (!this._fire('add', detail, true) || !form) return;
    this._internals?.setFormValue(detail.offer);
    form.requestSubmit();
    // The form has taken its values; sent again by the page's own button it goes without.
    this._internals?.setFormValue(null);
  }
}
