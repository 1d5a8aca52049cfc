/** @file With `data-debug` the console says why nothing is shown; without it nothing is logged. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { addToScriptTag } from './lib/scriptTag.js';

/** The texts of the page's console, and the reasons of its `aftermint-empty` events. */
async function listen(page: Page): Promise<{ logged: string[]; reasons: () => Promise<string[]> }> {
  const logged: string[] = [];
  page.on('console', (message) => logged.push(message.text()));
  await page.addInitScript(() => {
    const all: string[] = [];
    Object.assign(window, { emptyReasons: all });
    addEventListener('aftermint-empty', (event) => all.push((event as CustomEvent).detail.reason));
  });
  const reasons = () => page.evaluate(() => (window as Window & { emptyReasons?: string[] }).emptyReasons ?? []);
  return { logged, reasons };
}

/** Serves a page with an element at an address of the shop. */
async function serve(
  page: Page,
  tag: string,
  element = '<aftermint-bump name="bump"></aftermint-bump>',
): Promise<void> {
  await page.route('**/own-page*', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>Own</title>${tag}${element}` }),
  );
}

const kBook = 'data-book="/book.json"';
const kEmpty = `<aftermint-bump name="bump" style="display:block;min-height:20rem" order='{"currency":"GBP","lines":[]}'></aftermint-bump>`;

test.describe('data-debug', () => {
  test('says what is shown, under the shop’s content security policy', async ({ page, shopper, watch }) => {
    watch.expects(/^console/);
    await addToScriptTag(page, { debug: '' });
    const { logged } = await listen(page);
    await shopper.choose();
    await expect(shopper.bump).toBeVisible();
    await expect
      .poll(() => logged.join('\n'))
      .toContain('Aftermint <aftermint-bump> shows guards-with-set at checkout');
  });

  test('says the reason, what it means and what to do', async ({ page, watch }) => {
    watch.expects(/^console/);
    const { logged, reasons } = await listen(page);
    await serve(page, `<script async src="/dist/aftermint.js" data-debug ${kBook}></script>`, kEmpty);
    await page.goto('/own-page');
    await expect.poll(reasons).toEqual(['order_empty']);
    await expect
      .poll(() => logged.slice(0, 3))
      .toEqual([
        'Aftermint <aftermint-bump> shows nothing: order_empty',
        'the order has no lines of its own',
        'Put the lines of the order into `lines`: product, quantity and price.',
      ]);
  });

  test('lists the candidates', async ({ page, watch }) => {
    watch.expects(/^console/);
    const { logged } = await listen(page);
    const order = '{"currency":"GBP","lines":[{"product":"knife-set","quantity":1,"price":1}]}';
    await serve(
      page,
      `<script async src="/dist/aftermint.js" data-debug ${kBook}></script>`,
      kEmpty.replace(/\{.*\}/, order),
    );
    await page.goto('/own-page');
    await expect.poll(() => logged.join('\n')).toContain('shows nothing: all_refused');
    await expect
      .poll(() => logged.join('\n'))
      .toMatch(/guards-with-set: refused \(price_band\), the price is outside [^\n]* Offer something/);
  });

  test('is not needed in a preview whose address asks for it, and elsewhere the address does nothing', async ({
    page,
    watch,
  }) => {
    watch.expects(/^console/);
    const { logged, reasons } = await listen(page);
    await serve(page, `<script async src="/dist/aftermint.js" ${kBook}></script>`, kEmpty);
    await page.goto('/own-page?aftermint=debug');
    await expect.poll(reasons).toEqual(['order_empty']);
    expect(logged).toEqual([]);
    await page.unrouteAll();
    await serve(page, `<script async src="/dist/aftermint.js" data-preview="a=b" ${kBook}></script>`, kEmpty);
    await page.goto('/own-page?aftermint=debug');
    await expect.poll(() => logged.join('\n')).toContain('shows nothing: ');
  });
});

test.describe('aftermint-empty comes, and nothing is logged', () => {
  for (const [what, reason, tag] of [
    ['an element without an order', 'no_order', `<script async src="/dist/aftermint.js" ${kBook}></script>`],
    ['a script without a book', 'script_without_book', '<script async src="/dist/aftermint.js"></script>'],
    ['a script without a book at the end', 'script_without_book', '<script defer src="/dist/aftermint.js"></script>'],
    [
      'a script without a book as a module',
      'script_without_book',
      '<script type="module" src="/dist/aftermint.js"></script>',
    ],
    [
      'the module in a script tag',
      'module_without_configure',
      `<script type="module" src="/dist/aftermint.mjs" ${kBook}></script>`,
    ],
  ] as const) {
    test(`for ${what}`, async ({ page }) => {
      const { logged, reasons } = await listen(page);
      await serve(page, tag);
      await page.goto('/own-page');
      await expect.poll(reasons).toEqual([reason]);
      await expect(page.locator('aftermint-bump[state=empty]'), 'its order may still come').toHaveCount(0);
      expect(logged).toEqual([]);
    });
  }

  test('before an order that comes later, which is then decided', async ({ page, shopper }) => {
    const { reasons } = await listen(page);
    await shopper.choose();
    await expect(shopper.bump).toBeVisible();
    const order = await page.locator('aftermint-bump').getAttribute('order');
    await page.evaluate(() => {
      const form = document.querySelector('aftermint-bump')?.parentElement;
      form?.querySelector('aftermint-bump')?.remove();
      form?.prepend(Object.assign(document.createElement('aftermint-bump'), { id: 'later' }));
    });
    await expect.poll(reasons).toContain('no_order');
    await page.locator('#later').evaluate((element, json) => element.setAttribute('order', `${json}`), order);
    await expect(page.locator('#later [part~=headline]')).toBeVisible();
  });
});
