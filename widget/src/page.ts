import { AcceptClient } from '../../web/src/acceptClient.js';
import { Backlog } from '../../web/src/backlog.js';
import { Beacon } from '../../web/src/beacon.js';
import type { EventType } from '../../web/src/codes.gen.js';
import { type Facts, makeEvent } from '../../web/src/event.js';
import { reasonOf } from '../../web/src/failure.js';
import { randomBytes, uuid7 } from '../../web/src/ids.js';
import { keepOn, readJson, type Shelf } from '../../web/src/keep.js';
import { kDeclined, Ledger } from '../../web/src/ledger.js';
import { type Library, makeLibrary } from '../../web/src/library.js';
import type { GlueFactory } from '../../web/src/loadCore.js';
import { transportTo } from '../../web/src/transport.js';
import type { Arm, Seen } from '../../web/src/types.js';
import { keptVisitor, newVisitor } from '../../web/src/visitor.js';
import { type Languages, makeLanguages } from './languages.js';
import type { Options } from './options.js';

/** What a page asks of its elements. */
export interface Guest {
  /** The page came back from the back/forward cache. */
  restored(): void;
  /** The page is looked at again, or another tab heard "No thank you"; timers may have slept. */
  wake(): void;
}

const kSeen = 'aftermint.seen.1';
const kDeclines = 'aftermint.declines.1';
const kMaxSeen = 50;
const kLeaving = 500; // ms

/** One page view: the core, the queue, who is visiting, and which element may show the one offer. */
export class Page {
  readonly coreFor: Library;
  readonly ledger: Ledger;
  readonly accepts: AcceptClient | null;
  readonly guests = new Set<Guest>();
  /** What an owner's preview asks for, in which nothing is told or kept; null for everybody else. */
  readonly preview: Arm[] | null;
  /** Brings the words of a locale's language. */
  readonly words: Languages;
  private readonly _options: Options;
  private readonly _beacon: Beacon | null;
  private readonly _view = uuid7(Date.now(), randomBytes);
  private readonly _made = newVisitor(randomBytes);
  private readonly _told = new Set<string>();
  private readonly _kept = keepOn(() => this._shelf());
  private _consent: boolean;
  private _listens = false;
  private _shown: Guest | null = null;

  constructor(factory: GlueFactory, options: Options) {
    const get = window.fetch.bind(window);
    this.coreFor = makeLibrary(
      factory,
      { book: options.book, wasm: options.wasm ?? '', integrity: options.integrity ?? '' },
      get,
    );
    // Whatever is needed for any order is on its way before there is one.
    this.coreFor({ lines: [] }).catch((error) => this.fault(reasonOf(error, 'wasm_start')));
    this.words = makeLanguages(options.wasm ?? '', get, () => void this.fault('words_fetch'));
    this._options = options;
    this._consent = options.consent !== 'required';
    this.preview = options.preview ? armsOf(options.preview) : null;
    this.ledger = new Ledger(
      keepOn(() => (this.preview ? null : localStorage)),
      Date.now,
    );
    this.accepts = options.accept ? new AcceptClient(options.accept, get) : null;
    this._beacon =
      options.beacon && !this.preview
        ? new Beacon(new Backlog(() => this._shelf(), Date.now), {
            transport: transportTo(options.beacon, get, navigator.sendBeacon?.bind(navigator)),
            now: Date.now,
            random: Math.random,
            later: (work, ms) => {
              const timer = setTimeout(work, ms);
              return () => clearTimeout(timer);
            },
            // Not waited for: a tab that the browser put to sleep could hold it for ever.
            alone: (work) =>
              navigator.locks?.request('aftermint.events', { ifAvailable: true }, (lock) =>
                lock ? work() : undefined,
              ) ?? work(),
            online: () => navigator.onLine !== false,
          })
        : null;
  }

  /** The visitor's id: the merchant's, the one kept, or one for this page only. */
  visitor(own?: string | null): string {
    return own || this._options.visitor || (this._mayStore() ? keptVisitor(this._kept, this._made) : this._made);
  }

  /** The page's word on consent; taking it back also forgets what was kept. */
  consent(granted: boolean): void {
    this._consent = granted;
    if (granted) return;
    try {
      for (const name of Object.keys(localStorage)) {
        if (/^aftermint\.(visitor|seen|declines|events)/.test(name)) localStorage.removeItem(name);
      }
    } catch {
      // blocked storage has kept nothing
    }
  }

  /** Exposures of this browser, for frequency caps. */
  seen(): Seen[] {
    return this._list(kSeen);
  }

  addSeen(offer: string): void {
    this._note(kSeen, offer);
  }

  /** Declines of this browser in other orders than one. */
  declinedBefore(order: string): Seen[] {
    const here = this.ledger.declined(order);
    return this._list(kDeclines).filter(({ offer }) => !here.includes(offer));
  }

  /** Keeps a decline: for its order, and for the rest that the book gives later orders. */
  decline(order: string | undefined, offer: string): void {
    if (order) this.ledger.decline(order, offer);
    this._note(kDeclines, offer);
  }

  /** Takes the page's one place for an offer; false where another element has it. */
  claim(guest: Guest): boolean {
    this._shown ??= guest;
    return this._shown === guest;
  }

  release(guest: Guest): void {
    if (this._shown === guest) this._shown = null;
  }

  /** Sends an event; each kind about the same thing once a page. */
  emit(kind: EventType, facts: Facts, visitor?: string | null): void {
    const now = Date.now();
    const event = makeEvent(kind, facts, {
      id: uuid7(now, randomBytes),
      source: location.pathname,
      time: new Date(now).toISOString(),
      visitor: this.visitor(visitor),
      view: this._view,
    });
    if (this._told.has(event.data.key)) return;
    this._told.add(event.data.key);
    this._beacon?.emit(event);
  }

  /** Something failed and the shopper did not notice. */
  fault(reason: string, facts: Facts = {}): void {
    if (this._told.has(reason)) return;
    this._told.add(reason);
    const tell = () => this.emit('fault', { ...facts, reason });
    if (!reason.endsWith('_fetch')) {
      tell();
      return;
    }
    // Who leaves a page ends its requests, and that is no fault; whether it was that is known a moment later.
    const timer = setTimeout(tell, kLeaving);
    addEventListener('pagehide', () => clearTimeout(timer), { once: true });
  }

  private _list(name: string): Seen[] {
    return readJson(this._kept, name, [], (value): value is Seen[] => Array.isArray(value));
  }

  private _note(name: string, offer: string): void {
    const list = [...this._list(name), { offer, at: new Date().toISOString() }].slice(-kMaxSeen);
    this._kept.set(name, JSON.stringify(list));
  }

  private _mayStore(): boolean {
    return (
      this._consent &&
      !this.preview &&
      !(navigator as Navigator & { globalPrivacyControl?: boolean }).globalPrivacyControl
    );
  }

  private _shelf(): Shelf | null {
    return this._mayStore() ? localStorage : null;
  }

  /** Hears of the browser from now on, and wakes the queue; once is enough. */
  listen(): void {
    if (this._listens) return;
    this._listens = true;
    const beacon = this._beacon;
    beacon?.wake(); // what an earlier page could not deliver
    const wake = () => {
      for (const guest of this.guests) guest.wake();
    };
    addEventListener('pagehide', () => beacon?.hide());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') return beacon?.hide();
      beacon?.show();
      wake();
    });
    addEventListener('pageshow', (event) => {
      if (!event.persisted) return;
      beacon?.show();
      for (const guest of this.guests) {
        guest.restored();
        guest.wake();
      }
    });
    addEventListener('online', () => beacon?.wake());
    addEventListener('storage', ({ key }) => {
      if (key === kDeclined) wake();
    });
  }
}

/** Arms as the script tag names them; the core refuses what is not of that form. */
function armsOf(text: string): Arm[] {
  return text.split(/, */).map((pair) => {
    const [experiment, arm] = pair.split('=');
    return { experiment, arm } as Arm;
  });
}

let current: Page | null = null;

/** The page set up by the script tag or by `configure`. */
export function currentPage(): Page | null {
  return current;
}

export function setPage(page: Page): void {
  current = page;
}
