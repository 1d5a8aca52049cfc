import { readFileSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

// Every test opens a shop of its own (e2e/fixtures.ts), so nothing is served here and tests may run side by side.

/**
 * What runs in one browser only, and why. The rule: what a page looks like, keeps, sends, forbids or does when pressed is
 * tested in every browser; what the core, the server or our own code decides whatever the browser is, in Chromium alone.
 */
const onceOnly = JSON.parse(readFileSync(new URL('e2e/onceOnly.json', import.meta.url), 'utf8')) as object;

/**
 * What Firefox walks in every run, which has to end within minutes: what a shopper meets. `AFTERMINT_ALL=1` gives it all that
 * may depend on a browser, and Chromium every language.
 */
const journeys =
  'accessibilityTree bumpAndOffer bumpWaits bundle bankByPage neverPreTicked noThankYou contentSecurity currency localTime'
    .split(' ')
    .map((name) => `${name}.spec.ts`);

const firefox = (preferences: Record<string, unknown> = {}) => ({
  browserName: 'firefox' as const,
  // Debian's own Firefox over WebDriver BiDi.
  channel: 'moz-firefox',
  launchOptions: {
    executablePath: process.env.AFTERMINT_FIREFOX ?? '/usr/bin/firefox-esr',
    firefoxUserPrefs: preferences as Record<string, string | number | boolean>,
  },
});

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts', // WebKit's tests are node:test's (e2e/webkit)
  // Pictures are no test: `npm run screens` takes them.
  testIgnore: process.env.SCREENS === undefined ? 'screens.spec.ts' : [],
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: { screenshot: 'only-on-failure', locale: 'en-GB' },
  projects: [
    {
      name: 'chromium',
      use: {
        browserName: 'chromium',
        launchOptions: {
          executablePath: process.env.AFTERMINT_CHROMIUM ?? '/usr/bin/chromium-headless-shell',
          args: [
            '--no-sandbox',
            '--disable-gpu',
            '--disable-quic',
            '--no-first-run',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
          ],
        },
      },
    },
    {
      name: 'firefox',
      testMatch: process.env.AFTERMINT_ALL ? '*.spec.ts' : journeys,
      testIgnore: Object.keys(onceOnly),
      grepInvert: /@without-script/, // the driver itself acts by scripts in Firefox; Chromium and WebKit walk it
      use: firefox(),
    },
    {
      name: 'firefox, dark and still',
      grep: /@dark/,
      use: firefox({ 'ui.systemUsesDarkTheme': 1, 'ui.prefersReducedMotion': 1 }),
    },
  ],
});
