// The example for Next with its app router, built and walked. It downloads Next (340 MB), so it needs AFTERMINT_ALL=1.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { at, must, node } from '../../scripts/lib/project.mjs';

const skip = process.env.AFTERMINT_ALL ? false : 'it downloads and builds Next: set AFTERMINT_ALL=1';
const env = { AFTERMINT_SIGNING_KEY: 'a-signing-key-of-at-least-32-bytes!', NEXT_TELEMETRY_DISABLED: '1' };

describe('examples/next', { skip }, () => {
  let folder;
  let server;
  let browser;
  let url;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'aftermint-next-'));
    cpSync(at('examples/next'), folder, { recursive: true });
    const book = JSON.parse(readFileSync(at('demo/books/demo.json'), 'utf8'));
    const slow = { ...book, policy: { ...book.policy, deadlineMs: 10_000 } };
    writeFileSync(join(folder, 'book.json'), JSON.stringify(slow));
    const packing = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
    const [{ filename }] = JSON.parse(await must('npm', packing, { capture: true, cwd: at() }));
    const text = readFileSync(join(folder, 'package.json'), 'utf8');
    const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
    assert.ok(text.includes(`"aftermint": "${version}"`), 'the example names another version');
    writeFileSync(
      join(folder, 'package.json'),
      text.replace(`"aftermint": "${version}"`, `"aftermint": "file:${filename}"`),
    );
    await must('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
    // `next build` has no key: nothing may need it before the first request.
    await must('npm', ['run', 'build'], { cwd: folder, env: { NEXT_TELEMETRY_DISABLED: '1' } });
    server = spawn(node, ['node_modules/next/dist/bin/next', 'start', '-p', '0'], {
      cwd: folder,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    url = await new Promise((resolve, reject) => {
      let said = '';
      server.stdout.on('data', (chunk) => {
        said += chunk;
        const [found] = /http:\/\/localhost:\d+/.exec(said) ?? [];
        if (found && said.includes('Ready')) resolve(found);
      });
      server.on('close', () => reject(new Error(`next start ended:\n${said}`)));
    });
    browser = await chromium.launch({
      executablePath: process.env.AFTERMINT_CHROMIUM ?? '/usr/bin/chromium-headless-shell',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
  });

  after(async () => {
    await browser?.close();
    server?.kill();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  for (const ticked of [true, false]) {
    it(`charges ${ticked ? 'with' : 'without'} the bump, accepts and undoes the offer after payment`, async () => {
      const page = await browser.newPage();
      const complaints = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      const paid = (amount) => page.locator('main > p', { hasText: amount }).waitFor();
      await page.goto(url);
      const tick = page.locator('aftermint-bump [part~=tick]');
      await tick.check();
      await page.getByRole('button', { name: 'Pay £138.00' }).waitFor();
      if (!ticked) await tick.uncheck();
      await page.getByRole('button', { name: ticked ? 'Pay £138.00' : 'Pay £120.00' }).click();
      await page.waitForURL('**/thanks/*');
      await paid(ticked ? '£138.00' : '£120.00');
      await page.locator('aftermint-offer [part~=accept]').click();
      await page.locator('aftermint-offer[state=accepted]').waitFor();
      await page.reload(); // the page's total is that of the request
      await paid(ticked ? '£162.00' : '£144.00');
      await page.locator('aftermint-offer [part~=undo]').click();
      await page.locator('aftermint-offer[state=undone]').waitFor();
      await page.reload();
      await paid(ticked ? '£138.00' : '£120.00');
      await page.close();
      assert.deepEqual(complaints, []);
    });
  }

  it('sends the page before the basket, and the element with its order', async () => {
    const html = await (await fetch(url)).text();
    assert.match(html, /<aftermint-bump order="\{&quot;currency&quot;:&quot;GBP&quot;/);
    assert.match(html, /<script async="" src="\/mint\/aftermint\.js" data-book="\/mint\/book\.json"/);
    assert.match(html, /<link rel="stylesheet" href="\/mint\/aftermint\.css"/);
  });
});
