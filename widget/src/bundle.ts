/** @file The element `<aftermint-bundle>`: an offer next to a product. */
import type { Offered, View } from '../../web/src/types.js';
import type { ShownOffer } from './elementEvents.js';
import { FormSlot } from './formSlot.js';
import { detailOf } from './slot.js';
import { bundleCss } from './styles.js';

/**
 * `<aftermint-bundle>`: what goes well with the viewed product, less prominent than the page's own button.
 *
 * Its button submits the merchant's own form with `name=OFFER_ID`; the page's own button submits the form without it. It
 * renders inside the space that the page reserved for it and cannot change its own height.
 *
 * @element aftermint-bundle
 *
 * @attr {string} product - The id of the viewed product.
 *
 * @fires {CustomEvent<ShownOffer>} aftermint-add - The shopper wants to add the offer to the basket. If it is cancelled,
 *        the form is not submitted; for a page that fills its basket by script.
 *
 * @csspart bundle - The box around everything.
 * @csspart piece - One product, with its picture.
 * @csspart item - The name of the product.
 * @csspart actions - The box around the button.
 * @csspart accept - The button that adds the offer.
 */
export class AftermintBundle extends FormSlot {
  static override observedAttributes = [...FormSlot.observedAttributes, 'product'];
  private _offer: ShownOffer | null = null;

  constructor() {
    super(bundleCss);
  }

  /** The id of the viewed product. */
  get product(): string {
    return this._text('product');
  }
  set product(value: string) {
    this._setInput('product', value);
  }

  /** @internal */
  restored(): void {
    this._internals?.setFormValue(null);
  }

  protected _placement(): 'product_page' {
    return 'product_page';
  }

  protected override _viewedProduct(): string {
    return this.product;
  }

  protected async _precheck(): Promise<string | null> {
    return '';
  }

  protected _render(offered: Offered, view: View, locale: string): string {
    const accept = this._renderInRoom(view, locale, 'accept');
    if (typeof accept === 'string') return accept;
    this._offer = detailOf(offered);
    accept.addEventListener('click', () => this._add());
    return '';
  }

  private _add(): void {
    const offer = this._offer;
    if (!offer || this._page?.preview) return; // a preview buys nothing, so its click is not reported
    const form = this._internals?.form;
    if (!this._fire('add', offer, true) || !form) return;
    this._internals?.setFormValue(offer.offer);
    form.requestSubmit();
    // The form has read its values. If the page's own button submits it next, the offer must not be in it.
    this._internals?.setFormValue(null);
  }
}
