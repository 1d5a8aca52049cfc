import type { Backlog } from './backlog.js';
import type { PageEvent } from './event.js';
import { backoffMs } from './retry.js';

export interface Answer {
  /** HTTP status; 0: no answer. */
  status: number;
  body: string;
  retryAfterMs: number;
}

export interface Transport {
  /** Sends a batch and waits for the answer; never rejects. */
  post(body: string): Promise<Answer>;
  /** Sends a batch that outlives the page; nothing is learnt of its fate. */
  last(body: string): void;
}

/** What the queue asks of the world, so that a test can be the world. */
export interface BeaconPorts {
  transport: Transport;
  now(): number;
  random(): number;
  /** Runs `work` after `ms`; returns how to call it off. */
  later(work: () => void, ms: number): () => void;
  /** Runs `work` unless another tab is at it; always where the platform has no locks. */
  alone(work: () => Promise<void>): Promise<void>;
  online(): boolean;
}

const kMaxBatchBytes = 16 * 1024;
const kMaxBatchEvents = 50;
/** Three batches stay under the 64 KiB that all senders of a page share while it closes. */
const kLastBatches = 3;
const kGatherMs = 1000;
const kGiveUpAfter = 8;

/**
 * Sends events until a collector says by id that it stored them.
 *
 * At least once: repeats are the collector's to drop. One request at a time, full-jitter back-off, quiet while
 * offline, and silent after eight failures in a row until something new happens.
 */
export class Beacon {
  private readonly _backlog: Backlog;
  private readonly _ports: BeaconPorts;
  private _failures = 0;
  private _sending = false;
  private _hidden = false;
  /** Events per request after a refused batch: one, so that one bad event cannot hold up the rest. */
  private _single = false;
  private _cancel: (() => void) | null = null;

  constructor(backlog: Backlog, ports: BeaconPorts) {
    this._backlog = backlog;
    this._ports = ports;
  }

  emit(event: PageEvent): void {
    this._backlog.add(event);
    if (this._hidden) this._ports.transport.last(this._batch([event])[0]);
    this.wake();
  }

  /** Something changed for the better (a new event, back online): try soon, whatever failed before. */
  wake(): void {
    if (this._failures >= kGiveUpAfter) this._failures = 0;
    if (!this._cancel) this._schedule(kGatherMs);
  }

  /** The page is being left or hidden: send what waits, once, however many handlers call this. */
  hide(): void {
    if (this._hidden) return;
    this._hidden = true;
    this._flushLast();
  }

  /** The page is seen again. */
  show(): void {
    this._hidden = false;
    this.wake();
  }

  private _flushLast(): void {
    let waiting = this._backlog.all();
    for (let count = 0; count < kLastBatches && waiting.length; count++) {
      const [body, batch] = this._batch(waiting);
      this._ports.transport.last(body);
      waiting = waiting.slice(batch.length);
    }
  }

  private _schedule(ms: number): void {
    this._cancel?.();
    this._cancel = this._ports.later(() => {
      this._cancel = null;
      void this._flush();
    }, ms);
  }

  private async _flush(): Promise<void> {
    if (this._sending || !this._ports.online() || !this._backlog.all().length) return;
    this._sending = true;
    let wait = kGatherMs; // another tab is at it: look again
    try {
      await this._ports.alone(async () => {
        wait = await this._send();
      });
    } catch {
      this._failures++; // the lock was refused: as good as no answer
    }
    this._sending = false;
    if (!this._backlog.all().length || this._failures >= kGiveUpAfter || this._cancel) return;
    this._schedule(this._failures ? Math.max(wait, backoffMs(this._failures, this._ports.random)) : wait);
  }

  /** One request; returns how long the collector asked us to wait. */
  private async _send(): Promise<number> {
    const waiting = this._backlog.all(); // read under the lock: another tab may just have sent them
    if (!waiting.length) return 0;
    const [body, batch] = this._batch(waiting);
    const answer = await this._ports.transport.post(body);
    const ids = batch.map((event) => event.id);
    let gone: string[] = [];
    if (answer.status >= 200 && answer.status < 300) {
      const settled = settledIds(answer.body);
      gone = ids.filter((id) => settled.has(id));
    } else if (answer.status === 400 || answer.status === 413 || answer.status === 422) {
      this._single = ids.length > 1;
      if (this._single) return 0;
      gone = ids; // found the one the collector cannot take
    }
    if (gone.length) {
      this._backlog.acknowledge(gone);
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

/** Ids that need not be sent again: stored, or refused one by one for what they say. */
function settledIds(body: string): Set<unknown> {
  try {
    const { stored = [], refused = [] } = JSON.parse(body) as { stored?: unknown[]; refused?: { id?: unknown }[] };
    return new Set([...stored, ...refused.map((event) => event.id)]);
  } catch {
    return new Set(); // an answer that names nothing acknowledges nothing
  }
}
