import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { demoBook } from './lib/book.js';
import { kData } from './lib/places.js';

const kSample = 150;
/** What a book may hold of its shortest text, a bump's label. */
const kMaxText = 80;

/** Published attack strings, evenly over all files; none where the data is absent. */
function payloads(): string[] {
  const folder = join(kData, 'xss');
  if (!existsSync(folder)) return [];
  const lines = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .map((line) => line.trim())
    .filter((line) => /[<"'&]/.test(line) && line.length <= kMaxText);
  const unique = [...new Set(lines)];
  const step = unique.length / kSample;
  return unique.length <= kSample
    ? unique
    : Array.from({ length: kSample }, (_, at) => unique[Math.floor(at * step)] ?? '');
}

const attacks = payloads();

/** A book that offers attack number N with product number N, every text of it hostile. */
const hostileBook = JSON.stringify(
  demoBook((book) => {
    const plain = { kind: 'durable', category: 'knives', seller: 'larder-and-steel' };
    book.experiments = [];
    book.products = attacks.flatMap((text, at) => [
      { ...plain, id: `bought-${at}`, title: text, price: 10000, complements: [`item-${at}`] },
      { ...plain, id: `item-${at}`, title: text, price: 2000, image: '/assets/sharpener.svg', imageAlt: text },
    ]);
    book.offers = attacks.map((text, at) => ({
      id: `offer-${at}`,
      type: 'cross_sell',
      for: { products: [`bought-${at}`] },
      items: [{ product: `item-${at}`, quantity: 1 }],
      price: { kind: 'list' },
      placements: ['checkout', 'post_purchase'],
      copy: { en: { headline: text, benefit: text, accept: text } },
    }));
  }),
);

interface Drawn {
  headline: string;
  benefit: string;
  alt: string;
  tags: string[];
  handlers: string[];
}

/** Gives an element one order after another, and what it drew for each. */
const drawAll = (page: Page, tag: string, count: number) =>
  page.locator(tag).evaluate(async (element: HTMLElement, total) => {
    const host = element as HTMLElement & { order: unknown };
    const drawn: Drawn[] = [];
    for (let at = 0; at < total; at++) {
      const shown = new Promise<void>((done, fail) => {
        const settle = (event: Event) => {
          host.removeEventListener('aftermint-shown', settle);
          host.removeEventListener('aftermint-empty', settle);
          const { reason } = (event as CustomEvent<{ reason?: string }>).detail;
          if (event.type === 'aftermint-shown') done();
          else fail(new Error(`attack ${at} is not shown: ${reason}`));
        };
        host.addEventListener('aftermint-shown', settle);
        host.addEventListener('aftermint-empty', settle);
      });
      host.order = {
        id: `order-${at}`,
        status: host.localName === 'aftermint-bump' ? 'open' : 'paid',
        currency: 'GBP',
        total: 10000,
        paidAt: new Date().toISOString(),
        lines: [{ product: `bought-${at}`, quantity: 1, price: 10000 }],
      };
      await shown;
      const root = host.shadowRoot as ShadowRoot;
      const all = [...root.querySelectorAll('section, section *')];
      drawn.push({
        headline: root.querySelector('[part~=headline]')?.textContent ?? '',
        benefit: root.querySelector('[part~=benefit]')?.textContent ?? '',
        alt: root.querySelector('img')?.alt ?? '',
        tags: all.map(({ localName }) => localName),
        handlers: all
          .flatMap((each) => [...each.attributes])
          .filter(({ name, value }) => /^on|^style$|^srcdoc$/.test(name) || /^\s*javascript:/i.test(value))
          .map(({ name, value }) => `${name}=${value}`),
      });
    }
    return drawn;
  }, count);

test.describe('hostile texts of a book', () => {
  test.skip(attacks.length === 0, `no ${join(kData, 'xss')}: set AFTERMINT_DATA to where the data is`);

  for (const { tag, path } of [
    { tag: 'aftermint-bump', path: /\/checkout$/ },
    { tag: 'aftermint-offer', path: /\/thanks$/ },
  ]) {
    test(`stay texts in <${tag}>, under a policy that would let them run`, async ({ page, shopper, watch }) => {
      watch.expects(); // no dialog, no error, no word on the console, no other host: none of it is declared
      await page.route(path, async (route) => {
        const response = await route.fetch();
        const headers = { ...response.headers() };
        headers['content-security-policy'] = "default-src * data: blob: 'unsafe-inline' 'unsafe-eval'";
        await route.fulfill({ response, headers });
      });
      await page.route('**/book.json', (route) =>
        route.fulfill({ body: hostileBook, contentType: 'application/json' }),
      );
      await page.route('**/shop.css', async (route) => {
        const response = await route.fetch();
        const roomy = `${await response.text()}aftermint-bump { min-block-size: 60rem !important }`;
        await route.fulfill({ response, body: roomy });
      });
      if (tag === 'aftermint-bump') await shopper.choose('knife-set');
      else await shopper.buy('knife-set');
      await page.reload(); // what a redirect leads to is not routed
      await page.waitForFunction((name) => customElements.get(name) !== undefined, tag);
      // The policy really is open: what a text must not do, an inline script of the page can.
      const ran = await page.evaluate(() => {
        const script = document.createElement('script');
        script.textContent = "document.documentElement.dataset.ran = 'yes'";
        document.head.append(script);
        return document.documentElement.dataset.ran;
      });
      expect(ran).toBe('yes');

      const drawn = await drawAll(page, tag, attacks.length);
      const tags = new Set(drawn.flatMap((each) => each.tags));
      const allowed = 'section div h2 p span label input button a img s small'.split(' ');
      expect([...tags].filter((each) => !allowed.includes(each))).toEqual([]);
      expect(new Set(drawn.map((each) => each.tags.join(' '))).size, 'every text makes the same elements').toBe(1);
      expect(drawn.flatMap((each) => each.handlers)).toEqual([]);
      expect(drawn.map(({ headline }) => headline)).toEqual(attacks);
      expect(drawn.map(({ benefit }) => benefit)).toEqual(attacks);
      expect(drawn.map(({ alt }) => alt)).toEqual(attacks);
    });
  }
});
