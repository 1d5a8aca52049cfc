/** @file The element `<aftermint-offer>`: the offer after payment. */
import type { AcceptRequest } from '../../web/src/acceptClient.js';
import { formatMoney } from '../../web/src/money.js';
import { type EventFacts, factsOf } from '../../web/src/pageEvent.js';
import { type Deal, Purchase, type PurchaseState } from '../../web/src/purchase.js';
import type { Offered, OneClick, Order, View } from '../../web/src/types.js';
import type { OfferAction, OfferState, OfferStateChange } from './elementEvents.js';
import { kMessage } from './messages.js';
import type { Page } from './page.js';
import { isWebUrl, partOf, renderView, textOf } from './renderView.js';
import { pause, Slot } from './slot.js';
import { StateCard } from './stateCard.js';
import { offerCss } from './styles.js';

/** A tile with the first letter of a product's name, for a product without a picture. */
function initialTile(name: string): HTMLElement {
  const tile = document.createElement('span');
  tile.setAttribute('part', 'image');
  tile.setAttribute('aria-hidden', 'true');
  tile.textContent = /\p{L}/u.exec(name)?.[0] ?? '';
  return tile;
}

/**
 * `<aftermint-offer>`: the offer after payment. The order is already final and nothing here changes it.
 *
 * With a ticket the offer is accepted in one click; without one it is a link. After "No thank you" there is no further
 * offer for this order. After an accept, a reload shows its state instead of another offer.
 *
 * @element aftermint-offer
 *
 * @attr {string} order - The paid order, with its id, as JSON.
 * @attr {string} ticket - The server's signed order ticket. Without it the offer is a link.
 * @attr {string} one-click - Whether the platform can charge again, as JSON:
 *       `{"allowed":true,"until":"…","currency":"GBP"}`.
 * @attr {OfferState | "left" | "empty"} state - Set by us for your style sheet, `aftermint-offer[state=left]`: the state
 *       of the accept, `left` after "No thank you", `empty` while nothing is shown.
 *
 * @fires {CustomEvent<OfferStateChange>} aftermint-state - The state of the accept has changed.
 * @fires {CustomEvent<OfferBought>} aftermint-accepted - The offer was bought. `order` as it is now; `replaces` for an
 *        upgrade.
 * @fires {CustomEvent<OfferUndone>} aftermint-undone - The purchase was undone. `order` as it is now.
 * @fires {CustomEvent<OfferAction>} aftermint-action - The shopper is about to confirm with the bank. If the page's own
 *        payment code does that, cancel the event and call `waitUntil(promise)` of its detail; then the server is asked.
 * @fires {CustomEvent<OfferDeclined>} aftermint-declined - The shopper pressed "No thank you".
 *
 * @csspart offer - The box around everything.
 * @csspart acknowledge - The first line: the order is complete.
 * @csspart item - The product offered.
 * @csspart incentive - Why to follow the link, if the offer is a link.
 * @csspart terms - The terms of a recurring item.
 * @csspart withdrawal - The link to the page on the right of withdrawal.
 * @csspart consent - Checkbox and label for agreeing to the terms.
 * @csspart agree - That checkbox.
 * @csspart actions - The box around the buttons for yes and no.
 * @csspart accept - Yes: a button or a link; also the button that pays a changed price.
 * @csspart decline - No.
 * @csspart status - After the shopper accepted: the state of the accept.
 * @csspart next - After the shopper accepted: the buttons below the state.
 * @csspart confirm - The link to the bank, or a button if the page confirms itself.
 * @csspart retry - Tries again, or asks for the state again.
 * @csspart undo - Undoes the purchase.
 *
 * @cssprop [--aftermint-on-accent=#fff] - Text color on the accent, in browsers that cannot compute it (relative colors).
 */
export class AftermintOffer extends Slot {
  static override observedAttributes = [...Slot.observedAttributes, 'ticket', 'one-click'];
  private readonly _viewBox = document.createElement('div');
  private readonly _card: StateCard;
  private _purchase: Purchase | null = null;
  private _offered: Offered | null = null;
  private _shown: AcceptRequest['shown'] = { headline: '', price: '', accept: '' };
  /** The shopper has accepted. */
  private _hasAccepted = false;
  /** The id of the order that the offer is for. The page may set another order while an accept is in progress. */
  private _orderId: string | undefined;
  /** The consent box of a recurring item. Only the shopper ticks it, and again for each offer. */
  private _consentBox: HTMLInputElement | null = null;

  constructor() {
    super(offerCss);
    this._card = new StateCard({
      pay: () => this._accept(),
      confirm: () => this._confirm(),
      retry: () => this._purchase?.retry(),
      undo: () => this._purchase?.undo(),
      decline: () => this._decline(),
    });
    this._viewBox.id = 'view';
    this._root.append(this._viewBox, this._card.root);
  }

  /** The state of the accept; `idle` before the shopper has accepted. */
  get state(): OfferState {
    return this._purchase?.state.name ?? 'idle';
  }

  /** The server's signed order ticket. */
  get ticket(): string {
    return this._text('ticket');
  }
  set ticket(value: string) {
    this._setInput('ticket', value);
  }

  /** Whether the platform can charge again, as JSON or as an object. */
  get oneClick(): OneClick | null {
    return this._parseOrNull('one-click');
  }
  set oneClick(value: OneClick | string | null) {
    this._setInput('one-click', value);
  }

  /** @internal */
  override wake(): void {
    super.wake();
    if (!this._renderedJson || this.state !== 'idle') return;
    if (this._page?.ledger.declined(`${this._orderId}`).length) this._queue();
  }

  /** @internal */
  restored(): void {
    if (this._consentBox) this._consentBox.checked = false;
    if (this.state === 'idle') this._queue();
    else void this._purchase?.refresh();
  }

  protected _placement(order: Order): 'post_purchase' | 'thank_you' {
    return order.status === 'paid' && this._oneClick().allowed ? 'post_purchase' : 'thank_you';
  }

  protected _oneClick(): OneClick {
    const given = this._parse<OneClick>('one-click');
    const missing = this._page?.acceptClient ? !this.ticket && 'no ticket' : 'no data-accept';
    if (missing) return { ...given, allowed: false, reason: given?.reason ?? missing };
    return { ...given, allowed: given?.allowed ?? true };
  }

  protected async _precheck(page: Page, order: Order): Promise<string | null> {
    if (this._hasAccepted && this.state !== 'idle') return null; // do not disturb an accept in progress
    this._hasAccepted = false;
    if (!order.id) return '';
    if (page.ledger.declined(order.id).length) return 'declined';
    const accepts = page.ledger.of(order.id);
    const open = accepts.find((intent) => !intent.closed);
    if (!open) return accepts.length ? 'settled' : '';
    if (!page.acceptClient) return '';
    if (!page.claim(this)) return 'one_offer';
    await page.loadMessages(this._locale()); // the state of the accept will be shown right away
    this._begin(page, order);
    if (await this._purchase?.resume(open)) return null;
    this._purchase = null;
    page.release(this);
    // The server does not know this accept, or it has just been closed.
    return page.ledger.find(open)?.closed ? 'settled' : '';
  }

  protected _render(offered: Offered, view: View, locale: string): string {
    const order = this.order;
    if (!order || !this._page) return 'view';
    this._remove();
    this._viewBox.append(renderView(view, locale));
    if (!partOf(this._viewBox, 'image')) {
      this._viewBox.firstElementChild?.append(initialTile(textOf(this._viewBox, 'item')));
    }
    const accept = partOf(this._viewBox, 'accept');
    const decline = partOf(this._viewBox, 'decline');
    if (!accept || !decline) return 'view';
    this._offered = offered;
    this._shown = {
      headline: textOf(this._viewBox, 'headline'),
      price: textOf(this._viewBox, 'money'),
      accept: textOf(this._viewBox, 'accept'),
    };
    this._prepareConsent();
    this._begin(this._page, order);
    const byLink = offered.path === 'link';
    accept.addEventListener('click', () => {
      if (byLink) this._report('accept');
      else void this._accept();
    });
    decline.addEventListener('click', () => this._decline());
    return '';
  }

  protected _remove(): void {
    this._viewBox.replaceChildren();
    this._viewBox.hidden = false;
    this._card.clear();
    this._purchase = null;
    this._offered = null;
    this._consentBox = null;
  }

  /** Unticks the consent box, if there is one, whatever the browser has restored. */
  private _prepareConsent(): void {
    const box = partOf(this._viewBox, 'agree');
    if (!(box instanceof HTMLInputElement)) return;
    this._consentBox = box;
    this._shown.terms = textOf(this._viewBox, 'terms');
    box.checked = false;
    box.autocomplete = 'off';
    box.addEventListener('change', () => {
      box.removeAttribute('aria-invalid');
      this._card.clear();
    });
  }

  private _begin(page: Page, order: Order): void {
    const client = page.acceptClient;
    const id = order.id ?? '';
    const locale = this._locale();
    this._orderId = order.id;
    const setLanguage = () => this._card.setLanguage(this._locale(), id);
    setLanguage();
    void page.loadMessages(locale).then(setLanguage);
    if (!client) return;
    const visitor = page.visitorData.id(this.getAttribute('visitor'), id);
    const purchase = new Purchase(
      { client, ledger: page.ledger, now: Date.now, sleep: pause },
      () => ({
        order: id,
        ticket: this.ticket,
        visitor,
        locale,
        shown: this._shown,
        ...(this._consentBox?.checked && { consent: true }),
      }),
      (state) => {
        if (this._purchase === purchase) this._showState(state);
      },
    );
    this._purchase = purchase;
  }

  private _accept(): Promise<void> | void {
    const offered = this._offered;
    const purchase = this._purchase;
    if (!purchase) return;
    const { state } = purchase;
    const offer = offered?.offer ?? purchase.deal?.offer;
    const price = state.name === 'price_changed' ? state.price : offered?.price;
    if (!offer || !price) return;
    const box = this._consentBox;
    if (box && !box.checked) {
      this._card.showNote(this._card.texts[kMessage.agree]);
      box.setAttribute('aria-invalid', 'true');
      return box.focus();
    }
    if (this._page?.preview) return this._card.showNote(this._card.texts[kMessage.preview]);
    const { amount, currency } = price;
    if (state.name === 'price_changed') {
      const text = formatMoney(price, this._locale());
      this._shown = { ...this._shown, price: text, accept: this._card.payLabel(text) };
    }
    return purchase.accept({ offer, price: { amount, currency } });
  }

  /** Lets the page confirm with the bank. Returns undefined if it does not, so that the link is followed. */
  private _confirm(): Promise<void> | undefined {
    const purchase = this._purchase;
    if (!purchase?.deal || purchase.state.name !== 'requires_action') return undefined;
    const { url, action } = purchase.state;
    const waits: PromiseLike<unknown>[] = [];
    const detail: OfferAction = { ...purchase.deal, url, action, waitUntil: (wait) => void waits.push(wait) };
    if (this._fire('action', detail, true) && url && isWebUrl(url)) return undefined;
    // Ask the server, whatever the page's promise says: only the server's answer counts.
    return Promise.allSettled(waits).then(() => purchase.refresh());
  }

  private _showState(newState: PurchaseState): void {
    // The shopper agreed to terms at the old price, so a recurring item cannot be bought at a new one.
    const state: PurchaseState =
      newState.name === 'price_changed' && this._consentBox ? { name: 'unavailable' } : newState;
    const accept = partOf(this._viewBox, 'accept');
    const pending = state.name === 'pending';
    this._hasAccepted = true;
    this._viewBox.hidden ||= !pending;
    for (const button of [accept, partOf(this._viewBox, 'decline')])
      button?.setAttribute('aria-disabled', `${pending}`);
    accept?.setAttribute('aria-busy', `${pending}`);
    this._card.show(state, this._purchase?.deal?.price ?? this._offered?.price ?? null);
    this._setState(state.name);
    if (state.name === 'accepted') {
      this._report('accept');
      const replaces = this._offered?.replaces;
      this._fire('accepted', { ...this._reportedDeal('accepted'), ...(replaces && { replaces }), order: state.order });
    } else if (state.name === 'undone') {
      this._report('undo');
      this._fire('undone', { ...this._reportedDeal('undone'), order: state.order });
    }
  }

  /** The offer and price for the event that reports the end of an accept; `again` if it has been reported before. */
  private _reportedDeal(end: 'accepted' | 'undone'): Deal & { again?: true } {
    const purchase = this._purchase as Purchase;
    return { ...(purchase.deal as Deal), ...(purchase.markReported(end) && { again: true }) };
  }

  private _decline(): void {
    if (this._hasAccepted && this.state === 'pending') return;
    const offer = this._offered?.offer ?? this._purchase?.deal?.offer;
    if (!offer) return;
    this._report('decline');
    this._page?.decline(this._orderId, offer);
    this._clear();
    this._card.showDeclined();
    this._setState('left');
    this._fire('declined', { offer });
  }

  /** Sets the attribute `state` for the page's style sheet and fires the event. */
  private _setState(state: OfferStateChange['state']): void {
    this.setAttribute('state', state);
    this._fire('state', { state });
  }

  /** Sends an event about this offer to the collector. */
  private _report(type: 'accept' | 'decline' | 'undo'): void {
    const id = this._orderId;
    const facts: EventFacts = this._offered
      ? factsOf(this._offered)
      : { placement: 'post_purchase', path: 'one_click', ...this._purchase?.deal?.price };
    const offer = this._purchase?.deal?.offer ?? this._offered?.offer;
    const price = this._purchase?.deal?.price;
    this._emit(type, {
      ...facts,
      ...(price && { amount: price.amount, currency: price.currency }),
      ...(offer && { offer }),
      ...(id && { order: id }),
    });
  }
}
