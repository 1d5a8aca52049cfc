/** @file The base of our elements: their inputs from the page, and the events they fire at it. */
import type { EventType } from '../../web/src/codes.gen.js';
import { Failure } from '../../web/src/failure.js';
import { localeOf } from '../../web/src/locale.js';
import type { EventFacts } from '../../web/src/pageEvent.js';
import type { Attributes, Order } from '../../web/src/types.js';
import type { DetailOf, EventName } from './elementEvents.js';
import { currentPage, type Page } from './page.js';
import { sheet } from './styles.js';

/** Lets the classes be imported without a DOM (server rendering). The elements are defined only in a browser. */
const Base: typeof HTMLElement = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/**
 * Matches money with a decimal point or an exponent, as some languages write it in JSON. The only property names of an
 * order's numbers are `price`, `total` and `tax`, which end in e, l and x.
 */
const kDecimalMoney = /[elx]"\s*:\s*-?\d+[.e]/i;

/**
 * An element with inputs from the page. Each input is an attribute and a property.
 *
 * @attr {string} order - The order as JSON. A changed order leads to a new decision.
 * @attr {string} visitor - Your own visitor id. Default: that of the script tag, else a random one.
 * @attr {string} visitor-attributes - Attributes of the visitor for conditions in the book, as JSON.
 */
export abstract class HostElement extends Base {
  static observedAttributes = ['order', 'visitor', 'visitor-attributes'];
  protected readonly _inputs = new Map<string, unknown>();
  protected _page: Page | null = null;
  /**
   * The last event of each name that it has fired, for a component that listens later (frameworks/src/events.ts).
   *
   * @internal
   */
  readonly fired: { [Name in EventName]?: Event } = {};
  // Open, so that a merchant's tests and accessibility tools can look inside. It contains no secrets.
  protected readonly _root = this.attachShadow({ mode: 'open' });

  constructor(css: string) {
    super();
    if ('adoptedStyleSheets' in this._root) this._root.adoptedStyleSheets = [sheet(css)];
  }

  /** The order, as JSON or as an object. Null if there is no readable one. */
  get order(): Order | null {
    return this._parseOrNull('order');
  }
  set order(value: Order | string | null) {
    this._setInput('order', value);
  }

  /** Attributes of the visitor for conditions in the book. */
  get visitorAttributes(): Attributes | null {
    return this._parseOrNull('visitor-attributes');
  }
  set visitorAttributes(value: Attributes | string | null) {
    this._setInput('visitor-attributes', value);
  }

  connectedCallback(): void {
    this._page = currentPage();
    for (const name of ['order', 'product', 'visitorAttributes', 'ticket', 'oneClick']) {
      // A property set before the element was defined hides the accessor: set it again through the accessor.
      if (!Object.hasOwn(this, name)) continue;
      const own = this as unknown as Record<string, unknown>;
      const value = own[name];
      delete own[name];
      own[name] = value;
    }
    this._queue();
  }

  attributeChangedCallback(name: string, _old: string | null, value: string | null): void {
    this._setInput(name, value);
  }

  /** Decides again soon, once for all changes in this task. */
  protected abstract _queue(): void;

  protected _setInput(name: string, value: unknown): void {
    this._inputs.set(name, value);
    this._queue();
  }

  /** The value of a text input; empty if it is not set. */
  protected _text(name: string): string {
    return (this._inputs.get(name) as string | null | undefined) ?? '';
  }

  /** The value of a JSON input; null if it is not set. Throws a Failure if it cannot be read. */
  protected _parse<T>(name: string): T | null {
    const value = this._inputs.get(name);
    if (typeof value !== 'string') return (value as T | undefined) ?? null;
    try {
      // JSON.parse would read 45.00, which means 4500 minor units, as 45.
      if (name === 'order' && kDecimalMoney.test(value)) throw 0;
      return value.trim() ? (JSON.parse(value) as T) : null;
    } catch {
      throw new Failure(`${name.replace('-', '_')}_json`);
    }
  }

  protected _parseOrNull<T>(name: string): T | null {
    try {
      return this._parse<T>(name);
    } catch {
      return null; // the decision reports it; reading a property must not throw
    }
  }

  protected _locale(): string {
    return localeOf(this.closest<HTMLElement>('[lang]')?.lang) ?? localeOf(navigator.language) ?? 'en';
  }

  /** Fires an event at the page. Returns false if the page cancelled it. */
  protected _fire<Name extends EventName>(name: Name, detail: DetailOf<Name>, cancelable = false): boolean {
    const event = new CustomEvent(`aftermint-${name}`, { bubbles: true, composed: true, cancelable, detail });
    this.fired[name] = event;
    return this.dispatchEvent(event);
  }

  /** Sends an event to the collector. */
  protected _emit(type: EventType, facts: EventFacts): void {
    this._page?.eventSender.emit(type, facts, this.getAttribute('visitor'));
  }
}
