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

/** As much of an event's data as the tests look at. */
export interface EventData {
  key: string;
  offer?: string;
  placement?: string;
  path?: string;
  reason?: string;
  arms?: { experiment: string; arm: string }[];
}

/** What was kept of an accept. */
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

/** What the server wrote down, read by SQLite's own program and not through the server. */
export class Store {
  readonly path: string;
  readonly url: string;

  constructor(path: string) {
    this.path = path;
    this.url = `sqlite:${path}`;
  }

  /** All events in the order in which they came. */
  events(): Promise<StoredEvent[]> {
    return this.ask('SELECT type, offer, placement, amount, json FROM events ORDER BY seq');
  }

  /** Every event as `type placement`, sorted: what happened, each as often as it is stored. */
  async happened(...without: string[]): Promise<string[]> {
    const events = await this.certain();
    return events
      .filter(({ type }) => !without.includes(type))
      .map(({ type, placement }) => `${type} ${placement}`.trim())
      .sort();
  }

  /** How many events of a type there are. */
  async count(type: string): Promise<number> {
    return (await this.certain()).filter((event) => event.type === type).length;
  }

  /** What the events of a type say, in the order in which they came. */
  async told(type: string): Promise<EventData[]> {
    const events = await this.certain();
    return events
      .filter((event) => event.type === type)
      .map(({ json }) => (JSON.parse(json) as { data: EventData }).data);
  }

  /** The reasons of the faults that pages told. */
  async faults(): Promise<(string | undefined)[]> {
    return (await this.told('fault')).map(({ reason }) => reason);
  }

  /** What the sandbox bank holds, in the order in which it was asked. */
  charges(): Promise<Charge[]> {
    const state = `CASE state WHEN 0 THEN 'succeeded' WHEN 1 THEN 'declined' WHEN 2 THEN 'requires_action'
                   WHEN 3 THEN 'processing' WHEN 4 THEN 'refunded' END`;
    return this.ask(`SELECT amount, ${state} AS state FROM sandbox_charges ORDER BY rowid`);
  }

  /** The paid orders with what stands in them, oldest first. */
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
       WHERE o.paid IS NOT NULL AND l.undone = 0 ORDER BY o.number, l.position`,
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

  /** The kept evidence of what was agreed to. */
  receipts(): Promise<Receipt[]> {
    return this.ask('SELECT headline, price, label, terms, amount, hash FROM receipts');
  }

  /**
   * The events but one: a shopper comes through a product's page, and whether they stay long enough for it to say that
   * nothing goes with the product is chance.
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
