import type { EventType, Placement } from '../../web/src/codes.gen.js';
import { Failure, reasonOf } from '../../web/src/failure.js';
import { barredBy, type Facts, factsOf } from '../../web/src/event.js';
import { localeOf } from '../../web/src/locale.js';
import type { Attributes, Moment, Offered, OneClick, Order, Presented } from '../../web/src/types.js';
import type { DetailOf, EventWord, ShownOffer } from './events.js';
import { watchExposure } from './exposure.js';
import { partOf, speechless } from './mount.js';
import { currentPage, type Guest, type Page } from './page.js';
import { styled } from './styled.js';
import { sheet } from './styles.js';
import { yieldTask } from './task.js';
import { warm, warmSoon } from './warm.js';

/** Importable where there is no DOM (server rendering): the elements are only defined in a browser. */
const Base: typeof HTMLElement = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/** The longest that a timer can wait, in ms. */
const kLongest = 2 ** 31 - 1;

/** Money with a point or an exponent, as a host's language may write it: of an order's numbers, `price`, `total`, `tax`. */
const kPointed = /[elx]"\s*:\s*-?\d+[.e]/i;

/** So long before the deadline, in ms, nobody waits any more for words in the copy's language: English ones are drawn. */
const kDrawMs = 100;

export const pause = (ms: number): Promise<undefined> => new Promise((done) => setTimeout(done, ms));

/**
 * A place in the host's page that shows one offer or nothing, and never throws into the page.
 *
 * @attr {string} order - The order as JSON. A new order is decided anew.
 * @attr {string} visitor - Your own visitor id; the one of the script tag, or one made here, stands in.
 * @attr {string} visitor-attributes - What conditions of the book may ask about the visitor, as JSON.
 *
 * @fires {CustomEvent<ShownOffer>} aftermint-shown - An offer is on the screen; `replaces` of an upgrade.
 * @fires {CustomEvent<ShownOffer>} aftermint-seen - Half of an offer was in sight for a second; not in a preview.
 * @fires {CustomEvent<Emptiness>} aftermint-empty - Nothing is shown, and why.
 *
 * @csspart headline - What the offer is about.
 * @csspart benefit - Why it is of use.
 * @csspart price - The price in words, money and all.
 * @csspart prior - The former price, where the book names one.
 * @csspart money - An amount, wherever one stands.
 * @csspart image - The picture of the product, or its initial in `aftermint-offer`.
 *
 * @cssprop [--aftermint-accent=#1f5d45] - The tick and the button that accepts.
 * @cssprop [--aftermint-surface=color-mix(in srgb, currentColor 3%, transparent)] - Background of the box.
 * @cssprop [--aftermint-line=color-mix(in srgb, currentColor 24%, transparent)] - Its border.
 * @cssprop [--aftermint-focus=currentColor] - Ring around what has the focus.
 * @cssprop [--aftermint-radius=10px] - Its corners.
 * @cssprop [--aftermint-gap=1rem] - Its inner distance.
 */
export abstract class Slot extends Base implements Guest {
  static observedAttributes = ['order', 'visitor', 'visitor-attributes'];
  protected readonly _values = new Map<string, unknown>();
  protected _page: Page | null = null;
  /** What is on the screen, as its JSON: the same view is not drawn again. */
  protected _drawn = '';
  private _since = 0;
  private _inTime = false;
  private _closed = false;
  private _run = 0;
  /** When to decide anew, in ms of the clock; 0: at nobody's asking. */
  private _until = 0;
  private _timer: ReturnType<typeof setTimeout> | undefined;
  private _unwatch: (() => void) | null = null;
  private _watcher: ResizeObserver | null = null;
  // Open, so that a merchant's tests and accessibility tools can see inside; there is nothing secret here.
  protected readonly _root = this.attachShadow({ mode: 'open' });

  constructor(css: string) {
    super();
    if ('adoptedStyleSheets' in this._root) this._root.adoptedStyleSheets = [sheet(css)];
  }

  /** The order, as JSON or as a value; the decision follows it. Null where there is none that can be read. */
  get order(): Order | null {
    return this._peek('order');
  }
  set order(value: Order | string | null) {
    this._give('order', value);
  }

  /** What conditions of the book may ask about the visitor. */
  get visitorAttributes(): Attributes | null {
    return this._peek('visitor-attributes');
  }
  set visitorAttributes(value: Attributes | string | null) {
    this._give('visitor-attributes', value);
  }

  connectedCallback(): void {
    this._page = currentPage();
    this._page?.guests.add(this);
    this._since = performance.now();
    for (const name of ['order', 'product', 'visitorAttributes', 'ticket', 'oneClick']) {
      // Set before the element was defined: the plain property hides the accessor.
      if (!Object.hasOwn(this, name)) continue;
      const own = this as unknown as Record<string, unknown>;
      const value = own[name];
      delete own[name];
      own[name] = value;
    }
    this._queue();
  }

  /**
   * By `moveBefore` the element and all in it stay as they are: a tick, the focus, what was seen.
   *
   * @internal
   */
  connectedMoveCallback(): void {}

  disconnectedCallback(): void {
    this._run++;
    this._watcher?.disconnect();
    this._watcher = null;
    this._clear();
    this._page?.guests.delete(this);
    // Once whoever is moved stands again, who was empty because of it may show its offer.
    setTimeout(() => {
      for (const other of this._page?.guests ?? []) other.wake();
    });
  }

  attributeChangedCallback(name: string, _old: string | null, value: string | null): void {
    this._give(name, value);
  }

  /**
   * Decides anew once what was decided no longer holds; the page calls it after a sleep, too.
   *
   * @internal
   */
  wake(): void {
    clearTimeout(this._timer);
    if (!this._until) return;
    const left = this._until - Date.now();
    if (left > 0) this._timer = setTimeout(() => this.wake(), Math.min(left, kLongest));
    else this._queue();
  }

  /** @internal */
  abstract restored(): void;
  protected abstract _placement(order: Order): Placement;
  protected abstract _oneClick(): OneClick | undefined;
  /** The product looked at, on a product page. */
  protected _looked(): string {
    return '';
  }
  /** A reason to offer nothing, found before the core is asked; empty: go on; null: this element is occupied. */
  protected abstract _before(page: Page, order: Order): Promise<string | null>;
  /** Draws an offer; a word where it may not stand. */
  protected abstract _draw(presented: Presented, locale: string): string;
  protected abstract _wipe(): void;

  protected _give(name: string, value: unknown): void {
    this._values.set(name, value);
    this._queue();
  }

  protected _json<T>(name: string): T | null {
    const value = this._values.get(name);
    if (typeof value !== 'string') return (value as T | undefined) ?? null;
    try {
      // Money with a point means a hundred times more than what JSON.parse would leave of it: 45.
      if (name === 'order' && kPointed.test(value)) throw 0;
      return value.trim() ? (JSON.parse(value) as T) : null;
    } catch {
      throw new Failure(`${name.replace('-', '_')}_json`);
    }
  }

  protected _peek<T>(name: string): T | null {
    try {
      return this._json<T>(name);
    } catch {
      return null; // told by the decision, not to whoever reads a property
    }
  }

  /** Decides once for all changes of this task. */
  protected _queue(): void {
    const run = ++this._run;
    queueMicrotask(() => {
      if (run === this._run && this.isConnected) void this._decide(run);
    });
  }

  protected _locale(): string {
    return localeOf(this.closest<HTMLElement>('[lang]')?.lang) ?? localeOf(navigator.language) ?? 'en';
  }

  /** The value of a text attribute, empty where it is not given. */
  protected _text(name: string): string {
    return (this._values.get(name) as string | null | undefined) ?? '';
  }

  /** Fires an event at the page; false where it may be cancelled and was. */
  protected _fire<Word extends EventWord>(name: Word, detail: DetailOf<Word>, cancelable = false): boolean {
    return this.dispatchEvent(
      new CustomEvent(`aftermint-${name}`, { bubbles: true, composed: true, cancelable, detail }),
    );
  }

  /** Tells the collector. */
  protected _emit(kind: EventType, facts: Facts): void {
    this._page?.emit(kind, facts, this.getAttribute('visitor'));
  }

  /** Takes everything off the screen and gives up the page's one place. */
  protected _clear(): void {
    this._unwatch?.();
    this._unwatch = null;
    this._drawn = '';
    this._until = 0;
    this._wipe();
    this._page?.release(this);
  }

  protected _empty(reason: string): void {
    this._clear();
    this._until = Number(reason === 'one_offer'); // long over: whoever wakes it lets it decide anew
    this.setAttribute('state', 'empty'); // for a page whose own script comes too late to hear it
    this._fire('empty', { reason });
  }

  private async _decide(run: number): Promise<void> {
    const page = this._page;
    if (!page || this._closed) return;
    let placement: Placement | undefined;
    let id: string | undefined;
    try {
      const order = this._json<Order>('order');
      if (!order) {
        if (this._drawn) this._empty('no_order');
        return;
      }
      placement = this._placement(order);
      id = order.id;
      if (!isSupported()) throw new Failure('unsupported');
      warmSoon(order.currency, this._locale());
      void page.words(this._locale()); // on their way while the core is
      await yieldTask();
      if (run !== this._run) return;
      const stop = await this._before(page, order);
      if (stop === null || run !== this._run) return;
      if (stop) return this._empty(stop);
      const asked = performance.now();
      const core = await page.coreFor(order, this._looked());
      const sheets = styled();
      if (sheets) await sheets;
      await yieldTask();
      if (run !== this._run) return;
      warm(order.currency, this._locale()); // before the clock is read: where nothing else had time for it, it takes long
      // Once in time, what counts is how long shards of a changed order took.
      const left = core.deadlineMs - performance.now() + (this._inTime ? asked : this._since);
      if (left < 0) {
        this._closed = !this._inTime; // for good: nothing is ever drawn late
        throw new Failure('deadline');
      }
      this._inTime = true;
      if (!this.getClientRects().length) return this._awaitBox();
      const moment = this._moment(page, order, placement);
      let presented = core.present(moment);
      const language = speechless(presented.view);
      if (language) {
        const words = await Promise.race([page.words(language), pause(left - kDrawMs)]);
        if (run !== this._run) return;
        if (words) presented = core.present(moment, words);
      }
      await yieldTask();
      if (run !== this._run) return;
      this._show(page, order, presented);
    } catch (error) {
      const reason = reasonOf(error, 'widget');
      page.fault(reason, { ...(placement && { placement }), ...(id && { order: id }) });
      this._empty(reason);
    }
  }

  /** In a part of the page not shown yet (a later step): decide in the very frame it appears. */
  private _awaitBox(): void {
    this._watcher ??= new ResizeObserver(() => {
      if (!this.getClientRects().length) return;
      this._watcher?.disconnect();
      this._watcher = null;
      this._queue();
    });
    this._watcher.observe(this);
  }

  private _show(page: Page, order: Order, presented: Presented): void {
    const { decision, view } = presented;
    const about = order.id && { order: order.id };
    const facts = { ...factsOf(decision), ...about };
    const reason = barredBy(decision);
    if (reason) this._emit('ineligible', { placement: decision.placement, ...about, reason });
    if (decision.offer === null || !view) {
      this._emit(decision.withheld ? 'control' : 'ineligible', facts);
      this._empty(decision.reason);
      return;
    }
    const drawing = JSON.stringify(presented);
    if (drawing === this._drawn) return;
    if (!page.claim(this)) {
      this._empty('one_offer');
      return;
    }
    this._unwatch?.();
    const root = this._root;
    const focused = root.activeElement?.getAttribute('part');
    const refusal = this._draw(presented, this._locale());
    if (refusal) {
      page.fault(refusal, facts);
      this._empty(refusal);
      return;
    }
    this._drawn = drawing;
    this.removeAttribute('state');
    partOf(root, `${focused}`)?.focus({ preventScroll: true });
    this._unwatch = watchExposure(root.querySelector('section') ?? this, () => {
      page.addSeen(decision.offer);
      this._emit('exposure', facts);
      if (!page.preview) this._fire('seen', detailOf(decision));
    });
    const until = Date.parse(decision.until ?? '');
    this._until = until > Date.now() ? until : 0;
    this.wake();
    this._fire('shown', detailOf(decision));
  }

  private _moment(page: Page, order: Order, placement: Placement): Moment {
    const oneClick = this._oneClick();
    const attributes = this._json<Attributes>('visitor-attributes');
    const looked = this._looked();
    return {
      placement,
      time: new Date().toISOString(),
      utcOffset: -new Date().getTimezoneOffset(),
      locale: this._locale(),
      order,
      visitor: {
        id: page.visitor(this.getAttribute('visitor')),
        ...(attributes && { attributes }),
        declined: page.ledger.declined(order.id ?? ''),
        declinedBefore: page.declinedBefore(order.id ?? ''),
        seen: page.seen(),
      },
      platform: { ...(oneClick && { oneClick }) },
      page: { url: location.pathname, ...(looked && { product: looked }) },
      ...(page.preview && { preview: page.preview }),
    };
  }
}

/** What the page is told of an offer. */
export function detailOf({ offer, placement, price, items, replaces }: Offered): ShownOffer {
  const { amount, currency } = price;
  return { offer, placement, price: { amount, currency }, items, ...(replaces && { replaces }) };
}

/** What we stand on; browsers without it are shown no offer. */
function isSupported(): boolean {
  return 'adoptedStyleSheets' in Document.prototype && 'attachInternals' in HTMLElement.prototype;
}
