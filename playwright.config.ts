import { defineConfig } from '@playwright/test';

/** The demo shop with a store of its own; the program's address is the tests' base. */
const port = Number(process.env.AFTERMINT_E2E_PORT ?? 4180);
const address = `http://127.0.0.1:${port}`;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  workers: 2,
  timeout: 30_000,
  reporter: 'list',
  use: { baseURL: address, trace: 'retain-on-failure' },
  webServer: {
    command: `build/native/aftermint serve --port ${port} --store sqlite::memory: --book demo/books/demo.json`,
    url: `${address}/health`,
    reuseExistingServer: false,
    stdout: 'ignore',
    timeout: 20_000,
  },
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
  ],
});
