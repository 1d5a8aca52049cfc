/** @file An element that shows one offer or nothing. */
import type { Placement } from '../../web/src/codes.gen.js';
import type { Core, ViewReply } from '../../web/src/core.js';
import { Failure, reasonOf } from '../../web/src/failure.js';
import { type EventFacts, factsOf, oneClickBarrier } from '../../web/src/pageEvent.js';
import type { Attributes, Moment, Offered, OneClick, Order, Trace, View } from '../../web/src/types.js';
import type { ShownOffer } from './elementEvents.js';
import { watchExposure } from './exposure.js';
import { HostElement } from './hostElement.js';
import type { Page, PageElement } from './page.js';
import { missingLanguage, partOf } from './renderView.js';
import { stylesLoaded } from './stylesLoaded.js';
import { warmIntl, warmIntlSoon } from './warmIntl.js';
import { yieldTask } from './yieldTask.js';

/** The longest time that a timer can wait, in ms. */
const kMaxTimerMs = 2 ** 31 - 1;

/** This many ms before the deadline, fall back to English messages. */
const kEnglishMs = 100;

/** Thrown to end a decision when a newer one has started. */
const kOutdated = {};

export const pause = (ms: number): Promise<undefined> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * A place in the host's page that shows one offer or nothing. It never throws into the page.
 *
 * @fires {CustomEvent<ShownOffer>} aftermint-shown - An offer is on the screen; `replaces` for an upgrade.
 * @fires {CustomEvent<ShownOffer>} aftermint-seen - Half of an offer was visible for one second, or the shopper used it;
 *        not in a preview.
 * @fires {CustomEvent<NoOffer>} aftermint-empty - Nothing is shown, and why.
 *
 * @csspart headline - The headline of the offer.
 * @csspart benefit - What the offer is good for.
 * @csspart price - The sentence with the price.
 * @csspart prior - The prior price, if the book has one.
 * @csspart money - An amount, wherever there is one.
 * @csspart image - The picture of the product; in `aftermint-offer` its initial if it has no picture.
 *
 * @cssprop [--aftermint-accent=#1f5d45] - Color of the checkbox and the accept button.
 * @cssprop [--aftermint-surface=color-mix(in srgb, currentColor 3%, transparent)] - Background of the box.
 * @cssprop [--aftermint-line=color-mix(in srgb, currentColor 24%, transparent)] - Border of the box.
 * @cssprop [--aftermint-focus=currentColor] - Focus ring.
 * @cssprop [--aftermint-radius=10px] - Corner radius of the box.
 * @cssprop [--aftermint-gap=1em] - Padding of the box.
 */
export abstract class Slot extends HostElement implements PageElement {
  /** JSON of the decision and view on the screen, so that the same view is not rendered again; empty: nothing is shown. */
  protected _renderedJson = '';
  /** When the element came into the page, in ms since the navigation. */
  private _placedAt = 0;
  /** The first decision was made before the deadline. */
  private _wasInTime = false;
  private _isTooLate = false;
  /** Number of the latest decision. */
  private _run = 0;
  /** Resolves when the latest decision is made, or given up for a later one. */
  protected _decision: Promise<void> = Promise.resolve();
  /** When to decide again, in ms since 1970; 0: never by itself. */
  private _decideAgainAt = 0;
  private _timer: ReturnType<typeof setTimeout> | undefined;
  private _stopWatching: (() => void) | null = null;
  private _resizeObserver: ResizeObserver | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this._page?.pageElements.add(this);
    this._placedAt = this._page?.parsedAt ?? performance.now();
  }

  /**
   * With `moveBefore` the element keeps its state: the tick, the focus, what was seen.
   *
   * @internal
   */
  connectedMoveCallback(): void {}

  disconnectedCallback(): void {
    this._run++;
    this._resizeObserver?.disconnect();
    this._resizeObserver = null;
    this._clear();
    this._page?.pageElements.delete(this);
    // If this element is only being moved, let it claim the offer first; then let a slot that it blocked try again.
    setTimeout(() => {
      for (const other of this._page?.pageElements ?? []) other.wake();
    });
  }

  /**
   * Decides again if the decision no longer holds. The page also calls it after timers may have been suspended.
   *
   * @internal
   */
  wake(): void {
    clearTimeout(this._timer);
    if (!this._decideAgainAt) return;
    const left = this._decideAgainAt - Date.now();
    if (left > 0) this._timer = setTimeout(() => this.wake(), Math.min(left, kMaxTimerMs));
    else this._queue();
  }

  /** @internal */
  abstract restored(): void;
  protected abstract _placement(order: Order): Placement;
  protected abstract _oneClick(): OneClick | undefined;
  /** The id of the product that a product page shows. */
  protected _viewedProduct(): string {
    return '';
  }
  /**
   * Checks what can be checked without the core. Returns a reason to show nothing, or an empty string to continue, or
   * null if the element keeps what it shows.
   */
  protected abstract _precheck(page: Page, order: Order): Promise<string | null>;
  /** Whether the element keeps what it shows although the order has changed, whatever the core would offer now. */
  protected _keeps(_core: Core, _moment: Moment): boolean {
    return false;
  }
  /** Renders an offer. Returns a reason if it cannot be shown, else an empty string. */
  protected abstract _render(offered: Offered, view: View, locale: string): string;
  /** Removes everything that `_render` rendered. */
  protected abstract _remove(): void;

  protected _queue(): void {
    const run = ++this._run;
    this._decision = Promise.resolve().then(() =>
      run === this._run && this.isConnected ? this._decide(run) : undefined,
    );
  }

  /** Removes the offer from the screen and lets other elements show one. */
  protected _clear(): void {
    this._stopWatching?.();
    this._stopWatching = null;
    this._renderedJson = '';
    this._decideAgainAt = 0;
    this._remove();
    this._page?.release(this);
  }

  protected _showNothing(reason: string, trace?: Trace[]): void {
    this._clear();
    this._decideAgainAt = Number(reason === 'one_offer'); // a time in the past: the next `wake` decides again
    this.setAttribute('state', 'empty'); // for a page whose script starts too late for the event
    this._fire('empty', { reason, trace });
  }

  private async _decide(run: number): Promise<void> {
    const page = this._page;
    if (!page || this._isTooLate) return;
    const facts: EventFacts = {};
    const unlessOutdated = async <T>(work: Promise<T>): Promise<T> => {
      const result = await work;
      if (run !== this._run) throw kOutdated;
      return result;
    };
    try {
      const order = this._parse<Order>('order');
      if (!order) {
        // Without the attribute `state`, by which pages hide an element: the order may still come.
        if (this._renderedJson) this._showNothing('no_order');
        else this._fire('empty', { reason: 'no_order' });
        return;
      }
      const placement = this._placement(order);
      facts.placement = placement;
      if (order.id) facts.order = order.id;
      if (!isSupported()) throw new Failure('unsupported');
      warmIntlSoon(order.currency, this._locale());
      void page.loadMessages(this._locale()); // at the same time as the core
      await unlessOutdated(yieldTask());
      const refusal = await unlessOutdated(this._precheck(page, order));
      if (refusal === null) return;
      if (refusal) return this._showNothing(refusal);
      const startedAt = performance.now();
      const core = await unlessOutdated(this._load(page, order));
      const moment = this._moment(page, order, placement);
      if (this._keeps(core, moment)) return;
      warmIntl(order.currency, this._locale()); // can take long, so it belongs before the deadline check
      const msLeft = this._msLeft(core, startedAt);
      if (!this.getClientRects().length) return this._waitForBox();
      const viewed = await unlessOutdated(this._view(page, core, moment, msLeft));
      await unlessOutdated(yieldTask());
      this._show(page, order, viewed);
    } catch (error) {
      if (error === kOutdated) return;
      const reason = reasonOf(error, 'widget');
      page.eventSender.fault(reason, facts);
      this._showNothing(reason);
    }
  }

  /** Loads what the order needs, and waits for the page's style sheets. */
  private async _load(page: Page, order: Order): Promise<Core> {
    const core = await page.coreFor(order, this._viewedProduct());
    await stylesLoaded();
    await yieldTask();
    return core;
  }

  /** The time until the deadline. Throws if it has passed: an offer is never inserted late. */
  private _msLeft(core: Core, startedAt: number): number {
    // After a first decision in time, only the time to load the shards of a changed order counts.
    const msLeft = core.deadlineMs - performance.now() + (this._wasInTime ? startedAt : this._placedAt);
    if (msLeft < 0) {
      this._isTooLate = !this._wasInTime;
      throw new Failure('deadline');
    }
    this._wasInTime = true;
    return msLeft;
  }

  /** Decides, and waits for our messages in the language of the copy while there is time. */
  private async _view(page: Page, core: Core, moment: Moment, msLeft: number): Promise<ViewReply> {
    const viewed = core.view(moment);
    const { assignment } = viewed.decision;
    // Sent before anything that differs between the arms, so that all arms are counted by one rule.
    if (assignment) {
      const { placement, order } = moment;
      const facts = { placement, ...(order.id && { order: order.id }), currency: order.currency, ...assignment };
      this._emit('assignment', facts);
    }
    const language = missingLanguage(viewed.view);
    const messages = language && (await Promise.race([page.loadMessages(language), pause(msLeft - kEnglishMs)]));
    return messages ? core.view(moment, messages) : viewed;
  }

  /** In a part of the page that is not shown yet (a later step): decides in the frame in which it appears. */
  private _waitForBox(): void {
    this._resizeObserver ??= new ResizeObserver(() => {
      if (!this.getClientRects().length) return;
      this._resizeObserver?.disconnect();
      this._resizeObserver = null;
      this._queue();
    });
    this._resizeObserver.observe(this);
  }

  private _show(page: Page, order: Order, { decision, view, json }: ViewReply): void {
    const about = order.id && { order: order.id };
    const facts = { ...factsOf(decision), ...about };
    const reason = oneClickBarrier(decision);
    if (reason) this._emit('ineligible', { placement: decision.placement, ...about, reason });
    if (decision.offer === null || !view) {
      if (!decision.withheld) this._emit('ineligible', facts);
      this._showNothing(decision.reason, decision.trace);
      return;
    }
    if (json === this._renderedJson) return;
    if (!page.claim(this)) {
      this._showNothing('one_offer');
      return;
    }
    this._stopWatching?.();
    const root = this._root;
    const focused = root.activeElement?.getAttribute('part');
    const refusal = this._render(decision, view, this._locale());
    if (refusal) {
      page.eventSender.fault(refusal, facts);
      this._showNothing(refusal);
      return;
    }
    this._renderedJson = json;
    this.removeAttribute('state');
    partOf(root, `${focused}`)?.focus({ preventScroll: true });
    this._stopWatching = watchExposure(root.querySelector('section') ?? this, () => {
      page.visitorData.addSeen(decision.offer);
      this._emit('exposure', facts);
      if (!page.preview) this._fire('seen', detailOf(decision));
    });
    const until = Date.parse(decision.until ?? '');
    this._decideAgainAt = until > Date.now() ? until : 0;
    this.wake();
    this._fire('shown', detailOf(decision));
  }

  private _moment(page: Page, order: Order, placement: Placement): Moment {
    const oneClick = this._oneClick();
    const attributes = this._parse<Attributes>('visitor-attributes');
    const product = this._viewedProduct();
    const id = order.id ?? '';
    return {
      placement,
      time: new Date().toISOString(),
      utcOffset: -new Date().getTimezoneOffset(),
      locale: this._locale(),
      order,
      visitor: {
        id: page.visitorData.id(this.getAttribute('visitor'), id),
        ...(attributes && { attributes }),
        declined: page.ledger.declined(id),
        declinedBefore: page.declinedBefore(id),
        seen: page.visitorData.seen(),
      },
      platform: { ...(oneClick && { oneClick }) },
      page: { url: location.pathname, ...(product && { product }) },
      ...(page.preview && { preview: page.preview }),
    };
  }
}

/** The offer of a decision as the detail of an event. */
export function detailOf({ offer, placement, price, items, replaces }: Offered): ShownOffer {
  const { amount, currency } = price;
  return { offer, placement, price: { amount, currency }, items, ...(replaces && { replaces }) };
}

/** Whether the browser has what we need. If not, no offer is shown. */
function isSupported(): boolean {
  return 'adoptedStyleSheets' in Document.prototype && 'attachInternals' in HTMLElement.prototype;
}
