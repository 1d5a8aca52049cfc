// `npm run bench`: what a decision costs natively, in Node and in Chromium, at 20 to 100,000 offers; and the bytes.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { makeBook, makeMoment } from '../tests/bench/makeBook.mjs';
import { measureWasm } from '../tests/bench/measureWasm.mjs';
import { build } from './build.mjs';
import { cmake } from './lib/cmake.mjs';
import { alone, at, main, must } from './lib/project.mjs';
import { checkSizes } from './size.mjs';
import { setup } from './setup.mjs';

const sizes = [10, 20, 1_000, 100_000];
const glue = 'build/wasm/aftermint-page.mjs';
const wasm = 'dist/aftermint-page.wasm';

const micro = (nanos) => `${(nanos / 1000).toFixed(2)} µs`;
const milli = (millis) => `${millis.toFixed(1)} ms`;
const row = (cells) => console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(22) : cell.padStart(13))).join(''));

/** The files a run of N offers reads. */
function inputs(offers) {
  mkdirSync(at('build/bench'), { recursive: true });
  const [book, moment] = [makeBook(offers), makeMoment(offers)];
  const paths = [at(`build/bench/book-${offers}.json`), at(`build/bench/moment-${offers}.json`)];
  writeFileSync(paths[0], book);
  writeFileSync(paths[1], moment);
  return { book, moment, paths };
}

async function native(offers) {
  return JSON.parse(await must(at('build/native/aftermint_bench'), inputs(offers).paths, { capture: true }));
}

async function inNode(offers) {
  const { default: factory } = await import(at(glue));
  const module = await factory({ wasm: readFileSync(at(wasm)) });
  const { book, moment } = inputs(offers);
  return measureWasm(module, book, moment);
}

/** Runs `work` with a function that measures in a fresh Chromium page. */
async function withChromium(work) {
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch({
    executablePath: process.env.AFTERMINT_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  const served = {
    '/': ['text/html', '<!doctype html><title>bench</title>'],
    '/glue.mjs': ['text/javascript', readFileSync(at(glue))],
    '/measure.mjs': ['text/javascript', readFileSync(at('tests/bench/measureWasm.mjs'))],
    '/page.wasm': ['application/wasm', readFileSync(at(wasm))],
  };
  try {
    await work(async (offers) => {
      const { book, moment } = inputs(offers);
      const page = await browser.newPage();
      await page.route('**/*', (route) => {
        const [contentType, body] = { ...served, '/book.json': ['application/json', book] }[
          new URL(route.request().url()).pathname
        ] ?? ['text/plain', ''];
        return route.fulfill({ contentType, body });
      });
      await page.goto('http://bench.test/');
      const measured = await page.evaluate(async (momentText) => {
        const [{ default: factory }, { measureWasm: measure }] = await Promise.all([
          import('/glue.mjs'),
          import('/measure.mjs'),
        ]);
        const bytes = await (await fetch('/page.wasm')).arrayBuffer();
        const bookText = await (await fetch('/book.json')).text();
        return measure(await factory({ wasm: bytes }), bookText, momentText);
      }, moment);
      await page.close();
      return measured;
    });
  } finally {
    await browser.close();
  }
}

await main(async () => {
  await setup(['build', 'test']);
  await alone(async () => {
    await build();
    await cmake('native', 'aftermint_bench');
  });
  console.log(`\nOne decision, moment of ${makeMoment(20).length} bytes; medians of 21 rounds on this machine.`);
  row(['', 'load book', 'decide alone', 'text to text']);
  for (const offers of sizes) {
    const { loadMs, decideNs, textToTextNs } = await native(offers);
    row([`native ${offers.toLocaleString('en-GB')}`, milli(loadMs), micro(decideNs), micro(textToTextNs)]);
  }
  row(['', 'load book', 'decide', 'present']);
  for (const offers of sizes) {
    const { loadMs, decideNs, presentNs } = await inNode(offers);
    row([`wasm, Node ${offers.toLocaleString('en-GB')}`, milli(loadMs), micro(decideNs), micro(presentNs)]);
  }
  await withChromium(async (measure) => {
    for (const offers of sizes) {
      const { loadMs, decideNs, presentNs } = await measure(offers);
      row([`Chromium ${offers.toLocaleString('en-GB')}`, milli(loadMs), micro(decideNs), micro(presentNs)]);
    }
  });
  console.log();
  checkSizes();
});
