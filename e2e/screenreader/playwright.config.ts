/** @file The configuration of the tests with Orca. */
import { defineConfig } from '@playwright/test';

// Tests run one after another, with one desktop, Orca and Firefox, because all speech goes to one file.
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
