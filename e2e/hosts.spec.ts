/** @file Shops with other designs: the elements take over font, color and direction, fit, and stay fair. */
import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { expectAccessible } from './lib/accessible.js';
import { hosts, serveHost } from './lib/hosts.js';

const styleOf = (target: Locator, ...names: string[]) =>
  target.evaluate((element, wanted) => {
    const style = getComputedStyle(element);
    return Object.fromEntries(wanted.map((name) => [name, style.getPropertyValue(name)]));
  }, names);

for (const host of hosts) {
  test(`in another shop design (${host}) the bump looks native and fits`, async ({ page, shop, shopper }) => {
    const { checkout } = await serveHost(page, host, shop.url);
    for (const width of [320, 390, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(checkout);
      await expect(shopper.bump, `${width} px`).toBeVisible();
      const theirs = await styleOf(page.locator('h1').locator('..'), 'font-family', 'color', 'direction');
      expect(await styleOf(shopper.bump, 'font-family', 'color', 'direction')).toEqual({
        ...theirs,
        // If the book has no copy in the page's language, the copy keeps the direction of its own language.
        ...(host === 'rtl' && { direction: await shopper.bump.evaluate((root) => (root as HTMLElement).dir) }),
      });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const { left, right } = await shopper.bump.evaluate((element) => element.getBoundingClientRect().toJSON());
      const box = await page.locator('aftermint-bump').evaluate((element) => element.getBoundingClientRect().toJSON());
      expect([left >= box.left, right <= box.right], 'the text is inside its box').toEqual([true, true]);
    }
    await expectAccessible(page, `bump in ${host}`, { isForeign: true });
  });

  test(`in another shop design (${host}) yes and no have equal weight`, async ({ page, shop, shopper }) => {
    const { thanks } = await serveHost(page, host, shop.url);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(thanks);
      await expect(shopper.offer, `${width} px`).toBeVisible();
      const [yes, no] = await Promise.all(
        [shopper.accept, shopper.decline].map((button) =>
          button.evaluate((element) => {
            const { width: w, height: h } = element.getBoundingClientRect();
            const { fontSize, fontWeight, fontFamily, borderTopWidth } = getComputedStyle(element);
            return { w, h, fontSize, fontWeight, fontFamily, borderTopWidth };
          }),
        ),
      );
      expect({ ...no, w: 0, h: 0 }).toEqual({ ...yes, w: 0, h: 0 });
      expect(Math.abs((yes?.w ?? 0) - (no?.w ?? 0))).toBeLessThanOrEqual(1);
      expect(Math.min(yes?.h ?? 0, no?.h ?? 0)).toBeGreaterThanOrEqual(44);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await expectAccessible(page, `offer in ${host}`, { isForeign: true });
  });
}

test('text on the accent is readable for every accent a page sets', async ({ page, shop, shopper }) => {
  const { thanks } = await serveHost(page, 'framework', shop.url);
  await page.goto(thanks);
  await expect(shopper.accept).toBeVisible();
  const worst = await shopper.accept.evaluate((button) => {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const luminance = (colour: string) => {
      if (!context) return Number.NaN;
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0] = [...context.getImageData(0, 0, 1, 1).data].map((byte) => {
        const part = byte / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const host = (button.getRootNode() as ShadowRoot).host as HTMLElement;
    let seed = 1;
    const next = () => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      return (seed >>> 16) % 256;
    };
    let least = { ratio: 99, accent: '' };
    for (let count = 0; count < 1000; count += 1) {
      const accent = count < 256 ? `rgb(${count},${count},${count})` : `rgb(${next()},${next()},${next()})`;
      host.style.setProperty('--aftermint-accent', accent);
      const { color, backgroundColor } = getComputedStyle(button);
      const [light, dark] = [luminance(color), luminance(backgroundColor)].sort((a, b) => b - a) as [number, number];
      const ratio = (light + 0.05) / (dark + 0.05);
      if (!(ratio >= least.ratio)) least = { ratio, accent };
    }
    return least;
  });
  expect(worst.ratio, worst.accent).toBeGreaterThanOrEqual(4.5);
});
