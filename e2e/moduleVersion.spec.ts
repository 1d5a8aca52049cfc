// A script and a wasm module of different versions, as after half a deployment: the page says so once in the console.
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { changeAnswers } from './lib/changeAnswers.js';

const kWasm = /\/aftermint-page\.wasm$/;
const kOther = '9.9.9';

/** Serves the module under another version. */
const changeVersion = (page: Page) =>
  changeAnswers(page, kWasm, (answer) => {
    const text = answer.body.toString('latin1');
    const changed = text.replace(/aftermint[\d.]+/, `aftermint${kOther}`);
    if (changed === text) throw new Error('the module has no version');
    return { ...answer, body: Buffer.from(changed, 'latin1') };
  });

/** What Aftermint itself writes to the console. */
function warnings(page: Page): string[] {
  const heard: string[] = [];
  page.on('console', (message) => {
    if (message.text().startsWith('Aftermint')) heard.push(`${message.type()}: ${message.text()}`);
  });
  return heard;
}

const warning = (version: string) => `warning: Aftermint: the script is version ${version}, the module ${kOther}`;

test('the script names both versions once, shows no offer and reports a fault', async ({ page, store, watch }) => {
  watch.expects(/integrity/, /\.wasm/, /Aftermint/);
  const heard = warnings(page);
  await changeVersion(page);
  await page.goto('/products/oak-board');
  const version = await page.evaluate(
    () => (window as Window & { aftermint?: { version: string } }).aftermint?.version,
  );
  await expect.poll(() => store.faults()).toEqual(['wasm_fetch']);
  expect(heard).toEqual([warning(`${version}`)]);
  await expect(page.locator('aftermint-bundle [part]')).toHaveCount(0);
});

test.describe('the module that pages import', () => {
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

  test('names both versions where the page switched the integrity off', async ({ page, watch }) => {
    watch.expects(/Aftermint/);
    const heard = warnings(page);
    await changeVersion(page);
    const version = await open(page, "{ book: '/book.json', wasm: '/dist/aftermint-page.wasm', integrity: '' }");
    await expect.poll(() => heard).toEqual([warning(version)]);
  });

  test('keeps quiet about a module of its own version', async ({ page }) => {
    const heard = warnings(page);
    const started = page.waitForResponse(kWasm);
    await open(page, "{ book: '/book.json', wasm: '/dist/aftermint-page.wasm', integrity: '' }");
    await (await started).finished();
    expect(heard).toEqual([]);
  });
});
