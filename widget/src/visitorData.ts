/** @file What is stored about the visitor, with consent: their id, and the offers they have seen and declined. */
import { readList, safeStorage, type WebStorage } from '../../web/src/storage.js';
import type { PastOffer } from '../../web/src/types.js';
import { randomBytes, uuid7 } from '../../web/src/uuid.js';
import { newVisitor, storedVisitor } from '../../web/src/visitor.js';
import type { Options } from './options.js';

const kSeen = 'aftermint.seen.1';
/** The visitor's declines in all orders, unlike the ledger's, which are those of one order and need no consent. */
const kVisitorDeclines = 'aftermint.visitor-declines.1';
const kFormerVisitorDeclines = 'aftermint.declines.1';
const kMaxEntries = 50;

export class VisitorData {
  /** Id of the page view. */
  readonly pageView = uuid7(Date.now(), randomBytes);
  private readonly _options: Options;
  private readonly _newId = newVisitor(randomBytes);
  private readonly _storage = safeStorage(() => this.openStorage());
  private _hasConsent: boolean;

  constructor(options: Options) {
    this._options = options;
    this._hasConsent = options.consent !== 'required';
  }

  /** The storage, or null if nothing may be stored. May throw. */
  openStorage(): WebStorage | null {
    return this._mayStore() ? localStorage : null;
  }

  /**
   * The visitor's id: `own`, the merchant's, or the stored one.
   *
   * Where none may be stored, the order is the unit: `order:` and its id, else the id of the page view.
   */
  id(own?: string | null, order?: string): string {
    return (
      own ||
      this._options.visitor ||
      (this._mayStore() ? storedVisitor(this._storage, this._newId) : order ? `order:${order}` : this.pageView)
    );
  }

  /** Sets whether anything may be stored. Withdrawing consent also deletes what has been stored. */
  setConsent(granted: boolean): void {
    this._hasConsent = granted;
    if (granted) return;
    try {
      for (const name of Object.keys(localStorage)) {
        if (/^aftermint\.(visitor|seen|declines|events)/.test(name)) localStorage.removeItem(name);
      }
    } catch {
      // Storage is blocked, so nothing has been stored.
    }
  }

  /** The offers seen in this browser, for frequency caps. */
  seen(): PastOffer[] {
    return readList(this._storage, kSeen);
  }

  addSeen(offer: string): void {
    this._add(kSeen, this.seen(), offer);
  }

  /** The offers declined in this browser. */
  declined(): PastOffer[] {
    return readList(this._storage, kVisitorDeclines, kFormerVisitorDeclines);
  }

  addDeclined(offer: string): void {
    this._add(kVisitorDeclines, this.declined(), offer);
  }

  /** False without consent, in a preview, and with Global Privacy Control. */
  private _mayStore(): boolean {
    const { globalPrivacyControl } = navigator as Navigator & { globalPrivacyControl?: boolean };
    return this._hasConsent && !this._options.preview && !globalPrivacyControl;
  }

  private _add(name: string, list: PastOffer[], offer: string): void {
    const all = [...list, { offer, at: new Date().toISOString() }];
    this._storage.set(name, JSON.stringify(all.slice(-kMaxEntries)));
  }
}
