/** @file The pages work under a strict Content Security Policy, add one global and read no form field. */
import type { Page } from '@playwright/test';
import { expect, needs, test } from './fixtures.js';

const kPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; " +
  "img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

/** Records violations of the policy on every page from now on. */
async function violations(page: Page): Promise<string[]> {
  const refused: string[] = [];
  await page.exposeFunction('tellRefused', (what: string) => refused.push(what));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const { tellRefused } = window as unknown as { tellRefused(what: string): void };
      tellRefused(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return refused;
}

/** Elements with an inline style or event handler, in the page and in our shadow roots. */
const inlined = (page: Page) =>
  page.evaluate(() => {
    const roots = [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
    return roots
      .flatMap((root) => [...root.querySelectorAll('*')])
      .filter((element) =>
        element.getAttributeNames().some((name) => name === 'style' || (/^on/.test(name) && name in element)),
      )
      .map((element) => element.outerHTML);
  });

test('the whole journey causes no violation of the demo’s strict policy', async ({ page, shopper }) => {
  const refused = await violations(page);
  const policies = new Set<string | undefined>();
  page.on('response', (response) => {
    if (response.request().isNavigationRequest() && response.ok())
      policies.add(response.headers()['content-security-policy']);
  });
  await shopper.choose('knife-set');
  await shopper.tick.check();
  expect(await inlined(page)).toEqual([]);
  await shopper.fillIn();
  await shopper.pay();
  await expect(shopper.offer).toBeVisible();
  expect(await inlined(page)).toEqual([]);
  await shopper.press(shopper.accept);
  await expect(shopper.undo).toBeEnabled();
  expect(await inlined(page)).toEqual([]);
  await shopper.press(shopper.undo);
  await expect(shopper.status).toContainText('Undone.');
  await shopper.openOrder();
  await page.goto('/results');
  expect([...policies]).toEqual([kPolicy]);
  expect(refused).toEqual([]);
  // The fixture `watch` checks that no other host is contacted and nothing is logged.
});

test('the page gets one global, `aftermint`', async ({ page, shopper, watch }) => {
  watch.expects(/aftermint\.js/, /BLOCKED_BY_CLIENT/);
  const globals = () => page.evaluate(() => Object.getOwnPropertyNames(window));
  await shopper.choose('knife-set');
  await expect(shopper.bump).toBeVisible();
  const withUs = await globals();
  await page.route('**/dist/aftermint.js', (route) => route.abort('blockedbyclient'));
  await page.goto('/checkout');
  await expect(shopper.payButton).toBeVisible();
  const without = new Set(await globals());
  expect(withUs.filter((name) => !without.has(name))).toEqual(['aftermint']);
});

test('no form field is read: events contain no name, address or card', async ({ page, shopper, store }) => {
  needs('bodies');
  const sent: string[] = [];
  page.on('request', (request) => {
    if (!request.isNavigationRequest()) sent.push(request.postData() ?? '');
  });
  await shopper.choose('knife-set');
  await shopper.tick.check();
  await shopper.bump.scrollIntoViewIfNeeded();
  await expect.poll(() => store.happened()).toContain('exposure checkout');
  await shopper.fillIn();
  await shopper.pay();
  await shopper.press(shopper.accept);
  await expect(shopper.undo).toBeEnabled();
  expect(sent.join('\n')).not.toMatch(/Robin|robin|Mill Lane|4242|ok_then/);
  expect((await store.events()).map(({ json }) => json).join('\n')).not.toMatch(/Robin|robin|Mill Lane/);
});
