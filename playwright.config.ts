import { defineConfig } from '@playwright/test';

// Every test opens a shop of its own (e2e/fixtures.ts), so nothing is served here and tests may run side by side.
export default defineConfig({
  testDir: 'e2e',
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
          executablePath: process.env.AFTERMINT_CHROMIUM ?? '/usr/bin/chromium',
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
      // Debian's own Firefox over WebDriver BiDi: the journeys that matter most.
      name: 'firefox',
      use: {
        browserName: 'firefox',
        channel: 'moz-firefox',
        launchOptions: { executablePath: process.env.AFTERMINT_FIREFOX ?? '/usr/bin/firefox-esr' },
      },
    },
  ],
});
