/** @file Script and wasm module of different versions, as after a partial deployment, lead to one console warning. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { changeAnswers } from './lib/changeAnswers.js';

const kWasm = /\/aftermint-page\.wasm$/;
const kOtherVersion = '9.9.9';

/** Changes the version in the served wasm module. */
const changeVersion = (page: Page) =>
  changeAnswers(page, kWasm, (answer) => {
    const text = answer.body.toString('latin1');
    const changed = text.replace(/aftermint[\d.]+/, `aftermint${kOtherVersion}`);
    if (changed === text) throw new Error('the module has no version');
    return { ...answer, body: Buffer.from(changed, 'latin1') };
  });

/** Aftermint's own console messages. */
function warnings(page: Page): string[] {
  const messages: string[] = [];
  page.on('console', (message) => {
    if (message.text().startsWith('Aftermint')) messages.push(`${message.type()}: ${message.text()}`);
  });
  return messages;
}

const warning = (version: string) =>
  `warning: Aftermint: the script is version ${version}, the module ${kOtherVersion}`;

test('the script warns once with both versions, shows no offer and sends a fault', async ({ page, store, watch }) => {
  watch.expects(/integrity/, /\.wasm/, /Aftermint/);
  const messages = warnings(page);
  await changeVersion(page);
  await page.goto('/products/oak-board');
  const version = await page.evaluate(
    () => (window as Window & { aftermint?: { version: string } }).aftermint?.version,
  );
  await expect.poll(() => store.faults()).toEqual(['wasm_fetch']);
  expect(messages).toEqual([warning(`${version}`)]);
  await expect(page.locator('aftermint-bundle [part]')).toHaveCount(0);
});

test.describe('the ES module', () => {
  const open = async (page: Page, options: string) => {
    const script = `import { configure, version } from '/dist/aftermint.mjs'; configure(${options}); document.title = version;`;
    await page.route('**/bare.js', (route) => route.fulfill({ contentType: 'text/javascript', body: script }));
    const html =
      '<!doctype html><title></title><link rel="icon" href="data:,"><script type="module" src="/bare.js"></script>';
    await page.route('**/bare.html', (route) => route.fulfill({ contentType: 'text/html', body: html }));
    await page.goto('/bare.html');
    await expect(page).toHaveTitle(/\d/);
    return page.title();
  };

  test('warns with both versions if the page has disabled the integrity check', async ({ page, watch }) => {
    watch.expects(/Aftermint/);
    const messages = warnings(page);
    await changeVersion(page);
    const version = await open(page, "{ book: '/book.json', wasm: '/dist/aftermint-page.wasm', integrity: '' }");
    await expect.poll(() => messages).toEqual([warning(version)]);
  });

  test('does not warn about a wasm module of the same version', async ({ page }) => {
    const messages = warnings(page);
    const started = page.waitForResponse(kWasm);
    await open(page, "{ book: '/book.json', wasm: '/dist/aftermint-page.wasm', integrity: '' }");
    await (await started).finished();
    expect(messages).toEqual([]);
  });
});
