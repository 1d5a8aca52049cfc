/** @file A form of another site changes nothing in the shop, whatever the browser says of it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './fixtures.js';

/** A site that sends a form to the shop as soon as its page opens. */
async function site(action: string, fields: Record<string, string>): Promise<{ url: string; close: () => void }> {
  const inputs = Object.entries(fields).map(([name, value]) => `<input name="${name}" value="${value}">`);
  const page = `<!doctype html><title>Win a knife</title><link rel="icon" href="data:,"><form method="post" action="${action}">
    ${inputs.join('')}<button>Win</button></form>`;
  const server = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(page));
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

test('a form of another site neither replaces the basket nor pays', async ({ page, shop, shopper, store, watch }) => {
  await shopper.choose('knife-set');
  await expect(shopper.bump).toBeVisible();
  const hidden = (name: string) => page.locator(`form.pay [name="${name}"]`).inputValue();
  // Even with everything that the shopper's own page knows.
  const pay = { nonce: await hidden('nonce'), cart: await hidden('cart'), token: await hidden('token'), card: 'ok' };
  const person = { name: 'Eve', email: 'eve@example.org', address: '1 Lane' };
  watch.expects(/^request to another host: /, /^answer 403: \/(cart|pay)$/, /^console error: .*403/);
  for (const [action, fields] of [
    ['/cart', { product: 'oak-board', quantity: '1' }],
    ['/pay', { ...pay, ...person }],
  ] as const) {
    const other = await site(shop.url + action, fields);
    await page.goto(other.url);
    const answer = page.waitForResponse(shop.url + action);
    await page.locator('button').click();
    expect((await answer).status(), action).toBe(403);
    await expect(page.locator('main')).toContainText('Nothing was changed or bought');
    other.close();
  }
  await page.goto(`${shop.url}/checkout`);
  await expect(page.locator('.lines')).toContainText('knife set');
  await expect(page.locator('.lines')).not.toContainText('oak');
  expect(await store.charges()).toEqual([]);
});
