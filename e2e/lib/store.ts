/** @file Reads the shop’s store. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const runFile = promisify(execFile);

export interface StoredEvent {
  type: string;
  offer: string;
  placement: string;
  amount: number | null;
  json: string;
}

/** The parts of an event's data that tests use. */
export interface EventData {
  key: string;
  offer?: string;
  placement?: string;
  path?: string;
  reason?: string;
  order?: string;
  visitor?: string;
  currency?: string;
  before?: number;
  holdout?: boolean;
  arms?: { experiment: string; arm: string }[];
}

/** The consent receipt of an accept. */
export interface Receipt {
  headline: string;
  price: string;
  label: string;
  terms: string;
  amount: number;
  hash: string;
}

export interface Charge {
  amount: number;
  state: 'succeeded' | 'declined' | 'requires_action' | 'processing' | 'refunded';
}

/** What the server has stored, read with SQLite's own program and not through the server. */
export class Store {
  readonly path: string;
  readonly url: string;

  constructor(path: string) {
    this.path = path;
    this.url = `sqlite:${path}`;
  }

  /** All events in the order of arrival. */
  events(): Promise<StoredEvent[]> {
    return this.ask('SELECT type, offer, placement, amount, json FROM events ORDER BY seq');
  }

  /** Every stored event as `type placement`, sorted. */
  async happened(...without: string[]): Promise<string[]> {
    const events = await this.certain();
    return events
      .filter(({ type }) => !without.includes(type))
      .map(({ type, placement }) => `${type} ${placement}`.trim())
      .sort();
  }

  /** The number of events of a type. */
  async count(type: string): Promise<number> {
    return (await this.certain()).filter((event) => event.type === type).length;
  }

  /** The data of the events of a type, in the order of arrival. */
  async dataOf(type: string): Promise<EventData[]> {
    const events = await this.certain();
    return events
      .filter((event) => event.type === type)
      .map(({ json }) => (JSON.parse(json) as { data: EventData }).data);
  }

  /** The reasons of the `fault` events. */
  async faults(): Promise<(string | undefined)[]> {
    return (await this.dataOf('fault')).map(({ reason }) => reason);
  }

  /** The charges at the sandbox bank, in the order of the requests. */
  charges(): Promise<Charge[]> {
    return this.ask('SELECT amount, state FROM sandbox_charges ORDER BY rowid');
  }

  /** The paid orders with their lines, oldest first. */
  async orders(): Promise<{ offers: string[]; total: number; lines: string[] }[]> {
    const rows = await this.ask<{
      id: string;
      offers: string | null;
      product: string;
      quantity: number;
      price: number;
    }>(
      `SELECT o.id, (SELECT group_concat(offer) FROM order_offers WHERE order_id = o.id) AS offers,
              l.product, l.quantity, l.price FROM orders o JOIN order_lines l ON l.order_id = o.id
       WHERE o.paid IS NOT NULL AND l.undone = 0 ORDER BY o.rowid, l.position`,
    );
    const orders = new Map<string, { offers: string[]; total: number; lines: string[] }>();
    for (const { id, offers, product, quantity, price } of rows) {
      const order = orders.get(id) ?? { offers: offers?.split(',') ?? [], total: 0, lines: [] };
      order.total += quantity * price;
      order.lines.push(`${quantity} ${product}`);
      orders.set(id, order);
    }
    return [...orders.values()];
  }

  /** The consent receipts. */
  receipts(): Promise<Receipt[]> {
    return this.ask('SELECT headline, price, label, terms, amount, hash FROM offer_receipts');
  }

  /**
   * Removes one kind of event: whether the shopper stays on the product page long enough for its `ineligible` event is
   * random.
   */
  private async certain(): Promise<StoredEvent[]> {
    const events = await this.events();
    return events.filter(({ type, placement }) => type !== 'ineligible' || placement !== 'product_page');
  }

  private async ask<T>(sql: string): Promise<T[]> {
    const { stdout } = await runFile('sqlite3', ['-readonly', '-json', '-cmd', '.timeout 5000', this.path, sql], {
      maxBuffer: 16 << 20,
    });
    return stdout.trim() ? (JSON.parse(stdout) as T[]) : [];
  }
}
