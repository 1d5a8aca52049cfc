/** @file What the elements of a page share. */
import { AcceptClient } from '../../web/src/acceptClient.js';
import { reasonOf } from '../../web/src/failure.js';
import { Ledger } from '../../web/src/ledger.js';
import { type BookLoader, makeBookLoader } from '../../web/src/loadBook.js';
import type { GlueFactory } from '../../web/src/loadCore.js';
import { safeStorage } from '../../web/src/storage.js';
import type { Arm, PastOffer } from '../../web/src/types.js';
import { EventSender } from './eventSender.js';
import { makeMessageLoader, type MessageLoader } from './fetchMessages.js';
import type { Options } from './options.js';
import { VisitorData } from './visitorData.js';

/** An element of ours, as the page sees it. */
export interface PageElement {
  /** The page came back from the back/forward cache. */
  restored(): void;
  /** The page is visible again, or another tab recorded a decline. Timers may have been suspended. */
  wake(): void;
}

type PageOptions = Options & { wasm: string; integrity: string };

/** One page view: the core, the stored data, and which element may show the one offer. */
export class Page {
  readonly coreFor: BookLoader;
  readonly ledger: Ledger;
  /** Null if the page takes no one-click accepts. */
  readonly acceptClient: AcceptClient | null;
  readonly pageElements = new Set<PageElement>();
  /** The arms of an owner's preview, in which nothing is sent or stored; null otherwise. */
  readonly preview: Arm[] | null;
  /** Loads the messages of a locale's language. */
  readonly loadMessages: MessageLoader;
  readonly visitorData: VisitorData;
  readonly eventSender: EventSender;
  /** While the elements that are already in the page are defined: since when, in ms since the navigation, if known. */
  parsedAt: number | undefined;
  private _holder: PageElement | null = null;

  constructor(factory: GlueFactory, options: PageOptions) {
    const fetch = window.fetch.bind(window);
    const { accept, preview, wasm } = options;
    this.preview = preview ? armsOf(preview) : null;
    this.visitorData = new VisitorData(options);
    this.eventSender = new EventSender(options, this.visitorData, fetch);
    this.coreFor = makeBookLoader(factory, options, fetch);
    // Loads what every order needs, before there is an order.
    this.coreFor({ lines: [] }).catch((error) => this.eventSender.fault(reasonOf(error, 'wasm_start')));
    this.loadMessages = makeMessageLoader(wasm, fetch, () => void this.eventSender.fault('messages_fetch'));
    this.ledger = new Ledger(
      safeStorage(() => (preview ? null : localStorage)),
      Date.now,
    );
    this.acceptClient = accept ? new AcceptClient(accept, fetch) : null;
  }

  /** The offers declined in this browser, without those declined in this order. */
  declinedBefore(order: string): PastOffer[] {
    const here = this.ledger.declined(order);
    return this.visitorData.declined().filter(({ offer }) => !here.includes(offer));
  }

  /** Stores a decline: for its order, and for the time in which later orders must not get the same offer. */
  decline(order: string | undefined, offer: string): void {
    if (order) this.ledger.decline(order, offer);
    this.visitorData.addDeclined(offer);
  }

  /** Reserves the page's one offer for an element. Returns false if another element has it. */
  claim(element: PageElement): boolean {
    this._holder ??= element;
    return this._holder === element;
  }

  release(element: PageElement): void {
    if (this._holder === element) this._holder = null;
  }
}

/** Parses the arms of the script tag, `experiment=arm,…`. The core refuses anything else. */
function armsOf(text: string): Arm[] {
  return text.split(/, */).map((pair) => {
    const [experiment, arm] = pair.split('=');
    return { experiment, arm } as Arm;
  });
}

let current: Page | null = null;

/** The page that the script tag or `configure` has set up. */
export const currentPage = (): Page | null => current;

/** Sets the page up, which starts its requests. If it is set up already, the options are ignored. */
export function openPage(factory: GlueFactory, options: PageOptions): Page {
  current ??= new Page(factory, options);
  return current;
}
