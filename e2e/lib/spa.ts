/** @file A single-page app with our elements. */
import type { Locator, Page } from '@playwright/test';
import type { Order } from '../../web/src/types.js';
import { demoBook, entry } from './book.js';

/** An event of our elements. */
export interface FiredEvent {
  event: string;
  of: string;
  offer?: string;
  reason?: string;
  checked?: boolean;
}

const kPage = `<!doctype html>
<html lang="en-GB">
<head>
<title>Single-page shop</title>
<link rel="icon" href="/assets/mark.svg">
<link rel="stylesheet" href="/dist/aftermint.css">
HEAD
</head>
<body><form id="pay" method="dialog"><p>Pay</p></form><main></main></body>
</html>`;

const kTag = `<script async src="/dist/aftermint.js" data-book="/book.json" data-beacon="/events"></script>`;

/** An order of one of the demo's products. */
export function orderOf(product: string, more: Partial<Order> = {}): Order {
  const { price } = entry(demoBook().products, product);
  return { currency: 'GBP', lines: [{ product, quantity: 1, price }], ...more };
}

/** A paid order without a ticket, so that its offer is a link. */
export const paidOf = (id: string, product: string): Order => {
  return orderOf(product, { id, status: 'paid', paidAt: new Date().toISOString() });
};

/** A page rendered by script, at the shop's address. It has none of our elements until the test adds them. */
export class Spa {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** @param head HTML for its head; default: our tag. */
  static async open(page: Page, head = kTag): Promise<Spa> {
    await page.route('**/spa', (route) => {
      return route.fulfill({ contentType: 'text/html', body: kPage.replace('HEAD', head) });
    });
    await page.addInitScript(() => {
      const fired: FiredEvent[] = [];
      Object.assign(window, { fired });
      for (const event of ['shown', 'empty', 'change', 'declined']) {
        addEventListener(`aftermint-${event}`, (sent) => {
          const { offer, reason, checked } = (sent as CustomEvent<Omit<FiredEvent, 'event' | 'of'>>).detail;
          const of = (sent.target as Element).id;
          fired.push({
            event,
            of,
            ...(offer && { offer }),
            ...(reason && { reason }),
            ...(event === 'change' && { checked }),
          });
        });
      }
    });
    await page.goto('/spa');
    return new Spa(page);
  }

  /** The events of our elements, in order. */
  fired(): Promise<FiredEvent[]> {
    return this.page.evaluate(() => (window as unknown as { fired: FiredEvent[] }).fired);
  }

  /** Creates an element with its order as a property, and adds it to the form or another place. */
  async add(tag: string, id: string, order: Order | null, into = '#pay'): Promise<void> {
    await this.page.evaluate(
      ([name, own, about, place]) => {
        const made = Object.assign(document.createElement(name), { id: own, order: about });
        made.setAttribute('name', own);
        document.querySelector(place)?.append(made);
      },
      [tag, id, order, into] as const,
    );
  }

  /** Sets the order of an element. */
  async setOrder(id: string, order: Order | null): Promise<void> {
    await this.page.evaluate(
      ([own, about]) => void Object.assign(document.getElementById(own) as object, { order: about }),
      [id, order] as const,
    );
  }

  /** The value that the form would submit for a name; null: none. */
  formValue(name: string): Promise<unknown> {
    return this.page.evaluate((own) => new FormData(document.querySelector('form') ?? undefined).get(own), name);
  }

  /** A part of an element. */
  part(id: string, part: string): Locator {
    return this.page.locator(`#${id} [part~=${part}]`);
  }

  /** The offers on the page. */
  get offers(): Locator {
    return this.page.locator('[part~=headline]');
  }
}
