import type { PageEvent } from './event.js';
import type { Shelf } from './keep.js';

/** Versioned: a later shape takes a later name and leaves this one alone. */
export const kBacklogName = 'aftermint.events.1';
const kMaxEvents = 200;
const kMaxChars = 64 * 1024;
const kMaxAgeMs = 7 * 24 * 3600 * 1000;

/**
 * The events no collector has acknowledged, shared by the tabs of a site through storage.
 *
 * Every write merges with what other tabs wrote since, and this tab's own events also stay in memory until they
 * are acknowledged, so neither a full store nor a neighbour's stale write loses them. Bounded in number, size and
 * age; where something must go, an accept goes last.
 */
export class Backlog {
  private readonly _shelf: () => Shelf | null;
  private readonly _now: () => number;
  private readonly _own = new Map<string, PageEvent>();
  private readonly _acked = new Set<string>();

  /** @param shelf where to store now; null while nothing may be stored. May throw. */
  constructor(shelf: () => Shelf | null, now: () => number) {
    this._shelf = shelf;
    this._now = now;
  }

  add(event: PageEvent): void {
    this._own.set(event.id, event);
    this.save();
  }

  /** Forgets events by id: only these, whatever else was added meanwhile. */
  acknowledge(ids: Iterable<string>): void {
    for (const id of ids) {
      this._own.delete(id);
      this._acked.add(id);
    }
    this.save();
  }

  /** Oldest first. */
  all(): PageEvent[] {
    const merged = new Map<string, PageEvent>();
    for (const event of [...this._stored(), ...this._own.values()]) {
      const age = Math.abs(this._now() - Date.parse(event.time));
      if (!this._acked.has(event.id) && age < kMaxAgeMs) merged.set(event.id, event);
    }
    return [...merged.values()];
  }

  /** Writes what is known; also called when storing becomes allowed. */
  save(): void {
    const events = bounded(this.all());
    const kept = new Set(events.map((event) => event.id));
    for (const id of this._own.keys()) if (!kept.has(id)) this._own.delete(id);
    try {
      this._shelf()?.setItem(kBacklogName, JSON.stringify(events));
    } catch {
      // Full or blocked: this tab still holds its own events in memory.
    }
  }

  private _stored(): PageEvent[] {
    try {
      const value: unknown = JSON.parse(this._shelf()?.getItem(kBacklogName) ?? '[]');
      return Array.isArray(value) ? value.filter(isEvent) : [];
    } catch {
      return []; // blocked or corrupt: the next write begins again
    }
  }
}

function isEvent(value: unknown): value is PageEvent {
  const event = value as Partial<PageEvent> | null;
  return typeof event?.id === 'string' && typeof event.time === 'string' && typeof event.data?.key === 'string';
}

function bounded(events: PageEvent[]): PageEvent[] {
  const sizes = events.map((event) => JSON.stringify(event).length + 1);
  let chars = sizes.reduce((sum, size) => sum + size, 2);
  let count = events.length;
  const kept = new Array<boolean>(count).fill(true);
  for (const sparing of [true, false]) {
    events.forEach((event, index) => {
      if ((count <= kMaxEvents && chars <= kMaxChars) || !kept[index]) return;
      if (sparing && event.type === 'aftermint.accept') return;
      kept[index] = false;
      count--;
      chars -= sizes[index] ?? 0;
    });
  }
  return events.filter((_, index) => kept[index]);
}
