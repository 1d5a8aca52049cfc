/** @file Sends waiting events to the collector, with retries. */
import type { Backlog } from './backlog.js';
import type { PageEvent } from './pageEvent.js';
import { backoffMs } from './retry.js';

export interface PostResult {
  /** HTTP status; 0 if there was no answer. */
  status: number;
  body: string;
  retryAfterMs: number;
}

export interface Transport {
  /** Sends a batch and waits for the answer. Never rejects. */
  post(body: string): Promise<PostResult>;
  /** Sends a batch that outlives the page. Its result stays unknown. */
  postOnExit(body: string): void;
}

/** The environment of the beacon; tests replace it. */
export interface BeaconPorts {
  transport: Transport;
  now(): number;
  random(): number;
  /** Runs `work` after `ms`. Returns a function that cancels it. */
  schedule(work: () => void, ms: number): () => void;
  /** Runs `work` unless another tab holds the lock. Without lock support in the browser, always runs it. */
  withLock(work: () => Promise<void>): Promise<void>;
  online(): boolean;
}

const kMaxBatchBytes = 16 * 1024;
const kMaxBatchEvents = 50;
/** Three batches stay under the 64 KiB that a closing page may send in total. */
const kExitBatches = 3;
const kCollectMs = 1000;
const kGiveUpAfter = 8;

/**
 * Sends each event until a collector confirms by id that it has stored it.
 *
 * Delivery is at least once; the collector drops duplicates. There is one request at a time, with full-jitter back-off.
 * Nothing is sent while offline, nor after eight failures in a row until a new event arrives or the page wakes it.
 */
export class Beacon {
  private readonly _backlog: Backlog;
  private readonly _ports: BeaconPorts;
  private _failures = 0;
  private _sending = false;
  private _hidden = false;
  /** True after a refused batch: then one event per request, so that one bad event does not block the others. */
  private _single = false;
  private _cancel: (() => void) | null = null;

  constructor(backlog: Backlog, ports: BeaconPorts) {
    this._backlog = backlog;
    this._ports = ports;
  }

  emit(event: PageEvent): void {
    this._backlog.add(event);
    if (this._hidden) this._ports.transport.postOnExit(this._batch([event])[0]);
    this.wake();
  }

  /** Tries again soon, whatever failed before: there is a new event, or the browser is online again. */
  wake(): void {
    if (this._failures >= kGiveUpAfter) this._failures = 0;
    if (!this._cancel) this._schedule(kCollectMs);
  }

  /** The page is hidden or being left: sends the waiting events. Repeated calls have no effect. */
  hide(): void {
    if (this._hidden) return;
    this._hidden = true;
    this._flushOnExit();
  }

  /** The page is visible again. */
  show(): void {
    this._hidden = false;
    this.wake();
  }

  private _flushOnExit(): void {
    let waiting = this._backlog.all();
    for (let count = 0; count < kExitBatches && waiting.length; count++) {
      const [body, batch] = this._batch(waiting);
      this._ports.transport.postOnExit(body);
      waiting = waiting.slice(batch.length);
    }
  }

  private _schedule(ms: number): void {
    this._cancel?.();
    this._cancel = this._ports.schedule(() => {
      this._cancel = null;
      void this._flush();
    }, ms);
  }

  private async _flush(): Promise<void> {
    if (this._sending || !this._ports.online() || !this._backlog.all().length) return;
    this._sending = true;
    let wait = kCollectMs; // if another tab is sending, look again after this time
    try {
      await this._ports.withLock(async () => {
        wait = await this._send();
      });
    } catch {
      this._failures++; // the lock was refused, which counts like a missing answer
    }
    this._sending = false;
    if (!this._backlog.all().length || this._failures >= kGiveUpAfter || this._cancel) return;
    this._schedule(this._failures ? Math.max(wait, backoffMs(this._failures, this._ports.random)) : wait);
  }

  /** Sends one request. Returns how many ms the collector asks to wait. */
  private async _send(): Promise<number> {
    const waiting = this._backlog.all(); // read inside the lock, because another tab may just have sent them
    if (!waiting.length) return 0;
    const [body, batch] = this._batch(waiting);
    const answer = await this._ports.transport.post(body);
    const ids = batch.map((event) => event.id);
    let done: string[] = [];
    if (answer.status >= 200 && answer.status < 300) {
      const settled = settledIds(answer.body);
      done = ids.filter((id) => settled.has(id));
    } else if (answer.status === 400 || answer.status === 413 || answer.status === 422) {
      this._single = ids.length > 1;
      if (this._single) return 0;
      done = ids; // this is the event that the collector rejects
    }
    if (done.length) {
      this._backlog.acknowledge(done);
      this._failures = 0;
    } else {
      this._failures++;
    }
    return answer.retryAfterMs;
  }

  private _batch(waiting: PageEvent[]): [body: string, batch: PageEvent[]] {
    const sentAt = new Date(this._ports.now()).toISOString();
    const most = this._single ? 1 : kMaxBatchEvents;
    const batch: PageEvent[] = [];
    const parts: string[] = [];
    let bytes = 2;
    for (const event of waiting) {
      const part = JSON.stringify({ ...event, data: { ...event.data, sentAt } });
      bytes += new TextEncoder().encode(part).length + 1;
      if (batch.length && (batch.length >= most || bytes > kMaxBatchBytes)) break;
      batch.push(event);
      parts.push(part);
    }
    return [`[${parts.join()}]`, batch];
  }
}

/** Ids of events that need not be sent again: stored, or refused individually as invalid. */
function settledIds(body: string): Set<unknown> {
  try {
    const { stored = [], refused = [] } = JSON.parse(body) as { stored?: unknown[]; refused?: { id?: unknown }[] };
    return new Set([...stored, ...refused.map((event) => event.id)]);
  } catch {
    return new Set(); // an unreadable answer acknowledges nothing
  }
}
