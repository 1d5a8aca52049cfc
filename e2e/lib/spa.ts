import type { Locator, Page } from '@playwright/test';
import type { Order } from '../../web/src/types.js';
import { demoBook, entry } from './book.js';

/** What the elements told a page. */
export interface Heard {
  event: string;
  of: string;
  offer?: string;
  reason?: string;
  checked?: boolean;
}

const kPage = `<!doctype html>
<html lang="en-GB">
<head>
<title>A shop by script</title>
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

/** A paid one, whose offer is a link: nobody signed a ticket for it. */
export const paidOf = (id: string, product: string): Order => {
  return orderOf(product, { id, status: 'paid', paidAt: new Date().toISOString() });
};

/** A page that draws itself by script, on the shop's address: nothing of ours is in it until the test puts it there. */
export class Spa {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** @param head what stands in its head in place of our tag. */
  static async open(page: Page, head = kTag): Promise<Spa> {
    await page.route('**/spa', (route) => {
      return route.fulfill({ contentType: 'text/html', body: kPage.replace('HEAD', head) });
    });
    await page.addInitScript(() => {
      const heard: Heard[] = [];
      Object.assign(window, { heard });
      for (const event of ['shown', 'empty', 'change', 'declined']) {
        addEventListener(`aftermint-${event}`, (told) => {
          const { offer, reason, checked } = (told as CustomEvent<Omit<Heard, 'event' | 'of'>>).detail;
          const of = (told.target as Element).id;
          heard.push({
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

  /** What the elements told, in order. */
  heard(): Promise<Heard[]> {
    return this.page.evaluate(() => (window as unknown as { heard: Heard[] }).heard);
  }

  /** Makes an element by script, its order as a property, and puts it into the form or into the page. */
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

  /** Gives an element another order. */
  async give(id: string, order: Order | null): Promise<void> {
    await this.page.evaluate(
      ([own, about]) => void Object.assign(document.getElementById(own) as object, { order: about }),
      [id, order] as const,
    );
  }

  /** What the form would send under a name; null: nothing. */
  sends(name: string): Promise<unknown> {
    return this.page.evaluate((own) => new FormData(document.querySelector('form') ?? undefined).get(own), name);
  }

  /** A part of an element. */
  part(id: string, part: string): Locator {
    return this.page.locator(`#${id} [part~=${part}]`);
  }

  /** How many offers stand on the page. */
  get offers(): Locator {
    return this.page.locator('[part~=headline]');
  }
}
