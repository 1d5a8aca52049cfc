/** @file Takes pictures of every page for people to look at: `npm run screens` writes them to docs/screens. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { hosts, serveHost } from './lib/hosts.js';
import { at } from './lib/paths.js';
import { twoFrames } from './lib/payButtonRects.js';
import type { Card } from './lib/parts.js';

for (const width of [360, 1280]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${width} ${colorScheme}`, () => {
      test.use({ viewport: { width, height: width === 360 ? 740 : 800 }, colorScheme });

      const picture = async (page: Page, name: string) => {
        await expect(page.locator('aftermint-offer [part~=next] :disabled')).toHaveCount(0);
        await page.evaluate(async () => {
          scrollTo(0, 0);
          await Promise.all(
            [...document.images].map((image) => {
              image.loading = 'eager';
              return image.decode().catch(() => undefined); // a broken picture is shown as broken
            }),
          );
        });
        await twoFrames(page);
        await page.screenshot({
          path: at('docs/screens', `${name}-${width}${colorScheme === 'dark' ? '-dark' : ''}.png`),
          fullPage: true,
          animations: 'disabled',
        });
      };

      test('the shop', async ({ page, watch }) => {
        watch.expects(/404/);
        for (const [name, address] of [
          ['home', '/'],
          ['product', '/products/knife-set'],
          ['checkout-empty', '/checkout'],
          ['not-found', '/nowhere'],
          ['results-empty', '/results'],
        ] as const) {
          await page.goto(address);
          await picture(page, name);
        }
      });

      test('the product page with its offer', async ({ page }) => {
        await page.goto('/products/oak-board');
        await expect(page.locator('aftermint-bundle [part~=bundle]')).toBeVisible();
        await picture(page, 'product-bundle');
      });

      for (const host of hosts) {
        test(`another shop design: ${host}`, async ({ page, shop, shopper }) => {
          const { checkout, thanks } = await serveHost(page, host, shop.url);
          await page.goto(checkout);
          await expect(shopper.bump).toBeVisible();
          await shopper.tick.check();
          await picture(page, `host-${host}-checkout`);
          await page.goto(thanks);
          await expect(shopper.offer).toBeVisible();
          await picture(page, `host-${host}-thanks`);
        });
      }

      test('the journey', async ({ page, shopper, store, watch }) => {
        watch.expects(/402/);
        await shopper.choose();
        await expect(shopper.bump).toBeVisible();
        await picture(page, 'checkout');
        await shopper.tick.check();
        await shopper.bump.scrollIntoViewIfNeeded();
        await expect.poll(() => store.happened()).toContain('exposure checkout');
        await shopper.fillIn('declined');
        await shopper.press(shopper.payButton);
        await expect(page.locator('.errors')).toBeVisible();
        await expect(shopper.bump).toBeVisible();
        await picture(page, 'checkout-declined');
        await shopper.tick.check();
        await picture(page, 'checkout-ticked');
        await shopper.fillIn();
        await shopper.pay();
        await expect(shopper.offer).toBeVisible();
        await picture(page, 'thanks');
        await shopper.offer.scrollIntoViewIfNeeded();
        await expect.poll(() => store.happened()).toContain('exposure post_purchase');
        await shopper.press(shopper.accept);
        await expect(shopper.undo).toBeEnabled();
        await picture(page, 'thanks-accepted');
        await page.goto('/results');
        await picture(page, 'results');
        await page.goBack();
        await shopper.press(shopper.undo);
        await expect(shopper.status).toContainText('Undone.');
        await picture(page, 'thanks-undone');
        await shopper.openOrder();
        await picture(page, 'order');
      });

      for (const [card, state] of [
        ['ok_then_declined', 'declined'],
        ['ok_then_action', 'requires_action'],
        ['ok_then_processing', 'processing'],
        ['ok_once', 'left'],
      ] as [Card, string][]) {
        test(`the offer: ${state}`, async ({ page, shopper }) => {
          await shopper.reachOffer(state === 'left' ? 'oak-board' : 'hand-balm', card);
          if (state === 'left') await picture(page, 'thanks-link');
          await shopper.press(state === 'left' ? shopper.decline : shopper.accept);
          await expect(page.locator(`aftermint-offer[state=${state}]`)).toHaveCount(1);
          await picture(page, `thanks-${state}`);
          if (state !== 'requires_action') return;
          await shopper.press(page.getByRole('link', { name: 'Confirm with your bank' }));
          await picture(page, 'bank');
        });
      }
    });
  }
}
