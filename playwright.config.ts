/** @file The configuration of the browser tests. */
import { readFileSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

// Every test starts its own shop (e2e/fixtures.ts), so no server is started here and tests can run in parallel.

/**
 * What runs in one browser only, and why. Behaviour that depends on the browser is tested in every browser. What the core,
 * the server or our own code decides is tested in Chromium only.
 */
const onceOnly = JSON.parse(readFileSync(new URL('e2e/onceOnly.json', import.meta.url), 'utf8')) as object;

/**
 * What Firefox tests in every run: what differs by engine (focus and names, forms and what a browser restores, policies,
 * time zones, digits, faults), that is these files and the tests with the tag `@engine`. With `AFTERMINT_ALL=1` Firefox
 * tests everything that may depend on the browser.
 */
const byEngine = /(accessibilityTree|contentSecurity|localTime)\.spec\.ts|@engine/;

const firefox = (preferences: Record<string, unknown> = {}) => ({
  browserName: 'firefox' as const,
  // Debian's Firefox, by WebDriver BiDi.
  channel: 'moz-firefox',
  launchOptions: {
    executablePath: process.env.AFTERMINT_FIREFOX ?? '/usr/bin/firefox-esr',
    firefoxUserPrefs: preferences as Record<string, string | number | boolean>,
  },
});

const dark = {
  name: 'firefox, dark and still',
  grep: /@dark/,
  use: firefox({ 'ui.systemUsesDarkTheme': 1, 'ui.prefersReducedMotion': 1 }),
};

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts', // the tests for WebKit use node:test (e2e/webkit)
  // `npm run screens` takes these pictures; they are no tests.
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
      ...(process.env.AFTERMINT_ALL ? {} : { grep: byEngine }),
      testIgnore: Object.keys(onceOnly),
      grepInvert: /@without-script/, // Firefox's driver itself needs scripts; Chromium and WebKit run these tests
      use: firefox(),
    },
    // Chromium tests both color schemes in every run; Firefox needs a project for the dark one.
    ...(process.env.AFTERMINT_ALL ? [dark] : []),
  ],
});
