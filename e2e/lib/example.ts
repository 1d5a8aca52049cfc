/** @file Builds and serves the examples. */
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { at } from './paths.js';

const kTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

const kPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self'; style-src 'self'";

/** Builds an example and returns the folder of the result. */
export async function buildExample(name: string): Promise<string> {
  const outDir = at('build/examples', name);
  const root = at('examples', name);
  await build({
    root,
    configFile: at('examples', name, 'vite.config.js'),
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true },
  });
  return outDir;
}

/** The payment request of an example's page. */
export interface PaymentRequest {
  order: { lines: { product: string }[] };
  bump: string | null;
}

/** Serves a built example at `/app/` of the shop. Every payment is answered with `paid`. Returns the payment requests. */
export async function serveExample(page: Page, folder: string, paid: object): Promise<PaymentRequest[]> {
  const asked: PaymentRequest[] = [];
  await page.route('**/app/**', async (route) => {
    const file = new URL(route.request().url()).pathname.replace('/app/', '') || 'index.html';
    return route.fulfill({
      body: await readFile(`${folder}/${file}`),
      headers: { 'Content-Type': kTypes[extname(file)] ?? '', 'Content-Security-Policy': kPolicy },
    });
  });
  await page.route('**/api/pay', (route) => {
    asked.push(route.request().postDataJSON() as PaymentRequest);
    return route.fulfill({ json: paid });
  });
  return asked;
}
