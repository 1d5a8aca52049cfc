/** @file Stores events until a collector has acknowledged them. */
import type { PageEvent } from './pageEvent.js';
import type { WebStorage } from './storage.js';

/** The last number is the version of the stored format; a new format gets a new name. */
export const kBacklogName = 'aftermint.events.1';
const kMaxEvents = 200;
const kMaxChars = 64 * 1024;
const kMaxAgeMs = 7 * 24 * 3600 * 1000;

/**
 * Events that no collector has acknowledged yet. All tabs of a site share them through storage.
 *
 * Each write merges with what other tabs have written. This tab also keeps its own events in memory until they are
 * acknowledged, so a full storage or another tab's outdated write cannot lose them. Number, size and age are limited;
 * if events must be dropped, accepts are dropped last.
 */
export class Backlog {
  private readonly _storage: () => WebStorage | null;
  private readonly _now: () => number;
  private readonly _own = new Map<string, PageEvent>();
  private readonly _acked = new Set<string>();

  /** @param storage returns the current storage, or null while nothing may be stored. May throw. */
  constructor(storage: () => WebStorage | null, now: () => number) {
    this._storage = storage;
    this._now = now;
  }

  add(event: PageEvent): void {
    this._own.set(event.id, event);
    this.save();
  }

  /** Removes events by id and keeps all others, also those added in the meantime. */
  acknowledge(ids: Iterable<string>): void {
    for (const id of ids) {
      this._own.delete(id);
      this._acked.add(id);
    }
    this.save();
  }

  /** All waiting events, oldest first. */
  all(): PageEvent[] {
    const merged = new Map<string, PageEvent>();
    for (const event of [...this._stored(), ...this._own.values()]) {
      const age = Math.abs(this._now() - Date.parse(event.time));
      if (!this._acked.has(event.id) && age < kMaxAgeMs) merged.set(event.id, event);
    }
    return [...merged.values()];
  }

  /** Writes the waiting events to storage. */
  save(): void {
    const events = limited(this.all());
    const kept = new Set(events.map((event) => event.id));
    for (const id of this._own.keys()) if (!kept.has(id)) this._own.delete(id);
    try {
      this._storage()?.setItem(kBacklogName, JSON.stringify(events));
    } catch {
      // Storage is full or blocked: this tab still has its own events in memory.
    }
  }

  private _stored(): PageEvent[] {
    try {
      const value: unknown = JSON.parse(this._storage()?.getItem(kBacklogName) ?? '[]');
      return Array.isArray(value) ? value.filter(isEvent) : [];
    } catch {
      return []; // blocked or corrupt; the next write replaces it
    }
  }
}

function isEvent(value: unknown): value is PageEvent {
  const event = value as Partial<PageEvent> | null;
  return typeof event?.id === 'string' && typeof event.time === 'string' && typeof event.data?.key === 'string';
}

/** Drops the oldest events beyond the limits: first those that are not accepts, then accepts. */
function limited(events: PageEvent[]): PageEvent[] {
  const kept = new Set(events);
  let chars = JSON.stringify(events).length;
  for (const sparesAccepts of [true, false]) {
    for (const event of events) {
      if (kept.size <= kMaxEvents && chars <= kMaxChars) break;
      if (sparesAccepts && event.type === 'aftermint.accept') continue;
      if (kept.delete(event)) chars -= JSON.stringify(event).length + 1;
    }
  }
  return [...kept];
}
