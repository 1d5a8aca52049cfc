import { defineConfig } from '@playwright/test';

// One desktop, one Orca, one Firefox, and one test after the other: only one of them can be listened to at a time.
export default defineConfig({
  testDir: '.',
  testMatch: '*.orca.ts',
  outputDir: '../../test-results/screenreader',
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: { locale: 'en-GB', viewport: null },
});
