/** @file The fixtures of every test with Orca: a desktop with Firefox, a shopper at the keyboard, and what Orca says. */
import { firefox } from '@playwright/test';
import { expect, test as base } from '../fixtures.js';
import { Desktop, whatIsMissing } from './lib/desktop.js';
import { Listener } from './lib/listener.js';

interface Fixtures {
  listener: Listener;
}

interface WorkerFixtures {
  desktop: Desktop;
}

const missing = whatIsMissing();
if (missing && process.env.CI !== undefined) throw new Error(missing);

export const test = base.extend<Fixtures, WorkerFixtures>({
  desktop: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its first argument
    async ({}, use) => {
      const desktop = await Desktop.open();
      await use(desktop);
      await desktop.close();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  browser: [
    async ({ desktop }, use) => {
      const browser = await firefox.launch({
        channel: 'moz-firefox',
        executablePath: process.env.AFTERMINT_FIREFOX ?? '/usr/bin/firefox-esr',
        headless: false,
        env: desktop.env,
        firefoxUserPrefs: { 'accessibility.force_disabled': -1 },
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  listener: async ({ desktop, page }, use) => {
    await use(new Listener(desktop, page));
  },
});

test.skip(missing !== '', missing);

export { expect };
