import type { AcceptRequest } from '../../web/src/acceptClient.js';
import { factsOf, type Facts } from '../../web/src/event.js';
import { formatMoney } from '../../web/src/money.js';
import { Purchase, type PurchaseState } from '../../web/src/purchase.js';
import type { Offered, OneClick, Order, Presented } from '../../web/src/types.js';
import type { OfferAction, OfferState, OfferStateChange } from './events.js';
import { isWebUrl, mount, partOf, textOf } from './mount.js';
import type { Page } from './page.js';
import { pause, Slot } from './slot.js';
import { StateCard } from './stateCard.js';
import { offerCss } from './styles.js';
import { kWord } from './words.js';

/** What an accept is about, known since it was pressed. */
type Deal = Pick<AcceptRequest, 'offer' | 'price'>;

/** What stands for the picture of a product that has none: the first letter of its name. */
function tile(name: string): HTMLElement {
  const made = document.createElement('span');
  made.setAttribute('part', 'image');
  made.setAttribute('aria-hidden', 'true');
  made.textContent = /\p{L}/u.exec(name)?.[0] ?? '';
  return made;
}

/**
 * `<aftermint-offer>`: the offer after payment. The order is final before it appears and nothing here changes it.
 *
 * With a ticket it is accepted in one click; without, it is a link. After "No thank you" it goes and stays gone for
 * this order; after a yes, a reload shows what became of it instead of another offer.
 *
 * @element aftermint-offer
 *
 * @attr {string} order - The paid order, with its id, as JSON.
 * @attr {string} ticket - The server's signed order ticket; without it the offer is a link.
 * @attr {string} one-click - What the platform says about charging again, as JSON:
 *       `{"allowed":true,"until":"…","currency":"GBP"}`.
 * @attr {OfferState | "left" | "empty"} state - Set by us for your style sheet, `aftermint-offer[state=left]`: where the
 *       accept stands, `left` after "No thank you", `empty` while nothing is shown.
 *
 * @fires {CustomEvent<OfferStateChange>} aftermint-state - The accept stands elsewhere now.
 * @fires {CustomEvent<OfferBought>} aftermint-accepted - The offer was bought; `order` as it now stands, `replaces` of an
 *        upgrade.
 * @fires {CustomEvent<OfferUndone>} aftermint-undone - The purchase was taken back; `order` as it now stands.
 * @fires {CustomEvent<OfferAction>} aftermint-action - The shopper goes to confirm with the bank. A page whose own payment
 *        code does that cancels the event and gives `waitUntil(promise)` of its detail; then the server is asked.
 * @fires {CustomEvent<OfferDeclined>} aftermint-declined - The shopper said "No thank you".
 *
 * @csspart offer - The box around it all.
 * @csspart acknowledge - The word that the order is complete, which comes first.
 * @csspart item - What is offered.
 * @csspart incentive - What following the link is worth, of an offer by link.
 * @csspart terms - The terms of a recurring item.
 * @csspart withdrawal - The link to the page on the right of withdrawal.
 * @csspart consent - Box and words of agreeing to them.
 * @csspart agree - That box.
 * @csspart actions - The buttons for yes and no.
 * @csspart accept - Yes: a button, or a link; also the one that pays a changed price.
 * @csspart decline - No.
 * @csspart status - After the press: what is said of the accept.
 * @csspart next - After the press: the buttons beneath.
 * @csspart confirm - The link to the bank, or a button where the page confirms.
 * @csspart retry - Asks again.
 * @csspart undo - Takes the purchase back.
 *
 * @cssprop [--aftermint-on-accent=#fff] - Text on the accent, in browsers that cannot compute it (relative colours).
 */
export class AftermintOffer extends Slot {
  static override observedAttributes = [...Slot.observedAttributes, 'ticket', 'one-click'];
  private readonly _view = document.createElement('div');
  private readonly _card: StateCard;
  private _purchase: Purchase | null = null;
  private _offered: Offered | null = null;
  private _shown: AcceptRequest['shown'] = { headline: '', price: '', accept: '' };
  private _taken = false;
  /** The order that is spoken of: the page may give another while an accept is under way. */
  private _about: string | undefined;
  /** The box under the terms of a recurring item: ticked by the shopper alone, and each time anew. */
  private _agree: HTMLInputElement | null = null;

  constructor() {
    super(offerCss);
    this._card = new StateCard({
      pay: () => this._accept(),
      confirm: () => this._confirm(),
      retry: () => this._purchase?.retry(),
      undo: () => this._purchase?.undo(),
      decline: () => this._decline(),
    });
    this._view.id = 'view';
    this._root.append(this._view, this._card.root);
  }

  /** Where the accept stands; `idle` before the shopper has pressed anything. */
  get state(): OfferState {
    return this._purchase?.state.name ?? 'idle';
  }

  /** The server's signed order ticket. */
  get ticket(): string {
    return this._text('ticket');
  }
  set ticket(value: string) {
    this._give('ticket', value);
  }

  /** What the platform says about charging again, as JSON or as a value. */
  get oneClick(): OneClick | null {
    return this._peek('one-click');
  }
  set oneClick(value: OneClick | string | null) {
    this._give('one-click', value);
  }

  /** @internal */
  override wake(): void {
    super.wake();
    if (this._drawn && this.state === 'idle' && this._page?.ledger.declined(`${this._about}`).length) this._queue();
  }

  /** @internal */
  restored(): void {
    if (this._agree) this._agree.checked = false;
    if (this.state === 'idle') this._queue();
    else void this._purchase?.refresh();
  }

  protected _placement(order: Order): 'post_purchase' | 'thank_you' {
    return order.status === 'paid' && this._oneClick().allowed ? 'post_purchase' : 'thank_you';
  }

  protected _oneClick(): OneClick {
    const said = this._json<OneClick>('one-click');
    const missing = this._page?.accepts ? !this.ticket && 'no ticket' : 'no data-accept';
    if (missing) return { ...said, allowed: false, reason: said?.reason ?? missing };
    return { ...said, allowed: said?.allowed ?? true };
  }

  protected async _before(page: Page, order: Order): Promise<string | null> {
    if (this._taken && this.state !== 'idle') return null; // a yes under way is not disturbed
    this._taken = false;
    if (!order.id) return '';
    if (page.ledger.declined(order.id).length) return 'declined';
    const made = page.ledger.of(order.id);
    const open = made.find((intent) => !intent.closed);
    if (!open) return made.length ? 'settled' : '';
    if (!page.accepts) return '';
    if (!page.claim(this)) return 'one_offer';
    await page.words(this._locale()); // what became of it is told at once
    this._begin(page, order);
    if (await this._purchase?.resume(open)) return null;
    this._purchase = null;
    page.release(this);
    // Pressed before, but the server has never heard of it, or closed just now.
    return page.ledger.find(open)?.closed ? 'settled' : '';
  }

  protected _draw({ decision, view }: Presented, locale: string): string {
    const order = this.order;
    if (decision.offer === null || !view || !order || !this._page) return 'view';
    this._wipe();
    this._view.append(mount(view, locale));
    if (!partOf(this._view, 'image')) this._view.firstElementChild?.append(tile(textOf(this._view, 'item')));
    const accept = partOf(this._view, 'accept');
    const decline = partOf(this._view, 'decline');
    if (!accept || !decline) return 'view';
    this._offered = decision;
    this._shown = {
      headline: textOf(this._view, 'headline'),
      price: textOf(this._view, 'money'),
      accept: textOf(this._view, 'accept'),
    };
    this._askConsent();
    this._begin(this._page, order);
    const byLink = decision.path === 'link';
    accept.addEventListener('click', () => {
      if (byLink) this._tell('accept');
      else void this._accept();
    });
    decline.addEventListener('click', () => this._decline());
    return '';
  }

  protected _wipe(): void {
    this._view.replaceChildren();
    this._view.hidden = false;
    this._card.clear();
    this._purchase = null;
    this._offered = null;
    this._agree = null;
  }

  /** Where the view asks for a consent of its own: unticked, whatever the browser remembers. */
  private _askConsent(): void {
    const agree = partOf(this._view, 'agree');
    if (!(agree instanceof HTMLInputElement)) return;
    this._agree = agree;
    this._shown.terms = textOf(this._view, 'terms');
    agree.checked = false;
    agree.autocomplete = 'off';
    agree.addEventListener('change', () => {
      agree.removeAttribute('aria-invalid');
      this._card.clear();
    });
  }

  private _begin(page: Page, order: Order): void {
    const client = page.accepts;
    this._about = order.id;
    const speak = () => this._card.speak(this._locale(), order.id ?? '');
    speak();
    void page.words(this._locale()).then(speak);
    if (!client) return;
    const locale = this._locale();
    const visitor = page.visitor(this.getAttribute('visitor'));
    const purchase = new Purchase(
      {
        client,
        ledger: page.ledger,
        now: Date.now,
        sleep: pause,
      },
      () => ({
        order: order.id ?? '',
        ticket: this.ticket,
        visitor,
        locale,
        shown: this._shown,
        ...(this._agree?.checked && { consent: true }),
      }),
      (state) => {
        if (this._purchase === purchase) this._render(state);
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
    const agree = this._agree;
    if (agree && !agree.checked) {
      this._card.note(this._card.words[kWord.agree]);
      agree.setAttribute('aria-invalid', 'true');
      return agree.focus();
    }
    if (this._page?.preview) return this._card.note(this._card.words[kWord.preview]);
    const { amount, currency } = price;
    if (state.name === 'price_changed') {
      const text = formatMoney(price, this._locale());
      this._shown = { ...this._shown, price: text, accept: this._card.payLabel(text) };
    }
    return purchase.accept({ offer, price: { amount, currency } });
  }

  /** Asks the page whether it confirms with the bank itself; nothing where it leaves that to the link. */
  private _confirm(): Promise<void> | undefined {
    const purchase = this._purchase;
    if (!purchase?.deal || purchase.state.name !== 'requires_action') return undefined;
    const { url, action } = purchase.state;
    const waits: PromiseLike<unknown>[] = [];
    const detail: OfferAction = { ...purchase.deal, url, action, waitUntil: (wait) => void waits.push(wait) };
    if (this._fire('action', detail, true) && url && isWebUrl(url)) return undefined;
    // Whatever the page says came of it, what counts is what the server says.
    return Promise.allSettled(waits).then(() => purchase.refresh());
  }

  private _render(news: PurchaseState): void {
    // What was agreed to was another price: the terms cannot simply be taken over.
    const state: PurchaseState = news.name === 'price_changed' && this._agree ? { name: 'unavailable' } : news;
    const accept = partOf(this._view, 'accept');
    const pending = state.name === 'pending';
    this._taken = true;
    this._view.hidden ||= !pending;
    for (const button of [accept, partOf(this._view, 'decline')]) button?.setAttribute('aria-disabled', `${pending}`);
    accept?.setAttribute('aria-busy', `${pending}`);
    this._card.show(state, this._purchase?.deal?.price ?? this._offered?.price ?? null);
    this._tellState(state.name);
    if (state.name === 'accepted') {
      this._tell('accept');
      const replaces = this._offered?.replaces;
      this._fire('accepted', { ...this._deal('accepted'), ...(replaces && { replaces }), order: state.order });
    } else if (state.name === 'undone') {
      this._tell('undo');
      this._fire('undone', { ...this._deal('undone'), order: state.order });
    }
  }

  /** What the purchase is about, as the page is told of its end. */
  private _deal(end: 'accepted' | 'undone'): Deal & { again?: true } {
    const purchase = this._purchase as Purchase;
    return { ...(purchase.deal as Deal), ...(purchase.told(end) && { again: true }) };
  }

  private _decline(): void {
    if (this._taken && this.state === 'pending') return;
    const offer = this._offered?.offer ?? this._purchase?.deal?.offer;
    const id = this._about;
    if (!offer) return;
    this._tell('decline');
    this._page?.decline(id, offer);
    this._clear();
    this._card.leave();
    this._tellState('left');
    this._fire('declined', { offer });
  }

  /** Also an attribute, so that the page's style can follow: `aftermint-offer[state=left]`. */
  private _tellState(state: OfferStateChange['state']): void {
    this.setAttribute('state', state);
    this._fire('state', { state });
  }

  private _tell(kind: 'accept' | 'decline' | 'undo'): void {
    const id = this._about;
    const facts: Facts = this._offered
      ? factsOf(this._offered)
      : { placement: 'post_purchase', path: 'one_click', ...this._purchase?.deal?.price };
    const offer = this._purchase?.deal?.offer ?? this._offered?.offer;
    const price = this._purchase?.deal?.price;
    this._emit(kind, {
      ...facts,
      ...(price && { amount: price.amount, currency: price.currency }),
      ...(offer && { offer }),
      ...(id && { order: id }),
    });
  }
}
