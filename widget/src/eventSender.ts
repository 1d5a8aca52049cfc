/** @file Sends the page's events to the collector. */
import { Backlog } from '../../web/src/backlog.js';
import { Beacon } from '../../web/src/beacon.js';
import type { EventType } from '../../web/src/codes.gen.js';
import type { Fetch } from '../../web/src/loadCore.js';
import { type EventFacts, makeEvent } from '../../web/src/pageEvent.js';
import { transportTo } from '../../web/src/transport.js';
import { randomBytes, uuid7 } from '../../web/src/uuid.js';
import type { Options } from './options.js';
import type { VisitorData } from './visitorData.js';

/** How long to wait with a failed request: the browser also ends requests when the shopper leaves the page. */
const kLeavingMs = 500;

/** Sends the events of one page view, each only once. */
export class EventSender {
  /** Null if the page sends no events. */
  readonly eventBeacon: Beacon | null;
  private readonly _visitorData: VisitorData;
  private readonly _sent = new Set<string>();

  constructor({ beacon, preview }: Options, visitorData: VisitorData, fetch: Fetch) {
    this._visitorData = visitorData;
    this.eventBeacon =
      beacon && !preview
        ? new Beacon(new Backlog(() => visitorData.openStorage(), Date.now), {
            transport: transportTo(beacon, fetch, navigator.sendBeacon?.bind(navigator)),
            now: Date.now,
            random: Math.random,
            schedule: (work, ms) => {
              const timer = setTimeout(work, ms);
              return () => clearTimeout(timer);
            },
            // Never waits for the lock: a tab that the browser has suspended could hold it forever.
            withLock: (work) =>
              navigator.locks?.request('aftermint.events', { ifAvailable: true }, (lock) =>
                lock ? work() : undefined,
              ) ?? work(),
            online: () => navigator.onLine !== false,
          })
        : null;
  }

  /** Sends an event unless one with the same business key was sent in this page view. Never throws. */
  emit(type: EventType, facts: EventFacts, visitor?: string | null): void {
    try {
      const now = Date.now();
      const event = makeEvent(type, facts, {
        id: uuid7(now, randomBytes),
        source: location.pathname,
        time: new Date(now).toISOString(),
        visitor: this._visitorData.id(visitor, facts.order),
        pageView: this._visitorData.pageView,
      });
      if (this._isNew(event.data.key)) this.eventBeacon?.emit(event);
    } catch {
      // The page has replaced what an event is made with. An offer and its accept do not depend on events.
    }
  }

  /** Sends a `fault` event: something failed that the shopper did not notice. Each reason is sent once. */
  fault(reason: string, facts: EventFacts = {}): void {
    if (!this._isNew(reason)) return;
    const send = () => this.emit('fault', { ...facts, reason });
    if (!reason.endsWith('_fetch')) {
      send();
      return;
    }
    // Leaving the page ends its requests, which is not a fault. Only a moment later is it known whether that happened.
    const timer = setTimeout(send, kLeavingMs);
    addEventListener('pagehide', () => clearTimeout(timer), { once: true });
  }

  private _isNew(key: string): boolean {
    return this._sent.size < this._sent.add(key).size;
  }
}
