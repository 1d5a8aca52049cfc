import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { rects, settledRect, watchRects } from './lib/rects.js';

interface Fault {
  /** Completes "buys as ever when …". */
  when: string;
  /** Sets the fault up before the checkout is loaded. */
  cause: (page: Page) => Promise<unknown>;
  /** The fault's word at the collector; none where no word can get out. */
  reason?: string;
  /** What the browser itself says about it. */
  noise?: RegExp[];
  /** The offer is shown all the same. */
  offered?: true;
}

const rewritten = (page: Page, url: string, change: (body: Buffer) => Buffer) =>
  page.route(url, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: change(await response.body()) });
  });

const faults: Fault[] = [
  {
    when: 'the script is blocked @firefox',
    cause: (page) => page.route('**/dist/aftermint.js', (route) => route.abort('blockedbyclient')),
    noise: [/aftermint\.js/, /BLOCKED_BY_CLIENT/, /NS_ERROR/],
  },
  {
    when: 'the script is not the one that was published',
    cause: (page) => rewritten(page, '**/dist/aftermint.js', (body) => Buffer.concat([body, Buffer.from('\n;')])),
    noise: [/integrity/, /aftermint\.js/],
  },
  {
    when: 'the wasm is missing @firefox',
    cause: (page) => page.route('**/*.wasm', (route) => route.fulfill({ status: 404, body: 'gone' })),
    reason: 'wasm_fetch',
    noise: [/\.wasm/, /404/, /integrity/],
  },
  {
    when: 'the wasm was tampered with',
    cause: (page) =>
      rewritten(page, '**/*.wasm', (body) => {
        body.writeUInt8(body.readUInt8(body.length - 1) ^ 1, body.length - 1);
        return body;
      }),
    reason: 'wasm_fetch',
    noise: [/integrity/, /\.wasm/],
  },
  {
    when: 'the book is missing @firefox',
    cause: (page) => page.route('**/book.json', (route) => route.fulfill({ status: 404, body: 'gone' })),
    reason: 'book_fetch',
    noise: [/book\.json/, /404/],
  },
  {
    when: 'the book is broken',
    cause: (page) => page.route('**/book.json', (route) => route.fulfill({ body: '{"version":1,"products":[' })),
    reason: 'json_syntax /products',
  },
  {
    when: 'the book breaks its own rules',
    cause: (page) =>
      rewritten(page, '**/book.json', (body) => Buffer.from(String(body).replace('"price": 8900', '"price": 89.5'))),
    reason: 'book_schema /products/0/price',
  },
  {
    when: 'the collector fails',
    cause: (page) =>
      page.route('**/events', (route) => route.fulfill({ status: 503, headers: { 'Retry-After': '1' } })),
    noise: [/events/, /503/],
    offered: true,
  },
  {
    when: 'the page’s policy forbids WebAssembly',
    cause: (page) =>
      page.route('**/checkout', async (route) => {
        const response = await route.fetch();
        const headers = response.headers();
        const policy = headers['content-security-policy'] ?? '';
        await route.fulfill({
          response,
          headers: { ...headers, 'content-security-policy': policy.replace("'wasm-unsafe-eval'", '') },
        });
      }),
    reason: 'wasm_start',
    noise: [/Content Security Policy/],
  },
  {
    when: 'there is no WebAssembly at all',
    cause: (page) => page.addInitScript(() => Reflect.deleteProperty(window, 'WebAssembly')),
    reason: 'no_wasm',
  },
  {
    when: 'fetch and sendBeacon throw',
    cause: (page) =>
      page.addInitScript(() => {
        const broken = () => {
          throw new Error('broken by the page');
        };
        window.fetch = broken;
        navigator.sendBeacon = broken;
      }),
  },
  {
    when: 'IntersectionObserver throws',
    cause: (page) =>
      page.addInitScript(() => {
        window.IntersectionObserver = class {
          constructor() {
            throw new Error('broken by the page');
          }
        } as unknown as typeof IntersectionObserver;
      }),
    reason: 'widget',
  },
  {
    when: 'storage throws',
    cause: (page) =>
      page.addInitScript(() => {
        for (const name of ['localStorage', 'sessionStorage']) {
          Object.defineProperty(window, name, {
            get() {
              throw new DOMException('broken by the page', 'SecurityError');
            },
          });
        }
      }),
    offered: true,
  },
  {
    when: 'custom elements cannot be defined',
    cause: (page) =>
      page.addInitScript(() => {
        customElements.define = () => {
          throw new Error('broken by the page');
        };
      }),
  },
];

for (const { when, cause, reason, noise, offered } of faults) {
  test(`a shopper buys as ever when ${when}`, async ({ page, shopper, store, watch }) => {
    await shopper.choose('knife-set');
    await expect(shopper.bump).toBeVisible();
    const undisturbed = await settledRect(page);

    watch.expects(...(noise ?? []));
    await cause(page);
    await watchRects(page);
    await page.goto('/checkout');
    if (offered) await expect(shopper.bump).toBeVisible();
    const presses = shopper.presses;
    await shopper.fillIn();
    if (reason) {
      await expect.poll(() => store.faults(), 'one fault is told').toEqual([reason]);
    }
    if (!offered) await expect(shopper.bump).toHaveCount(0);
    expect(await settledRect(page)).toEqual(undisturbed);
    expect(await rects(page), 'the pay button from first paint on').toEqual([undisturbed]);

    await shopper.pay();
    expect(shopper.presses - presses, 'one card chosen, one button pressed').toBe(2);
    await expect(shopper.total).toHaveText('£120.00');
    expect(await store.orders()).toEqual([{ bump: '', total: 12000, lines: ['1 knife-set'] }]);
    expect(await store.charges()).toEqual([{ amount: 12000, state: 'succeeded' }]);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a shopper buys as ever, with the same presses', async ({ page, shopper, store }) => {
    await shopper.choose('knife-set');
    const first = await shopper.payButton.boundingBox();
    const presses = shopper.presses;
    await shopper.fillIn();
    expect(await shopper.payButton.boundingBox()).toEqual(first);
    await shopper.pay();
    expect(shopper.presses - presses).toBe(2);
    await expect(shopper.total).toHaveText('£120.00');
    await expect(page.locator('aftermint-offer')).toBeHidden();
    expect(await store.orders()).toEqual([{ bump: '', total: 12000, lines: ['1 knife-set'] }]);
  });
});
